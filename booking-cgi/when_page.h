// booking-cgi/when_page.h - step 2: the first free places, a calendar, the times of one day.
#pragma once
#include "booking-cgi/calendar.h"
#include "booking-cgi/page.h"
#include "core/agenda/hours.h"

namespace accueil::web
{
std::string_view name(DayPart part);         ///< "all", "am", "pm", in addresses
DayPart parseDayPart(std::string_view text); ///< whole unless it is another's name

/// What a visitor typed before a place was lost, or before going back to the dates. It travels in hidden
/// inputs, so the page's links become buttons that send them along.
struct Kept
{
    PersonForm person;
    std::string held; ///< token of the place held so far; it is given back when another one is taken
};

/// The page as the way to another time for an appointment that stands: a start leads to a question, not to a
/// hold.
struct Moving
{
    std::string path; ///< "/rdv/TOKEN/move"
    std::string back; ///< address of the appointment
    LocalTime start;  ///< as it stands
};

struct WhenState
{
    Choice choice;
    std::vector<PlacedPart> parts; ///< as asked for, or as they stand
    std::vector<DayOfStarts> days; ///< from today to the horizon
    std::vector<StoredClosure> closures; ///< those of the weeks shown and of these services are told
    LocalTime now;
    std::optional<Day> day;  ///< chosen in the calendar
    std::optional<Day> from; ///< first week shown
    DayPart part = DayPart::whole;
    std::string notice;
    std::optional<LocalTime> lost; ///< the first places are then the nearest to it
    std::string token;             ///< Purpose::choose
    std::optional<Kept> kept;
    std::optional<Moving> moving;
    std::optional<LocalTime> stillHeld; ///< the start of `kept.held`, while that is good
};

View whenView(const PageContext& page, const WhenState& state);
} // namespace accueil::web
