// core/queue/ticket_rows.h - reads tickets from the database; internal to this domain.
#pragma once
#include "core/queue/counter.h"
#include "core/store/sql.h"

namespace accueil
{
std::string ticketNumber(const std::string& prefix, int number); ///< "A042"

/// Tickets of a condition (" WHERE t.… ORDER BY …"), with their procedures.
template <class... Args>
std::vector<Ticket> loadTickets(soci::session& session, const std::string& condition, const Args&... args);

namespace detail
{
using TicketRow = std::tuple<TicketId, std::string, int, std::string, ServiceId, AppointmentId, std::optional<int>, Instant, std::string,
                             int, Instant, Instant, Instant, int, CounterId, ServiceId, CounterId, Instant, Instant, Instant, std::string>;
inline constexpr const char* ticketColumns =
    "SELECT t.id, t.prefix, t.number, t.state, t.service_id, t.appointment_id, t.start_minute, t.due, t.due_reason, t.priority,"
    " t.arrived_at, t.last_called_at, t.serving_at, t.calls - t.calls_before, t.counter_id, t.next_service_id,"
    " t.kept_counter_id, t.kept_until, t.parked_at, t.back_at, t.reason FROM ticket t";
std::vector<Ticket> toTickets(soci::session& session, std::vector<TicketRow> rows);

template <class Tuple>
struct RowsOf;
template <class... Columns>
struct RowsOf<std::tuple<Columns...>>
{
    template <class... Args>
    static auto load(soci::session& session, const char* sql, const Args&... args)
    {
        return store::rows<Columns...>(session, sql, args...);
    }
};
} // namespace detail

template <class... Args>
std::vector<Ticket> loadTickets(soci::session& session, const std::string& condition, const Args&... args)
{
    const std::string sql = detail::ticketColumns + condition;
    return detail::toTickets(session, detail::RowsOf<detail::TicketRow>::load(session, sql.c_str(), args...));
}
} // namespace accueil
