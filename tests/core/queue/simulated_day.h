// tests/core/queue/simulated_day.h - an invented day of a town hall: who comes when, which counter is open when, how long each takes.
#pragma once
#include "core/queue/forecast.h"
#include "core/queue/reasons.h"
#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <random>

namespace accueil::test
{
struct SimulatedVisitor
{
    TicketId ticket;
    ServiceId service;
    int procedure = 0;          ///< of the service
    std::optional<double> start; ///< minute of the day; none for a walk-in
    double arrives = 0, due = 0; ///< minutes of the day; arrives < 0: does not come at all
    double takes = 0;           ///< minutes at the counter
    bool leaves = false;        ///< waits no longer when called: three calls for nothing
};

struct SimulatedShift
{
    CounterId counter;
    std::vector<ServiceId> own, helps;
    std::vector<std::pair<double, double>> open; ///< minutes of the day
};

/// Three services, seven counters, about 260 visitors.
struct SimulatedTown
{
    static constexpr double opens = 510, closes = 960;
    struct Kind
    {
        int service;
        double median; ///< minutes
        double share;  ///< of the visits of its service
    };
    /// Durations are log-normal, as they are at counters: many short ones, few very long ones.
    static constexpr double spread = 0.55;
    std::vector<Kind> kinds{{1, 6, 0.5}, {1, 11, 0.35}, {1, 24, 0.15}, {2, 9, 0.6}, {2, 17, 0.4}, {3, 13, 0.5}, {3, 27, 0.5}};

    int kindOf(int service, std::mt19937& random) const
    {
        double pick = std::uniform_real_distribution(0.0, 1.0)(random);
        for (int kind = 0; kind < static_cast<int>(kinds.size()); ++kind)
            if (kinds[static_cast<std::size_t>(kind)].service == service) {
                pick -= kinds[static_cast<std::size_t>(kind)].share;
                if (pick <= 0) return kind;
            }
        return service == 1 ? 2 : service == 2 ? 4 : 6;
    }

    std::vector<SimulatedVisitor> visitors(std::mt19937& random) const
    {
        std::vector<SimulatedVisitor> all;
        long long id = 0;
        const auto add = [&](int service, std::optional<double> start, double arrives) {
            SimulatedVisitor one{TicketId(++id), ServiceId(service), kindOf(service, random), start, arrives, 0, 0, false};
            const double median = kinds[static_cast<std::size_t>(one.procedure)].median;
            one.takes = std::lognormal_distribution(std::log(median), spread)(random);
            one.leaves = std::bernoulli_distribution(0.04)(random);
            if (start && one.arrives >= 0) one.due = one.arrives - *start > 10 ? one.arrives : *start - 30;
            if (!start) one.due = one.arrives;
            all.push_back(one);
        };
        const std::map<int, int> booked{{1, 2}, {2, 1}, {3, 1}}; // counters open for booking, one place each 15 minutes
        for (const auto& [service, places] : booked)
            for (double start = opens; start < closes - 20; start += 15)
                for (int place = 0; place < places; ++place) {
                    if (!std::bernoulli_distribution(0.85)(random)) continue;
                    const bool comes = std::bernoulli_distribution(0.9)(random);
                    add(service, start, comes ? std::max(opens - 10, start - std::normal_distribution(8.0, 6.0)(random)) : -1);
                }
        const std::map<int, double> everySo{{1, 12.0}, {2, 14.0}, {3, 45.0}}; // minutes between walk-ins, fewer at noon
        for (const auto& [service, gap] : everySo)
            for (double at = opens; at < closes - 40; at += std::exponential_distribution(1.0)(random) * gap * (at > 690 && at < 810 ? 1.8 : 0.8))
                add(service, {}, at);
        return all;
    }

    std::vector<SimulatedShift> shifts(std::mt19937& random) const
    {
        const ServiceId pop(1), ppc(2), etr(3);
        std::vector<SimulatedShift> all{{CounterId(1), {pop}, {}, {}},    {CounterId(2), {pop}, {}, {}},    {CounterId(3), {pop}, {ppc}, {}},
                                        {CounterId(4), {ppc}, {}, {}},    {CounterId(5), {ppc}, {pop}, {}}, {CounterId(6), {etr}, {}, {}},
                                        {CounterId(7), {etr}, {pop}, {}}};
        for (auto& shift : all) {
            const double lunch = shift.counter.value() % 2 ? 720 : 765;
            const double late = std::bernoulli_distribution(0.2)(random) ? std::uniform_real_distribution(15.0, 60.0)(random) : 0;
            const double pause = std::uniform_real_distribution(opens + 60, lunch - 30)(random);
            shift.open = {{opens + late, pause}, {pause + 12, lunch}, {lunch + 45, closes + 240}};
            if (late > pause - opens) shift.open.erase(shift.open.begin());
        }
        return all;
    }

    static Instant at(double minute) { return Instant{} + std::chrono::milliseconds(static_cast<long long>(minute * 60000)); }
};

/// What a visitor is told on arrival, and how long he then waits.
struct SimulatedWait
{
    double told = 0, plain = 0, waited = 0;
};

/// Plays one day minute by minute. `tell` and `plainly` say the wait in minutes, of the room as it is at an arrival.
class SimulatedDay
{
public:
    struct Serving
    {
        const SimulatedVisitor* visitor = nullptr;
        double since = 0, until = 0;
    };
    SimulatedDay(const SimulatedTown& town, unsigned seed) : town_(town), random_(seed), visitors_(town.visitors(random_)), shifts_(town.shifts(random_))
    {
        std::ranges::sort(visitors_, {}, &SimulatedVisitor::arrives);
    }

    double now = SimulatedTown::opens - 15;
    std::vector<const SimulatedVisitor*> waiting;
    std::map<CounterId, Serving> serving;
    const std::vector<SimulatedVisitor>& visitors() const { return visitors_; }
    const std::vector<SimulatedShift>& shifts() const { return shifts_; }
    bool open(const SimulatedShift& shift) const
    {
        return std::ranges::any_of(shift.open, [this](const auto& span) { return span.first <= now && now < span.second; });
    }

    struct Pause
    {
        double since;
        PauseReason reason;
    };
    /// Between two stretches the agent has said why; before the first he is not there yet.
    std::optional<Pause> pauseOf(const SimulatedShift& shift) const
    {
        for (std::size_t i = 0; i + 1 < shift.open.size(); ++i)
            if (shift.open[i].second <= now && now < shift.open[i + 1].first)
                return Pause{shift.open[i].second, shift.open[i + 1].first - shift.open[i].second > 20 ? PauseReason::lunch : PauseReason::rest};
        return {};
    }

    using Telling = std::function<double(const SimulatedDay&, const SimulatedVisitor&)>;
    std::vector<SimulatedWait> play(const Telling& tell, const Telling& plainly)
    {
        std::map<TicketId, SimulatedWait> told;
        std::vector<SimulatedWait> all;
        std::size_t next = 0;
        constexpr double step = 0.25;
        for (; now < SimulatedTown::closes + 300; now += step) {
            for (; next < visitors_.size() && visitors_[next].arrives <= now; ++next) {
                const SimulatedVisitor& one = visitors_[next];
                if (one.arrives < 0) continue;
                waiting.push_back(&one);
                if (now >= SimulatedTown::opens) told[one.ticket] = {tell(*this, one), plainly(*this, one), 0};
            }
            for (const auto& shift : shifts_) serve(shift, told, all);
        }
        return all;
    }

private:
    void serve(const SimulatedShift& shift, std::map<TicketId, SimulatedWait>& told, std::vector<SimulatedWait>& all)
    {
        auto& at = serving[shift.counter];
        if (at.visitor && now < at.until) return;
        at.visitor = nullptr;
        if (!open(shift)) return;
        std::vector<Waiting> line;
        for (const auto* one : waiting)
            line.push_back({one->ticket, one->service, static_cast<int>(one->ticket.value()), {SimulatedTown::at(one->due), DueReason::walkIn, false}, {}, {}});
        const auto chosen = nextTicket(line, shift.counter, shift.own, shift.helps, SimulatedTown::at(now));
        if (!chosen) return;
        const auto found = std::ranges::find(waiting, *chosen, &SimulatedVisitor::ticket);
        at = {*found, now, now + ((*found)->leaves ? 1.5 : 0.4 + (*found)->takes)};
        if (const auto said = told.find(*chosen); said != told.end() && !(*found)->leaves) {
            said->second.waited = now - (*found)->arrives;
            all.push_back(said->second);
        }
        waiting.erase(found);
    }

    const SimulatedTown& town_;
    std::mt19937 random_;
    std::vector<SimulatedVisitor> visitors_;
    std::vector<SimulatedShift> shifts_;
};
} // namespace accueil::test
