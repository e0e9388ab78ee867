#include "staff-desktop/service/desk_session.h"

namespace accueil
{
PrintableVisit DatabaseDesk::printableVisit(AppointmentId appointment)
{
    store::Connection& connection = session().connection;
    PrintableVisit visit{partsOfVisit(connection, appointment), {}};
    visit.secrets = secretsOf(connection, appointment);
    return visit;
}

std::vector<Appointment> DatabaseDesk::dayOnPaper(Day day, ServiceId service)
{
    return appointmentsOfDay(session().connection, session().staff.site, day, service);
}
} // namespace accueil
