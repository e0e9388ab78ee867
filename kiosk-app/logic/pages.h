// kiosk-app/logic/pages.h - what a page is about, before it is put into words: a change of language loses
// nothing.
#pragma once
#include "core/base/messages.h"
#include "kiosk-app/logic/birth_date_entry.h"
#include "kiosk-app/logic/kiosk_service.h"
#include "kiosk-app/logic/page_views.h"
#include <variant>

namespace accueil::kiosk
{
/// How this kiosk stands in the room; from the configuration.
struct Surroundings
{
    enum class Reader { under, left, right } reader = Reader::under;
    AwayView::Side reception = AwayView::Side::none;
};

struct HomePage
{
    bool unknownCode = false;
};

struct BirthDatePage
{
    BirthDateEntry entry;
    bool nobodyFound = false; ///< until the next key
};

struct WhichTimePage
{
    std::vector<Found> found;
    std::vector<MinuteOfDay> times;
};

struct TicketPage
{
    KioskTicket ticket;
    bool printFailed = false;
    int secondsLeft = 8;
};

enum class Fact {
    late,
    early,
    anotherDay,
    arrivedBefore,
    arrivedAndCalled, ///< the ticket is no longer waiting: nothing to print
    gone,             ///< cancelled
    otherSite,
    tooLate,    ///< the reception decides
    cannotTell, ///< the time is forgotten or not the right one, or two people have the same
    tooManyTries,
    noWalkIn,      ///< this service takes no more visitors without appointment
    laterTickets,  ///< no more of them in this half-hour
    overToday,     ///< the service closes before the visitor's turn would come
    byAppointment, ///< what came for needs an appointment
    notNow,        ///< any other refusal
};

struct FactPage
{
    Fact fact = Fact::cannotTell;
    AppointmentId appointment; ///< what the button acts on, as the ticket below
    TicketId ticket;
    LocalTime start;
    MinuteOfDay arrival;
    std::optional<Outlook> outlook;
};

struct ChoicePage
{
};

struct AwayPage
{
};

using Page = std::variant<HomePage, BirthDatePage, WhichTimePage, TicketPage, FactPage, ChoicePage, AwayPage>;

/// Puts a page into the words of one language.
PageView describe(const Page& page, const Messages& messages, const KioskSite& site,
                  const Surroundings& around, Day today);
} // namespace accueil::kiosk
