#include "core/agenda/free_starts.h"
#include "core/store/sql.h"
#include <algorithm>
#include <map>
#include <span>

namespace accueil
{
namespace
{
using std::chrono::days;

/// What the channel could still take of one granule.
int freeOf(const SlotRow& slot, Channel channel)
{
    const int places = slot.capacity - slot.booked + slot.expired;
    if (channel != Channel::online) return std::max(places, 0);
    return std::max(std::min(places, slot.capacityOnline - slot.bookedOnline + slot.expiredOnline), 0);
}

/// Places for a visit that begins with the first row: the tightest of its granules; 0 if the opening ends before.
int placesAt(std::span<const SlotRow> from, int minutes, Channel channel)
{
    int places = 9999, covered = 0;
    for (const SlotRow& slot : from) {
        if (covered >= minutes) break;
        if (slot.day != from[0].day || slot.opening != from[0].opening || slot.start != from[0].start + covered) return 0;
        places = std::min(places, freeOf(slot, channel));
        covered += slot.minutes;
    }
    return covered >= minutes ? places : 0;
}

/// What expired holds still occupy: booked, and booked online, by day and granule.
void addExpired(soci::session& session, const StartQuery& query, std::vector<SlotRow>& slots)
{
    std::map<std::pair<Day, MinuteOfDay>, SlotRow*> byStart;
    for (auto& slot : slots) byStart[{slot.day, slot.start}] = &slot;
    const Day last = query.from + days(query.days - 1);
    for (const auto& [day, start, minutes, online] : store::rows<Day, MinuteOfDay, int, int>(
             session,
             "SELECT day, start_minute, minutes, channel = 'online' FROM appointment"
             " WHERE state = 'held' AND hold_expires_at <= UTC_TIMESTAMP(3) AND service_id = :service"
             " AND day BETWEEN :from AND :to",
             query.service, query.from, last))
        for (auto at = byStart.lower_bound({day, start}); at != byStart.end() && at->first < std::pair(day, start + minutes); ++at) {
            at->second->expired += 1;
            at->second->expiredOnline += online;
        }
}
} // namespace

std::vector<DayOfStarts> combineStarts(const std::vector<SlotRow>& rows, const StartQuery& query)
{
    std::vector<DayOfStarts> all;
    for (int i = 0; i < query.days; ++i) all.push_back({query.from + days(i), false, 0, 0, {}});
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const SlotRow& slot = rows[i];
        DayOfStarts& day = all[static_cast<std::size_t>((slot.day - query.from).count())];
        const int offered = query.channel == Channel::online ? slot.capacityOnline : slot.capacity;
        day.open = day.open || slot.capacity > 0;
        day.capacity += offered;
        if (LocalTime{slot.day, slot.start} < query.earliest) continue;
        day.free += freeOf(slot, query.channel);
        if (const int places = placesAt(std::span(rows).subspan(i), query.minutes, query.channel); places > 0)
            day.starts.push_back({slot.start, places});
    }
    return all;
}

std::vector<DayOfStarts> freeStarts(store::Connection& connection, const StartQuery& query)
{
    return store::reading(connection, [&query](soci::session& session) {
        const Day last = query.from + days(query.days - 1);
        std::vector<SlotRow> slots;
        for (const auto& [day, start, minutes, opening, capacity, online, booked, bookedOnline] :
             store::rows<Day, MinuteOfDay, int, long long, int, int, int, int>(
                 session,
                 "SELECT day, start_minute, minutes, opening_id, capacity, capacity_online, booked, booked_online FROM slot"
                 " WHERE service_id = :service AND day BETWEEN :from AND :to ORDER BY day, start_minute",
                 query.service, query.from, last))
            slots.push_back({day, start, minutes, OpeningId(opening), capacity, online, booked, bookedOnline, 0, 0});
        addExpired(session, query, slots);
        return combineStarts(slots, query);
    });
}
} // namespace accueil
