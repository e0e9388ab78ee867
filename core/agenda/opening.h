// core/agenda/opening.h - when a service receives people, and the granules that follow from it. Pure.
#pragma once
#include "core/base/ids.h"
#include "core/catalogue/catalogue.h"
#include <optional>
#include <vector>

namespace accueil
{
/// One stretch of a weekday during which `counters` people are served at once. As stored; checked by the database.
struct Opening
{
    OpeningId id;
    int weekday = 1; ///< 1 Monday to 7 Sunday
    MinuteOfDay from, to;
    int counters = 1, countersOnline = 1;
    std::optional<Day> validFrom, validTo; ///< both included
    int everyWeeks = 1;
    std::optional<Day> firstWeek; ///< any day of the first week, when everyWeeks > 1
    int nthOfMonth = 0;           ///< 1 to 5, -1 the last, 0 every
    friend bool operator==(const Opening&, const Opening&) = default;
};

/// An opening of one day only, in place of the weekly ones. Its granules carry the negative of its id.
struct SpecialOpening
{
    OpeningId id;
    Day day;
    MinuteOfDay from, to;
    int counters = 1, countersOnline = 1;
    bool onHoliday = false; ///< said explicitly, or it does not open on a holiday
    friend bool operator==(const SpecialOpening&, const SpecialOpening&) = default;
};

struct Closure
{
    Day fromDay, toDay; ///< both included
    MinuteOfDay from{0}, to{1440};
    friend bool operator==(const Closure&, const Closure&) = default;
};

/// A day that the town adds to the legal holidays.
struct AddedHoliday
{
    Day day;
    bool yearly = false;
    std::string name;
};

/// A counter that the service misses on one day: one visitor less at every time.
struct Absence
{
    Day day;
    MinuteOfDay from{0}, to{1440};
    friend bool operator==(const Absence&, const Absence&) = default;
};

/// Everything that decides about the days of one service.
struct Hours
{
    int granuleMinutes = 10; ///< until the first of `granules`
    std::vector<GranuleChange> granules; ///< by day
    std::optional<Day> releasedTo;       ///< until this day the desk's unused share is offered online too
    std::vector<Opening> openings;
    std::vector<SpecialOpening> specials;
    std::vector<Closure> closures;
    std::vector<Day> holidays; ///< of the years concerned, the legal ones included
    std::vector<Absence> absences = {};
    friend bool operator==(const Hours&, const Hours&) = default;
};

struct PlannedSlot
{
    Day day;
    MinuteOfDay start;
    long long opening = 0; ///< negative for a special opening
    int minutes = 10, capacity = 0, capacityOnline = 0;
    friend bool operator==(const PlannedSlot&, const PlannedSlot&) = default;
};

/// Whether a weekly opening applies to this day.
bool appliesTo(const Opening& opening, Day day);

/// The granules of one day in order of time. A granule that does not end inside its opening is not offered.
std::vector<PlannedSlot> plannedSlots(const Hours& hours, Day day);

/// The ten legal holidays of Belgium, in order; Easter is the Gregorian one.
std::vector<Day> belgianHolidays(int year);
Day easterSunday(int year);

/// Legal holidays and the town's own, at least those of these days; a yearly 29 February only in leap years.
std::vector<Day> holidaysBetween(const std::vector<AddedHoliday>& added, Day from, Day to);
} // namespace accueil
