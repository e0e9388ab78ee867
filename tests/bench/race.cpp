// Many connections on one place, a thousand times: exactly one of them gets it.
#include "core/agenda/publication.h"
#include "tests/bench/bench.h"
#include <atomic>
#include <barrier>
#include <thread>

namespace accueil::bench
{
namespace
{
constexpr int rounds = 1000;

struct Round
{
    Day day;
    MinuteOfDay start;
};

/// Every granule of the coming months offers one place.
std::vector<Round> onePlaceRounds(Place& place)
{
    place.database.execute("UPDATE opening SET counters = 1, counters_online = 1");
    Client root(place.root);
    const ServiceId service = place.catalogue.serviceByCode("POP")->id;
    publish(root.connection, place.catalogue, service, place.today, 120);
    std::vector<Round> all;
    const Hours hours = loadHours(root.connection, place.catalogue, service, place.today, place.today + std::chrono::days(120));
    for (int i = 1; i < 120 && static_cast<int>(all.size()) < rounds; ++i)
        for (const auto& slot : plannedSlots(hours, place.today + std::chrono::days(i)))
            if (static_cast<int>(all.size()) < rounds) all.push_back({slot.day, slot.start});
    return all;
}

void run(int connections, Report& report)
{
    Place place(0);
    const auto all = onePlaceRounds(place);
    const std::vector<Wanted> wanted{{place.catalogue.procedureByCode("POP-EID")->id, 1}};
    std::vector<std::atomic<int>> winners(all.size());
    std::atomic<long long> refused{0}, other{0};
    std::barrier together(connections);
    const double took = milliseconds([&] {
        std::vector<std::jthread> threads;
        for (int i = 0; i < connections; ++i)
            threads.emplace_back([&] {
                Client client(place.account);
                for (std::size_t round = 0; round < all.size(); ++round) {
                    const Seed seed = Seed::random();
                    together.arrive_and_wait();
                    try {
                        const Hold held = hold(client.connection, place.catalogue,
                                               {seed, wanted, all[round].day, all[round].start, Channel::desk, Language::fr});
                        book(client.connection, place.catalogue, seed, held.appointment, somebody(static_cast<int>(round)));
                        ++winners[round];
                    } catch (const Refused& e) {
                        ++(e.why() == Refusal::slotTaken ? refused : other);
                    } catch (const std::exception&) {
                        ++other;
                    }
                }
            });
    });
    long long won = 0, doubled = 0;
    for (const auto& count : winners) {
        won += count;
        doubled += count > 1;
    }
    const std::string name = "connections_" + std::to_string(connections) + "_";
    report.figures[name + "rounds"] = all.size();
    report.figures[name + "winners"] = won;
    report.figures[name + "doubled"] = doubled;
    report.figures[name + "refused"] = refused.load();
    report.figures[name + "other"] = other.load();
    report.figures[name + "attempts_per_s"] = rounded(static_cast<double>(all.size()) * connections / took * 1000);
    report.bare[name + "winners"] = all.size(); // the places there are
    report.ratio[name + "winners"] = rounded(static_cast<double>(won) / static_cast<double>(all.size()));
    report.figures[name + "promises_hold"] = place.database.admin({"db", "check"}).find("every promise holds") != std::string::npos;
}
} // namespace

Report race()
{
    Report report;
    run(32, report);
    run(2, report);
    return report;
}
} // namespace accueil::bench
