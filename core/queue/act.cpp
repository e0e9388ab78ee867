#include "core/queue/act.h"
#include "core/base/errors.h"
#include "core/queue/ticket_rows.h"
#include <algorithm>

namespace accueil
{
Day today(const store::Connection& connection, const Catalogue& catalogue)
{
    return catalogue.zone().toLocal(connection.clock().now()).day;
}

Instant forgottenBefore(const store::Connection& connection, const Catalogue& catalogue)
{
    const Instant midnight = catalogue.zone().toUtc({today(connection, catalogue), MinuteOfDay{0}});
    return std::min(midnight, connection.clock().now() - std::chrono::hours(6));
}

const Counter& counterOf(const Catalogue& catalogue, CounterId id)
{
    const Counter* counter = catalogue.find(id);
    if (!counter) throw Refused(Refusal::counterClosed);
    return *counter;
}

Ticket ticketOf(store::Connection& connection, TicketId id)
{
    return store::reading(connection, [id](soci::session& session) {
        auto found = loadTickets(session, " WHERE t.id = :id", id);
        if (found.empty()) throw Refused(Refusal::notThisState);
        return std::move(found.front());
    });
}
} // namespace accueil
