#include "core/agenda/publication.h"
#include "core/store/sql.h"
#include <algorithm>
#include <fmt/format.h>

namespace accueil
{
namespace
{
using std::chrono::days;
using std::chrono::year_month_day;
using store::rows;
constexpr int batchDays = 15;

int yearOf(Day day)
{
    return static_cast<int>(year_month_day{day}.year());
}

std::vector<Day> loadHolidays(soci::session& session, SiteId site, Day from, Day to)
{
    std::vector<Day> holidays;
    for (int year = yearOf(from); year <= yearOf(to); ++year) {
        std::ranges::copy(belgianHolidays(year), std::back_inserter(holidays));
        for (const auto& [day, yearly] :
             rows<Day, int>(session, "SELECT day, yearly FROM holiday WHERE site_id = :site", site)) {
            const year_month_day added{day};
            const year_month_day thisYear{std::chrono::year(year), added.month(), added.day()};
            if (!yearly && added.year() == thisYear.year()) holidays.push_back(day);
            if (yearly && thisYear.ok()) holidays.push_back(Day{thisYear});
        }
    }
    return holidays;
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

void publishBatch(store::Connection& connection, ServiceId service, Day from, Day to,
                  const std::vector<PlannedSlot>& slots, PublishReport& report)
{
    const int removed = store::inTx(connection, [&](soci::session& session) {
        if (!slots.empty()) {
            const std::string sql =
                "INSERT INTO slot (service_id, day, start_minute, opening_id, minutes, capacity, capacity_online) VALUES " +
                valuesOf(service, slots) +
                " ON DUPLICATE KEY UPDATE excess = GREATEST(booked - VALUES(capacity), 0), opening_id = VALUES(opening_id),"
                " minutes = VALUES(minutes), capacity = VALUES(capacity), capacity_online = VALUES(capacity_online)";
            store::exec(session, sql.c_str());
        }
        return withdraw(session, service, from, to, slots);
    });
    report.removed += removed;
    report.written += static_cast<int>(slots.size());
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

Hours loadHours(store::Connection& connection, const Catalogue& catalogue, ServiceId service, Day from, Day to)
{
    const Service* of = catalogue.find(service);
    if (!of) throw ConfigError("there is no such service");
    const SiteId site = catalogue.site().id;
    return store::reading(connection, [&](soci::session& session) {
        Hours hours;
        hours.granuleMinutes = of->granuleMinutes;
        hours.openings = loadOpenings(session, service);
        for (auto& [id, day, start, end, counters, online, onHoliday] :
             rows<OpeningId, Day, MinuteOfDay, MinuteOfDay, int, int, int>(
                 session,
                 "SELECT id, day, from_minute, to_minute, counters, counters_online, on_holiday FROM special_opening"
                 " WHERE service_id = :service AND day BETWEEN :from AND :to ORDER BY day, from_minute",
                 service, from, to))
            hours.specials.push_back({id, day, start, end, counters, online, onHoliday != 0});
        for (auto& [fromDay, toDay, start, end] : rows<Day, Day, MinuteOfDay, MinuteOfDay>(
                 session,
                 "SELECT from_day, to_day, from_minute, to_minute FROM closure WHERE site_id = :site"
                 " AND (service_id IS NULL OR service_id = :service) AND to_day >= :from AND from_day <= :to",
                 site, service, from, to))
            hours.closures.push_back({fromDay, toDay, start, end});
        hours.holidays = loadHolidays(session, site, from, to);
        return hours;
    });
}

PublishReport publish(store::Connection& connection, const Catalogue& catalogue, ServiceId service, Day from, int count)
{
    const Hours hours = loadHours(connection, catalogue, service, from, from + days(count));
    PublishReport report;
    for (int done = 0; done < count; done += batchDays) {
        const Day first = from + days(done), last = from + days(std::min(done + batchDays, count) - 1);
        std::vector<PlannedSlot> slots;
        for (Day day = first; day <= last; day += days(1)) std::ranges::copy(plannedSlots(hours, day), std::back_inserter(slots));
        publishBatch(connection, service, first, last, slots, report);
    }
    const Day last = from + days(count - 1);
    const SiteId site = catalogue.site().id;
    report.stranded = store::inTx(connection, [&](soci::session& session) {
        const auto row = store::one<int>(session,
                                         "SELECT COUNT(*) FROM slot WHERE service_id = :service AND day BETWEEN :from AND :to"
                                         " AND booked > capacity",
                                         service, from, last);
        store::exec(session, "CALL announce(:site, 'agenda', 'published')", site);
        return std::get<0>(*row);
    });
    return report;
}
} // namespace accueil
