#include "staff-desktop/service/desk_session.h"

namespace accueil
{
PrintableVisit DatabaseDesk::printableVisit(AppointmentId any)
{
    return accueil::printableVisit(session().connection, any);
}

printing::DayOnPaper DatabaseDesk::dayOnPaper(Day day, ServiceId service)
{
    auto& connection = session().connection;
    printing::DayOnPaper read{appointmentsOfDay(connection, session().staff.site, day, service), {}};
    for (const auto& one : session().catalogue->services())
        if (!service || one.id == service) read.places[one.id] = slotsOfDays(connection, one.id, day, 1);
    return read;
}
} // namespace accueil
