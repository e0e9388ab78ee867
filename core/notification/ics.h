// core/notification/ics.h - the appointment for the citizen's own calendar.
#pragma once
#include "core/base/clock.h"
#include "core/notification/notice.h"
#include <string>

namespace accueil
{
enum class CalendarMethod {
    publish, ///< adds the appointment, or brings a known one up to date
    cancel,  ///< takes it away
};

/// An iCalendar file (RFC 5545, CRLF, UTF-8): one event in the site's time zone, whose rules it carries
/// along. Its UID stays the same through every change and SEQUENCE counts them, so a calendar never shows the
/// appointment twice.
/// @param now  when it was written
/// @throws ConfigError  if the system does not know the time zone
std::string calendarFile(const Notice& notice, CalendarMethod method, Instant now);

/// As the person's computer sees it: "rendez-vous.ics". ASCII.
std::string calendarFileName(const Messages& messages);
} // namespace accueil
