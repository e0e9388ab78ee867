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

/// What happened after `seen`, up to `version`.
Changes changesSince(soci::session& session, SiteId site, Topic topic, long long seen, long long version)
{
    const std::string name = nameOf(topic);
    Changes changes;
    for (auto& [number, at, kind, appointment, ticket, counter] : rows<long long, Instant, std::string, AppointmentId, TicketId, CounterId>(
             session,
             "SELECT version, at, kind, appointment_id, ticket_id, counter_id FROM site_event"
             " WHERE site_id = :site AND topic = :topic AND version > :seen AND version <= :version ORDER BY version",
             site, name, seen, version))
        changes.events.push_back({number, at, std::move(kind), appointment, ticket, counter});
    // Every version has its event: one that is missing was kept no longer.
    if (static_cast<long long>(changes.events.size()) != version - seen) return {true, {}};
    return changes;
}
} // namespace

SiteReader::SiteReader(SiteId site, const std::vector<Topic>& topics) : site_(site)
{
    for (const Topic topic : topics) seen_[topic];
}

std::map<Topic, Changes> SiteReader::poll(Connection& connection)
{
    return reading(connection, [this](soci::session& session) {
        std::map<std::string, long long> versions;
        for (const auto& [topic, version] : rows<std::string, long long>(session, "SELECT topic, version FROM site_version WHERE site_id = :site", site_))
            versions[topic] = version;
        std::map<Topic, Changes> news;
        auto seen = seen_;
        for (auto& [topic, last] : seen) {
            const long long version = versions[nameOf(topic)];
            if (last == version) continue;
            news[topic] = !last || *last > version ? Changes{true, {}} : changesSince(session, site_, topic, *last, version);
            last = version;
        }
        seen_ = std::move(seen); // not before all is read: a connection lost in between repeats this
        return news;
    });
}
} // namespace accueil::store
