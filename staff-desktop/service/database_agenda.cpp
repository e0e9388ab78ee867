#include "core/agenda/hours.h"
#include "staff-desktop/service/desk_session.h"

namespace accueil
{
ServiceDay DatabaseDesk::serviceDay(ServiceId service, Day day)
{
    auto& connection = session().connection;
    ServiceDay read{slotsOfDays(connection, service, day, 1), heldPlaces(connection, service, day)};
    if (read.slots.empty()) read.closed = closedBecause(connection, session().staff.site, service, day);
    return read;
}

std::vector<SlotRow> DatabaseDesk::serviceWeek(ServiceId service, Day monday)
{
    return slotsOfDays(session().connection, service, monday, 7);
}
} // namespace accueil
