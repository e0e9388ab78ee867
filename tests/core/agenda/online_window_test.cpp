#include "core/agenda/online_window.h"
#include <boost/test/unit_test.hpp>

using namespace accueil;

namespace
{
struct Case
{
    const char* now; ///< UTC
    int lead, horizon, opensAt;
    const char *earliest, *last, *context;
};

OnlineWindow windowOf(const Case& c)
{
    CatalogueParts parts;
    parts.site.timeZone = "Europe/Brussels";
    parts.booking.opensAt = c.opensAt;
    Service service;
    service.leadMinutes = c.lead;
    service.horizonDays = c.horizon;
    return onlineWindow(Catalogue(parts), service, parseUtc(c.now).value());
}
} // namespace

BOOST_AUTO_TEST_SUITE(online_window)

BOOST_AUTO_TEST_CASE(from_the_lead_to_the_last_day_that_has_opened)
{
    for (const auto& c :
         {Case{"2026-11-24 07:40:00.000", 0, 60, 420, "2026-11-24 08:41", "2027-01-22", "today counts"},
          Case{"2026-11-24 07:40:00.000", 120, 60, 420, "2026-11-24 10:41", "2027-01-22", "two hours before"},
          Case{"2026-11-24 05:59:59.999", 0, 60, 420, "2026-11-24 07:00", "2027-01-21", "a moment before seven"},
          Case{"2026-11-24 06:00:00.000", 0, 60, 420, "2026-11-24 07:01", "2027-01-22", "at seven the new day opens"},
          Case{"2026-11-23 23:00:00.000", 0, 60, 420, "2026-11-24 00:01", "2027-01-21", "midnight opens nothing"},
          Case{"2026-11-23 22:59:00.000", 0, 60, 420, "2026-11-24 00:00", "2027-01-21", "the same day as a minute later"},
          Case{"2026-11-23 23:00:00.000", 0, 60, 0, "2026-11-24 00:01", "2027-01-22", "unless the town says so"},
          Case{"2026-11-24 22:30:00.000", 60, 60, 420, "2026-11-25 00:31", "2027-01-22", "a lead into tomorrow"},
          Case{"2026-10-25 00:30:00.000", 60, 7, 420, "2026-10-25 02:31", "2026-10-30", "the hour that comes twice"},
          Case{"2027-03-28 00:30:00.000", 60, 7, 420, "2027-03-28 03:31", "2027-04-02", "the hour that is skipped"},
          Case{"2026-11-24 07:40:00.000", 0, 1, 420, "2026-11-24 08:41", "2026-11-24", "today only"}}) {
        const OnlineWindow window = windowOf(c);
        BOOST_TEST(isoDay(window.earliest.day) + " " + clockText(window.earliest.minute) == c.earliest, c.context);
        BOOST_TEST(isoDay(window.last) == c.last, c.context);
    }
}

BOOST_AUTO_TEST_CASE(a_start_is_taken_inside_the_window_only)
{
    const OnlineWindow window = windowOf({"2026-11-24 07:40:00.000", 60, 3, 420, "", "", ""});
    const Day today = makeDay(2026, 11, 24), last = makeDay(2026, 11, 26);
    BOOST_TEST(!window.takes({today, {9 * 60 + 40}}), "exactly the lead is too late");
    BOOST_TEST(window.takes({today, {9 * 60 + 41}}));
    BOOST_TEST(window.takes({last, {1430}}));
    BOOST_TEST(!window.takes({last + std::chrono::days(1), {0}}));
    BOOST_TEST(window.daysFrom(today) == 3);
    BOOST_TEST(window.daysFrom(last) == 1);
    BOOST_TEST(window.daysFrom(last + std::chrono::days(5)) == 0);
    const OnlineWindow night = windowOf({"2026-11-24 03:00:00.000", 0, 1, 420, "", "", ""});
    BOOST_TEST(night.daysFrom(today) == 0, "before seven, not even today");
}

BOOST_AUTO_TEST_SUITE_END()
