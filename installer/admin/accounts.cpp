// New accounts for people and devices.
#include "core/store/sql.h"
#include "installer/admin/commands.h"
#include <fstream>

namespace accueil::admin
{
namespace
{
std::string passwordFrom(const std::string& file)
{
    std::ifstream stream(file);
    std::string line;
    if (!std::getline(stream, line) || line.empty()) throw ConfigError("no password in " + file);
    return line;
}
} // namespace

void addStaff(store::Connection& connection, const Catalogue& catalogue, const NewAccount& account)
{
    const std::string password = passwordFrom(account.passwordFile);
    const SiteId site = catalogue.site().id;
    store::exec(connection.session(), "CALL add_staff(:account, :name, :role, :site, :password)", account.account, account.name,
                account.kind, site, password);
}

void addDevice(store::Connection& connection, const Catalogue& catalogue, const NewAccount& account)
{
    long long area = 0;
    if (!account.area.empty()) {
        const WaitingArea* found = catalogue.areaByCode(account.area);
        if (!found) throw ConfigError("there is no waiting area " + account.area);
        area = found->id.value();
    }
    if (account.kind == "display" && area == 0) throw ConfigError("a display needs its waiting area: --area A");
    const std::string password = passwordFrom(account.passwordFile);
    const std::string name = account.name.empty() ? account.account : account.name;
    const SiteId site = catalogue.site().id;
    store::exec(connection.session(), "CALL add_device(:account, :kind, :name, :site, :area, :password)", account.account,
                account.kind, name, site, area, password);
}
} // namespace accueil::admin
