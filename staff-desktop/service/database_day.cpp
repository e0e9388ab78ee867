#include "staff-desktop/service/desk_session.h"

namespace accueil
{
std::vector<Appointment> DatabaseDesk::appointmentsOf(Day day)
{
    return appointmentsOfDay(session().connection, session().staff.site, day);
}

IssuedTicket DatabaseDesk::checkIn(const RequestKey& key, AppointmentId appointment,
                                   const Admission& admission)
{
    return accueil::checkIn(session().connection, *session().catalogue, key, appointment, admission);
}
} // namespace accueil
