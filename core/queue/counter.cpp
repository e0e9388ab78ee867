#include "core/queue/counter.h"
#include "core/base/errors.h"
#include "core/people/session.h"
#include "core/queue/ticket_rows.h"
#include "core/store/request.h"

namespace accueil
{
namespace
{
Day today(const store::Connection& connection, const Catalogue& catalogue)
{
    return catalogue.zone().toLocal(connection.clock().now()).day;
}

const Counter& counterOf(const Catalogue& catalogue, CounterId id)
{
    const Counter* counter = catalogue.find(id);
    if (!counter) throw Refused(Refusal::counterClosed);
    return *counter;
}

/// The smallest due among the waiting of these services: one read, in the order of nextTicket().
std::optional<TicketId> smallestDue(soci::session& session, const Catalogue& catalogue, Day day, CounterId counter,
                                    const std::vector<ServiceId>& services)
{
    const SiteId site = catalogue.site().id;
    const std::string sql = "SELECT id FROM ticket WHERE site_id = :site AND day = :day AND state = 'waiting' AND service_id IN " +
                            store::idList(services) +
                            " AND (kept_counter_id IS NULL OR kept_counter_id = :counter OR kept_until <= UTC_TIMESTAMP(3))"
                            " ORDER BY due, number, id LIMIT 1";
    const auto row = store::one<TicketId>(session, sql.c_str(), site, day, counter);
    if (!row) return {};
    return std::get<0>(*row);
}

/// One act at a counter: alone in its site, remembered by its key.
template <class Act>
std::string atCounter(store::Connection& connection, const RequestKey& key, const char* act, CounterId counter, Act&& body)
{
    const store::Request request{hexOf(key), hexOf(sha256(std::string(act) + std::to_string(counter.value())))};
    return store::once(connection, request, [&](soci::session& session) {
        store::exec(session, "CALL begin_queue()");
        return body(session);
    });
}

Ticket ticketOf(store::Connection& connection, TicketId id)
{
    return store::reading(connection, [id](soci::session& session) {
        auto found = loadTickets(session, " WHERE t.id = :id", id);
        if (found.empty()) throw Refused(Refusal::notThisState);
        return std::move(found.front());
    });
}
} // namespace

void openCounter(store::Connection& connection, const Catalogue& catalogue, CounterId counter)
{
    counterOf(catalogue, counter);
    store::inTx(connection, [&](soci::session& session) {
        store::exec(session, "CALL begin_queue()");
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
        if (const auto row = store::one<StaffId, TicketId>(
                session, "SELECT staff_id, ticket_id FROM counter_state WHERE counter_id = :id", id)) {
            const auto& [staff, ticket] = *row;
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
        auto next = smallestDue(session, catalogue, day, id, counter.serves);
        if (!next) next = smallestDue(session, catalogue, day, id, counter.helps);
        if (!next) throw Refused(Refusal::nobodyWaiting);
        store::exec(session, "CALL call_ticket(:ticket, :counter)", *next, id);
        return std::to_string(next->value());
    });
    return ticketOf(connection, TicketId(std::stoll(ticket)));
}

Ticket callAgain(store::Connection& connection, const Catalogue& catalogue, const RequestKey& key, CounterId id)
{
    counterOf(catalogue, id);
    const std::string ticket = atCounter(connection, key, "call again", id, [&](soci::session& session) {
        store::exec(session, "CALL call_again(:counter)", id);
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
    const int calls = catalogue.policy().callsBeforeNoShow;
    atCounter(connection, key, "no-show", id, [&](soci::session& session) {
        store::exec(session, "CALL visitor_missed(:counter, :calls)", id, calls);
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
