#include "core/queue/counter.h"
#include "core/base/errors.h"
#include "core/people/session.h"
#include "core/queue/act.h"
#include "core/queue/ticket_rows.h"
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace accueil
{
namespace
{
/// One statement that reads each service's smallest due by the index, and whoever was sent to this counter. Numbers only.
std::string smallestDueSql(SiteId site, Day day, CounterId counter, const std::vector<ServiceId>& services, bool sent)
{
    const std::string of = fmt::format("SELECT id, due, number FROM ticket WHERE site_id = {} AND day = '{}' AND state = 'waiting'",
                                       site.value(), isoDay(day));
    const std::string order = " ORDER BY due, number LIMIT 1";
    std::vector<std::string> parts;
    for (const auto service : services)
        parts.push_back(fmt::format("({} AND service_id = {} AND (kept_counter_id IS NULL OR kept_counter_id = {} OR kept_until <="
                                    " UTC_TIMESTAMP(3)){})",
                                    of, service.value(), counter.value(), order));
    if (sent)
        parts.push_back(fmt::format("({} AND kept_counter_id = {} AND (kept_until IS NULL OR kept_until > UTC_TIMESTAMP(3)){})", of,
                                    counter.value(), order));
    return fmt::format("{} ORDER BY due, number, id LIMIT 1", fmt::join(parts, " UNION ALL "));
}

/// In the order of nextTicket().
std::optional<TicketId> smallestDue(soci::session& session, const Catalogue& catalogue, Day day, CounterId counter,
                                    const std::vector<ServiceId>& services, bool sent)
{
    if (services.empty() && !sent) return {};
    const std::string sql = smallestDueSql(catalogue.site().id, day, counter, services, sent);
    const auto row = store::one<TicketId, Instant, int>(session, sql.c_str());
    if (!row) return {};
    return std::get<0>(*row);
}
} // namespace

void openCounter(store::Connection& connection, const Catalogue& catalogue, CounterId counter)
{
    counterOf(catalogue, counter);
    store::inTx(connection, [&](soci::session& session) {
        store::exec(session, "CALL begin_queue()");
        const Instant before = forgottenBefore(connection, catalogue);
        store::exec(session, "CALL leave_forgotten(:before)", before);
        store::exec(session, "CALL open_counter(:counter)", counter);
    });
}

void closeCounter(store::Connection& connection, const Catalogue& catalogue, CounterId counter)
{
    counterOf(catalogue, counter);
    store::inTx(connection, [&](soci::session& session) {
        store::exec(session, "CALL begin_queue()");
        store::exec(session, "CALL close_counter(:counter)", counter);
    });
}

void pauseCounter(store::Connection& connection, const Catalogue& catalogue, CounterId counter, PauseReason reason)
{
    counterOf(catalogue, counter);
    const std::string word = codeOf(reason);
    store::inTx(connection, [&](soci::session& session) {
        store::exec(session, "CALL begin_queue()");
        store::exec(session, "CALL pause_counter(:counter, :reason)", counter, word);
    });
}

void continueCounter(store::Connection& connection, const Catalogue& catalogue, CounterId counter)
{
    counterOf(catalogue, counter);
    store::inTx(connection, [&](soci::session& session) {
        store::exec(session, "CALL begin_queue()");
        store::exec(session, "CALL continue_counter(:counter)", counter);
    });
}

std::vector<Seat> seats(store::Connection& connection, const Catalogue& catalogue)
{
    const StaffId me = currentStaff(connection).id;
    return store::reading(connection, [&](soci::session& session) {
        const SiteId site = catalogue.site().id;
        std::vector<Seat> all;
        for (const auto& [counter, staff, name] : store::rows<CounterId, StaffId, std::optional<std::string>>(
                 session,
                 "SELECT c.id, s.staff_id, p.name FROM counter c LEFT JOIN counter_state s ON s.counter_id = c.id"
                 " LEFT JOIN staff p ON p.id = s.staff_id WHERE c.site_id = :site AND c.active = 1 ORDER BY c.number",
                 site))
            all.push_back({counter, static_cast<bool>(staff), staff && staff == me, name.value_or("")});
        return all;
    });
}

CounterId myCounter(store::Connection& connection)
{
    const StaffId me = currentStaff(connection).id;
    return store::reading(connection, [me](soci::session& session) {
        const auto row = store::one<CounterId>(session, "SELECT counter_id FROM counter_state WHERE staff_id = :me", me);
        return row ? std::get<0>(*row) : CounterId{};
    });
}

CounterView counterView(store::Connection& connection, const Catalogue& catalogue, CounterId id)
{
    const Counter& counter = counterOf(catalogue, id);
    const StaffId me = currentStaff(connection).id;
    return store::reading(connection, [&](soci::session& session) {
        CounterView view;
        view.counter = id;
        if (const auto row = store::one<StaffId, TicketId, Instant, std::string, Instant>(
                session,
                "SELECT s.staff_id, s.ticket_id, s.paused_at, s.pause_reason,"
                " (SELECT IF(t.state = 'waiting', (SELECT MAX(r.ended_at) FROM ticket_turn r WHERE r.ticket_id = t.id"
                " AND r.counter_id = s.counter_id), t.ended_at) FROM ticket t WHERE t.id = s.ended_ticket_id AND s.ticket_id IS NULL"
                " AND t.ended_from IS NOT NULL AND (t.state IN ('done', 'missed') AND t.counter_id = s.counter_id OR t.state = 'waiting'))"
                " FROM counter_state s WHERE s.counter_id = :id",
                id)) {
            const auto& [staff, ticket, paused, reason, ended] = *row;
            view.pausedAt = paused;
            view.pause = parsePauseReason(reason);
            if (ended != Instant{}) view.undoUntil = ended + undoTime;
            view.open = static_cast<bool>(staff);
            view.mine = view.open && staff == me;
            if (ticket) {
                auto found = loadTickets(session, " WHERE t.id = :id", ticket);
                if (!found.empty()) view.ticket = std::move(found.front());
            }
        }
        const SiteId site = catalogue.site().id;
        const Day day = today(connection, catalogue);
        const std::string sql = "SELECT COUNT(*) FROM ticket WHERE site_id = :site AND day = :day AND state = 'waiting'"
                                " AND service_id IN " + store::idList(counter.serves);
        view.waiting = std::get<0>(store::one<int>(session, sql.c_str(), site, day).value());
        return view;
    });
}

Ticket callNext(store::Connection& connection, const Catalogue& catalogue, const RequestKey& key, CounterId id)
{
    const Counter& counter = counterOf(catalogue, id);
    const std::string ticket = atCounter(connection, key, "call next", id, [&](soci::session& session) {
        const Day day = today(connection, catalogue);
        auto next = smallestDue(session, catalogue, day, id, counter.serves, true);
        if (!next) next = smallestDue(session, catalogue, day, id, counter.helps, false);
        const int atOnce = catalogue.policy().presenceStep == 0, picked = 0;
        store::exec(session, "CALL call_ticket(:ticket, :counter, :day, :at_once, :picked)", next, id, day, atOnce, picked);
        return std::to_string(next.value().value());
    });
    return ticketOf(connection, TicketId(std::stoll(ticket)));
}

Ticket callPicked(store::Connection& connection, const Catalogue& catalogue, const RequestKey& key, CounterId id, TicketId ticket)
{
    counterOf(catalogue, id);
    atCounter(connection, key, "call picked " + std::to_string(ticket.value()), id, [&](soci::session& session) {
        const Day day = today(connection, catalogue);
        const int atOnce = catalogue.policy().presenceStep == 0, picked = 1;
        store::exec(session, "CALL call_ticket(:ticket, :counter, :day, :at_once, :picked)", ticket, id, day, atOnce, picked);
        return std::to_string(ticket.value());
    });
    return ticketOf(connection, ticket);
}

Ticket callAgain(store::Connection& connection, const Catalogue& catalogue, const RequestKey& key, CounterId id)
{
    counterOf(catalogue, id);
    const int atOnce = catalogue.policy().presenceStep == 0;
    const std::string ticket = atCounter(connection, key, "call again", id, [&](soci::session& session) {
        store::exec(session, "CALL call_again(:counter, :at_once)", id, atOnce);
        const auto row = store::one<long long>(session, "SELECT ticket_id FROM counter_state WHERE counter_id = :id", id);
        return std::to_string(std::get<0>(row.value()));
    });
    return ticketOf(connection, TicketId(std::stoll(ticket)));
}

void isHere(store::Connection& connection, const Catalogue& catalogue, const RequestKey& key, CounterId id)
{
    counterOf(catalogue, id);
    atCounter(connection, key, "is here", id, [&](soci::session& session) {
        store::exec(session, "CALL visitor_is_here(:counter)", id);
        return std::string("{}");
    });
}

void noShow(store::Connection& connection, const Catalogue& catalogue, const RequestKey& key, CounterId id)
{
    counterOf(catalogue, id);
    const int calls = catalogue.policy().callsBeforeNoShow, atOnce = catalogue.policy().presenceStep == 0;
    atCounter(connection, key, "no-show", id, [&](soci::session& session) {
        store::exec(session, "CALL visitor_missed(:counter, :calls, :at_once)", id, calls, atOnce);
        return std::string("{}");
    });
}

void finish(store::Connection& connection, const Catalogue& catalogue, const RequestKey& key, CounterId id)
{
    counterOf(catalogue, id);
    const int priority = catalogue.policy().priorityCredit;
    atCounter(connection, key, "finish", id, [&](soci::session& session) {
        store::exec(session, "CALL finish_visit(:counter, :priority)", id, priority);
        return std::string("{}");
    });
}

std::vector<Ticket> waitingTickets(store::Connection& connection, const Catalogue& catalogue, const std::vector<ServiceId>& services)
{
    return store::reading(connection, [&](soci::session& session) {
        const SiteId site = catalogue.site().id;
        const Day day = today(connection, catalogue);
        const std::string of = services.empty() ? std::string() : " AND t.service_id IN " + store::idList(services);
        return loadTickets(session, " WHERE t.site_id = :site AND t.day = :day AND t.state = 'waiting'" + of +
                                        " ORDER BY t.due, t.number, t.id", site, day);
    });
}
} // namespace accueil
