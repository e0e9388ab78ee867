#include "core/agenda/opening_rules.h"
#include "core/base/errors.h"
#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace accueil
{
namespace
{
using std::chrono::days;
constexpr int weeksAhead = 522; // ten years
constexpr std::array weekdays{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};

Day beginOf(const Opening& opening)
{
    // Patterns repeat: where nothing says when an opening begins, any fixed day serves.
    return opening.validFrom.value_or(opening.firstWeek.value_or(makeDay(2024, 1, 1)));
}

bool clash(const Opening& a, const Opening& b)
{
    if (a.weekday != b.weekday || a.to <= b.from || b.to <= a.from) return false;
    Day day = std::max(beginOf(a), beginOf(b));
    day += days((a.weekday - isoWeekday(day) + 7) % 7);
    for (int week = 0; week < weeksAhead; ++week, day += days(7))
        if (appliesTo(a, day) && appliesTo(b, day)) return true;
    return false;
}
} // namespace

void checkOpening(const Opening& o)
{
    if (o.weekday < 1 || o.weekday > 7) throw InvalidInput("weekday");
    if (o.from.value < 0 || o.from >= o.to) throw InvalidInput("from");
    if (o.to.value > 1440) throw InvalidInput("to");
    if (o.counters < 1 || o.counters > 99) throw InvalidInput("counters");
    if (o.countersOnline < 0 || o.countersOnline > o.counters) throw InvalidInput("counters_online");
    if (o.validFrom && o.validTo && *o.validTo < *o.validFrom) throw InvalidInput("valid_to");
    if (o.everyWeeks < 1 || o.everyWeeks > 52) throw InvalidInput("every_weeks");
    if (o.everyWeeks > 1 && !o.firstWeek) throw InvalidInput("first_week");
    if (o.nthOfMonth < -1 || o.nthOfMonth > 5) throw InvalidInput("nth_of_month");
}

std::optional<std::pair<Opening, Opening>> clash(const std::vector<Opening>& openings)
{
    for (std::size_t i = 0; i < openings.size(); ++i)
        for (std::size_t j = i + 1; j < openings.size(); ++j)
            if (clash(openings[i], openings[j])) return std::pair(openings[i], openings[j]);
    return {};
}

std::string inWords(const Opening& o)
{
    std::string text = fmt::format("{} {}-{}, {} counters ({} online)", weekdays.at(static_cast<std::size_t>(o.weekday - 1)),
                                   clockText(o.from), clockText(o.to), o.counters, o.countersOnline);
    if (o.nthOfMonth == -1) text += ", last of the month";
    if (o.nthOfMonth > 0) text += fmt::format(", number {} of the month", o.nthOfMonth);
    if (o.everyWeeks > 1) text += fmt::format(", every {} weeks from {}", o.everyWeeks, isoDay(*o.firstWeek));
    if (o.validFrom) text += ", from " + isoDay(*o.validFrom);
    if (o.validTo) text += ", until " + isoDay(*o.validTo);
    return text;
}

std::string inWords(const SpecialOpening& s)
{
    return fmt::format("{} {} {}-{}, {} counters ({} online)", weekdays.at(static_cast<std::size_t>(isoWeekday(s.day) - 1)),
                       isoDay(s.day), clockText(s.from), clockText(s.to), s.counters, s.countersOnline);
}

OpeningsClash::OpeningsClash(const Opening& first, const Opening& second)
    : InvalidInput("these openings overlap: " + inWords(first) + " / " + inWords(second))
{
}

OpeningsClash::OpeningsClash(const SpecialOpening& first, const SpecialOpening& second)
    : InvalidInput("these openings overlap: " + inWords(first) + " / " + inWords(second))
{
}

Hours withSpecial(Hours hours, SpecialOpening special)
{
    checkOpening({{}, isoWeekday(special.day), special.from, special.to, special.counters, special.countersOnline, {}, {}, 1, {}, 0});
    if (!special.onHoliday && std::ranges::find(hours.holidays, special.day) != hours.holidays.end())
        throw InvalidInput(isoDay(special.day) + " is a holiday: an opening on it must say that it is meant for the holiday");
    long long next = 1;
    for (const auto& other : hours.specials) {
        next = std::max(next, other.id.value() + 1);
        if (other.day == special.day && other.from < special.to && special.from < other.to) throw OpeningsClash(other, special);
    }
    special.id = OpeningId(next);
    hours.specials.push_back(special);
    return hours;
}
} // namespace accueil
