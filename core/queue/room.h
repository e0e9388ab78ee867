// core/queue/room.h - the room as it is now, for the waiting time: who waits, who is expected, who sits at which counter.
#pragma once
#include "core/queue/estimate.h"
#include "core/queue/forecast.h"
#include "core/queue/visit_times.h"

namespace accueil
{
/// Of this moment, today, one site. Three reads; no names.
struct RoomNow
{
    Room room;
    Instant now;
    const VisitTimes* times = nullptr; ///< the connection's: valid until its next question about another day

    static RoomNow load(store::Connection& connection, const Catalogue& catalogue);

    /// Minutes until this waiting ticket is called. Nobody sits at a counter that serves it: as if one opened now.
    double minutesUntil(const Waiting& ticket) const;
    /// The same for somebody who came now without appointment.
    double minutesForNewcomer(const Catalogue& catalogue, ServiceId service, bool priority = false) const;
};
} // namespace accueil
