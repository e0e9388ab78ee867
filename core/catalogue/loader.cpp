#include "core/catalogue/loader.h"
#include "core/catalogue/settings.h"
#include "core/store/sql.h"
#include <map>

namespace accueil
{
namespace
{
using store::rows;

WalkIn parseWalkIn(const std::string& text)
{
    if (text == "yes") return WalkIn::yes;
    if (text == "urgent") return WalkIn::urgent;
    if (text == "pickup") return WalkIn::pickup;
    return WalkIn::no;
}

Side parseSide(const std::string& text)
{
    if (text == "left") return Side::left;
    return text == "right" ? Side::right : Side::unknown;
}

/// Names by row and language, from one of the *_text tables.
template <class IdType>
std::map<IdType, LocalizedText> texts(soci::session& session, const char* sql)
{
    std::map<IdType, LocalizedText> all;
    for (auto& [id, language, text] : rows<IdType, Language, std::string>(session, sql))
        all[id].set(language, std::move(text));
    return all;
}

Site loadSite(soci::session& session, SiteId id)
{
    auto row = store::one<std::string, std::string, std::string, std::string, std::string, std::string>(
        session, "SELECT address, time_zone, phone, email, booking_url, eguichet_url FROM site WHERE id = :id", id);
    if (!row) throw ConfigError("there is no such site");
    Site site;
    site.id = id;
    std::tie(site.address, site.timeZone, site.phone, site.email, site.bookingUrl, site.eguichetUrl) = std::move(*row);
    site.name = texts<SiteId>(session, "SELECT site_id, language, name FROM site_text")[id];
    return site;
}

std::vector<Service> loadServices(soci::session& session, SiteId site)
{
    auto names = texts<ServiceId>(session, "SELECT service_id, language, name FROM service_text");
    auto shortNames = texts<ServiceId>(session, "SELECT service_id, language, short_name FROM service_text");
    std::map<ServiceId, std::vector<GranuleChange>> granules;
    for (const auto& [service, from, minutes] : rows<ServiceId, Day, int>(
             session, "SELECT service_id, from_day, minutes FROM service_granule ORDER BY service_id, from_day"))
        granules[service].push_back({from, minutes});
    std::vector<Service> services;
    for (auto& [id, code, area, prefix, granule, lead, horizon, release] :
         rows<ServiceId, std::string, WaitingAreaId, std::string, int, int, int, int>(
             session,
             "SELECT id, code, waiting_area_id, ticket_prefix, granule_minutes, lead_minutes, horizon_days, release_days"
             " FROM service WHERE site_id = :site AND active = 1 ORDER BY position, id",
             site))
        services.push_back({id, code, area, prefix.at(0), granule, lead, horizon, names[id], shortNames[id], release, granules[id]});
    return services;
}

std::vector<Procedure> loadProcedures(soci::session& session, SiteId site)
{
    auto names = texts<ProcedureId>(session, "SELECT procedure_id, language, name FROM procedure_text");
    std::map<ProcedureId, std::vector<DocumentId>> documents;
    for (const auto& [procedure, document] : rows<ProcedureId, DocumentId>(
             session, "SELECT procedure_id, document_id FROM procedure_document ORDER BY procedure_id, position"))
        documents[procedure].push_back(document);

    std::vector<Procedure> procedures;
    for (auto& [id, service, code, minutes, online, eguichet, walkIn, persons] :
         rows<ProcedureId, ServiceId, std::string, int, int, int, std::string, int>(
             session,
             "SELECT p.id, p.service_id, p.code, p.minutes, p.online, p.eguichet, p.walk_in, p.max_persons"
             " FROM service_procedure p JOIN service s ON s.id = p.service_id"
             " WHERE s.site_id = :site AND p.active = 1 AND s.active = 1 ORDER BY s.position, s.id, p.position, p.id",
             site))
        procedures.push_back({id, service, code, minutes, online != 0, eguichet != 0, parseWalkIn(walkIn), persons,
                              documents[id], names[id]});
    return procedures;
}

std::vector<Counter> loadCounters(soci::session& session, SiteId site)
{
    std::map<CounterId, std::vector<ServiceId>> serves, helps;
    for (const auto& [counter, service, helping] :
         rows<CounterId, ServiceId, int>(session, "SELECT counter_id, service_id, helps FROM counter_service ORDER BY service_id"))
        (helping ? helps : serves)[counter].push_back(service);
    std::vector<Counter> counters;
    for (auto& [id, number, area, side] : rows<CounterId, int, WaitingAreaId, std::string>(
             session,
             "SELECT id, number, waiting_area_id, side FROM counter WHERE site_id = :site AND active = 1 ORDER BY number",
             site))
        counters.push_back({id, number, area, parseSide(side), serves[id], helps[id]});
    return counters;
}
} // namespace

Catalogue CatalogueLoader::load(store::Connection& connection, SiteId site)
{
    return store::reading(connection, [site](soci::session& session) {
        CatalogueParts parts;
        parts.site = loadSite(session, site);
        for (auto& [id, code] : rows<WaitingAreaId, std::string>(
                 session, "SELECT id, code FROM waiting_area WHERE site_id = :site ORDER BY code", site))
            parts.areas.push_back({id, code});
        auto documentNames = texts<DocumentId>(session, "SELECT document_id, language, name FROM document_text");
        for (auto& [id, code] : rows<DocumentId, std::string>(session, "SELECT id, code FROM document"))
            parts.documents.push_back({id, code, documentNames[id]});
        parts.services = loadServices(session, site);
        parts.procedures = loadProcedures(session, site);
        parts.counters = loadCounters(session, site);
        const SitePolicies policies = policiesOf(siteSettings(session, site));
        parts.policy = policies.queue;
        parts.booking = policies.booking;
        return Catalogue(std::move(parts));
    });
}

SiteId findSite(store::Connection& connection, const std::string& code)
{
    return store::reading(connection, [&code](soci::session& session) {
        const auto row = store::one<SiteId>(
            session, "SELECT id FROM site WHERE code = :code OR :any = '' ORDER BY id LIMIT 1", code, code);
        if (!row) throw ConfigError("there is no such site");
        return std::get<0>(*row);
    });
}
} // namespace accueil
