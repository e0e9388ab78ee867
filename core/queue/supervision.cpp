#include "core/queue/supervision.h"
#include "core/agenda/absence.h"
#include "core/queue/act.h"
#include "core/queue/room.h"
#include "core/queue/ticket_rows.h"
#include <algorithm>

namespace accueil
{
namespace
{
int wholeMinutes(Instant since, Instant now)
{
    return static_cast<int>(std::max<long>(std::chrono::floor<std::chrono::minutes>(now - since).count(), 0));
}

void readServices(soci::session& session, const Catalogue& catalogue, Day day, RoomOverview& room)
{
    const SiteId site = catalogue.site().id;
    std::map<ServiceId, std::vector<int>> waits;
    for (const auto& [service, arrived] : store::rows<ServiceId, Instant>(
             session,
             "SELECT service_id, arrived_at FROM ticket WHERE site_id = :site AND day = :day AND state = 'waiting' ORDER BY arrived_at",
             site, day))
        waits[service].push_back(wholeMinutes(arrived, room.now));
    std::map<ServiceId, int> toCome;
    for (const auto& [service, people] : store::rows<ServiceId, int>(
             session,
             "SELECT service_id, COUNT(*) FROM appointment WHERE site_id = :site AND day = :day AND state = 'booked'"
             " GROUP BY service_id",
             site, day))
        toCome[service] = people;
    std::map<ServiceId, std::pair<bool, int>> walkIns;
    for (const auto& [service, open, quota] :
         store::rows<ServiceId, int, int>(session, "SELECT id, walk_ins, walk_in_quota FROM service WHERE site_id = :site", site))
        walkIns[service] = {open != 0, quota};
    for (const auto& service : catalogue.services()) {
        const auto& some = waits[service.id]; // the longest first
        ServiceNow now;
        now.service = service.id;
        now.waiting = static_cast<int>(some.size());
        now.toCome = toCome[service.id];
        if (!some.empty()) {
            now.longestMinutes = some.front();
            now.medianMinutes = some[some.size() / 2];
        }
        std::tie(now.walkIns, now.walkInQuota) = walkIns[service.id];
        room.services.push_back(now);
    }
}

void readCounters(soci::session& session, const Catalogue& catalogue, RoomOverview& room)
{
    const SiteId site = catalogue.site().id;
    for (const auto& [id, staff, name, ticket, opened, paused, reason, ended] :
         store::rows<CounterId, StaffId, std::optional<std::string>, TicketId, Instant, Instant, std::optional<std::string>, Instant>(
             session,
             "SELECT c.id, s.staff_id, p.name, s.ticket_id, s.opened_at, s.paused_at, s.pause_reason,"
             " (SELECT e.ended_at FROM ticket e WHERE e.id = s.ended_ticket_id) FROM counter c"
             " LEFT JOIN counter_state s ON s.counter_id = c.id LEFT JOIN staff p ON p.id = s.staff_id"
             " WHERE c.site_id = :site AND c.active = 1 ORDER BY c.number",
             site)) {
        CounterNow now;
        now.counter = id;
        now.staff = staff;
        now.name = name.value_or("");
        now.pausedAt = paused;
        now.pause = parsePauseReason(reason.value_or(""));
        now.since = std::max({opened, paused, ended});
        if (ticket) {
            auto found = loadTickets(session, " WHERE t.id = :id", ticket);
            if (!found.empty()) now.ticket = std::move(found.front());
        }
        if (now.ticket) now.since = now.ticket->state == TicketState::serving ? now.ticket->servingAt : now.ticket->calledAt;
        room.counters.push_back(std::move(now));
    }
}

void readDevices(soci::session& session, const Catalogue& catalogue, RoomOverview& room)
{
    const SiteId site = catalogue.site().id;
    for (auto& [account, kind, name, area, seen, trouble] :
         store::rows<std::string, std::string, std::string, WaitingAreaId, Instant, std::string>(
             session,
             "SELECT account, kind, name, waiting_area_id, seen_at, trouble FROM device WHERE site_id = :site AND active = 1"
             " ORDER BY FIELD(kind, 'kiosk', 'display', 'web', 'mail'), name, account",
             site))
        room.devices.push_back({account, kind, name, area, seen, trouble});
    const auto mails = store::one<int>(session,
                                       "SELECT COUNT(*) FROM mail m JOIN appointment a ON a.id = m.appointment_id"
                                       " WHERE m.state IN ('waiting', 'sending') AND m.due_at <= UTC_TIMESTAMP(3) AND a.site_id = :site",
                                       site);
    room.mailsWaiting = std::get<0>(mails.value());
}

/// One act of a supervisor on the queue of his site.
template <class Body>
void inQueue(store::Connection& connection, Body&& body)
{
    store::inTx(connection, [&](soci::session& session) {
        store::exec(session, "CALL begin_queue()");
        body(session);
    });
}
} // namespace

RoomOverview roomOverview(store::Connection& connection, const Catalogue& catalogue)
{
    RoomOverview room = store::reading(connection, [&](soci::session& session) {
        RoomOverview read;
        read.now = connection.clock().now();
        readServices(session, catalogue, today(connection, catalogue), read);
        readCounters(session, catalogue, read);
        readDevices(session, catalogue, read);
        return read;
    });
    room.messages = screenMessages(connection, catalogue);
    const RoomNow now = RoomNow::load(connection, catalogue);
    for (auto& service : room.services) service.estimate = rangeOf(now.minutesForNewcomer(catalogue, service.service));
    for (auto& help : helpCalls(connection, catalogue))
        if (const auto found = std::ranges::find(room.counters, help.counter, &CounterNow::counter); found != room.counters.end())
            found->help = std::move(help);
    const MinuteOfDay minute = catalogue.zone().toLocal(room.now).minute;
    for (const auto& absence : absences(connection, catalogue.site().id, today(connection, catalogue)))
        if (absence.from <= minute && minute < absence.to)
            if (const auto found = std::ranges::find(room.counters, absence.counter, &CounterNow::counter); found != room.counters.end())
                found->absentFor.push_back(absence.service);
    return room;
}

std::vector<Alarm> alarmsOf(const RoomOverview& room, const QueuePolicy& policy)
{
    std::vector<Alarm> alarms;
    for (const auto& counter : room.counters)
        if (counter.help) alarms.push_back({Alarm::Kind::help, {}, counter.counter, {}});
    for (const auto& service : room.services) {
        if (policy.alarmWait > 0 && service.longestMinutes > policy.alarmWait)
            alarms.push_back({Alarm::Kind::longWait, service.service, {}, {}});
        if (policy.alarmWaiting > 0 && service.waiting > policy.alarmWaiting)
            alarms.push_back({Alarm::Kind::manyWaiting, service.service, {}, {}});
    }
    for (const auto& device : room.devices) {
        if (!device.trouble.empty()) alarms.push_back({Alarm::Kind::deviceTrouble, {}, {}, device.account});
        // The page sees nobody at night and a device may not be set up yet: only one that had lived can be missed.
        const bool room_device = device.kind == "kiosk" || device.kind == "display";
        if (room_device && device.seenAt != Instant{} && room.now - device.seenAt > std::chrono::seconds(policy.alarmSilent))
            alarms.push_back({Alarm::Kind::deviceSilent, {}, {}, device.account});
    }
    return alarms;
}

std::vector<ScreenMessage> screenMessages(store::Connection& connection, const Catalogue& catalogue)
{
    return store::reading(connection, [&](soci::session& session) {
        const SiteId site = catalogue.site().id;
        std::vector<ScreenMessage> messages;
        for (const auto& [area, shown, until, language, text] : store::rows<WaitingAreaId, Instant, Instant, Language, std::string>(
                 session,
                 "SELECT m.waiting_area_id, m.shown_at, m.until_at, t.language, t.text FROM screen_message m JOIN screen_message_text t"
                 " ON t.message_id = m.id WHERE m.site_id = :site AND (m.until_at IS NULL OR m.until_at > UTC_TIMESTAMP(3))"
                 " ORDER BY m.waiting_area_id",
                 site)) {
            if (messages.empty() || messages.back().area != area) messages.push_back({area, {}, shown, until});
            messages.back().text.set(language, text);
        }
        return messages;
    });
}

std::vector<Colleague> colleagues(store::Connection& connection, const Catalogue& catalogue)
{
    return store::reading(connection, [&](soci::session& session) {
        const SiteId site = catalogue.site().id;
        std::vector<Colleague> all;
        for (auto& [id, name, counter] : store::rows<StaffId, std::string, CounterId>(
                 session,
                 "SELECT p.id, p.name, s.counter_id FROM staff p LEFT JOIN counter_state s ON s.staff_id = p.id"
                 " WHERE p.site_id = :site AND p.active = 1 AND p.role <> 'reception' ORDER BY p.name, p.id",
                 site))
            all.push_back({id, name, counter});
        return all;
    });
}

void seatColleague(store::Connection& connection, CounterId counter, StaffId staff)
{
    inQueue(connection, [&](soci::session& session) { store::exec(session, "CALL seat_colleague(:counter, :staff)", counter, staff); });
}

void freeCounter(store::Connection& connection, CounterId counter)
{
    inQueue(connection, [&](soci::session& session) { store::exec(session, "CALL free_counter(:counter)", counter); });
}

void setCounterServices(store::Connection& connection, const Catalogue& catalogue, CounterId counter, const std::vector<ServiceId>& own,
                        const std::vector<ServiceId>& helps)
{
    const auto has = [](const std::vector<ServiceId>& some, ServiceId one) { return std::ranges::find(some, one) != some.end(); };
    const SiteId site = catalogue.site().id;
    const std::string topic = "settings", kind = "counter";
    store::inTx(connection, [&](soci::session& session) {
        for (const auto& service : catalogue.services()) {
            const std::string part = has(own, service.id) ? "own" : has(helps, service.id) ? "helps" : "none";
            store::exec(session, "CALL set_counter_service(:counter, :service, :part)", counter, service.id, part);
        }
        store::exec(session, "CALL announce(:site, :topic, :kind)", site, topic, kind);
    });
}

void setWalkIns(store::Connection& connection, ServiceId service, bool open, int quota)
{
    const int given = open;
    store::inTx(connection,
                [&](soci::session& session) { store::exec(session, "CALL set_walk_ins(:service, :open, :quota)", service, given, quota); });
}

void showMessage(store::Connection& connection, WaitingAreaId area, const LocalizedText& text, std::optional<std::chrono::minutes> lasts)
{
    const auto minutes = lasts ? std::optional(static_cast<int>(lasts->count())) : std::nullopt;
    inQueue(connection, [&](soci::session& session) {
        const auto row = store::one<long long>(session, "CALL show_message(:area, :minutes)", area, minutes);
        const long long message = std::get<0>(row.value());
        for (const Language language : languages)
            if (const std::string words = text.in(language); !words.empty())
                store::exec(session, "CALL add_message_text(:message, :language, :text)", message, language, words);
    });
}

void withdrawMessage(store::Connection& connection, WaitingAreaId area)
{
    inQueue(connection, [&](soci::session& session) { store::exec(session, "CALL withdraw_message(:area)", area); });
}

std::vector<Ticket> leftOver(store::Connection& connection, const Catalogue& catalogue)
{
    return store::reading(connection, [&](soci::session& session) {
        const SiteId site = catalogue.site().id;
        const Day day = today(connection, catalogue);
        return loadTickets(session,
                           " WHERE t.site_id = :site AND t.day <= :day AND t.state IN ('waiting', 'called', 'serving', 'parked')"
                           " ORDER BY t.day, t.state, t.prefix, t.number",
                           site, day);
    });
}

int closeTickets(store::Connection& connection, const std::vector<TicketId>& tickets, CloseReason reason)
{
    const std::string word = codeOf(reason);
    int closed = 0;
    for (const auto ticket : tickets)
        try {
            inQueue(connection, [&](soci::session& session) { store::exec(session, "CALL close_ticket(:ticket, :reason)", ticket, word); });
            ++closed;
        } catch (const Refused& e) {
            if (e.why() != Refusal::notThisState) throw; // it ended meanwhile
        }
    return closed;
}
} // namespace accueil
