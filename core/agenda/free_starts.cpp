#include "core/agenda/free_starts.h"
#include "core/store/sql.h"
#include <algorithm>
#include <charconv>
#include <map>
#include <span>
#include <tuple>

namespace accueil
{
namespace
{
using std::chrono::days;

/// What the channel could still take of one granule.
int freeOf(const SlotRow& slot, const StartQuery& query)
{
    const int places = slot.capacity - slot.booked + slot.expired;
    if (query.channel != Channel::online) return std::max(places, 0);
    return std::max(std::min(places, slot.capacityOnline - slot.bookedOnline + slot.expiredOnline), 0);
}

/// A visit that begins with the first row: places of the tightest of its granules, none if the opening ends before.
FreeStart startAt(std::span<const SlotRow> from, const StartQuery& query)
{
    FreeStart offer{from[0].start, 9999};
    for (const SlotRow& slot : from) {
        if (offer.minutes >= query.minutes) break;
        if (slot.day != from[0].day || slot.opening != from[0].opening || slot.start != from[0].start + offer.minutes) break;
        const int free = freeOf(slot, query);
        const bool beyond = free == 0 && query.beyondCapacity && slot.capacity > 0;
        offer.full = offer.full || beyond;
        offer.places = std::min(offer.places, beyond ? 1 : free);
        offer.minutes += slot.minutes;
    }
    if (offer.minutes < query.minutes) offer.places = 0;
    return offer;
}

Day lastDay(const StartQuery& query)
{
    return query.from + days(query.days - 1);
}

/// Services of the query as an IN list.
std::string servicesOf(const StartQuery& query)
{
    std::vector<ServiceId> services{query.service};
    if (query.linked) services.push_back(query.linked->service);
    return store::idList(services);
}

using Text = std::string;

int number(const Text& digits)
{
    int value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

/// Some thousand rows are read for every search: as text, because SOCI turns each number by a stream of its own, which
/// made a search of sixty days a millisecond longer. Days are counted from the first.
std::vector<SlotRow> loadSlots(soci::session& session, const StartQuery& query)
{
    const Day last = lastDay(query);
    const std::string sql = "SELECT service_id, DATEDIFF(day, :first), start_minute, minutes, opening_id, capacity, capacity_online,"
                            " booked, booked_online FROM slot WHERE service_id IN " +
                            servicesOf(query) + " AND day BETWEEN :from AND :to ORDER BY service_id, day, start_minute";
    std::vector<SlotRow> slots;
    for (const auto& [service, day, start, minutes, opening, capacity, online, booked, bookedOnline] :
         store::rows<Text, Text, Text, Text, Text, Text, Text, Text, Text>(session, sql.c_str(), query.from, query.from, last))
        slots.push_back({ServiceId(number(service)), query.from + days(number(day)), {number(start)}, number(minutes),
                         OpeningId(number(opening)), number(capacity), number(online), number(booked), number(bookedOnline), 0, 0});
    return slots;
}

using SlotsByStart = std::map<std::tuple<ServiceId, Day, MinuteOfDay>, SlotRow*>;

void countAsFree(const SlotsByStart& slots, const OwnPlace& place, int online)
{
    const SlotsByStart::key_type end(place.service, place.day, place.start + place.minutes);
    for (auto at = slots.lower_bound({place.service, place.day, place.start}); at != slots.end() && at->first < end; ++at) {
        at->second->expired += 1;
        at->second->expiredOnline += online;
    }
}

/// What expired holds still occupy, and the visit's own places.
void addExpired(soci::session& session, const StartQuery& query, std::vector<SlotRow>& slots)
{
    const Day last = lastDay(query);
    const std::string sql = "SELECT service_id, day, start_minute, minutes, channel = 'online' FROM appointment"
                            " WHERE state = 'held' AND hold_expires_at <= UTC_TIMESTAMP(3) AND service_id IN " +
                            servicesOf(query) + " AND day BETWEEN :from AND :to";
    const auto expired = store::rows<ServiceId, Day, MinuteOfDay, int, int>(session, sql.c_str(), query.from, last);
    if (expired.empty() && query.own.empty()) return;
    SlotsByStart byStart;
    for (auto& slot : slots) byStart[{slot.service, slot.day, slot.start}] = &slot;
    for (const auto& [service, day, start, minutes, online] : expired) countAsFree(byStart, {service, day, start, minutes}, online);
    for (const auto& place : query.own) countAsFree(byStart, place, 1);
}

/// The first of `starts` that begins between two minutes; null when there is none.
const FreeStart* firstBetween(const std::vector<FreeStart>& starts, MinuteOfDay from, MinuteOfDay to)
{
    const auto found = std::ranges::lower_bound(starts, from, {}, &FreeStart::start);
    return found != starts.end() && found->start <= to ? &*found : nullptr;
}

/// One half after the other, for every start of the first.
void addPairs(std::map<MinuteOfDay, FreeStart>& best, const std::vector<FreeStart>& first, const std::vector<FreeStart>& second,
              int mostBetween, bool swapped)
{
    for (const auto& begin : first) {
        const MinuteOfDay earliest = begin.start + begin.minutes;
        const FreeStart* then = firstBetween(second, earliest, earliest + mostBetween);
        if (!then) continue;
        const int minutes = then->start.value + then->minutes - begin.start.value;
        const FreeStart pair{begin.start, std::min(begin.places, then->places), minutes, swapped, then->start,
                             begin.full || then->full};
        const auto [at, isNew] = best.try_emplace(begin.start, pair);
        if (!isNew && minutes < at->second.minutes) at->second = pair;
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
        day.free += freeOf(slot, query);
        if (const FreeStart offer = startAt(std::span(rows).subspan(i), query); offer.places > 0)
            day.starts.push_back(offer);
    }
    return all;
}

std::vector<DayOfStarts> combineLinked(const std::vector<SlotRow>& firstRows, const std::vector<SlotRow>& secondRows, const StartQuery& query)
{
    const LinkedHalf& half = query.linked.value();
    StartQuery other = query;
    other.minutes = half.minutes;
    auto all = combineStarts(firstRows, query);
    const auto others = combineStarts(secondRows, other);
    for (std::size_t i = 0; i < all.size(); ++i) {
        std::map<MinuteOfDay, FreeStart> best;
        addPairs(best, all[i].starts, others[i].starts, half.mostBetween, false);
        if (!half.fixedOrder) addPairs(best, others[i].starts, all[i].starts, half.mostBetween, true);
        all[i].open = all[i].open && others[i].open;
        all[i].capacity = std::min(all[i].capacity, others[i].capacity);
        all[i].free = std::min(all[i].free, others[i].free);
        all[i].starts.clear();
        for (const auto& [start, offer] : best) all[i].starts.push_back(offer);
    }
    return all;
}

std::vector<SlotRow> slotsOfDays(store::Connection& connection, ServiceId service, Day from, int days)
{
    const StartQuery query{.service = service, .from = from, .days = days, .earliest = {}};
    return store::reading(connection, [&query](soci::session& session) {
        auto slots = loadSlots(session, query);
        addExpired(session, query, slots);
        return slots;
    });
}

std::vector<DayOfStarts> freeStarts(soci::session& session, const StartQuery& query)
{
    auto slots = loadSlots(session, query);
    addExpired(session, query, slots);
    if (!query.linked) return combineStarts(slots, query);
    const auto second = std::ranges::stable_partition(slots, [&](const SlotRow& slot) { return slot.service == query.service; });
    return combineLinked({slots.begin(), second.begin()}, {second.begin(), second.end()}, query);
}

std::vector<DayOfStarts> freeStarts(store::Connection& connection, const StartQuery& query)
{
    return store::reading(connection, [&query](soci::session& session) { return freeStarts(session, query); });
}
} // namespace accueil
