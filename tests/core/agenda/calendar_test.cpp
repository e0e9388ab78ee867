#include "core/agenda/opening.h"
#include "core/agenda/free_starts.h"
#include "core/agenda/stranded.h"
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <set>

using namespace accueil;
using std::chrono::days;

namespace
{
Day day(const std::string& iso)
{
    return parseIsoDay(iso).value();
}

Opening on(int weekday, int from, int to)
{
    return {OpeningId(7), weekday, {from}, {to}, 4, 3, {}, {}, 1, {}, 0};
}

Hours only(const Opening& opening)
{
    Hours hours;
    hours.openings = {opening};
    return hours;
}

/// "2026-12-31 2027-01-14": the days of a range on which an opening applies.
std::string daysOf(const Opening& opening, const std::string& from, const std::string& to)
{
    std::string text;
    for (Day at = day(from); at <= day(to); at += days(1))
        if (appliesTo(opening, at)) text += (text.empty() ? "" : " ") + isoDay(at);
    return text;
}

/// Free starts of a visit in these places, nothing booked.
std::string starts(const std::vector<PlannedSlot>& slots, int minutes)
{
    std::vector<SlotRow> rows;
    for (const auto& slot : slots)
        rows.push_back({ServiceId(1), slot.day, slot.start, slot.minutes, OpeningId(slot.opening), slot.capacity, slot.capacityOnline, 0, 0, 0, 0});
    if (rows.empty()) return "";
    std::string text;
    const DayOfStarts found = combineStarts(rows, {ServiceId(1), rows[0].day, 1, minutes, Channel::desk, {}}).at(0);
    for (const auto& start : found.starts)
        text += (text.empty() ? "" : " ") + clockText(start.start);
    return text;
}
} // namespace

BOOST_AUTO_TEST_SUITE(calendar)

BOOST_AUTO_TEST_CASE(places_follow_the_wall_clock_when_the_clocks_change)
{
    for (const char* sunday : {"2026-10-18", "2026-10-25", "2026-11-01", "2027-03-21", "2027-03-28", "2027-04-04"}) {
        const auto slots = plannedSlots(only(on(7, 0, 1440)), day(sunday));
        std::set<int> minutes;
        for (const auto& slot : slots) {
            minutes.insert(slot.start.value);
            BOOST_TEST((slot.day == day(sunday)));
        }
        BOOST_TEST(slots.size() == 144U, sunday);
        BOOST_TEST(minutes.size() == 144U, sunday << ": none is doubled");
        BOOST_TEST(*minutes.rbegin() == 1430, sunday);
    }
    // The whole week around each change: five mornings, the same ones as in any other week.
    for (const char* monday : {"2026-10-19", "2026-10-26", "2027-03-22", "2027-03-29"}) {
        Hours hours;
        for (int weekday = 1; weekday <= 5; ++weekday) hours.openings.push_back(on(weekday, 510, 720));
        std::size_t count = 0;
        for (int i = 0; i < 7; ++i) count += plannedSlots(hours, day(monday) + days(i)).size();
        BOOST_TEST(count == 5U * 21U, monday);
    }
}

BOOST_AUTO_TEST_CASE(the_twenty_ninth_of_february_is_a_day_like_another)
{
    Opening tuesdays = on(2, 510, 720); // 29 February 2028 is a Tuesday
    BOOST_TEST(daysOf(tuesdays, "2028-02-22", "2028-03-07") == "2028-02-22 2028-02-29 2028-03-07");
    tuesdays.validTo = day("2028-02-29");
    BOOST_TEST(daysOf(tuesdays, "2028-02-22", "2028-03-07") == "2028-02-22 2028-02-29");
    tuesdays.validTo.reset();
    tuesdays.validFrom = day("2028-02-29");
    BOOST_TEST(daysOf(tuesdays, "2028-02-22", "2028-03-07") == "2028-02-29 2028-03-07");
    tuesdays.validFrom.reset();
    tuesdays.nthOfMonth = 5;
    BOOST_TEST(daysOf(tuesdays, "2028-02-01", "2028-02-29") == "2028-02-29", "a fifth Tuesday in February");
    tuesdays.nthOfMonth = -1;
    BOOST_TEST(daysOf(tuesdays, "2027-02-01", "2028-03-01").find("2028-02-29") != std::string::npos);

    const auto has = [](const std::vector<AddedHoliday>& added, const char* wanted) {
        const auto found = holidaysBetween(added, day(wanted), day(wanted));
        return std::ranges::find(found, day(wanted)) != found.end();
    };
    const std::vector<AddedHoliday> leapDay{{day("2028-02-29"), true, "fête"}};
    BOOST_TEST(has(leapDay, "2028-02-29"));
    BOOST_TEST(has(leapDay, "2032-02-29"));
    BOOST_TEST(!has(leapDay, "2029-03-01"), "another year it is no day at all, and no other day instead");
    BOOST_TEST(!has(leapDay, "2029-02-28"));
}

BOOST_AUTO_TEST_CASE(every_other_week_goes_on_over_week_53)
{
    Opening thursdays = on(4, 510, 720);
    thursdays.everyWeeks = 2;
    thursdays.firstWeek = day("2026-12-17"); // week 51; 2026 has a week 53
    BOOST_TEST(daysOf(thursdays, "2026-12-01", "2027-01-31") == "2026-12-17 2026-12-31 2027-01-14 2027-01-28");
    thursdays.firstWeek = day("2027-01-03"); // the Sunday of week 53: the week counts, not the year
    BOOST_TEST(daysOf(thursdays, "2026-12-01", "2027-01-31") == "2026-12-31 2027-01-14 2027-01-28");
    thursdays.firstWeek = day("2027-01-04"); // the Monday after it
    BOOST_TEST(daysOf(thursdays, "2026-12-01", "2027-01-31") == "2027-01-07 2027-01-21");
    thursdays.everyWeeks = 52;
    thursdays.firstWeek = day("2026-12-31");
    BOOST_TEST(daysOf(thursdays, "2026-12-01", "2028-01-31") == "2026-12-31 2027-12-30");
}

BOOST_AUTO_TEST_CASE(the_nth_and_the_last_weekday_of_a_month)
{
    struct Case
    {
        int nth;
        const char *expected, *context;
    };
    for (const auto& c : {Case{1, "2026-09-03 2026-10-01 2026-11-05 2026-12-03", "the first, also on the first day"},
                          Case{2, "2026-09-10 2026-10-08 2026-11-12 2026-12-10", "the second"},
                          Case{4, "2026-09-24 2026-10-22 2026-11-26 2026-12-24", "the fourth"},
                          Case{5, "2026-10-29 2026-12-31", "a fifth is rare"},
                          Case{-1, "2026-09-24 2026-10-29 2026-11-26 2026-12-31", "the last, fourth or fifth"}}) {
        Opening thursdays = on(4, 510, 720);
        thursdays.nthOfMonth = c.nth;
        BOOST_TEST(daysOf(thursdays, "2026-09-01", "2026-12-31") == c.expected, c.context);
    }
}

BOOST_AUTO_TEST_CASE(a_visit_ends_inside_its_opening)
{
    struct Case
    {
        int from, to, granule, minutes;
        const char *expected, *context;
    };
    for (const auto& c : {Case{510, 540, 10, 30, "08:30", "exactly as long as the opening"},
                          Case{510, 530, 10, 30, "", "an opening shorter than the procedure"},
                          Case{510, 550, 10, 20, "08:30 08:40 08:50", "the last start ends with the opening"},
                          Case{510, 545, 10, 20, "08:30 08:40", "the odd five minutes hold nothing"},
                          Case{510, 545, 15, 15, "08:30 08:45", "a granule that does not divide the opening"},
                          Case{510, 550, 15, 30, "08:30", "nor here: the third quarter is not whole"},
                          Case{510, 555, 15, 20, "08:30 08:45", "no multiple of the granule: it takes two"},
                          Case{510, 540, 15, 40, "", "three are not there"},
                          Case{0, 60, 60, 5, "00:00", "a short visit in a long granule"},
                          Case{1420, 1440, 5, 20, "23:40", "up to midnight"}}) {
        Hours hours = only(on(4, c.from, c.to));
        hours.granuleMinutes = c.granule;
        BOOST_TEST(starts(plannedSlots(hours, day("2026-11-26")), c.minutes) == c.expected, c.context);
    }
}

BOOST_AUTO_TEST_CASE(a_granule_holds_from_its_day_on)
{
    Hours hours = only(on(4, 510, 720));
    hours.granules = {{day("2026-12-03"), 15}, {day("2026-12-17"), 30}};
    struct Case
    {
        const char* day;
        std::size_t count;
        int minutes;
    };
    for (const auto& c : {Case{"2026-11-26", 21, 10}, Case{"2026-12-03", 14, 15}, Case{"2026-12-10", 14, 15}, Case{"2026-12-17", 7, 30},
                          Case{"2027-12-16", 7, 30}}) {
        const auto slots = plannedSlots(hours, day(c.day));
        BOOST_REQUIRE(slots.size() == c.count);
        BOOST_TEST(std::ranges::all_of(slots, [&](const PlannedSlot& slot) { return slot.minutes == c.minutes; }), c.day);
        BOOST_TEST(granuleOn(10, hours.granules, day(c.day)) == c.minutes, c.day);
    }
    BOOST_TEST(granuleOn(10, hours.granules, day("2026-12-02")) == 10, "the day before");
}

BOOST_AUTO_TEST_CASE(a_closure_takes_the_granules_that_it_touches)
{
    struct Case
    {
        int from, to;
        const char *expected, *context;
    };
    for (const auto& c : {Case{0, 1440, "", "the whole day"}, Case{0, 510, "08:30 08:40 08:50", "before the opening"},
                          Case{540, 600, "08:30 08:40 08:50", "after it"}, Case{520, 530, "08:30 08:50", "one granule"},
                          Case{515, 525, "08:50", "it touches two"}, Case{539, 540, "08:30 08:40", "a minute is enough"},
                          Case{0, 511, "08:40 08:50", "at the begin too"}}) {
        Hours hours = only(on(4, 510, 540));
        hours.closures = {{day("2026-11-26"), day("2026-11-26"), {c.from}, {c.to}}};
        BOOST_TEST(starts(plannedSlots(hours, day("2026-11-26")), 10) == c.expected, c.context);
    }
    Hours twice = only(on(4, 510, 540));
    twice.closures = {{day("2026-11-01"), day("2026-11-30"), {510}, {520}}, {day("2026-11-26"), day("2026-11-26"), {510}, {530}}};
    BOOST_TEST(starts(plannedSlots(twice, day("2026-11-26")), 10) == "08:50", "closures may overlap");
}

BOOST_AUTO_TEST_CASE(capacity_lowered_under_what_is_booked_strands_the_latest)
{
    Hours hours = only(on(4, 510, 540));
    hours.openings[0].counters = 2;
    const auto slots = plannedSlots(hours, day("2026-11-26"));
    std::vector<PlacedVisit> visits;
    for (long long id = 1; id <= 4; ++id)
        visits.push_back({AppointmentId(id), day("2026-11-26"), {510}, id == 2 ? 30 : 10, Instant(std::chrono::minutes(id))});
    const std::vector<AppointmentId> expected{AppointmentId(4), AppointmentId(3)};
    BOOST_TEST((strandedVisits(slots, visits) == expected));
    hours.openings[0].to = {530};
    BOOST_TEST(strandedVisits(plannedSlots(hours, day("2026-11-26")), visits).size() == 3U, "the end of the long one is gone too");
}

BOOST_AUTO_TEST_CASE(from_its_release_days_on_the_desks_share_is_offered_online)
{
    Hours hours = only(on(4, 510, 540));
    hours.openings.push_back({OpeningId(8), 4, {600}, {630}, 2, 0, {}, {}, 1, {}, 0});
    const auto online = [&](const char* at) { return plannedSlots(hours, day(at)).front().capacityOnline; };
    BOOST_TEST(online("2026-11-26") == 3);
    hours.releasedTo = day("2026-12-03");
    BOOST_TEST(online("2026-11-26") == 4);
    BOOST_TEST(online("2026-12-03") == 4, "the last of these days");
    BOOST_TEST(online("2026-12-10") == 3, "after them");
    BOOST_TEST(plannedSlots(hours, day("2026-11-26")).back().capacityOnline == 0, "what has no counter online stays the desk's");
}

BOOST_AUTO_TEST_CASE(holidays_that_move_with_easter)
{
    struct Case
    {
        int year;
        const char *easterMonday, *ascension, *whitMonday;
    };
    for (const auto& c : {Case{1818, "1818-03-23", "1818-04-30", "1818-05-11"}, Case{1943, "1943-04-26", "1943-06-03", "1943-06-14"},
                          Case{1961, "1961-04-03", "1961-05-11", "1961-05-22"}, Case{2008, "2008-03-24", "2008-05-01", "2008-05-12"},
                          Case{2011, "2011-04-25", "2011-06-02", "2011-06-13"}, Case{2024, "2024-04-01", "2024-05-09", "2024-05-20"},
                          Case{2026, "2026-04-06", "2026-05-14", "2026-05-25"}, Case{2027, "2027-03-29", "2027-05-06", "2027-05-17"},
                          Case{2038, "2038-04-26", "2038-06-03", "2038-06-14"}}) {
        const auto holidays = belgianHolidays(c.year);
        BOOST_TEST(holidays.size() == 10U, c.year << ": ten, also when two fall on one day");
        for (const char* one : {c.easterMonday, c.ascension, c.whitMonday})
            BOOST_TEST((std::ranges::find(holidays, day(one)) != holidays.end()), one);
    }
}

BOOST_AUTO_TEST_CASE(days_of_the_town_come_once_or_every_year)
{
    const std::vector<AddedHoliday> added{{day("2026-09-27"), true, "Fête de la Communauté française"},
                                          {day("2026-12-24"), false, "pont"}};
    struct Case
    {
        const char* day;
        bool holiday;
        const char* context;
    };
    for (const auto& c : {Case{"2026-09-27", true, "the year of its entry"}, Case{"2027-09-27", true, "and the next"},
                          Case{"2026-12-24", true, "once"}, Case{"2027-12-24", false, "not again"},
                          Case{"2027-12-25", true, "legal ones without being added"}}) {
        const auto found = holidaysBetween(added, day(c.day), day(c.day));
        BOOST_TEST((std::ranges::find(found, day(c.day)) != found.end()) == c.holiday, c.context << " " << c.day);
    }
    const auto overNewYear = holidaysBetween(added, day("2026-12-20"), day("2027-01-10"));
    for (const char* one : {"2026-12-24", "2026-12-25", "2027-01-01"})
        BOOST_TEST((std::ranges::find(overNewYear, day(one)) != overNewYear.end()), one);
}

BOOST_AUTO_TEST_SUITE_END()
