#include "core/queue/room.h"
#include "core/queue/act.h"
#include "core/store/sql.h"
#include <algorithm>
#include <cmath>

namespace accueil
{
namespace
{
constexpr std::chrono::minutes comesBefore{8}, stillExpected{10}; // of the start: people come early, or somewhat late
constexpr int newcomer = 1'000'000;                               // behind everybody with the same due time

double sinceMinutes(Instant since, Instant now)
{
    return std::chrono::duration<double>(now - since).count() / 60;
}

struct AtCounter
{
    ServiceId service;
    ProcedureId procedure;
    Instant since;
};

void readTickets(soci::session& session, const Catalogue& catalogue, RoomNow& now, Day day, std::map<TicketId, AtCounter>& served)
{
    const SiteId site = catalogue.site().id;
    for (const auto& [id, service, number, due, kept, until, state, since, procedure] :
         store::rows<TicketId, ServiceId, int, Instant, CounterId, Instant, std::string, Instant, ProcedureId>(
             session,
             "SELECT t.id, t.service_id, t.number, t.due, t.kept_counter_id, t.kept_until, t.state,"
             " IFNULL(t.serving_at, t.last_called_at), p.procedure_id FROM ticket t LEFT JOIN ticket_procedure p"
             " ON p.ticket_id = t.id AND p.position = 1 WHERE t.site_id = :site AND t.day = :day"
             " AND t.state IN ('waiting', 'called', 'serving')",
             site, day)) {
        if (state == "waiting")
            now.room.visitors.push_back({{id, service, number, {due, DueReason::walkIn, false}, kept, until},
                                         now.times->minutes(service, procedure), Instant{}});
        else
            served[id] = {service, procedure, since};
    }
}

void readCounters(soci::session& session, const Catalogue& catalogue, RoomNow& now, const std::map<TicketId, AtCounter>& served, Instant forgotten)
{
    const SiteId site = catalogue.site().id;
    for (const auto& [id, ticket, paused, reason] : store::rows<CounterId, TicketId, Instant, std::string>(
             session,
             "SELECT s.counter_id, s.ticket_id, s.paused_at, s.pause_reason FROM counter_state s JOIN counter c ON c.id = s.counter_id"
             " WHERE c.site_id = :site AND s.staff_id IS NOT NULL AND (s.ticket_id IS NOT NULL OR s.opened_at >= :forgotten)",
             site, forgotten)) {
        const Counter* counter = catalogue.find(id);
        if (!counter) continue;
        Instant freeAt = now.now;
        if (paused != Instant{}) freeAt = pauseEnds(paused, parsePauseReason(reason), now.now);
        if (const auto visit = served.find(ticket); visit != served.end()) {
            const double usual = now.times->minutes(visit->second.service, visit->second.procedure);
            freeAt += std::chrono::milliseconds(std::lround(60000 * minutesLeft(usual, sinceMinutes(visit->second.since, now.now))));
        }
        now.room.counters.push_back({id, counter->serves, counter->helps, freeAt});
    }
}

void readExpected(soci::session& session, const Catalogue& catalogue, RoomNow& now, Day day)
{
    long long invented = 0; // they have no ticket yet
    for (const auto& [service, start, procedure, people] :
         store::rows<ServiceId, MinuteOfDay, ProcedureId, int>(session, "CALL still_expected(:day)", day)) {
        const Instant begins = catalogue.zone().toUtc({day, start});
        if (begins + stillExpected < now.now) continue;
        const auto due = dueOfAppointment(catalogue.policy(), begins, begins);
        for (int i = 0; due && i < people; ++i)
            now.room.visitors.push_back({{TicketId(--invented), service, 0, *due, {}, {}},
                                         now.times->minutes(service, procedure) * showsUp,
                                         std::max(now.now + std::chrono::minutes(1), begins - comesBefore)});
    }
}

bool somebodyServes(const Room& room, const Waiting& ticket)
{
    return std::ranges::any_of(room.counters, [&](const ForecastCounter& counter) {
        return std::ranges::find(counter.own, ticket.service) != counter.own.end() ||
               std::ranges::find(counter.helps, ticket.service) != counter.helps.end();
    });
}
} // namespace

RoomNow RoomNow::load(store::Connection& connection, const Catalogue& catalogue)
{
    RoomNow now;
    now.times = &VisitTimes::of(connection, catalogue);
    store::reading(connection, [&](soci::session& session) {
        now.room = {};
        now.now = connection.clock().now();
        const Day day = today(connection, catalogue);
        std::map<TicketId, AtCounter> served;
        readTickets(session, catalogue, now, day, served);
        readCounters(session, catalogue, now, served, forgottenBefore(connection, catalogue));
        readExpected(session, catalogue, now, day);
        return 0;
    });
    return now;
}

double RoomNow::minutesUntil(const Waiting& ticket) const
{
    Room played = room;
    if (!somebodyServes(played, ticket)) played.counters.push_back({CounterId(-1), {ticket.service}, {}, now});
    const auto call = forecastCall(std::move(played), ticket.ticket, now);
    return call ? sinceMinutes(now, *call) : 0;
}

double RoomNow::minutesForNewcomer(const Catalogue& catalogue, ServiceId service, bool priority) const
{
    RoomNow with = *this;
    const Waiting ticket{TicketId(newcomer), service, newcomer, dueOfWalkIn(catalogue.policy(), now, priority), {}, {}};
    with.room.visitors.push_back({ticket, times->minutes(service, {}), Instant{}});
    return with.minutesUntil(ticket);
}
} // namespace accueil
