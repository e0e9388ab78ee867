// core/people/session.h - who this connection is.
#pragma once
#include "core/base/ids.h"
#include <string>

namespace accueil
{
namespace store
{
class Connection;
}

enum class Role { reception, agent, supervisor, admin }; ///< each includes the one before

struct StaffMember
{
    StaffId id;
    std::string account, name;
    Role role = Role::reception;
    SiteId site;
};

/// @throws NotAllowed  if the account is no staff account, or is closed
StaffMember currentStaff(store::Connection& connection);

struct Device
{
    std::string account, name;
    SiteId site;
    WaitingAreaId area; ///< of a display; 0 otherwise
};

/// The kiosk, screen, web server or mail daemon of this connection. @throws NotAllowed
Device currentDevice(store::Connection& connection);
/// Last sign of life, with the trouble in one word ("paper", "printer", "") for the supervision.
void reportAlive(store::Connection& connection, const std::string& trouble = {});
} // namespace accueil
