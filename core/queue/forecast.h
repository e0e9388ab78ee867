// core/queue/forecast.h - when a visitor's turn will come: the room of this moment, played forward by the rule of the order. Pure.
#pragma once
#include "core/queue/due.h"
#include "core/queue/reasons.h"
#include <vector>

namespace accueil
{
/// Somebody who waits, or is expected.
struct ForecastVisitor
{
    Waiting ticket;
    double minutes = 10; ///< of a visit like this one; for whoever may not come, already times the chance
    Instant here;        ///< from when on he can be called; in the past for whoever waits
};

struct ForecastCounter
{
    CounterId counter;
    std::vector<ServiceId> own, helps;
    Instant freeAt; ///< when the present visitor will have gone, or the pause ends; in the past when it is free
};

/// Of those who booked, so many come.
inline constexpr double showsUp = 0.9;

struct Room
{
    std::vector<ForecastVisitor> visitors;
    std::vector<ForecastCounter> counters; ///< where somebody sits
};

/// Still so long for a visit that began `elapsed` ago and takes `usual` at the median: never nothing, for long visits go on.
double minutesLeft(double usual, double elapsed);

/// When a pause that began at `since` will be over: what is usual for its reason, and never within the next five minutes.
Instant pauseEnds(Instant since, PauseReason reason, Instant now);

/// When this visitor is called, if nobody else comes; none when no open counter serves him.
std::optional<Instant> forecastCall(Room room, TicketId ticket, Instant now);
} // namespace accueil
