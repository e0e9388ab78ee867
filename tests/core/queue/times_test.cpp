#include "core/queue/arrival.h"
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <set>

using namespace accueil;

BOOST_AUTO_TEST_SUITE(times_to_choose_from)

BOOST_AUTO_TEST_CASE(true_time_stands_among_sorted_decoys_that_are_not_near)
{
    std::set<std::ptrdiff_t> positions;
    for (long long id = 1; id <= 200; ++id) {
        const MinuteOfDay truth{510 + 10 * static_cast<int>(id % 20)};
        const auto times = timesToChooseFrom({truth}, AppointmentId(id), 10, {510}, {720});
        BOOST_REQUIRE(times.size() == 4U);
        BOOST_TEST(std::ranges::is_sorted(times));
        const auto found = std::ranges::find(times, truth);
        BOOST_REQUIRE((found != times.end()));
        positions.insert(found - times.begin());
        for (std::size_t i = 1; i < times.size(); ++i) BOOST_TEST(times[i].value - times[i - 1].value >= 20);
        BOOST_TEST((timesToChooseFrom({truth}, AppointmentId(id), 10, {510}, {720}) == times), "the same at every try");
    }
    BOOST_TEST(positions.size() == 4U, "the true time stands at every place");
}

BOOST_AUTO_TEST_CASE(two_appointments_with_one_birth_date_both_stand_there)
{
    const auto times = timesToChooseFrom({{600}, {520}, {600}}, AppointmentId(5), 10, {510}, {720});
    BOOST_TEST((std::ranges::count(times, MinuteOfDay{520}) == 1));
    BOOST_TEST((std::ranges::count(times, MinuteOfDay{600}) == 1));
}

BOOST_AUTO_TEST_CASE(a_short_opening_gives_fewer_times_and_never_hangs)
{
    const auto times = timesToChooseFrom({{510}}, AppointmentId(5), 10, {510}, {520});
    BOOST_TEST(times.size() == 1U);
}

BOOST_AUTO_TEST_SUITE_END()
