#include "core/agenda/hours.h"
#include "core/agenda/publication.h"
#include "core/agenda/stranded.h"
#include "core/store/sql.h"
#include <algorithm>
#include <map>

namespace accueil
{
namespace
{
using std::chrono::days;
using store::rows;

std::vector<PlannedSlot> planned(const Hours& hours, Day from, int count)
{
    std::vector<PlannedSlot> all;
    for (int i = 0; i < count; ++i) std::ranges::copy(plannedSlots(hours, from + days(i)), std::back_inserter(all));
    return all;
}

/// Capacity by granule: what is offered now.
std::map<std::pair<Day, MinuteOfDay>, int> offeredNow(soci::session& session, ServiceId service, Day from, Day to)
{
    std::map<std::pair<Day, MinuteOfDay>, int> all;
    for (const auto& [day, start, capacity] : rows<Day, MinuteOfDay, int>(
             session,
             "SELECT day, start_minute, capacity FROM slot WHERE service_id = :service AND day BETWEEN :from AND :to"
             " AND capacity > 0",
             service, from, to))
        all[{day, start}] = capacity;
    return all;
}

std::vector<Stranded> bookedVisits(soci::session& session, ServiceId service, Day from, Day to, std::vector<PlacedVisit>& placed)
{
    std::vector<Stranded> visits;
    for (const auto& [id, reference, day, start, minutes, at, over, state] :
         rows<AppointmentId, std::string, Day, MinuteOfDay, int, Instant, int, std::string>(
             session,
             "SELECT id, reference, day, start_minute, minutes, created_at, over_capacity, state FROM appointment WHERE service_id = :service"
             " AND day BETWEEN :from AND :to AND (state IN ('booked', 'arrived', 'missed')"
             " OR (state = 'held' AND hold_expires_at > UTC_TIMESTAMP(3)))",
             service, from, to)) {
        const bool here = state == "arrived" || state == "missed"; // keeps the place: counts as the first who booked
        placed.push_back({id, day, start, minutes, here ? Instant{} : at, over != 0});
        if (state == "booked") visits.push_back({id, reference, day, start, minutes});
    }
    return visits;
}
} // namespace

std::vector<Opening> openings(store::Connection& connection, ServiceId service)
{
    return store::reading(connection, [service](soci::session& session) { return loadOpenings(session, service); });
}

Hours edited(Hours hours, const HoursEdit& edit)
{
    std::erase_if(hours.openings, [&](const Opening& o) { return std::ranges::find(edit.removed, o.id) != edit.removed.end(); });
    long long next = 1;
    for (const auto& opening : hours.openings) next = std::max(next, opening.id.value() + 1);
    for (Opening opening : edit.added) {
        checkOpening(opening);
        opening.id = OpeningId(next++);
        hours.openings.push_back(opening);
    }
    if (const auto both = clash(hours.openings)) throw OpeningsClash(both->first, both->second);
    return hours;
}

HoursPreview preview(store::Connection& connection, const Catalogue&, ServiceId service, const Hours& hours, Day from, int count)
{
    const auto slots = planned(hours, from, count);
    const Day to = from + days(count - 1);
    return store::reading(connection, [&](soci::session& session) {
        HoursPreview result;
        auto now = offeredNow(session, service, from, to);
        for (const auto& slot : slots) {
            const auto found = now.find({slot.day, slot.start});
            if (found == now.end()) {
                ++result.appearing;
                continue;
            }
            if (found->second != slot.capacity) ++result.changing;
            now.erase(found);
        }
        result.vanishing = static_cast<int>(now.size());
        std::vector<PlacedVisit> placed;
        const auto visits = bookedVisits(session, service, from, to, placed);
        for (const AppointmentId id : strandedVisits(slots, placed))
            if (const auto found = std::ranges::find(visits, id, &Stranded::appointment); found != visits.end())
                result.stranded.push_back(*found);
        return result;
    });
}

void save(store::Connection& connection, ServiceId service, const HoursEdit& edit)
{
    store::inTx(connection, [&](soci::session& session) {
        // Raised first: two edits at once come one after the other, and the second sees the first.
        store::exec(session, "CALL announce_service(:service, 'agenda', 'hours')", service);
        Hours hours;
        hours.openings = loadOpenings(session, service);
        edited(hours, edit);
        for (const OpeningId id : edit.removed)
            store::exec(session, "DELETE FROM opening WHERE id = :id AND service_id = :service", id, service);
        for (const Opening& o : edit.added)
            store::exec(session,
                        "INSERT INTO opening (service_id, weekday, from_minute, to_minute, counters, counters_online, valid_from,"
                        " valid_to, every_weeks, first_week, nth_of_month)"
                        " VALUES (:service, :weekday, :from, :to, :counters, :online, :validfrom, :validto, :weeks, :first, :nth)",
                        service, o.weekday, o.from, o.to, o.counters, o.countersOnline, o.validFrom, o.validTo, o.everyWeeks,
                        o.firstWeek, o.nthOfMonth);
    });
}
} // namespace accueil
