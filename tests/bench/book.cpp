// Bookings a second through the engine, beside the same statements sent by a plain Connector/C loop.
#include "core/agenda/publication.h"
#include "core/store/sql.h"
#include "tests/bench/bench.h"
#include <atomic>
#include <barrier>
#include <thread>

namespace accueil::bench
{
namespace
{
constexpr int bookings = 640; // in all, for each number of connections

/// Where the n-th booking goes: capacities are 99, so that nothing is refused.
struct Target
{
    Day day;
    MinuteOfDay start;
};

Target target(const Place& place, int connection, int number, bool hotDay)
{
    // Tuesdays, each in a week of its own; on the hot day all of them are the same one.
    const Day tuesday = place.today + std::chrono::days(7 * (1 + (hotDay ? 0 : connection)));
    return {tuesday, {510 + 10 * (number % 21)}};
}

std::string quoted(const std::string& text)
{
    return "'" + text + "'";
}

/// What hold() and book() send, as text: prepared before the clock starts.
struct Script
{
    Script(const Place& place, const Target& where, int number) : seed(Seed::random())
    {
        const Service& service = *place.catalogue.serviceByCode("POP");
        const auto procedure = place.catalogue.procedureByCode("POP-EID")->id.value();
        const Person person = somebody(number);
        hold = "CALL hold_place(" + std::to_string(service.id.value()) + "," + quoted(isoDay(where.day)) + "," +
               std::to_string(where.start.value) + ",10,'desk','fr'," + quoted(makeReference(seed)) + "," +
               quoted(hexOf(tokenHash(seed.checkInToken()))) + "," + quoted(hexOf(tokenHash(seed.manageToken()))) + ",600," +
               quoted("[{\"procedure\":" + std::to_string(procedure) + ",\"persons\":1}]") + ",1,1,0)";
        held = remember("hold");
        booked = remember("book");
        book = "," + quoted(seed.checkInToken()) + "," + quoted(seed.manageToken()) + ",'fr'," + quoted(person.lastName) + "," +
               quoted(person.firstName) + "," + std::to_string(person.birthDate.year) + "," + std::to_string(person.birthDate.month) +
               "," + std::to_string(person.birthDate.day) + "," + quoted(person.email) + ",'','','2026-11-30 07:30:00.000'," +
               quoted(isoDay(place.today)) + ",8,3,'')";
    }

    void run(Bare& bare) const
    {
        bare.run("START TRANSACTION");
        const std::string id = bare.run(hold);
        bare.run(held);
        bare.run("COMMIT");
        bare.run("START TRANSACTION");
        bare.run("SELECT day, start_minute, reference FROM appointment WHERE id = " + id);
        bare.run("CALL book_held(" + id + book);
        bare.run(booked);
        bare.run("COMMIT");
    }

    Seed seed;
    std::string hold, held, book, booked;

private:
    std::string remember(const char* act) const
    {
        return "CALL remember_request(" + quoted(hexOf(seed.requestKey(act))) + "," + quoted(hexOf(sha256(act))) + ",'{}')";
    }
};

/// Runs `work(connection)` on each connection at once. @return seconds
template <class Prepare>
double together(int connections, Prepare&& prepare)
{
    std::barrier start(connections + 1);
    std::atomic<int> failed{0};
    std::vector<std::jthread> threads;
    for (int i = 0; i < connections; ++i)
        threads.emplace_back([&, i] {
            try {
                auto work = prepare(i);
                start.arrive_and_wait();
                work();
            } catch (const std::exception&) {
                ++failed;
            }
        });
    start.arrive_and_wait();
    const double took = milliseconds([&] { threads.clear(); });
    if (failed > 0) throw std::runtime_error("a booking failed");
    return took / 1000;
}

double bareRate(Place& place, int connections, bool hotDay)
{
    const int each = bookings / connections;
    const double seconds = together(connections, [&](int connection) {
        auto bare = std::make_shared<Bare>(place.database, place.account);
        auto scripts = std::make_shared<std::vector<Script>>();
        for (int n = 0; n < each; ++n) scripts->emplace_back(place, target(place, connection, n, hotDay), bookings * (connection + 1) + n);
        return [bare, scripts] {
            for (const auto& script : *scripts) script.run(*bare);
        };
    });
    return each * connections / seconds;
}

double ourRate(Place& place, int connections, bool hotDay)
{
    const int each = bookings / connections;
    const double seconds = together(connections, [&, each](int connection) {
        auto client = std::make_shared<Client>(place.account);
        return [&place, client, connection, each, hotDay] {
            const std::vector<Wanted> wanted{{place.catalogue.procedureByCode("POP-EID")->id, 1}};
            for (int n = 0; n < each; ++n) {
                const auto [day, start] = target(place, connection, n, hotDay);
                const Seed seed = Seed::random();
                const Hold held = hold(client->connection, place.catalogue, {seed, wanted, day, start, Channel::desk, Language::fr});
                book(client->connection, place.catalogue, seed, held.appointment, somebody(bookings * (connection + 40) + n));
            }
        };
    });
    return each * connections / seconds;
}

void makeRoom(Place& place)
{
    place.database.execute("UPDATE opening SET counters = 99, counters_online = 99");
    Client root(place.root);
    publish(root.connection, place.catalogue, place.catalogue.serviceByCode("POP")->id, place.today, 250);
}
} // namespace

Report book()
{
    Report report;
    long long overbooked = 0;
    for (const bool hotDay : {false, true})
        for (const int connections : {1, 8, 32}) {
            // Three rounds of each in turn, each pair on an empty town: medians, and both see the same weather.
            std::vector<double> ours, theirs;
            for (int round = 0; round < 3; ++round) {
                Place place(0);
                makeRoom(place);
                const bool bareFirst = round % 2 == 0;
                if (bareFirst) theirs.push_back(bareRate(place, connections, hotDay));
                ours.push_back(ourRate(place, connections, hotDay));
                if (!bareFirst) theirs.push_back(bareRate(place, connections, hotDay));
                overbooked += std::stoll(place.database.value("SELECT COUNT(*) FROM slot WHERE booked > capacity + excess"));
                if (place.database.admin({"db", "check"}).find("every promise holds") == std::string::npos)
                    throw std::runtime_error("db check finds faults");
            }
            const std::string name = std::string(hotDay ? "hot_day_" : "different_days_") + std::to_string(connections) + "_";
            report.figures[name + "per_s"] = rounded(percentile(ours, 0.5));
            report.bare[name + "per_s"] = rounded(percentile(theirs, 0.5));
            report.ratio[name + "rate"] = rounded(percentile(ours, 0.5) / percentile(theirs, 0.5));
        }
    report.figures["overbooked"] = overbooked;
    return report;
}
} // namespace accueil::bench
