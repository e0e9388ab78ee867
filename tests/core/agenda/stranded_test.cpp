#include "core/agenda/stranded.h"
#include <boost/test/unit_test.hpp>

using namespace accueil;

namespace
{
const Day thursday = makeDay(2026, 11, 26);

PlannedSlot slot(int start, int capacity, int minutes = 10)
{
    return {thursday, {start}, 1, minutes, capacity, 0};
}

/// Booked in the order of their numbers.
PlacedVisit visit(long long id, int start, int minutes)
{
    return {AppointmentId(id), thursday, {start}, minutes, Instant(std::chrono::minutes(id))};
}

std::string stranded(const std::vector<PlannedSlot>& slots, const std::vector<PlacedVisit>& visits)
{
    std::string ids;
    for (const auto id : strandedVisits(slots, visits)) ids += std::to_string(id.value()) + " ";
    return ids;
}
} // namespace

BOOST_AUTO_TEST_SUITE(stranded_visits)

BOOST_AUTO_TEST_CASE(the_latest_booked_go_first_and_no_more_than_must)
{
    BOOST_TEST(stranded({slot(510, 2)}, {visit(1, 510, 10), visit(2, 510, 10)}) == "", "it fits");
    BOOST_TEST(stranded({slot(510, 1)}, {visit(1, 510, 10), visit(2, 510, 10), visit(3, 510, 10)}) == "3 2 ");
    BOOST_TEST(stranded({}, {visit(1, 510, 10)}) == "1 ", "closed");
    BOOST_TEST(stranded({slot(510, 1), slot(520, 1)}, {visit(1, 510, 20), visit(2, 520, 10)}) == "2 ");
    // The long visit was booked last: it alone makes room for both short ones.
    BOOST_TEST(stranded({slot(510, 1), slot(520, 1)}, {visit(1, 510, 10), visit(2, 520, 10), visit(3, 510, 20)}) == "3 ");
    BOOST_TEST(stranded({slot(510, 1)}, {visit(1, 510, 20)}) == "1 ", "its second half is gone");
}

BOOST_AUTO_TEST_CASE(a_coarser_grid_keeps_what_lies_inside_it)
{
    BOOST_TEST(stranded({slot(510, 2, 15), slot(525, 2, 15)}, {visit(1, 520, 10), visit(2, 510, 30)}) == "");
    BOOST_TEST(stranded({slot(510, 1, 15), slot(525, 1, 15)}, {visit(1, 520, 10), visit(2, 510, 30)}) == "2 ");
}

BOOST_AUTO_TEST_CASE(a_place_given_knowingly_above_the_capacity_is_stranded_only_where_nothing_is_offered)
{
    PlacedVisit above = visit(2, 510, 10);
    above.overCapacity = true;
    BOOST_TEST(stranded({slot(510, 1)}, {visit(1, 510, 10), above}) == "");
    BOOST_TEST(stranded({slot(510, 1)}, {visit(1, 510, 10), above, visit(3, 510, 10)}) == "3 ");
    BOOST_TEST(stranded({}, {visit(1, 510, 10), above}) == "2 1 ");
    BOOST_TEST(stranded({slot(510, 0)}, {above}) == "2 ");
}

BOOST_AUTO_TEST_SUITE_END()
