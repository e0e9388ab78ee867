#include "staff-desktop/service/desk_session.h"

namespace accueil
{
CounterSituation DatabaseDesk::situation()
{
    Session& at = session();
    CounterSituation now;
    now.seats = seats(at.connection, *at.catalogue);
    for (const auto& seat : now.seats)
        if (seat.mine) now.counter = seat.counter;
    const Counter* counter = at.catalogue->find(now.counter);
    if (!counter) {
        now.own = waitingTickets(at.connection, *at.catalogue);
        return now;
    }
    now.visitor = counterView(at.connection, *at.catalogue, now.counter).ticket;
    if (now.visitor && now.visitor->appointment)
        now.appointment = findAppointment(at.connection, now.visitor->appointment);
    if (!counter->serves.empty()) now.own = waitingTickets(at.connection, *at.catalogue, counter->serves);
    if (!counter->helps.empty()) now.helped = waitingTickets(at.connection, *at.catalogue, counter->helps);
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
} // namespace accueil
