#include "staff-desktop/logic/calendar_words.h"
#include "staff-desktop/logic/offers.h"
#include <boost/test/unit_test.hpp>

using namespace accueil;

namespace
{
const Day monday = makeDay(2026, 11, 23);

DayOfStarts day(int offset, std::vector<int> starts, bool open = true)
{
    DayOfStarts one{
        .day = monday + std::chrono::days(offset), .open = open, .capacity = 40, .free = 20, .starts = {}};
    for (const int start : starts) one.starts.push_back({MinuteOfDay{start}, 2});
    return one;
}

const std::vector<DayOfStarts> week{day(0, {680, 690}),      day(1, {}),    day(2, {550, 800}),
                                    day(3, {510, 530, 790}), day(4, {700}), day(5, {}, false)};

std::string text(const std::vector<Offer>& offers)
{
    std::string line;
    for (const auto& offer : offers) line += shortDay(offer.day) + " " + clockText(offer.start) + ", ";
    return line;
}
} // namespace

BOOST_AUTO_TEST_SUITE(offers)

BOOST_AUTO_TEST_CASE(the_first_ones_suit_what_the_caller_asks_for)
{
    struct Case
    {
        const char* what;
        OfferFilter filter;
        const char* expected;
    };
    const std::vector<Case> cases{
        {"anything", {}, "23.11 11:20, 23.11 11:30, 25.11 09:10, "},
        {"afternoons", {.half = HalfDay::afternoon}, "25.11 13:20, 26.11 13:10, "},
        {"mornings", {.half = HalfDay::morning}, "23.11 11:20, 23.11 11:30, 25.11 09:10, "},
        {"Thursdays and Fridays", {.weekdays = 1u << 4 | 1u << 5}, "26.11 08:30, 26.11 08:50, 26.11 13:10, "},
        {"from Thursday on",
         {.from = monday + std::chrono::days(3)},
         "26.11 08:30, 26.11 08:50, 26.11 13:10, "},
        {"Wednesday afternoon", {.weekdays = 1u << 3, .half = HalfDay::afternoon}, "25.11 13:20, "},
        {"Tuesdays, which are full", {.weekdays = 1u << 2}, ""}};
    for (const auto& one : cases)
        BOOST_TEST(text(firstOffers(week, one.filter, 3)) == one.expected, one.what);
}

BOOST_AUTO_TEST_CASE(the_nearest_ones_stand_around_the_wish_in_order_of_time)
{
    BOOST_TEST(text(nearestOffers(week, {monday + std::chrono::days(3), MinuteOfDay{520}}, 3)) ==
               "26.11 08:30, 26.11 08:50, 26.11 13:10, ");
    BOOST_TEST(text(nearestOffers(week, {monday, MinuteOfDay{700}}, 2)) == "23.11 11:20, 23.11 11:30, ");
}

BOOST_AUTO_TEST_CASE(a_day_says_what_is_left)
{
    const DayLeft thursday = leftOf(week, monday + std::chrono::days(3), HalfDay::any, 1);
    BOOST_TEST(thursday.open);
    BOOST_TEST(thursday.places == 6);
    BOOST_TEST(thursday.share == 0.5);
    BOOST_TEST(leftOf(week, monday + std::chrono::days(3), HalfDay::any, 2).places ==
               3); // starts of twenty minutes overlap
    BOOST_TEST(leftOf(week, monday + std::chrono::days(3), HalfDay::afternoon, 1).places == 2);
    BOOST_TEST(leftOf(week, monday + std::chrono::days(1), HalfDay::any, 1).places == 0);
    BOOST_TEST(leftOf(week, monday + std::chrono::days(1), HalfDay::any, 1).open);
    BOOST_TEST(!leftOf(week, monday + std::chrono::days(5), HalfDay::any, 1).open);
}

BOOST_AUTO_TEST_CASE(a_week_end_is_shown_when_it_opens)
{
    BOOST_TEST(weekdaysShown(week).size() == 5u);
    auto saturday = week;
    saturday.back().open = true;
    BOOST_TEST(weekdaysShown(saturday).size() == 6u);
}

BOOST_AUTO_TEST_CASE(a_coming_day_is_typed_in_many_ways)
{
    const std::vector<std::pair<const char*, const char*>> cases{{"26", "2026-11-26"},
                                                                 {"3", "2026-12-03"},
                                                                 {"26.11", "2026-11-26"},
                                                                 {"26/11", "2026-11-26"},
                                                                 {"1.1", "2027-01-01"},
                                                                 {"26.11.2026", "2026-11-26"},
                                                                 {"26 11 26", "2026-11-26"},
                                                                 {"2026-12-01", "2026-12-01"},
                                                                 {"31.2", ""},
                                                                 {"tomorrow", ""},
                                                                 {"", ""},
                                                                 {"1.2.3.4", ""},
                                                                 {"99999999999", ""}};
    for (const auto& [typed, expected] : cases) {
        const auto day = parseComingDay(typed, monday);
        BOOST_TEST((day ? isoDay(*day) : "") == expected, typed);
    }
}

/// Who looks for an appointment means yesterday's as often as tomorrow's.
BOOST_AUTO_TEST_CASE(the_nearest_day_is_typed_without_year_or_month)
{
    struct Case
    {
        Day today;
        const char *typed, *expected;
    };
    for (const auto& [today, typed, expected] : {Case{makeDay(2026, 11, 24), "23.11", "2026-11-23"},
                                                 {makeDay(2026, 11, 24), "24.11", "2026-11-24"},
                                                 {makeDay(2026, 11, 24), "25.11", "2026-11-25"},
                                                 {makeDay(2026, 11, 24), "1.6", "2026-06-01"},
                                                 {makeDay(2026, 11, 24), "1.5", "2027-05-01"},
                                                 {makeDay(2027, 1, 4), "28.12", "2026-12-28"},
                                                 {makeDay(2026, 11, 24), "23", "2026-11-23"},
                                                 {makeDay(2026, 11, 24), "3", "2026-12-03"},
                                                 {makeDay(2027, 1, 4), "29", "2026-12-29"},
                                                 {makeDay(2026, 11, 24), "31", "2026-10-31"},
                                                 {makeDay(2027, 11, 24), "29.2", "2028-02-29"},
                                                 {makeDay(2026, 11, 24), "29.2", ""},
                                                 {makeDay(2026, 11, 24), "23.11.2027", "2027-11-23"},
                                                 {makeDay(2026, 11, 24), "yesterday", ""}}) {
        const auto day = parseNearestDay(typed, today);
        BOOST_TEST((day ? isoDay(*day) : "") == expected, typed);
    }
}

BOOST_AUTO_TEST_SUITE_END()
