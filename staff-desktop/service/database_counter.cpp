#include "staff-desktop/service/desk_session.h"
#include <algorithm>

namespace accueil
{
namespace
{
bool holds(const std::vector<ServiceId>& services, ServiceId service)
{
    return std::ranges::find(services, service) != services.end();
}
} // namespace

CounterSituation DatabaseDesk::situation()
{
    Session& at = session();
    const Catalogue& catalogue = *at.catalogue;
    CounterSituation now;
    now.seats = seats(at.connection, catalogue);
    for (const auto& seat : now.seats)
        if (seat.mine) now.counter = seat.counter;
    auto waiting = waitingTickets(at.connection, catalogue);
    now.help = helpCalls(at.connection, catalogue);
    const Counter* counter = catalogue.find(now.counter);
    if (!counter) {
        now.own = std::move(waiting);
        return now;
    }
    const CounterView view = counterView(at.connection, catalogue, now.counter);
    now.visitor = view.ticket;
    now.pausedAt = view.pausedAt;
    now.pause = view.pause;
    now.undoUntil = view.undoUntil;
    if (now.visitor && now.visitor->appointment)
        now.appointment = findAppointment(at.connection, now.visitor->appointment);
    for (auto& ticket : waiting)
        if (ticket.keptFor == counter->id || holds(counter->serves, ticket.service))
            now.own.push_back(std::move(ticket));
        else if (holds(counter->helps, ticket.service))
            now.helped.push_back(std::move(ticket));
    now.parked = parkedFor(at.connection, catalogue, now.counter);
    return now;
}

void DatabaseDesk::openCounter(CounterId counter)
{
    accueil::openCounter(session().connection, *session().catalogue, counter);
}

void DatabaseDesk::closeCounter(CounterId counter)
{
    accueil::closeCounter(session().connection, *session().catalogue, counter);
}

Ticket DatabaseDesk::callNext(const RequestKey& key, CounterId counter)
{
    return accueil::callNext(session().connection, *session().catalogue, key, counter);
}

Ticket DatabaseDesk::callAgain(const RequestKey& key, CounterId counter)
{
    return accueil::callAgain(session().connection, *session().catalogue, key, counter);
}

void DatabaseDesk::isHere(const RequestKey& key, CounterId counter)
{
    accueil::isHere(session().connection, *session().catalogue, key, counter);
}

void DatabaseDesk::noShow(const RequestKey& key, CounterId counter)
{
    accueil::noShow(session().connection, *session().catalogue, key, counter);
}

void DatabaseDesk::finish(const RequestKey& key, CounterId counter)
{
    accueil::finish(session().connection, *session().catalogue, key, counter);
}

void DatabaseDesk::pauseCounter(CounterId counter, PauseReason reason)
{
    accueil::pauseCounter(session().connection, *session().catalogue, counter, reason);
}

void DatabaseDesk::continueCounter(CounterId counter)
{
    accueil::continueCounter(session().connection, *session().catalogue, counter);
}

Ticket DatabaseDesk::callPicked(const RequestKey& key, CounterId counter, TicketId ticket)
{
    return accueil::callPicked(session().connection, *session().catalogue, key, counter, ticket);
}

Ticket DatabaseDesk::takeEndBack(const RequestKey& key, CounterId counter)
{
    return accueil::takeEndBack(session().connection, *session().catalogue, key, counter);
}

void DatabaseDesk::park(const RequestKey& key, CounterId counter, ParkReason reason,
                        std::optional<Instant> back)
{
    accueil::park(session().connection, *session().catalogue, key, counter, reason, back);
}

Ticket DatabaseDesk::resume(const RequestKey& key, CounterId counter, TicketId ticket)
{
    return accueil::resume(session().connection, *session().catalogue, key, counter, ticket);
}

void DatabaseDesk::unpark(const RequestKey& key, TicketId ticket)
{
    accueil::unpark(session().connection, *session().catalogue, key, ticket);
}

void DatabaseDesk::transfer(const RequestKey& key, CounterId counter, const Transfer& to)
{
    accueil::transfer(session().connection, *session().catalogue, key, counter, to);
}

void DatabaseDesk::askForHelp(CounterId counter)
{
    accueil::askForHelp(session().connection, counter);
}

void DatabaseDesk::answerHelp(CounterId counter)
{
    comeToHelp(session().connection, counter);
}

void DatabaseDesk::endHelp(CounterId counter)
{
    accueil::endHelp(session().connection, counter);
}
} // namespace accueil
