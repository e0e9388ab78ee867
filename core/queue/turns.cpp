#include "core/queue/turns.h"
#include "core/base/errors.h"
#include "core/queue/act.h"
#include "core/queue/ticket_rows.h"
#include <fmt/format.h>

namespace accueil
{
namespace
{
template <class Id>
std::optional<Id> orNone(Id id)
{
    return id ? std::optional(id) : std::nullopt;
}
} // namespace

void park(store::Connection& connection, const Catalogue& catalogue, const RequestKey& key, CounterId counter, ParkReason reason,
          std::optional<Instant> back)
{
    counterOf(catalogue, counter);
    const std::string word = codeOf(reason);
    atCounter(connection, key, "park " + word, counter, [&](soci::session& session) {
        store::exec(session, "CALL park_visitor(:counter, :reason, :back)", counter, word, back);
        return std::string("{}");
    });
}

Ticket resume(store::Connection& connection, const Catalogue& catalogue, const RequestKey& key, CounterId counter, TicketId ticket)
{
    counterOf(catalogue, counter);
    const int atOnce = catalogue.policy().presenceStep == 0;
    atCounter(connection, key, fmt::format("resume {} ", ticket.value()), counter, [&](soci::session& session) {
        const Day day = today(connection, catalogue);
        store::exec(session, "CALL resume_visitor(:ticket, :counter, :day, :at_once)", ticket, counter, day, atOnce);
        return std::string("{}");
    });
    return ticketOf(connection, ticket);
}

void unpark(store::Connection& connection, const Catalogue& catalogue, const RequestKey& key, TicketId ticket)
{
    const int minutes = catalogue.policy().parkedFor;
    atCounter(connection, key, fmt::format("unpark {} ", ticket.value()), {}, [&](soci::session& session) {
        store::exec(session, "CALL unpark_visitor(:ticket, :minutes)", ticket, minutes);
        return std::string("{}");
    });
}

void transfer(store::Connection& connection, const Catalogue& catalogue, const RequestKey& key, CounterId counter, const Transfer& to)
{
    counterOf(catalogue, counter);
    const std::string what = fmt::format("transfer {} {} {} {} ", to.service.value(), to.procedure.value(), to.counter.value(), to.second);
    const auto procedure = orNone(to.procedure);
    const auto target = orNone(to.counter);
    const int second = to.second, priority = catalogue.policy().priorityCredit;
    atCounter(connection, key, what, counter, [&](soci::session& session) {
        store::exec(session, "CALL transfer_visitor(:counter, :service, :procedure, :target, :second, :priority)", counter, to.service,
                    procedure, target, second, priority);
        return std::string("{}");
    });
}

Ticket takeEndBack(store::Connection& connection, const Catalogue& catalogue, const RequestKey& key, CounterId counter)
{
    counterOf(catalogue, counter);
    const int seconds = static_cast<int>(undoTime.count());
    const std::string ticket = atCounter(connection, key, "take back ", counter, [&](soci::session& session) {
        store::exec(session, "CALL take_end_back(:counter, :seconds)", counter, seconds);
        const auto row = store::one<long long>(session, "SELECT ticket_id FROM counter_state WHERE counter_id = :id", counter);
        return std::to_string(std::get<0>(row.value()));
    });
    return ticketOf(connection, TicketId(std::stoll(ticket)));
}

std::vector<Ticket> parkedFor(store::Connection& connection, const Catalogue& catalogue, CounterId counter)
{
    return store::reading(connection, [&](soci::session& session) {
        const SiteId site = catalogue.site().id;
        const Day day = today(connection, catalogue);
        return loadTickets(session,
                           " WHERE t.site_id = :site AND t.day = :day AND t.state = 'parked' AND (t.kept_counter_id = :counter"
                           " OR NOT EXISTS (SELECT 1 FROM counter_state s WHERE s.counter_id = t.kept_counter_id"
                           " AND s.staff_id IS NOT NULL)) ORDER BY IFNULL(t.back_at, t.parked_at), t.id",
                           site, day, counter);
    });
}
} // namespace accueil
