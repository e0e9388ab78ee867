#include "staff-desktop/service/desk_session.h"

namespace accueil
{
std::vector<DayOfStarts> DatabaseDesk::freeStarts(const StartQuery& query)
{
    return accueil::freeStarts(session().connection, query);
}

Hold DatabaseDesk::hold(const HoldRequest& request)
{
    return accueil::hold(session().connection, *session().catalogue, request);
}

void DatabaseDesk::release(const Seed& seed, AppointmentId held)
{
    accueil::release(session().connection, seed, held);
}

Booked DatabaseDesk::book(const Seed& seed, AppointmentId held, const Person& person,
                          const std::string& overruling)
{
    return accueil::book(session().connection, *session().catalogue, seed, held, person, overruling);
}

std::vector<KnownPerson> DatabaseDesk::knownPeople(const Person& typed)
{
    return accueil::knownPeople(session().connection, session().staff.site, typed);
}

std::vector<Appointment> DatabaseDesk::upcomingVisits(const Person& person, Day today)
{
    return accueil::upcomingVisits(session().connection, person, today);
}
} // namespace accueil
