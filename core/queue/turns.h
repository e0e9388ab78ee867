// core/queue/turns.h - a visitor steps aside, is sent on, or comes back to a counter. Each act is one transaction and writes one event.
#pragma once
#include "core/queue/counter.h"

namespace accueil
{
/// Sets the visitor aside; he keeps his place, and the ticket is kept for this counter. Frees the counter.
/// @param back  when he means to be back, if known
/// @throws Refused  notThisState, notYourCounter
void park(store::Connection& connection, const Catalogue& catalogue, const RequestKey& key, CounterId counter, ParkReason reason,
          std::optional<Instant> back = {});

/// Calls a visitor who was set aside to the counter again: by the counter that did it; by any once nobody sits there.
/// @throws Refused  counterBusy, counterPaused, notThisState, keptForOther
Ticket resume(store::Connection& connection, const Catalogue& catalogue, const RequestKey& key, CounterId counter, TicketId ticket);

/// Back in the waiting room, in the place he had; kept some minutes (QueuePolicy::parkedFor) for the counter that set him aside.
/// By the reception too. @throws Refused  notThisState
void unpark(store::Connection& connection, const Catalogue& catalogue, const RequestKey& key, TicketId ticket);

struct Transfer
{
    ServiceId service;   ///< where he waits now; the present one to change the counter only
    ProcedureId procedure = {}; ///< what for, or 0 when not known
    CounterId counter = {};     ///< kept for this one until it closes, or 0
    bool second = false; ///< what was to be done here is done: due now. Otherwise the place in the order stays
};

/// Sends the visitor of this counter on, with the same ticket. @throws Refused  notThisState, notYourCounter, wrongSite,
/// counterClosed (nobody sits at the counter where he should go)
void transfer(store::Connection& connection, const Catalogue& catalogue, const RequestKey& key, CounterId counter, const Transfer& to);

/// Takes "finish" or "no-show" back for 60 s (CounterView::undoUntil): the visitor is here again, with the times he had.
/// @throws Refused  tooLate, counterBusy, notYourCounter
Ticket takeEndBack(store::Connection& connection, const Catalogue& catalogue, const RequestKey& key, CounterId counter);

/// Set aside today by this counter, or by counters where nobody sits any more; by the time they mean to be back.
std::vector<Ticket> parkedFor(store::Connection& connection, const Catalogue& catalogue, CounterId counter);
} // namespace accueil
