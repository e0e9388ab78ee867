// Days on which the hours do not apply: closures, the town's own holidays, special openings.
#include "core/agenda/hours.h"
#include "core/agenda/publication.h"
#include "core/store/sql.h"
#include <algorithm>
#include <map>

namespace accueil
{
namespace
{
void announceHours(soci::session& session, SiteId site)
{
    store::exec(session, "CALL announce(:site, 'agenda', 'hours')", site);
}
} // namespace

std::vector<StoredClosure> closures(store::Connection& connection, SiteId site)
{
    return store::reading(connection, [site](soci::session& session) {
        std::vector<StoredClosure> all;
        for (const auto& [id, service, fromDay, toDay, from, to] : store::rows<int, ServiceId, Day, Day, MinuteOfDay, MinuteOfDay>(
                 session,
                 "SELECT id, service_id, from_day, to_day, from_minute, to_minute FROM closure WHERE site_id = :site"
                 " ORDER BY from_day, id",
                 site))
            all.push_back({id, service, {fromDay, toDay, from, to}, {}});
        std::map<int, LocalizedText> reasons;
        for (const auto& [id, language, reason] :
             store::rows<int, Language, std::string>(session, "SELECT closure_id, language, reason FROM closure_text"))
            reasons[id].set(language, reason);
        for (auto& closure : all) closure.reason = reasons[closure.id];
        return all;
    });
}

void checkClosure(const Closure& closure)
{
    if (closure.toDay < closure.fromDay) throw InvalidInput("to_day");
    if (closure.from >= closure.to || closure.from.value < 0 || closure.to.value > 1440) throw InvalidInput("from");
}

int addClosure(store::Connection& connection, SiteId site, const StoredClosure& closure)
{
    const auto& when = closure.when;
    checkClosure(when);
    return store::inTx(connection, [&](soci::session& session) {
        announceHours(session, site);
        store::exec(session,
                    "INSERT INTO closure (site_id, service_id, from_day, to_day, from_minute, to_minute)"
                    " VALUES (:site, :service, :fromday, :today, :from, :to)",
                    site, closure.service, when.fromDay, when.toDay, when.from, when.to);
        const int id = std::get<0>(store::one<int>(session, "SELECT LAST_INSERT_ID()").value());
        for (const Language language : languages)
            if (const std::string& reason = closure.reason.in(language); !reason.empty())
                store::exec(session, "INSERT INTO closure_text (closure_id, language, reason) VALUES (:id, :language, :reason)", id,
                            language, reason);
        return id;
    });
}

bool removeClosure(store::Connection& connection, SiteId site, int id)
{
    return store::inTx(connection, [&](soci::session& session) {
        announceHours(session, site);
        return store::exec(session, "DELETE FROM closure WHERE id = :id AND site_id = :site", id, site) > 0;
    });
}

std::vector<AddedHoliday> addedHolidays(store::Connection& connection, SiteId site)
{
    return store::reading(connection, [site](soci::session& session) { return loadHolidays(session, site); });
}

LocalizedText closedBecause(store::Connection& connection, SiteId site, ServiceId service, Day day)
{
    for (const auto& closure : closures(connection, site))
        if ((!closure.service || closure.service == service) && closure.when.fromDay <= day && day <= closure.when.toDay &&
            !closure.reason.in(Language::fr).empty())
            return closure.reason;
    LocalizedText reason;
    for (const auto& holiday : addedHolidays(connection, site))
        if (std::ranges::count(holidaysBetween({holiday}, day, day), day) > 0 && !holiday.name.empty())
            for (const Language language : languages) reason.set(language, holiday.name);
    return reason;
}

void addHoliday(store::Connection& connection, SiteId site, const AddedHoliday& holiday)
{
    store::inTx(connection, [&](soci::session& session) {
        announceHours(session, site);
        const int yearly = holiday.yearly;
        store::exec(session,
                    "INSERT INTO holiday (site_id, day, yearly, name) VALUES (:site, :day, :yearly, :name)"
                    " ON DUPLICATE KEY UPDATE yearly = VALUES(yearly), name = VALUES(name)",
                    site, holiday.day, yearly, holiday.name);
    });
}

bool removeHoliday(store::Connection& connection, SiteId site, Day day)
{
    return store::inTx(connection, [&](soci::session& session) {
        announceHours(session, site);
        return store::exec(session, "DELETE FROM holiday WHERE site_id = :site AND day = :day", site, day) > 0;
    });
}

std::vector<SpecialOpening> specialOpenings(store::Connection& connection, ServiceId service, Day from)
{
    const Day endOfTime = makeDay(9999, 12, 31);
    return store::reading(connection, [&](soci::session& session) { return loadSpecials(session, service, from, endOfTime); });
}

OpeningId addSpecialOpening(store::Connection& connection, ServiceId service, const SpecialOpening& special)
{
    return store::inTx(connection, [&](soci::session& session) {
        store::exec(session, "CALL announce_service(:service, 'agenda', 'hours')", service);
        withSpecial(readHours(session, service, special.day, special.day, special.day), special);
        const int onHoliday = special.onHoliday;
        store::exec(session,
                    "INSERT INTO special_opening (service_id, day, from_minute, to_minute, counters, counters_online, on_holiday)"
                    " VALUES (:service, :day, :from, :to, :counters, :online, :holiday)",
                    service, special.day, special.from, special.to, special.counters, special.countersOnline, onHoliday);
        return std::get<0>(store::one<OpeningId>(session, "SELECT LAST_INSERT_ID()").value());
    });
}

bool removeSpecialOpening(store::Connection& connection, ServiceId service, OpeningId id)
{
    return store::inTx(connection, [&](soci::session& session) {
        store::exec(session, "CALL announce_service(:service, 'agenda', 'hours')", service);
        return store::exec(session, "DELETE FROM special_opening WHERE id = :id AND service_id = :service", id, service) > 0;
    });
}
} // namespace accueil
