#include "core/store/request.h"
#include "tests/core/town.h"
#include "tests/support/commit_thief.h"

using namespace accueil;
using namespace accueil::test;

namespace
{
struct Kiosk : Client
{
    Kiosk() : Client(Town::instance().kiosk) {}
    store::Request request{Seed::random().hex(), std::string(64, 'a')};
    int runs = 0;

    std::string ask(const std::string& answer)
    {
        return store::once(connection, request, [&](soci::session&) {
            ++runs;
            return answer;
        });
    }
};
} // namespace

BOOST_FIXTURE_TEST_SUITE(request, Kiosk)

BOOST_AUTO_TEST_CASE(the_same_request_gives_the_first_answer)
{
    BOOST_TEST(ask("first") == "first");
    BOOST_TEST(ask("second") == "first");
}

BOOST_AUTO_TEST_CASE(the_same_key_for_something_else_is_a_conflict)
{
    ask("first");
    request.contentHash = std::string(64, 'b');
    BOOST_CHECK_EXCEPTION(ask("second"), Refused, refusedWith(Refusal::requestConflict));
}

BOOST_AUTO_TEST_CASE(a_refusal_is_thrown_only_when_the_request_was_never_done)
{
    const auto refuse = [this] {
        return store::once(connection, request, [](soci::session&) -> std::string { throw Refused(Refusal::slotTaken); });
    };
    BOOST_CHECK_EXCEPTION(refuse(), Refused, refusedWith(Refusal::slotTaken));
    ask("done");
    BOOST_TEST(refuse() == "done");
}

BOOST_AUTO_TEST_CASE(a_commit_whose_answer_is_lost_is_done_once)
{
    CommitThief cable(Town::instance().database.host());
    auto config = store::DatabaseConfig::from(Config::fromFile(Town::instance().kiosk));
    config.hosts = {cable.host()};
    for (const auto cut : {CommitThief::Cut::before, CommitThief::Cut::after}) {
        ServerClock serverClock;
        store::Connection fragile(config, serverClock);
        fragile.session();
        request.key = Seed::random().hex();
        runs = 0;
        cable.arm(cut);
        const std::string answer = store::once(fragile, request, [this](soci::session&) { return std::to_string(++runs); });
        BOOST_TEST(cable.hasCut());
        BOOST_TEST(runs == (cut == CommitThief::Cut::before ? 2 : 1), "done again only if it had not been done");
        BOOST_TEST(answer == std::to_string(runs));
        BOOST_TEST(ask("another") == answer);
    }
}

BOOST_AUTO_TEST_CASE(without_a_request_key_a_lost_commit_is_said_to_be_unknown)
{
    CommitThief cable(Town::instance().database.host());
    auto config = store::DatabaseConfig::from(Config::fromFile(Town::instance().kiosk));
    config.hosts = {cable.host()};
    ServerClock serverClock;
    store::Connection fragile(config, serverClock);
    fragile.session();
    cable.arm(CommitThief::Cut::after);
    BOOST_CHECK_THROW(store::inTx(fragile, [](soci::session& session) { store::exec(session, "CALL report_alive('')"); }), CommitUnknown);
}

BOOST_AUTO_TEST_SUITE_END()
