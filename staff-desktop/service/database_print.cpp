#include "staff-desktop/service/desk_session.h"

namespace accueil
{
PrintableVisit DatabaseDesk::printableVisit(AppointmentId any)
{
    return accueil::printableVisit(session().connection, any);
}

std::vector<Appointment> DatabaseDesk::dayOnPaper(Day day, ServiceId service)
{
    return appointmentsOfDay(session().connection, session().staff.site, day, service);
}
} // namespace accueil
