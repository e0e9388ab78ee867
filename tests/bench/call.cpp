// Calls a second of forty agents with two thousand people waiting, beside the same statements sent by a plain
// Connector/C loop; and how long one call takes at five a second. Both with and without three years of
// history.
#include "core/queue/room.h"
#include "core/store/sql.h"
#include "tests/bench/queue_town.h"
#include <algorithm>
#include <barrier>
#include <fmt/format.h>
#include <mutex>
#include <thread>

namespace accueil::bench
{
namespace
{
using namespace std::chrono_literals;

constexpr int agentCount = 40, waiting = 2000, rounds = 3, pacedCalls = 400;
constexpr auto between = 200ms; // five calls a second
constexpr int historyTickets = 750'000, historyDays = 1095;

/// What callNext() and finish() send, as text.
class BareAgent
{
public:
    BareAgent(const QueueTown& town, const QueueTown::Agent& agent, const Counter& counter)
        : bare_(town.database, agent.file), counter_(agent.counter.value()), day_(isoDay(town.today))
    {
        const std::string of =
            "SELECT id, due, number FROM ticket WHERE site_id = " + std::to_string(agent.site.value()) +
            " AND day = '" + day_ + "' AND state = 'waiting'";
        const std::string order = " ORDER BY due, number LIMIT 1", all = " ORDER BY due, number, id LIMIT 1";
        const auto kept = [&](ServiceId service) {
            return fmt::format("({} AND service_id = {} AND (kept_counter_id IS NULL OR kept_counter_id = {} "
                               "OR kept_until <= UTC_TIMESTAMP(3)){})",
                               of, service.value(), counter_, order);
        };
        own_ = kept(counter.serves.front()) +
               fmt::format(" UNION ALL ({} AND kept_counter_id = {} AND (kept_until IS NULL OR kept_until > "
                           "UTC_TIMESTAMP(3)){})",
                           of, counter_, order) +
               all;
        helps_ = kept(counter.helps.front()) + all;
    }

    /// @return the ticket, or nothing when nobody waits
    std::string callNext()
    {
        bare_.run("BEGIN");
        bare_.run("CALL begin_queue()");
        std::string ticket = bare_.run(own_);
        if (ticket.empty()) ticket = bare_.run(helps_);
        if (ticket.empty()) {
            bare_.run("ROLLBACK");
            return {};
        }
        bare_.run(fmt::format("CALL call_ticket({}, {}, '{}', 0, 0)", ticket, counter_, day_));
        remember(ticket);
        bare_.run("COMMIT");
        bare_.run(
            "SELECT t.id, t.prefix, t.number, t.state, t.service_id, t.appointment_id, t.start_minute, "
            "t.due, t.due_reason, t.priority,"
            " t.arrived_at, t.last_called_at, t.serving_at, t.calls - t.calls_before, t.counter_id, "
            "t.next_service_id,"
            " t.kept_counter_id, t.kept_until, t.parked_at, t.back_at, t.reason FROM ticket t WHERE t.id = " +
            ticket);
        bare_.run("SELECT ticket_id, procedure_id FROM ticket_procedure WHERE ticket_id IN (" + ticket +
                  ") ORDER BY ticket_id, position");
        return ticket;
    }
    void finish()
    {
        bare_.run("BEGIN");
        bare_.run("CALL begin_queue()");
        bare_.run(fmt::format("CALL finish_visit({}, 60)", counter_));
        remember("{}");
        bare_.run("COMMIT");
    }

private:
    void remember(const std::string& result)
    {
        const Seed seed = Seed::random();
        bare_.run("CALL remember_request('" + hexOf(seed.requestKey("call")) + "', '" +
                  hexOf(sha256(result)) + "', '" + result + "')");
    }
    Bare bare_;
    long long counter_;
    std::string day_, own_, helps_;
};

/// The same through the engine.
class OurAgent
{
public:
    OurAgent(const QueueTown::Agent& agent, const Catalogue& catalogue)
        : client_(agent.file), catalogue_(catalogue), counter_(agent.counter)
    {
    }

    std::string callNext()
    {
        try {
            return std::to_string(
                accueil::callNext(client_.connection, catalogue_, Seed::random().requestKey("call"), counter_)
                    .id.value());
        } catch (const Refused& e) {
            if (e.why() == Refusal::nobodyWaiting) return {};
            throw;
        }
    }
    void finish()
    {
        accueil::finish(client_.connection, catalogue_, Seed::random().requestKey("finish"), counter_);
    }

private:
    Client client_;
    const Catalogue& catalogue_;
    CounterId counter_;
};

struct Calls
{
    double seconds = 0;
    std::vector<std::string> tickets;
    std::vector<double> ms; ///< of each call
};

/// Every agent works on a thread of its own: `work(agent, number, calls)`.
template <class Agent, class Work>
Calls together(std::vector<std::unique_ptr<Agent>>& agents, Work&& work)
{
    Calls all;
    std::mutex mutex;
    std::string failed;
    std::barrier start(static_cast<std::ptrdiff_t>(agents.size()) + 1);
    std::vector<std::jthread> threads;
    for (std::size_t i = 0; i < agents.size(); ++i)
        threads.emplace_back([&, i] {
            Calls mine;
            start.arrive_and_wait();
            try {
                work(*agents[i], static_cast<int>(i), mine);
            } catch (const std::exception& e) {
                const std::lock_guard lock(mutex);
                failed = e.what();
            }
            const std::lock_guard lock(mutex);
            std::ranges::copy(mine.tickets, std::back_inserter(all.tickets));
            std::ranges::copy(mine.ms, std::back_inserter(all.ms));
        });
    start.arrive_and_wait();
    all.seconds = milliseconds([&] { threads.clear(); }) / 1000;
    if (!failed.empty()) throw std::runtime_error("a call failed: " + failed);
    return all;
}

/// Until nobody waits any more. @return calls a second
template <class Agent>
double rate(const QueueTown& town, std::vector<std::unique_ptr<Agent>>& agents, long long& doubled)
{
    town.emptyCounters();
    const Calls calls = together(agents, [](Agent& agent, int, Calls& mine) {
        for (std::string ticket = agent.callNext(); !ticket.empty(); ticket = agent.callNext()) {
            mine.tickets.push_back(ticket);
            agent.finish();
        }
    });
    auto tickets = calls.tickets;
    std::ranges::sort(tickets);
    doubled += static_cast<long long>(std::ranges::unique(tickets).size());
    if (calls.tickets.size() < waiting) throw std::runtime_error("somebody was never called");
    return static_cast<double>(calls.tickets.size()) / calls.seconds;
}

/// One call after the other, five a second. @return the milliseconds of each
template <class Agent>
std::vector<double> paced(const QueueTown& town, std::vector<std::unique_ptr<Agent>>& agents)
{
    town.emptyCounters();
    const auto begin = std::chrono::steady_clock::now() + 1s;
    return together(agents,
                    [begin](Agent& agent, int number, Calls& mine) {
                        for (int turn = number; turn < pacedCalls; turn += agentCount) {
                            std::this_thread::sleep_until(begin + turn * between);
                            mine.ms.push_back(milliseconds([&] { agent.callNext(); }));
                            agent.finish();
                        }
                    })
        .ms;
}

long long questions(const QueueTown& town)
{
    return std::stoll(town.database.value(
        "SELECT VARIABLE_VALUE FROM information_schema.GLOBAL_STATUS WHERE VARIABLE_NAME = 'QUESTIONS'"));
}

template <class Agent>
long long statements(const QueueTown& town, Agent& agent)
{
    town.emptyCounters();
    const long long before = questions(town), own = questions(town) - before;
    const long long start = questions(town);
    agent.callNext();
    agent.finish();
    return questions(town) - start - own;
}

void measure(const QueueTown& town, const Catalogue& catalogue, const std::vector<QueueTown::Agent>& seats,
             const std::string& name, Report& report)
{
    std::vector<std::unique_ptr<OurAgent>> ours;
    std::vector<std::unique_ptr<BareAgent>> bare;
    for (const auto& seat : seats) {
        ours.push_back(std::make_unique<OurAgent>(seat, catalogue));
        bare.push_back(std::make_unique<BareAgent>(town, seat, *catalogue.find(seat.counter)));
    }
    report.figures[name + "statements"] = statements(town, *ours.front());
    report.bare[name + "statements"] = statements(town, *bare.front());
    std::vector<double> ourRates, bareRates;
    long long doubled = 0, bareDoubled = 0;
    for (int round = 0; round < rounds; ++round) { // in turn: both see the same weather
        if (round % 2 == 0) bareRates.push_back(rate(town, bare, bareDoubled));
        ourRates.push_back(rate(town, ours, doubled));
        if (round % 2 == 1) bareRates.push_back(rate(town, bare, bareDoubled));
    }
    report.figures[name + "per_s"] = rounded(percentile(ourRates, 0.5));
    report.bare[name + "per_s"] = rounded(percentile(bareRates, 0.5));
    report.ratio[name + "rate"] = rounded(percentile(ourRates, 0.5) / percentile(bareRates, 0.5));
    report.figures[name + "doubled"] =
        doubled + std::stoll(town.database.value("SELECT COUNT(*) FROM (SELECT ticket_id FROM ticket_call "
                                                 "GROUP BY ticket_id HAVING COUNT(*) > 1) AS twice"));
    for (auto& [ms, into] :
         {std::pair(paced(town, bare), &report.bare), std::pair(paced(town, ours), &report.figures)}) {
        (*into)[name + "at_5_per_s_p50_ms"] = rounded(percentile(ms, 0.5));
        (*into)[name + "at_5_per_s_p99_ms"] = rounded(percentile(ms, 0.99));
    }
    Client client(seats.front().file);
    report.figures[name + "room_first_ms"] =
        rounded(milliseconds([&] { RoomNow::load(client.connection, catalogue); }));
    report.figures[name + "room_again_ms"] =
        rounded(milliseconds([&] { RoomNow::load(client.connection, catalogue); }));
}
} // namespace

Report call()
{
    QueueTown town(1, agentCount);
    const SiteId site(1);
    const Catalogue catalogue = town.catalogue(site);
    const auto seats = town.agents(site, agentCount);
    town.fill(site, waiting);
    Report report;
    measure(town, catalogue, seats, "", report);
    town.history(historyTickets, historyDays);
    measure(town, catalogue, seats, "history_", report);
    report.ratio["history_to_none_rate"] =
        rounded(report.figures["history_per_s"].get<double>() / report.figures["per_s"].get<double>());
    report.figures["tickets"] = std::stoll(town.database.value("SELECT COUNT(*) FROM ticket"));
    report.figures["promises_hold"] =
        town.database.admin({"db", "check"}).find("every promise holds") != std::string::npos;
    return report;
}
} // namespace accueil::bench
