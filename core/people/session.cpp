#include "core/people/session.h"
#include "core/store/sql.h"

namespace accueil
{
namespace
{
Role parseRole(const std::string& text)
{
    if (text == "admin") return Role::admin;
    if (text == "supervisor") return Role::supervisor;
    return text == "agent" ? Role::agent : Role::reception;
}
} // namespace

StaffMember currentStaff(store::Connection& connection)
{
    return store::reading(connection, [](soci::session& session) {
        const auto row = store::one<StaffId, std::string, std::string, std::string, SiteId>(session, "CALL who_is_this_person()");
        if (!row) throw NotAllowed("no staff account", 0);
        const auto& [id, account, name, role, site] = *row;
        return StaffMember{id, account, name, parseRole(role), site};
    });
}

Device currentDevice(store::Connection& connection)
{
    return store::reading(connection, [](soci::session& session) {
        const auto row = store::one<std::string, std::string, SiteId, WaitingAreaId>(session, "CALL who_is_this_device()");
        if (!row) throw NotAllowed("no device account", 0);
        const auto& [account, name, site, area] = *row;
        return Device{account, name, site, area};
    });
}

void reportAlive(store::Connection& connection, const std::string& trouble)
{
    store::reading(connection, [&trouble](soci::session& session) {
        return store::exec(session, "CALL report_alive(:trouble)", trouble);
    });
}
} // namespace accueil
