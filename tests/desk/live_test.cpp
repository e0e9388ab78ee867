#include "fake_desk.h"
#include "staff-desktop/logic/live_feed.h"
#include "staff-desktop/logic/status_line.h"
#include <boost/test/unit_test.hpp>

using namespace accueil;
using namespace std::chrono_literals;

namespace
{
struct LiveFixture : DeskFixture
{
    LiveFeed feed{desk};
    int news = 0, renewed = 0, restored = 0;
    Listening heard = feed.onNews([this](const News&) { ++news; });
    Listening again = feed.onRenewed([this] { ++renewed; });
    Listening back = desk.link.onRestored([this] { ++restored; });

    void wait(std::chrono::milliseconds time)
    {
        for (auto step = 0ms; step < time; step += 100ms) {
            clock.advance(100ms);
            feed.tick();
            tasks.finishAll();
        }
    }
};
} // namespace

BOOST_FIXTURE_TEST_SUITE(live, LiveFixture)

BOOST_AUTO_TEST_CASE(asks_twice_a_second_and_one_at_a_time)
{
    feed.tick();
    feed.tick();
    BOOST_TEST(tasks.waiting() == 1u);
    tasks.finishAll();
    wait(5s);
    BOOST_TEST(town.count("news") == 11);
    BOOST_TEST(news == 0);
}

BOOST_AUTO_TEST_CASE(tells_what_changed)
{
    town.nextNews.queue = true;
    wait(1s);
    BOOST_TEST(news == 1);
}

BOOST_AUTO_TEST_CASE(changed_settings_bring_a_new_catalogue)
{
    auto parts = smallTown();
    parts.policy.callsBeforeNoShow = 5;
    town.town = std::make_shared<const Catalogue>(parts);
    town.nextNews.settings = true;
    town.failures["catalogue"] = {std::make_exception_ptr(ConnectionLost("gone", 2013))};
    wait(5s);
    BOOST_TEST(renewed == 1);
    BOOST_TEST(desk.catalogue().policy().callsBeforeNoShow == 5);
}

BOOST_AUTO_TEST_CASE(a_lost_link_is_asked_less_and_less_often_and_comes_back_by_itself)
{
    wait(1s);
    town.loseNext("news", 6);
    const auto before = town.count("news");
    wait(20s);
    BOOST_TEST(desk.link.up());
    BOOST_TEST(restored == 1);
    BOOST_TEST(town.count("news") - before < 20);
}

BOOST_AUTO_TEST_CASE(the_status_line_says_since_when)
{
    wait(1s);
    BOOST_TEST(statusLine(desk).text == "Connected · up to date at 10:42:00");
    BOOST_TEST(statusLine(desk).clock == "Monday 23 November 2026 · 10:42");
    town.loseNext("news", 100);
    clock.advance(2min);
    wait(1min);
    BOOST_TEST(!statusLine(desk).good);
    BOOST_TEST(statusLine(desk).text == "No connection since 10:42. What you typed is kept.");
}

BOOST_AUTO_TEST_CASE(a_closed_account_is_not_asked_again)
{
    town.failNext("news", AccessDenied("locked", 1045));
    wait(10s);
    BOOST_TEST(town.count("news") == 1);
    BOOST_TEST((desk.link.health() == Link::Health::closed));
}

BOOST_AUTO_TEST_CASE(a_foreign_schema_is_said_and_watched)
{
    town.failNext("news", ForeignSchema(3, 5));
    wait(200ms);
    BOOST_TEST((desk.link.health() == Link::Health::foreign));
    wait(10s);
    BOOST_TEST(desk.link.up());
}

BOOST_AUTO_TEST_SUITE_END()
