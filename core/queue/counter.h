// core/queue/counter.h - what an agent does at a counter. Each act is one transaction and writes one event.
#pragma once
#include "core/booking/token.h"
#include "core/catalogue/catalogue.h"
#include "core/queue/due.h"

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
};

struct CounterView
{
    CounterId counter;
    bool open = false;
    bool mine = false;            ///< this account sits there
    std::optional<Ticket> ticket; ///< the visitor at this counter
    int waiting = 0;              ///< for its own services
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

/// Sits down at a counter; leaves the one where this account sat. @throws Refused  notYourCounter, counterBusy
void openCounter(store::Connection& connection, const Catalogue& catalogue, CounterId counter);
void closeCounter(store::Connection& connection, const Catalogue& catalogue, CounterId counter);
/// The counter where this account sits, or 0: after a crash the desk returns to it.
CounterId myCounter(store::Connection& connection);

CounterView counterView(store::Connection& connection, const Catalogue& catalogue, CounterId counter);

/// Calls the next visitor. @throws Refused  counterBusy, counterClosed, notYourCounter, nobodyWaiting
Ticket callNext(store::Connection& connection, const Catalogue& catalogue, const RequestKey& key, CounterId counter);
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
