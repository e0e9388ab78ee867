#include "core/booking/stranded_visits.h"
#include "core/agenda/stranded.h"
#include "core/booking/appointment.h"
#include "core/store/request.h"
#include <algorithm>
#include <map>

namespace accueil
{
namespace
{
using std::chrono::days;
constexpr std::size_t longestReason = 200;

/// One service as far as the rule needs it.
struct Crowded
{
    std::vector<PlannedSlot> slots;
    std::vector<PlacedVisit> placed;
};

std::string idsOf(const Catalogue& catalogue, ServiceId service)
{
    std::vector<ServiceId> ids;
    for (const auto& one : catalogue.services())
        if (!service || one.id == service) ids.push_back(one.id);
    return store::idList(ids);
}

/// The days on which more is booked than offered, as a table.
std::string crowdedDays(const std::string& services)
{
    return " JOIN (SELECT DISTINCT service_id, day FROM slot WHERE service_id IN " + services +
           " AND day BETWEEN :from AND :to AND booked > capacity) c ON c.service_id = x.service_id AND c.day = x.day";
}

void addSlots(soci::session& session, const std::string& crowdedOnes, Day from, Day to, std::map<ServiceId, Crowded>& crowded)
{
    const std::string sql = "SELECT x.service_id, x.day, x.start_minute, x.opening_id, x.minutes, x.capacity FROM slot x" + crowdedOnes;
    for (const auto& [service, day, start, opening, minutes, capacity] :
         store::rows<ServiceId, Day, MinuteOfDay, long long, int, int>(session, sql.c_str(), from, to))
        crowded[service].slots.push_back({day, start, opening, minutes, capacity, 0});
}

/// Who stands on these days. Whoever has arrived cannot be asked to come at another time: the last to lose a place.
std::map<AppointmentId, StrandedVisit> addVisits(soci::session& session, const std::string& crowdedOnes, Day from, Day to,
                                                 std::map<ServiceId, Crowded>& crowded)
{
    std::map<AppointmentId, StrandedVisit> visits;
    const std::string sql =
        "SELECT x.id, x.service_id, x.day, x.start_minute, x.minutes, x.state, x.over_capacity, x.created_at FROM appointment x" + crowdedOnes +
        " WHERE x.state IN ('booked', 'arrived', 'missed') OR (x.state = 'held' AND x.hold_expires_at > UTC_TIMESTAMP(3))";
    for (const auto& [id, service, day, start, minutes, state, over, at] :
         store::rows<AppointmentId, ServiceId, Day, MinuteOfDay, int, std::string, int, Instant>(session, sql.c_str(), from, to)) {
        const bool here = state == "arrived" || state == "missed";
        crowded[service].placed.push_back({id, day, start, minutes, here ? Instant{} : at, over != 0});
        if (state != "booked") continue;
        StrandedVisit visit;
        visit.service = service;
        visit.day = day;
        visit.start = start;
        visit.minutes = minutes;
        visit.bookedAt = at;
        visits.emplace(id, visit);
    }
    return visits;
}

void addProcedures(soci::session& session, std::vector<StrandedVisit>& all)
{
    std::vector<AppointmentId> ids;
    for (const auto& visit : all) ids.push_back(visit.appointment);
    std::map<AppointmentId, std::vector<ProcedureId>> procedures;
    const std::string sql = "SELECT f.id, p.procedure_id FROM appointment f JOIN appointment a ON a.reference = f.reference"
                            " JOIN appointment_procedure p ON p.appointment_id = a.id WHERE f.id IN " +
                            store::idList(ids) + " ORDER BY f.id, a.part, p.position";
    for (const auto& [id, procedure] : store::rows<AppointmentId, ProcedureId>(session, sql.c_str())) procedures[id].push_back(procedure);
    for (auto& visit : all) visit.procedures = procedures[visit.appointment];
}

/// Names and decisions of those found; of linked appointments the first one has them. Leaves out what the town keeps.
std::vector<StrandedVisit> withPeople(soci::session& session, const std::vector<AppointmentId>& found,
                                      const std::map<AppointmentId, StrandedVisit>& visits)
{
    std::vector<StrandedVisit> all;
    const std::string sql =
        "SELECT a.id, f.id, f.reference, f.revision, IFNULL(p.last_name, ''), IFNULL(p.first_name, ''), IFNULL(p.phone, ''),"
        " IFNULL(p.email, '') <> '', IFNULL(t.outcome = 'open', 0), f.language FROM appointment a"
        " JOIN appointment f ON f.reference = a.reference AND f.part = 1"
        " LEFT JOIN attendee p ON p.appointment_id = f.id"
        " LEFT JOIN to_call t ON t.appointment_id = f.id AND t.reason = 'stranded' WHERE a.id IN " +
        store::idList(found) + " AND NOT IFNULL(t.outcome = 'kept' AND t.done_at >= a.changed_at, 0)";
    for (const auto& [id, first, reference, revision, lastName, firstName, phone, email, toCall, language] :
         store::rows<AppointmentId, AppointmentId, std::string, int, std::string, std::string, std::string, int, int, Language>(session,
                                                                                                                      sql.c_str())) {
        StrandedVisit visit = visits.at(id);
        visit.appointment = first;
        visit.reference = reference;
        visit.revision = revision;
        visit.lastName = lastName;
        visit.firstName = firstName;
        visit.phone = phone;
        visit.hasEmail = email != 0;
        visit.toCall = toCall != 0;
        visit.language = language;
        all.push_back(std::move(visit));
    }
    addProcedures(session, all);
    std::ranges::sort(all, std::ranges::greater{}, [](const StrandedVisit& v) { return std::pair(v.bookedAt, v.appointment); });
    return all;
}

void decide(store::Connection& connection, const RequestKey& key, AppointmentId appointment, const std::string& outcome)
{
    const store::Request once{hexOf(key), hexOf(sha256("stranded " + outcome + " " + std::to_string(appointment.value())))};
    store::once(connection, once, [&](soci::session& session) {
        store::exec(session, "CALL decide_stranded(:id, :outcome)", appointment, outcome);
        return std::string("{}");
    });
}
} // namespace

std::vector<StrandedVisit> strandedNow(store::Connection& connection, const Catalogue& catalogue, ServiceId service, Day from,
                                       int count)
{
    const Day to = from + days(count - 1);
    const std::string crowdedOnes = crowdedDays(idsOf(catalogue, service));
    return store::reading(connection, [&](soci::session& session) {
        std::map<ServiceId, Crowded> crowded;
        addSlots(session, crowdedOnes, from, to, crowded);
        const auto visits = addVisits(session, crowdedOnes, from, to, crowded);
        std::vector<AppointmentId> found;
        for (const auto& [id, one] : crowded)
            for (const AppointmentId visit : strandedVisits(one.slots, one.placed))
                if (visits.contains(visit)) found.push_back(visit);
        return withPeople(session, found, visits);
    });
}

std::vector<DayOfStarts> startsToMove(store::Connection& connection, const Catalogue& catalogue, AppointmentId appointment, Day from,
                                      int count)
{
    std::vector<PlacedPart> parts;
    const auto ids = store::reading(connection, [&](soci::session& session) {
        return store::rows<AppointmentId>(session,
                                          "SELECT a.id FROM appointment f JOIN appointment a ON a.reference = f.reference"
                                          " WHERE f.id = :id AND a.state = 'booked' ORDER BY a.part",
                                          appointment);
    });
    Day day{};
    for (const auto& [id] : ids)
        if (const auto part = findAppointment(connection, id)) {
            parts.push_back({part->service, part->start, part->minutes, part->wanted});
            day = part->day;
        }
    if (parts.empty()) throw Refused(Refusal::appointmentGone);
    return freeStarts(connection,
                      moveQuery(catalogue, parts, day, Channel::desk, from, count, connection.clock().now()));
}

void cancelByTown(store::Connection& connection, const RequestKey& key, AppointmentId appointment, const std::string& reason)
{
    const auto control = [](unsigned char c) { return c < ' '; };
    if (reason.size() > longestReason || std::ranges::any_of(reason, control)) throw InvalidInput("reason");
    const store::Request once{hexOf(key), hexOf(sha256("cancel by town " + std::to_string(appointment.value()) + " " + reason))};
    store::once(connection, once, [&](soci::session& session) {
        store::exec(session, "CALL cancel_by_town(:id, :reason)", appointment, reason);
        return std::string("{}");
    });
}

void keepStranded(store::Connection& connection, const RequestKey& key, AppointmentId appointment)
{
    decide(connection, key, appointment, "kept");
}

void callStranded(store::Connection& connection, const RequestKey& key, AppointmentId appointment)
{
    decide(connection, key, appointment, "open");
}
} // namespace accueil
