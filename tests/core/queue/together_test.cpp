// Many agents at once, while cables are cut and the server is killed: nothing is done twice, and nothing is
// lost.
#include "core/queue/arrival.h"
#include "core/queue/turns.h"
#include "tests/core/queue/room_at_random.h"
#include "tests/support/wait.h"
#include <atomic>
#include <memory>
#include <thread>

using namespace accueil;
using namespace accueil::test;

namespace
{
/// One agent of many: knows what was acknowledged to him, and nothing else.
struct OneOfMany
{
    OneOfMany(unsigned seed, const std::string& file) : random(seed), client(file) {}
    Random random;
    Client client;
    CounterId seat;
    int acknowledged = 0, calls = 0; ///< calls: visitors called, and called again

    /// A lost connection is answered as every program does: the same click again, with the same key.
    template <class Act>
    bool persist(Act&& act)
    {
        const RequestKey key = Seed::random().requestKey("click");
        bool refused = false;
        waitFor("the server to be back", [&] {
            try {
                act(key);
                return true;
            } catch (const ConnectionLost&) {
                return false;
            } catch (const Refused&) {
                return refused = true;
            }
        });
        if (!refused) ++acknowledged;
        return !refused;
    }

    void step()
    {
        const Town& town = Town::instance();
        const Catalogue& catalogue = town.catalogue;
        const auto counter = [&] { return catalogue.counterByNumber(random.of(counterNumbers))->id; };
        if (!seat || random.oneIn(25)) {
            const CounterId wanted = counter();
            if (persist([&](const RequestKey&) { openCounter(client, catalogue, wanted); })) seat = wanted;
        }
        const CounterId at = !seat || random.oneIn(20) ? counter() : seat;
        switch (random.below(16)) {
        case 0:
        case 1:
        case 2: {
            const ProcedureId procedure = town.procedure(random.of(walkInProcedures));
            persist([&](const RequestKey& key) { walkIn(client, catalogue, key, procedure, Language::fr); });
            return;
        }
        case 3:
        case 4:
        case 5:
        case 6:
            calls += persist([&](const RequestKey& key) { callNext(client, catalogue, key, at); });
            return;
        case 7:
            calls += persist([&](const RequestKey& key) { callAgain(client, catalogue, key, at); });
            return;
        case 8:
            persist([&](const RequestKey& key) { isHere(client, catalogue, key, at); });
            return;
        case 9:
            persist([&](const RequestKey& key) { noShow(client, catalogue, key, at); });
            return;
        case 10:
            persist([&](const RequestKey& key) { park(client, catalogue, key, at, ParkReason::photo); });
            return;
        case 11:
            resumeOne(at);
            return;
        case 12: {
            const Transfer to{.service = random.of(catalogue.services()).id, .second = random.oneIn(2)};
            persist([&](const RequestKey& key) { transfer(client, catalogue, key, at, to); });
            return;
        }
        case 13:
            persist([&](const RequestKey& key) { takeEndBack(client, catalogue, key, at); });
            return;
        default:
            persist([&](const RequestKey& key) { finish(client, catalogue, key, at); });
        }
    }
    void resumeOne(CounterId at)
    {
        const Catalogue& catalogue = Town::instance().catalogue;
        std::vector<Ticket> aside;
        persist([&](const RequestKey&) { aside = parkedFor(client, catalogue, at); });
        if (aside.empty()) return;
        const TicketId id = random.of(aside).id;
        if (random.oneIn(4))
            persist([&](const RequestKey& key) { unpark(client, catalogue, key, id); });
        else
            calls += persist([&](const RequestKey& key) { resume(client, catalogue, key, at, id); });
    }
};

long long count(const std::string& sql)
{
    return std::stoll(Town::instance().database.value("SELECT COUNT(*) FROM " + sql));
}

/// The agents' cables break, in the middle of whatever they do.
void cutConnections(const Town& town)
{
    for (int i = 0; i < agents; ++i)
        town.database.execute("KILL CONNECTION USER 'agent" + std::to_string(i) + "'");
}

/// Eight people, several of them at the same counters; `disturb` runs beside them until they are done.
template <class Disturb>
void manyAtOnce(int each, Disturb&& disturb)
{
    emptyTheRoom();
    const Town& town = Town::instance();
    const unsigned seed = chosenSeed();
    const long long callsBefore = count("ticket_call");
    std::vector<std::unique_ptr<OneOfMany>> all;
    for (int i = 0; i < 8; ++i) // two windows of the same person among them
        all.push_back(
            std::make_unique<OneOfMany>(seed + static_cast<unsigned>(i),
                                        Staff::instance().agentFiles[static_cast<std::size_t>(i % agents)]));
    std::atomic<int> failed{0}, finished{0};
    {
        std::vector<std::jthread> threads;
        for (auto& one : all)
            threads.emplace_back([&] {
                try {
                    for (int i = 0; i < each; ++i) one->step();
                } catch (const std::exception& e) {
                    ++failed;
                    std::cerr << "an agent failed: " << e.what() << "\n";
                }
                ++finished;
            });
        disturb([&] { return finished == 8; });
    }
    BOOST_TEST(failed == 0);
    int acknowledged = 0, calls = 0;
    for (const auto& one : all) {
        acknowledged += one->acknowledged;
        calls += one->calls;
    }
    std::cout << acknowledged << " acts done, " << calls << " of them calls\n";
    BOOST_TEST(acknowledged > each);
    BOOST_TEST(count("ticket_call") - callsBefore == calls,
               "every call that was acknowledged happened once, and no other");
    BOOST_TEST(count("ticket t JOIN counter_state a ON a.ticket_id = t.id JOIN counter_state b ON "
                     "b.ticket_id = t.id AND b.counter_id > a.counter_id") == 0);
    BOOST_TEST(count("ticket WHERE state IN ('called', 'serving')") ==
               count("counter_state WHERE ticket_id IS NOT NULL"));
    BOOST_TEST(count("ticket WHERE state IN ('done', 'missed') AND ended_at IS NULL OR state IN ('waiting', "
                     "'called', 'serving', 'parked') AND ended_at IS NOT NULL") == 0);
    town.check();
}
} // namespace

BOOST_AUTO_TEST_SUITE(many_at_once)

BOOST_AUTO_TEST_CASE(eight_agents_at_once)
{
    manyAtOnce(120, [](auto) {});
}

BOOST_AUTO_TEST_CASE(eight_agents_while_connections_are_cut_and_the_server_is_killed)
{
    Town& town = Town::instance();
    int cuts = 0, kills = 0;
    manyAtOnce(120, [&](auto finished) {
        const auto requests = [] { return count("request"); };
        while (!finished()) {
            const long long before = requests();
            while (!finished() && requests() < before + 30) std::this_thread::yield();
            if (finished()) return;
            if (cuts < 6) {
                cutConnections(town);
                ++cuts;
            } else if (kills < 2) {
                town.database.kill();
                town.database.start();
                ++kills;
            } else {
                return;
            }
        }
    });
    BOOST_TEST(cuts == 6);
    BOOST_TEST(kills == 2);
}

BOOST_AUTO_TEST_SUITE_END()
