#include "core/agenda/publication.h"
#include "core/store/sql.h"
#include <algorithm>
#include <fmt/format.h>

namespace accueil
{
namespace
{
using std::chrono::days;
using store::rows;
constexpr int batchDays = 15;

std::vector<GranuleChange> loadGranules(soci::session& session, ServiceId service)
{
    std::vector<GranuleChange> changes;
    for (const auto& [from, minutes] : rows<Day, int>(
             session, "SELECT from_day, minutes FROM service_granule WHERE service_id = :service ORDER BY from_day", service))
        changes.push_back({from, minutes});
    return changes;
}

/// "(1,'2026-11-26',510,7,10,4,3)": numbers and a day of our own, nothing that a person typed.
std::string valuesOf(ServiceId service, const std::vector<PlannedSlot>& slots)
{
    std::string values;
    for (const auto& slot : slots)
        values += fmt::format("{}({},'{}',{},{},{},{},{})", values.empty() ? "" : ",", service.value(), isoDay(slot.day),
                              slot.start.value, slot.opening, slot.minutes, slot.capacity, slot.capacityOnline);
    return values;
}

/// Granules of the batch that are no longer offered: removed when free, else kept as excess.
int withdraw(soci::session& session, ServiceId service, Day from, Day to, const std::vector<PlannedSlot>& slots)
{
    int removed = 0;
    for (const auto& [day, start] : rows<Day, MinuteOfDay>(
             session, "SELECT day, start_minute FROM slot WHERE service_id = :service AND day BETWEEN :from AND :to", service,
             from, to)) {
        const bool planned = std::ranges::any_of(
            slots, [&](const PlannedSlot& slot) { return slot.day == day && slot.start == start; });
        if (planned) continue;
        const auto gone = store::exec(session,
                                      "DELETE FROM slot WHERE service_id = :service AND day = :day AND start_minute = :start"
                                      " AND booked = 0",
                                      service, day, start);
        removed += static_cast<int>(gone);
        if (gone == 0)
            store::exec(session,
                        "UPDATE slot SET excess = booked, capacity = 0, capacity_online = 0"
                        " WHERE service_id = :service AND day = :day AND start_minute = :start",
                        service, day, start);
    }
    return removed;
}

/// A booked place that begins at another minute keeps its granules: two grids never lie over each other. What is left out
/// here appears with the next publication after that visit is gone.
void leaveOutOverlapping(soci::session& session, ServiceId service, Day from, Day to, std::vector<PlannedSlot>& slots)
{
    for (const auto& [on, begin, minutes] : rows<Day, MinuteOfDay, int>(
             session,
             "SELECT day, start_minute, minutes FROM slot WHERE service_id = :service AND day BETWEEN :from AND :to AND booked > 0",
             service, from, to)) {
        const Day day = on;
        const MinuteOfDay start = begin, end = begin + minutes;
        std::erase_if(slots, [&](const PlannedSlot& slot) {
            return slot.day == day && slot.start != start && slot.start < end && start < slot.start + slot.minutes;
        });
    }
}

/// The hours were changed while these places were being written: they are written once more.
struct ChangedMeanwhile
{
};

/// One transaction. Its last statement before the commit raises the version that every edit of the hours raises first:
/// whoever comes second sees the other's work.
PublishReport publishBatch(store::Connection& connection, ServiceId service, Day from, Day to, Day today)
{
    return store::inTx(connection, [&](soci::session& session) {
        const Hours hours = readHours(session, service, from, to, today);
        const PublishReport report = writeSlots(session, service, from, to, hours);
        store::exec(session, "CALL announce_service(:service, 'agenda', 'published')", service);
        if (readHours(session, service, from, to, today) != hours) throw ChangedMeanwhile();
        return report;
    });
}

PublishReport publishLastWord(store::Connection& connection, ServiceId service, Day from, Day to, Day today)
{
    for (;;) {
        try {
            return publishBatch(connection, service, from, to, today);
        } catch (const ChangedMeanwhile&) { // rolled back; the next attempt begins with the new hours
        }
    }
}
} // namespace

std::vector<Opening> loadOpenings(soci::session& session, ServiceId service)
{
    std::vector<Opening> openings;
    for (auto& [id, weekday, from, to, counters, online, validFrom, validTo, weeks, firstWeek, nth] :
         rows<OpeningId, int, MinuteOfDay, MinuteOfDay, int, int, std::optional<Day>, std::optional<Day>, int,
              std::optional<Day>, int>(
             session,
             "SELECT id, weekday, from_minute, to_minute, counters, counters_online, valid_from, valid_to, every_weeks,"
             " first_week, nth_of_month FROM opening WHERE service_id = :service ORDER BY weekday, from_minute",
             service))
        openings.push_back({id, weekday, from, to, counters, online, validFrom, validTo, weeks, firstWeek, nth});
    return openings;
}

std::vector<AddedHoliday> loadHolidays(soci::session& session, SiteId site)
{
    std::vector<AddedHoliday> all;
    for (const auto& [day, yearly, name] : rows<Day, int, std::string>(
             session, "SELECT day, yearly, name FROM holiday WHERE site_id = :site ORDER BY day", site))
        all.push_back({day, yearly != 0, name});
    return all;
}

std::vector<SpecialOpening> loadSpecials(soci::session& session, ServiceId service, Day from, Day to)
{
    std::vector<SpecialOpening> specials;
    for (auto& [id, day, start, end, counters, online, onHoliday] :
         rows<OpeningId, Day, MinuteOfDay, MinuteOfDay, int, int, int>(
             session,
             "SELECT id, day, from_minute, to_minute, counters, counters_online, on_holiday FROM special_opening"
             " WHERE service_id = :service AND day BETWEEN :from AND :to ORDER BY day, from_minute",
             service, from, to))
        specials.push_back({id, day, start, end, counters, online, onHoliday != 0});
    return specials;
}

Hours readHours(soci::session& session, ServiceId service, Day from, Day to, Day today)
{
    const auto row = store::one<SiteId, int, int>(
        session, "SELECT site_id, granule_minutes, release_days FROM service WHERE id = :service", service);
    if (!row) throw ConfigError("there is no such service");
    const auto& [site, granule, releaseDays] = *row;
    Hours hours;
    hours.granuleMinutes = granule;
    hours.granules = loadGranules(session, service);
    if (releaseDays > 0) hours.releasedTo = today + days(releaseDays);
    hours.openings = loadOpenings(session, service);
    hours.specials = loadSpecials(session, service, from, to);
    for (auto& [fromDay, toDay, start, end] : rows<Day, Day, MinuteOfDay, MinuteOfDay>(
             session,
             "SELECT from_day, to_day, from_minute, to_minute FROM closure WHERE site_id = :site"
             " AND (service_id IS NULL OR service_id = :service) AND to_day >= :from AND from_day <= :to ORDER BY id",
             site, service, from, to))
        hours.closures.push_back({fromDay, toDay, start, end});
    hours.holidays = holidaysBetween(loadHolidays(session, site), from, to);
    for (const auto& [day, start, end] : rows<Day, MinuteOfDay, MinuteOfDay>(
             session,
             "SELECT day, from_minute, to_minute FROM counter_absence WHERE service_id = :service AND day BETWEEN :from AND :to"
             " ORDER BY day, counter_id",
             service, from, to))
        hours.absences.push_back({day, start, end});
    return hours;
}

Hours loadHours(store::Connection& connection, const Catalogue& catalogue, ServiceId service, Day from, Day to)
{
    connection.session(); // the clock is the server's from here on
    const Day today = catalogue.zone().toLocal(connection.clock().now()).day;
    return store::reading(connection, [&](soci::session& session) { return readHours(session, service, from, to, today); });
}

std::optional<MinuteOfDay> closingTime(store::Connection& connection, const Catalogue& catalogue, ServiceId service, Day day)
{
    Hours hours = loadHours(connection, catalogue, service, day, day);
    hours.absences.clear(); // one place less to book; the door stays open
    std::optional<MinuteOfDay> closes;
    for (const auto& slot : plannedSlots(hours, day)) closes = std::max(closes.value_or(slot.start), slot.start + slot.minutes);
    return closes;
}

PublishReport writeSlots(soci::session& session, ServiceId service, Day from, Day to, const Hours& hours)
{
    std::vector<PlannedSlot> slots;
    for (Day day = from; day <= to; day += days(1)) std::ranges::copy(plannedSlots(hours, day), std::back_inserter(slots));
    const int removed = withdraw(session, service, from, to, slots);
    leaveOutOverlapping(session, service, from, to, slots);
    if (!slots.empty()) {
        const std::string sql =
            "INSERT INTO slot (service_id, day, start_minute, opening_id, minutes, capacity, capacity_online) VALUES " +
            valuesOf(service, slots) +
            " ON DUPLICATE KEY UPDATE excess = GREATEST(booked - VALUES(capacity), 0), opening_id = VALUES(opening_id),"
            " minutes = VALUES(minutes), capacity = VALUES(capacity), capacity_online = VALUES(capacity_online)";
        store::exec(session, sql.c_str());
    }
    return {static_cast<int>(slots.size()), removed, 0};
}

std::optional<Day> lastPublished(store::Connection& connection, ServiceId service)
{
    return store::reading(connection, [service](soci::session& session) {
        return std::get<0>(*store::one<std::optional<Day>>(session, "SELECT MAX(day) FROM slot WHERE service_id = :service", service));
    });
}

PublishReport publish(store::Connection& connection, const Catalogue& catalogue, ServiceId service, Day from, int count)
{
    connection.session();
    const Day today = catalogue.zone().toLocal(connection.clock().now()).day;
    PublishReport report;
    for (int done = 0; done < count; done += batchDays) {
        const Day first = from + days(done), last = from + days(std::min(done + batchDays, count) - 1);
        const PublishReport batch = publishLastWord(connection, service, first, last, today);
        report.written += batch.written;
        report.removed += batch.removed;
    }
    const Day last = from + days(count - 1);
    report.stranded = store::reading(connection, [&](soci::session& session) {
        const auto row = store::one<int>(session,
                                         "SELECT COUNT(*) FROM slot WHERE service_id = :service AND day BETWEEN :from AND :to"
                                         " AND booked > capacity",
                                         service, from, last);
        return std::get<0>(*row);
    });
    return report;
}
} // namespace accueil
