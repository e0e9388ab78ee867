#include "core/booking/to_call.h"
#include "core/store/request.h"
#include <algorithm>
#include <array>
#include <map>

namespace accueil
{
namespace
{
constexpr std::array reasons{"stranded", "moved", "cancelled", "mail_failed"};
constexpr std::array outcomes{"open", "called", "letter", "kept", "settled"};

template <class Enum, std::size_t n>
Enum parsed(const std::array<const char*, n>& names, const std::string& text)
{
    return static_cast<Enum>(std::ranges::find(names, text) - names.begin());
}

constexpr const char* columns =
    "SELECT c.appointment_id, a.reference, c.reason, c.outcome, IFNULL(p.last_name, ''), IFNULL(p.first_name, ''), IFNULL(p.phone, ''),"
    " a.language, a.service_id, a.day, a.start_minute, a.minutes, a.state = 'cancelled',"
    " IF(a.cancelled_by_town = 1, IFNULL(p.cancel_reason, ''), ''), IFNULL(c.was_day, a.day), IFNULL(c.was_start, a.start_minute),"
    " c.created_at, c.done_at, IFNULL(c.done_by, ''), IFNULL(s.name, IFNULL(c.done_by, '')),"
    " c.tries, c.tried_at"
    " FROM to_call c JOIN appointment a ON a.id = c.appointment_id LEFT JOIN attendee p ON p.appointment_id = a.id"
    " LEFT JOIN staff s ON s.account = c.done_by WHERE a.site_id = :site";
constexpr const char* stillOpen =
    " AND c.outcome = 'open' AND GREATEST(a.day, IFNULL(c.was_day, a.day)) >= :today AND ("
    "(c.reason = 'stranded' AND a.state = 'booked' AND a.changed_at <= c.created_at) OR (c.reason = 'moved' AND a.state = 'booked')"
    " OR (c.reason = 'cancelled' AND a.state = 'cancelled') OR (c.reason = 'mail_failed' AND (a.state = 'booked' OR a.cancelled_by_town = 1)))";
constexpr const char* order = " ORDER BY LEAST(a.day, IFNULL(c.was_day, a.day)), c.created_at, c.appointment_id, c.reason";

template <class... Args>
std::vector<PersonToCall> load(soci::session& session, const std::string& sql, const Args&... args)
{
    std::vector<PersonToCall> all;
    for (auto& [id, reference, reason, outcome, lastName, firstName, phone, language, service, day, start, minutes, cancelled, why,
                wasDay, wasStart, createdAt, doneAt, doneBy, doneByName, tries, triedAt] :
         store::rows<AppointmentId, std::string, std::string, std::string, std::string, std::string, std::string, Language, ServiceId,
                     Day, MinuteOfDay, int, int, std::string, Day, MinuteOfDay, Instant, Instant, std::string, std::string, int, Instant>(session, sql.c_str(),
                                                                                                               args...))
        all.push_back({id, reference, parsed<CallReason>(reasons, reason), parsed<CallOutcome>(outcomes, outcome), lastName, firstName,
                       phone, language, service, {}, day, start, minutes, cancelled != 0, why, wasDay, wasStart, createdAt, doneAt,
                       doneBy, doneByName, tries, triedAt, {}});
    return all;
}

/// Of linked appointments the line stands for the whole visit.
void addParts(soci::session& session, std::vector<PersonToCall>& people)
{
    std::vector<AppointmentId> ids;
    for (const auto& person : people) ids.push_back(person.appointment);
    std::map<AppointmentId, std::vector<PlacedPart>> parts;
    const std::string sql = "SELECT f.id, a.service_id, a.start_minute, a.minutes, IFNULL(p.procedure_id, 0), IFNULL(p.persons, 0)"
                            " FROM appointment f JOIN appointment a ON a.reference = f.reference"
                            " LEFT JOIN appointment_procedure p ON p.appointment_id = a.id WHERE f.id IN " +
                            store::idList(ids) + " ORDER BY f.id, a.start_minute, p.position";
    for (const auto& [id, service, start, minutes, procedure, persons] :
         store::rows<AppointmentId, ServiceId, MinuteOfDay, int, ProcedureId, int>(session, sql.c_str())) {
        auto& of = parts[id];
        if (of.empty() || of.back().service != service) of.push_back({service, start, minutes, {}});
        if (procedure) of.back().wanted.push_back({procedure, persons});
    }
    for (auto& person : people) {
        person.parts = parts[person.appointment];
        for (const auto& part : person.parts)
            for (const auto& wanted : part.wanted) person.procedures.push_back(wanted.procedure);
    }
}
} // namespace

const char* nameOf(CallReason reason)
{
    return reasons.at(static_cast<std::size_t>(reason));
}

const char* nameOf(CallOutcome outcome)
{
    return outcomes.at(static_cast<std::size_t>(outcome));
}

std::vector<PersonToCall> callList(store::Connection& connection, const Catalogue& catalogue, bool openOnly)
{
    return store::reading(connection, [&](soci::session& session) {
        const SiteId site = catalogue.site().id;
        const Day today = catalogue.zone().toLocal(connection.clock().now()).day;
        auto people = openOnly ? load(session, std::string(columns) + stillOpen + order, site, today)
                               : load(session, std::string(columns) + order, site);
        addParts(session, people);
        return people;
    });
}

std::vector<PersonToCall> toldSince(store::Connection& connection, const Catalogue& catalogue, Instant since)
{
    return store::reading(connection, [&](soci::session& session) {
        auto people = load(session, std::string(columns) + " AND c.outcome <> 'open' AND c.done_at >= :since"
                                                           " ORDER BY c.done_at DESC, c.appointment_id, c.reason",
                           catalogue.site().id, since);
        addParts(session, people);
        return people;
    });
}

void markCalled(store::Connection& connection, const RequestKey& key, AppointmentId appointment, CallReason reason, CallOutcome outcome)
{
    const std::string why = nameOf(reason), what = nameOf(outcome);
    const store::Request once{hexOf(key), hexOf(sha256("called " + std::to_string(appointment.value()) + why + what))};
    store::once(connection, once, [&](soci::session& session) {
        store::exec(session, "CALL mark_called(:id, :reason, :outcome)", appointment, why, what);
        return std::string("{}");
    });
}

void nobodyAnswered(store::Connection& connection, const RequestKey& key, AppointmentId appointment, CallReason reason)
{
    const std::string why = nameOf(reason);
    const store::Request once{hexOf(key), hexOf(sha256("nobody answered " + std::to_string(appointment.value()) + why))};
    store::once(connection, once, [&](soci::session& session) {
        store::exec(session, "CALL nobody_answered(:id, :reason)", appointment, why);
        return std::string("{}");
    });
}
} // namespace accueil
