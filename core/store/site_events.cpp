#include "core/store/site_events.h"
#include "core/store/sql.h"

namespace accueil::store
{
namespace
{
const char* nameOf(Topic topic)
{
    switch (topic) {
    case Topic::queue: return "queue";
    case Topic::agenda: return "agenda";
    case Topic::settings: return "settings";
    }
    return "";
}
} // namespace

Changes EventReader::poll(Connection& connection)
{
    return reading(connection, [this](soci::session& session) -> Changes {
        const std::string topic = nameOf(topic_);
        const auto row = one<long long>(session, "SELECT version FROM site_version WHERE site_id = :site AND topic = :topic",
                                        site_, topic);
        const long long version = row ? std::get<0>(*row) : 0;
        const auto seen = seen_;
        if (seen == version) return {};
        if (!seen || *seen > version) {
            seen_ = version;
            return {true, {}};
        }

        Changes changes;
        for (auto& [number, at, kind, appointment, ticket, counter] :
             rows<long long, Instant, std::string, AppointmentId, TicketId, CounterId>(
                 session,
                 "SELECT version, at, kind, appointment_id, ticket_id, counter_id FROM site_event"
                 " WHERE site_id = :site AND topic = :topic AND version > :seen AND version <= :version ORDER BY version",
                 site_, topic, *seen, version))
            changes.events.push_back({number, at, std::move(kind), appointment, ticket, counter});
        seen_ = version; // not before all is read: a connection lost in between repeats this
        // Every version has its event: one that is missing was kept no longer.
        if (static_cast<long long>(changes.events.size()) != version - *seen) return {true, {}};
        return changes;
    });
}
} // namespace accueil::store
