#include "staff-desktop/service/desk_session.h"

namespace accueil
{
FoundVisits DatabaseDesk::findVisits(const FindQuery& query, Day today)
{
    return accueil::findVisits(session().connection, session().staff.site, query, today);
}
} // namespace accueil
