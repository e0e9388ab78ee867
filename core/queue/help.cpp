#include "core/queue/help.h"
#include "core/store/sql.h"

namespace accueil
{
namespace
{
void inQueue(store::Connection& connection, const char* sql, CounterId counter)
{
    store::inTx(connection, [&](soci::session& session) {
        store::exec(session, "CALL begin_queue()");
        store::exec(session, sql, counter);
    });
}
} // namespace

std::vector<HelpCall> helpCalls(store::Connection& connection, const Catalogue& catalogue)
{
    return store::reading(connection, [&](soci::session& session) {
        const SiteId site = catalogue.site().id;
        std::vector<HelpCall> calls;
        for (const auto& [counter, asker, askerName, at, coming, comingName] :
             store::rows<CounterId, StaffId, std::string, Instant, StaffId, std::optional<std::string>>(
                 session,
                 "SELECT h.counter_id, h.asked_by, a.name, h.asked_at, h.coming_by, c.name FROM help_call h JOIN staff a"
                 " ON a.id = h.asked_by LEFT JOIN staff c ON c.id = h.coming_by WHERE h.site_id = :site AND h.ended_at IS NULL"
                 " ORDER BY h.asked_at, h.id",
                 site))
            calls.push_back({counter, asker, askerName, at, coming, comingName.value_or("")});
        return calls;
    });
}

void askForHelp(store::Connection& connection, CounterId counter)
{
    inQueue(connection, "CALL ask_for_help(:counter)", counter);
}

void comeToHelp(store::Connection& connection, CounterId counter)
{
    inQueue(connection, "CALL come_to_help(:counter)", counter);
}

void endHelp(store::Connection& connection, CounterId counter)
{
    inQueue(connection, "CALL end_help(:counter)", counter);
}
} // namespace accueil
