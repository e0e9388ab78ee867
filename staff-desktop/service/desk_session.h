// staff-desktop/service/desk_session.h - the connection of one log-in and what was read with it. Private to service/.
#pragma once
#include "staff-desktop/service/database_desk.h"

namespace accueil
{
struct DatabaseDesk::Session
{
    Session(store::DatabaseConfig database, ServerClock& clock)
        : connection(std::move(database), clock), staff(currentStaff(connection)),
          catalogue(std::make_shared<const Catalogue>(Catalogue::load(connection, staff.site))),
          changes(staff.site, {store::Topic::queue, store::Topic::agenda, store::Topic::settings})
    {
    }
    store::Connection connection;
    StaffMember staff;
    std::shared_ptr<const Catalogue> catalogue;
    store::SiteReader changes;
};
} // namespace accueil
