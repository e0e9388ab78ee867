#include "core/agenda/opening.h"
#include <algorithm>
#include <boost/test/unit_test.hpp>

using namespace accueil;

namespace
{
Day day(const char* iso)
{
    return *parseIsoDay(iso);
}

/// Thursdays 08:30 to 12:00 with four counters, three of them online.
Hours thursdays()
{
    Hours hours;
    hours.openings.push_back({OpeningId(7), 4, {510}, {720}, 4, 3, {}, {}, 1, {}, 0});
    return hours;
}
} // namespace

BOOST_AUTO_TEST_SUITE(openings)

BOOST_AUTO_TEST_CASE(an_opening_is_cut_into_granules_that_end_inside_it)
{
    struct Case
    {
        int from, to, granule, first, last;
        std::size_t count;
        const char* context;
    };
    for (const auto& c : {Case{510, 720, 10, 510, 710, 21, "a morning"}, Case{510, 715, 10, 510, 700, 20, "the rest of five minutes is not offered"},
                          Case{510, 520, 10, 510, 510, 1, "exactly one granule"}, Case{510, 540, 15, 510, 525, 2, "quarters"}}) {
        BOOST_TEST_CONTEXT(c.context)
        {
            Hours hours = thursdays();
            hours.granuleMinutes = c.granule;
            hours.openings[0].from = {c.from};
            hours.openings[0].to = {c.to};
            const auto slots = plannedSlots(hours, day("2026-11-26"));
            BOOST_REQUIRE(slots.size() == c.count);
            BOOST_TEST(slots.front().start.value == c.first);
            BOOST_TEST(slots.back().start.value == c.last);
            BOOST_TEST(slots.front().capacity == 4);
            BOOST_TEST(slots.front().capacityOnline == 3);
            BOOST_TEST(slots.front().opening == 7);
        }
    }
    Hours hours = thursdays();
    hours.openings[0].to = {515};
    BOOST_TEST(plannedSlots(hours, day("2026-11-26")).empty(), "shorter than a granule");
}

BOOST_AUTO_TEST_CASE(the_rule_says_on_which_days_it_applies)
{
    struct Case
    {
        const char* day;
        Opening opening;
        bool applies;
        const char* context;
    };
    const Opening weekly{OpeningId(1), 4, {510}, {720}, 1, 1, {}, {}, 1, {}, 0};
    Opening limited = weekly, fortnight = weekly, third = weekly, last = weekly;
    limited.validFrom = day("2026-11-20");
    limited.validTo = day("2026-11-26");
    fortnight.everyWeeks = 2;
    fortnight.firstWeek = day("2026-12-29"); // a Tuesday of ISO week 53
    third.nthOfMonth = 3;
    last.nthOfMonth = -1;
    for (const auto& c : {Case{"2026-11-26", weekly, true, "a Thursday"}, Case{"2026-11-27", weekly, false, "a Friday"},
                          Case{"2026-11-26", limited, true, "the last valid day"}, Case{"2026-12-03", limited, false, "after it"},
                          Case{"2026-11-19", limited, false, "before the first"},
                          Case{"2026-12-31", fortnight, true, "week 53 itself"}, Case{"2027-01-07", fortnight, false, "week 1"},
                          Case{"2027-01-14", fortnight, true, "week 2"}, Case{"2026-12-17", fortnight, false, "before the first week"},
                          Case{"2026-11-19", third, true, "third Thursday"}, Case{"2026-11-26", third, false, "fourth"},
                          Case{"2026-11-26", last, true, "last Thursday, the fourth"}, Case{"2026-12-24", last, false, "not the last"},
                          Case{"2026-12-31", last, true, "last Thursday, the fifth"}, Case{"2028-02-24", last, true, "last before 29 February"}})
        BOOST_TEST(appliesTo(c.opening, day(c.day)) == c.applies, c.context << " " << c.day);
}

BOOST_AUTO_TEST_CASE(closures_holidays_and_special_days_change_a_day)
{
    Hours hours = thursdays();
    hours.closures.push_back({day("2026-11-26"), day("2026-11-26"), {600}, {660}});
    BOOST_TEST(plannedSlots(hours, day("2026-11-26")).size() == 15U, "an hour less");
    hours.closures[0] = {day("2026-11-20"), day("2026-11-30"), {0}, {1440}};
    BOOST_TEST(plannedSlots(hours, day("2026-11-26")).empty(), "closed for days");

    hours = thursdays();
    hours.holidays = {day("2026-11-26")};
    BOOST_TEST(plannedSlots(hours, day("2026-11-26")).empty(), "a holiday");
    hours.specials.push_back({OpeningId(3), day("2026-11-26"), {840}, {900}, 2, 1, false});
    BOOST_TEST(plannedSlots(hours, day("2026-11-26")).empty(), "a special opening must say that it is for the holiday");
    hours.specials[0].onHoliday = true;
    const auto slots = plannedSlots(hours, day("2026-11-26"));
    BOOST_REQUIRE(slots.size() == 6U);
    BOOST_TEST(slots[0].opening == -3);
    hours.holidays.clear();
    BOOST_TEST(plannedSlots(hours, day("2026-11-26")).size() == 6U, "in place of the usual hours");
    hours.closures = {{day("2026-11-26"), day("2026-11-26"), {840}, {900}}};
    BOOST_TEST(plannedSlots(hours, day("2026-11-26")).empty(), "closed in those: the usual hours do not come back");
    BOOST_TEST(slots[0].start.value == 840);
}

BOOST_AUTO_TEST_CASE(easter_and_the_legal_holidays_of_belgium)
{
    struct Case
    {
        int year;
        const char* easter;
    };
    for (const auto& c : {Case{2024, "2024-03-31"}, Case{2025, "2025-04-20"}, Case{2026, "2026-04-05"}, Case{2027, "2027-03-28"},
                          Case{2038, "2038-04-25"}, Case{2285, "2285-03-22"}})
        BOOST_TEST(isoDay(easterSunday(c.year)) == c.easter);
    const auto holidays = belgianHolidays(2026);
    BOOST_TEST(holidays.size() == 10U);
    for (const char* one : {"2026-01-01", "2026-04-06", "2026-05-01", "2026-05-14", "2026-05-25", "2026-07-21", "2026-08-15",
                            "2026-11-01", "2026-11-11", "2026-12-25"})
        BOOST_TEST((std::ranges::find(holidays, day(one)) != holidays.end()), one);
}

BOOST_AUTO_TEST_SUITE_END()
