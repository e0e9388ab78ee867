#include "core/store/site_events.h"
#include "tests/core/town.h"
#include <thread>

using namespace accueil;
using namespace accueil::test;

namespace
{
struct Announcing
{
    Client root{Town::instance().root};
    SiteId site = Town::instance().catalogue.site().id;
    store::EventReader reader{site, store::Topic::settings};

    void announce(store::Connection& connection) const
    {
        store::inTx(connection, [this](soci::session& session) { store::exec(session, "CALL announce(:site, 'settings', 'test')", site); });
    }
};
} // namespace

BOOST_FIXTURE_TEST_SUITE(site_events, Announcing)

BOOST_AUTO_TEST_CASE(a_reader_begins_with_everything_and_then_sees_each_event_once)
{
    BOOST_TEST(reader.poll(root).reloadAll);
    BOOST_TEST(reader.poll(root).events.empty());
    announce(root);
    announce(root);
    const auto changes = reader.poll(root);
    BOOST_TEST(!changes.reloadAll);
    BOOST_REQUIRE(changes.events.size() == 2U);
    BOOST_TEST(changes.events[0].version + 1 == changes.events[1].version);
    BOOST_TEST(changes.events[0].kind == "test");
    BOOST_TEST(reader.poll(root).events.empty());
}

BOOST_AUTO_TEST_CASE(a_reader_older_than_what_is_kept_reloads_all)
{
    reader.poll(root);
    announce(root);
    announce(root);
    Town::instance().database.execute("DELETE FROM site_event WHERE topic = 'settings' ORDER BY version DESC LIMIT 1");
    BOOST_TEST(reader.poll(root).reloadAll);
    BOOST_TEST(!reader.poll(root).reloadAll);
    Town::instance().database.execute("UPDATE site_version SET version = version - 1 WHERE topic = 'settings'");
    BOOST_TEST(reader.poll(root).reloadAll, "newer than the database: it was restored");
}

BOOST_AUTO_TEST_CASE(several_topics_are_followed_at_once_and_only_what_is_new_is_answered)
{
    using store::Topic;
    store::SiteReader both(site, {Topic::queue, Topic::settings});
    const auto first = both.poll(root);
    BOOST_REQUIRE(first.size() == 2U);
    BOOST_TEST(first.at(Topic::queue).reloadAll);
    BOOST_TEST(first.at(Topic::settings).reloadAll);
    BOOST_TEST(both.poll(root).empty());
    announce(root);
    store::inTx(root, [this](soci::session& session) { store::exec(session, "CALL announce(:site, 'agenda', 'test')", site); });
    const auto news = both.poll(root);
    BOOST_REQUIRE(news.size() == 1U);
    BOOST_TEST(news.at(Topic::settings).events.size() == 1U);
    BOOST_TEST(both.poll(root).empty(), "the agenda is not followed");
}

BOOST_AUTO_TEST_CASE(no_event_is_missed_while_many_write)
{
    announce(root);
    reader.poll(root);
    constexpr int writers = 8, each = 25;
    std::vector<std::jthread> threads;
    for (int i = 0; i < writers; ++i)
        threads.emplace_back([this] {
            Client client(Town::instance().root);
            for (int n = 0; n < each; ++n) announce(client);
        });
    long long seen = 0, last = 0;
    while (seen < writers * each) {
        const auto changes = reader.poll(root);
        BOOST_REQUIRE(!changes.reloadAll);
        for (const auto& event : changes.events) {
            BOOST_TEST((last == 0 || event.version == last + 1));
            last = event.version;
            ++seen;
        }
    }
    BOOST_TEST(seen == writers * each);
}

BOOST_AUTO_TEST_SUITE_END()
