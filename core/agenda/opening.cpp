#include "core/agenda/opening.h"
#include <algorithm>

namespace accueil
{
namespace
{
using namespace std::chrono;

Day mondayOf(Day day)
{
    return day - days(isoWeekday(day) - 1);
}

bool isNthOfMonth(Day day, int nth)
{
    const year_month_day date{day};
    const auto dayOfMonth = static_cast<int>(static_cast<unsigned>(date.day()));
    if (nth > 0) return (dayOfMonth - 1) / 7 + 1 == nth;
    return year_month_day{day + days(7)}.month() != date.month();
}

bool closed(const Hours& hours, Day day, MinuteOfDay from, MinuteOfDay to)
{
    return std::ranges::any_of(hours.closures, [&](const Closure& closure) {
        return closure.fromDay <= day && day <= closure.toDay && from < closure.to && closure.from < to;
    });
}

/// One stretch, cut into granules.
struct Stretch
{
    long long opening;
    MinuteOfDay from, to;
    int counters, countersOnline;
};

void cut(const Hours& hours, Day day, const Stretch& stretch, std::vector<PlannedSlot>& slots)
{
    const int granule = granuleOn(hours.granuleMinutes, hours.granules, day);
    // An opening without any counter online stays the desk's.
    const bool released = stretch.countersOnline > 0 && hours.releasedTo && day <= *hours.releasedTo;
    const int online = released ? stretch.counters : stretch.countersOnline;
    for (MinuteOfDay at = stretch.from; at + granule <= stretch.to; at = at + granule)
        if (!closed(hours, day, at, at + granule))
            slots.push_back({day, at, stretch.opening, granule, stretch.counters, online});
}
} // namespace

bool appliesTo(const Opening& opening, Day day)
{
    if (isoWeekday(day) != opening.weekday) return false;
    if (opening.validFrom && day < *opening.validFrom) return false;
    if (opening.validTo && day > *opening.validTo) return false;
    if (opening.everyWeeks > 1 && opening.firstWeek) {
        const auto weeksSince = (mondayOf(day) - mondayOf(*opening.firstWeek)).count() / 7;
        if (weeksSince < 0 || weeksSince % opening.everyWeeks != 0) return false;
    }
    return opening.nthOfMonth == 0 || isNthOfMonth(day, opening.nthOfMonth);
}

namespace
{
void takeOneAway(std::vector<PlannedSlot>& slots, const Absence& absence)
{
    for (auto& slot : slots)
        if (absence.from < slot.start + slot.minutes && slot.start < absence.to) {
            --slot.capacity;
            slot.capacityOnline = std::min(slot.capacityOnline, slot.capacity);
        }
    std::erase_if(slots, [](const PlannedSlot& slot) { return slot.capacity <= 0; });
}
} // namespace

std::vector<PlannedSlot> plannedSlots(const Hours& hours, Day day)
{
    const bool holiday = std::ranges::find(hours.holidays, day) != hours.holidays.end();
    std::vector<PlannedSlot> slots;
    bool usual = !holiday;
    for (const auto& special : hours.specials)
        if (special.day == day && (!holiday || special.onHoliday)) {
            cut(hours, day, {-special.id.value(), special.from, special.to, special.counters, special.countersOnline}, slots);
            usual = false; // also where a closure leaves nothing of it
        }
    if (usual)
        for (const auto& opening : hours.openings)
            if (appliesTo(opening, day))
                cut(hours, day, {opening.id.value(), opening.from, opening.to, opening.counters, opening.countersOnline}, slots);
    std::ranges::sort(slots, {}, &PlannedSlot::start);
    for (const auto& absence : hours.absences)
        if (absence.day == day) takeOneAway(slots, absence);
    return slots;
}

Day easterSunday(int year)
{
    // The anonymous Gregorian computus (Meeus, Astronomical Algorithms, chapter 8).
    const int a = year % 19, b = year / 100, c = year % 100, d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
    const int h = (19 * a + b - d - g + 15) % 30, i = c / 4, k = c % 4, l = (32 + 2 * e + 2 * i - h - k) % 7;
    const int m = (a + 11 * h + 22 * l) / 451, n = h + l - 7 * m + 114;
    return makeDay(year, static_cast<unsigned>(n / 31), static_cast<unsigned>(n % 31 + 1));
}

std::vector<Day> belgianHolidays(int year)
{
    const Day easter = easterSunday(year);
    std::vector<Day> all{makeDay(year, 1, 1),   easter + days(1),      makeDay(year, 5, 1),   easter + days(39),
                         easter + days(50),     makeDay(year, 7, 21),  makeDay(year, 8, 15),  makeDay(year, 11, 1),
                         makeDay(year, 11, 11), makeDay(year, 12, 25)};
    std::ranges::sort(all);
    return all;
}

std::vector<Day> holidaysBetween(const std::vector<AddedHoliday>& added, Day from, Day to)
{
    std::vector<Day> holidays;
    for (year at = year_month_day{from}.year(); at <= year_month_day{to}.year(); ++at) {
        std::ranges::copy(belgianHolidays(static_cast<int>(at)), std::back_inserter(holidays));
        for (const auto& one : added) {
            const year_month_day date{one.day}, then{at, date.month(), date.day()};
            if (then.ok() && (one.yearly || date.year() == at)) holidays.push_back(Day{then});
        }
    }
    return holidays;
}
} // namespace accueil
