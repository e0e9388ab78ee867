// core/notification/message.h - what a mail says: subject, HTML, the plain-text twin, QR code and calendar
// file.
#pragma once
#include "core/notification/ics.h"
#include "core/notification/notice.h"
#include <string>
#include <string_view>

namespace accueil
{
enum class MailKind { confirmation, reminder, change, cancellation };

/// What only the mail knows, beside the appointment.
struct MailFacts
{
    MailKind kind = MailKind::confirmation;
    std::string firstName, lastName;
    std::string checkInToken;     ///< in the QR code; empty: no code is shown
    bool reminderFollows = false; ///< only then is one announced
    bool byTown = false;          ///< of a cancellation: the town could not keep the appointment
    std::string reason = {};           ///< why, in the town's words; empty: not said
};

/// A mail as its reader sees it, before MIME. UTF-8, lines end with \n.
struct Message
{
    std::string subject; ///< one line
    std::string text, html;
    std::string qrPng; ///< the picture that the HTML shows as "cid:" + qrContentId; empty when there is none
    std::string calendar, calendarName;
    CalendarMethod calendarMethod = CalendarMethod::publish;
};

inline constexpr std::string_view qrContentId = "code@accueil";

/// One column, inline styles, nothing fetched from anywhere; names and the town's texts are escaped.
/// @param now  when it is written (for the calendar file)
Message composeMail(const Notice& notice, const MailFacts& facts, Instant now);
} // namespace accueil
