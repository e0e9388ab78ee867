#include "core/base/clock.h"
#include "core/base/local_time.h"
#include <boost/test/unit_test.hpp>
#include <vector>

using namespace accueil;

BOOST_AUTO_TEST_SUITE(clocks)

BOOST_AUTO_TEST_CASE(server_clock_goes_on_from_what_the_server_said)
{
    ServerClock clock;
    const Instant said = *parseUtc("2031-05-06 07:08:09.010");
    clock.set(said);
    const Instant first = clock.now();
    BOOST_TEST((first >= said));
    BOOST_TEST((first < said + std::chrono::hours(1)));
    BOOST_TEST((clock.now() >= first));
}

BOOST_AUTO_TEST_CASE(wall_clock_and_utc_across_both_changes_of_the_clocks)
{
    struct Case
    {
        const char *utc, *day, *time, *context;
    };
    const TimeZone brussels("Europe/Brussels");
    for (const auto& c : std::vector<Case>{{"2026-11-26 07:30:00.000", "2026-11-26", "08:30", "winter"},
                                           {"2026-07-01 06:30:00.000", "2026-07-01", "08:30", "summer"},
                                           {"2026-03-29 00:59:00.000", "2026-03-29", "01:59", "before the spring change"},
                                           {"2026-03-29 01:00:00.000", "2026-03-29", "03:00", "after the spring change"},
                                           {"2026-12-31 23:30:00.000", "2027-01-01", "00:30", "another year"},
                                           {"2026-06-30 21:59:00.000", "2026-06-30", "23:59", "still the same day"}}) {
        BOOST_TEST_CONTEXT(c.context)
        {
            const LocalTime local = brussels.toLocal(*parseUtc(c.utc));
            BOOST_TEST(isoDay(local.day) == c.day);
            BOOST_TEST(clockText(local.minute) == c.time);
            BOOST_TEST(utcText(brussels.toUtc(local)) == c.utc);
        }
    }
}

BOOST_AUTO_TEST_CASE(a_skipped_time_is_the_change_and_a_doubled_one_its_first)
{
    const TimeZone brussels("Europe/Brussels");
    BOOST_TEST(utcText(brussels.toUtc(makeDay(2026, 3, 29), {150})) == "2026-03-29 01:00:00.000"); // 02:30 does not exist
    BOOST_TEST(utcText(brussels.toUtc(makeDay(2026, 10, 25), {150})) == "2026-10-25 00:30:00.000"); // 02:30 comes twice
}

BOOST_AUTO_TEST_CASE(an_unknown_zone_is_refused)
{
    BOOST_CHECK_THROW(TimeZone("Europe/Nowhere"), std::runtime_error);
}

BOOST_AUTO_TEST_SUITE_END()
