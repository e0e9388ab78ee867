#include "core/queue/forecast.h"
#include <algorithm>
#include <chrono>

namespace accueil
{
namespace
{
constexpr double leastLeft = 0.5; ///< of the usual time, for a visit that is longer than usual
constexpr std::chrono::seconds betweenVisits{20}; ///< to call, and to walk to the counter

Instant after(Instant at, double minutes)
{
    return at + std::chrono::milliseconds(static_cast<long long>(minutes * 60000));
}

bool serves(const ForecastCounter& counter, const Waiting& ticket)
{
    return ticket.keptFor == counter.counter || std::ranges::find(counter.own, ticket.service) != counter.own.end() ||
           std::ranges::find(counter.helps, ticket.service) != counter.helps.end();
}

/// The next to call at this moment, among those who are there.
ForecastVisitor* nextOf(Room& room, const ForecastCounter& counter, Instant at)
{
    std::vector<Waiting> there;
    for (const auto& visitor : room.visitors)
        if (visitor.here <= at) there.push_back(visitor.ticket);
    const auto next = nextTicket(there, counter.counter, counter.own, counter.helps, at);
    if (!next) return nullptr;
    return &*std::ranges::find_if(room.visitors, [&](const ForecastVisitor& v) { return v.ticket.ticket == *next; });
}

/// When somebody comes, or is no longer kept for another counter, whom this counter could call.
std::optional<Instant> nextChance(const Room& room, const ForecastCounter& counter, Instant at)
{
    std::optional<Instant> soonest;
    const auto consider = [&](Instant when) {
        if (when > at && (!soonest || when < *soonest)) soonest = when;
    };
    for (const auto& visitor : room.visitors)
        if (serves(counter, visitor.ticket)) {
            consider(visitor.here);
            consider(visitor.ticket.keptUntil);
        }
    return soonest;
}
} // namespace

double minutesLeft(double usual, double elapsed)
{
    return std::max(usual - elapsed, usual * leastLeft);
}

Instant pauseEnds(Instant since, PauseReason reason, Instant now)
{
    using std::chrono::minutes;
    minutes usual{30};
    if (reason == PauseReason::rest) usual = minutes(15);
    if (reason == PauseReason::lunch || reason == PauseReason::meeting) usual = minutes(45);
    return std::max(since + usual, now + minutes(5));
}

std::optional<Instant> forecastCall(Room room, TicketId ticket, Instant now)
{
    for (auto& counter : room.counters) counter.freeAt = std::max(counter.freeAt, now);
    while (!room.counters.empty()) {
        const auto counter = std::ranges::min_element(room.counters, {}, &ForecastCounter::freeAt);
        if (ForecastVisitor* next = nextOf(room, *counter, counter->freeAt)) {
            if (next->ticket.ticket == ticket) return counter->freeAt;
            counter->freeAt = after(counter->freeAt, next->minutes) + betweenVisits;
            room.visitors.erase(room.visitors.begin() + (next - room.visitors.data()));
        } else if (const auto chance = nextChance(room, *counter, counter->freeAt)) {
            counter->freeAt = *chance;
        } else {
            room.counters.erase(counter);
        }
    }
    return {};
}
} // namespace accueil
