#include "staff-desktop/logic/week_grid.h"
#include <boost/test/unit_test.hpp>

using namespace accueil;
using std::chrono::days;

namespace
{
const Day monday = makeDay(2026, 11, 23);

SlotRow slot(int day, int start, int capacity, int booked, int expired = 0)
{
    return {ServiceId(1),
            monday + days(day),
            {start},
            10,
            OpeningId(1),
            capacity,
            capacity,
            booked,
            0,
            expired,
            0};
}
} // namespace

BOOST_AUTO_TEST_SUITE(week_grid)

BOOST_AUTO_TEST_CASE(half_hours_add_up_their_granules)
{
    const auto week =
        weekGrid({slot(0, 510, 4, 1), slot(0, 520, 4, 4), slot(0, 540, 3, 2, 1), slot(2, 600, 2, 2)}, monday,
                 {monday, {0}});
    BOOST_TEST(week.days.size() == 5u);
    BOOST_REQUIRE(week.rows.size() == 4u); // 08:30 to 10:00
    BOOST_TEST((week.rows[0].start == MinuteOfDay{510}));
    BOOST_TEST((week.rows[0].cells[0] == WeekGrid::Cell{8, 5, 3}));
    BOOST_TEST((week.rows[1].cells[0] == WeekGrid::Cell{3, 1, 2})); // a hold that is over counts as free
    BOOST_TEST(!week.rows[2].cells[0].open());
    BOOST_TEST((week.rows[3].cells[2] == WeekGrid::Cell{2, 2, 0}));
    BOOST_TEST((week.whole[0] == WeekGrid::Cell{11, 6, 5}));
    BOOST_TEST(week.rowAt({545}) == 1u);
    BOOST_TEST(week.rowAt({0}) == 0u);
}

BOOST_AUTO_TEST_CASE(what_is_over_is_not_free_any_more)
{
    const auto week = weekGrid({slot(0, 510, 4, 1), slot(0, 530, 4, 1)}, monday, {monday, {520}});
    BOOST_TEST((week.rows[0].cells[0] == WeekGrid::Cell{8, 2, 3}));
}

BOOST_AUTO_TEST_CASE(an_open_saturday_has_a_column_and_more_booked_than_offered_leaves_nothing)
{
    const auto week = weekGrid({slot(5, 540, 1, 2)}, monday, {monday, {0}});
    BOOST_REQUIRE(week.days.size() == 6u);
    BOOST_TEST((week.days.back() == monday + days(5)));
    BOOST_TEST((week.rows[0].cells[5] == WeekGrid::Cell{1, 2, 0}));
}

BOOST_AUTO_TEST_CASE(a_closed_week_has_no_rows)
{
    BOOST_TEST(weekGrid({}, monday, {monday, {0}}).rows.empty());
}

BOOST_AUTO_TEST_SUITE_END()
