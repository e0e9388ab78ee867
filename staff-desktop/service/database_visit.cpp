#include "core/booking/corrections.h"
#include "staff-desktop/service/desk_session.h"
#include <algorithm>

namespace accueil
{
VisitFile DatabaseDesk::visitFile(AppointmentId appointment)
{
    Session& at = session();
    VisitFile file;
    file.parts = partsOfVisit(at.connection, appointment);
    std::ranges::sort(file.parts, {}, &Appointment::part);
    if (file.parts.empty() || file.parts.front().state == VisitState::held) return {};
    file.history = visitHistory(at.connection, appointment);
    return file;
}

void DatabaseDesk::moveVisit(const RequestKey& key, AppointmentId first, int revision, Day day,
                             MinuteOfDay start)
{
    move(session().connection, *session().catalogue, key, first, revision, day, start);
}

void DatabaseDesk::cancelVisit(const RequestKey& key, AppointmentId first, int revision,
                               const std::string& reason)
{
    cancel(session().connection, key, first, reason, revision);
}

IssuedTicket DatabaseDesk::putBack(const RequestKey& key, TicketId ticket)
{
    return accueil::putBack(session().connection, *session().catalogue, key, ticket);
}

IssuedTicket DatabaseDesk::ticketAgain(TicketId ticket)
{
    return issuedTicket(session().connection, *session().catalogue, ticket);
}

void DatabaseDesk::sendAgain(const RequestKey& key, AppointmentId appointment)
{
    accueil::sendAgain(session().connection, key, appointment);
}

void DatabaseDesk::changePerson(const RequestKey& key, AppointmentId appointment, const Person& before,
                                const Person& after)
{
    accueil::changePerson(session().connection, *session().catalogue, key, appointment, before, after);
}
} // namespace accueil
