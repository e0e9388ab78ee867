// core/queue/counter.h - what an agent does at a counter. Each act is one transaction and writes one event.
#pragma once
#include "core/booking/token.h"
#include "core/catalogue/catalogue.h"
#include "core/queue/due.h"
#include "core/queue/reasons.h"

namespace accueil
{
enum class TicketState { waiting, called, serving, parked, done, missed, closed };

struct Ticket
{
    TicketId id;
    std::string number; ///< "A042"
    TicketState state = TicketState::waiting;
    ServiceId service;
    AppointmentId appointment; ///< 0 for a walk-in
    std::optional<MinuteOfDay> appointmentStart;
    std::vector<ProcedureId> procedures;
    Due due;
    Instant arrivedAt, calledAt, servingAt; ///< epoch where it has not happened
    int calls = 0; ///< of this turn
    CounterId counter; ///< where it was called, or 0
    ServiceId next;    ///< where the visitor goes on to with the same ticket, or 0
    CounterId keptFor; ///< set aside by this counter, or sent there; or 0
    Instant keptUntil; ///< epoch: until that counter closes
    Instant parkedAt;  ///< set aside and not served again since, or epoch
    Instant backAt;    ///< when whoever is set aside means to be back, or epoch
    ParkReason parked = ParkReason::other; ///< why, while set aside
};

/// As far as the order needs it.
Waiting orderOf(const Ticket& ticket);

struct CounterView
{
    CounterId counter;
    bool open = false;
    bool mine = false;            ///< this account sits there
    std::optional<Ticket> ticket; ///< the visitor at this counter
    int waiting = 0;              ///< for its own services
    Instant pausedAt;             ///< epoch: not paused
    PauseReason pause = PauseReason::other;
    Instant undoUntil;            ///< until then takeEndBack() works; epoch: there is nothing to take back
};

/// Who sits where.
struct Seat
{
    CounterId counter;
    bool open = false; ///< somebody sits there
    bool mine = false; ///< and it is this account
    std::string staff; ///< the colleague's name, empty for a closed counter
};

/// Every counter of the site, by number.
std::vector<Seat> seats(store::Connection& connection, const Catalogue& catalogue);

/// Sits down at a counter; leaves the one where this account sat. Whoever sits down first in the morning closes the counters that
/// were left open the day before. @throws Refused  notYourCounter, counterBusy
void openCounter(store::Connection& connection, const Catalogue& catalogue, CounterId counter);
void closeCounter(store::Connection& connection, const Catalogue& catalogue, CounterId counter);
/// The counter where this account sits, or 0: after a crash the desk returns to it.
CounterId myCounter(store::Connection& connection);

/// No visitor is called there until continueCounter(); the waiting-time estimate does without it. @throws Refused  counterBusy, notYourCounter
void pauseCounter(store::Connection& connection, const Catalogue& catalogue, CounterId counter, PauseReason reason);
void continueCounter(store::Connection& connection, const Catalogue& catalogue, CounterId counter);

CounterView counterView(store::Connection& connection, const Catalogue& catalogue, CounterId counter);

/// Calls the next visitor. @throws Refused  counterBusy, counterClosed, counterPaused, notYourCounter, nobodyWaiting
Ticket callNext(store::Connection& connection, const Catalogue& catalogue, const RequestKey& key, CounterId counter);
/// Calls this one, out of order. @throws Refused  as callNext(); inOrderOnly, ticketNotWaiting, keptForOther, wrongDay, wrongSite
Ticket callPicked(store::Connection& connection, const Catalogue& catalogue, const RequestKey& key, CounterId counter, TicketId ticket);
/// Calls the same visitor again. @throws Refused  notThisState
Ticket callAgain(store::Connection& connection, const Catalogue& catalogue, const RequestKey& key, CounterId counter);
/// The visitor has come to the counter. @throws Refused  notThisState
void isHere(store::Connection& connection, const Catalogue& catalogue, const RequestKey& key, CounterId counter);
/// @throws Refused  notThisState, callAgainFirst
void noShow(store::Connection& connection, const Catalogue& catalogue, const RequestKey& key, CounterId counter);
/// The ticket ends, or waits for the next service of a linked visit. @throws Refused  notThisState
void finish(store::Connection& connection, const Catalogue& catalogue, const RequestKey& key, CounterId counter);

/// Today's waiting tickets in true order; of these services, or of the whole site when empty.
std::vector<Ticket> waitingTickets(store::Connection& connection, const Catalogue& catalogue, const std::vector<ServiceId>& services = {});
} // namespace accueil
