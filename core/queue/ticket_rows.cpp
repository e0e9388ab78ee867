#include "core/queue/ticket_rows.h"
#include <algorithm>
#include <fmt/format.h>
#include <map>

namespace accueil
{
namespace
{
constexpr int measuredDays = 30;
constexpr std::size_t enoughVisits = 20; // below, the catalogue knows better

TicketState parseState(const std::string& text)
{
    static const std::map<std::string, TicketState> states{
        {"waiting", TicketState::waiting}, {"called", TicketState::called}, {"serving", TicketState::serving},
        {"parked", TicketState::parked},   {"done", TicketState::done},     {"missed", TicketState::missed}};
    const auto found = states.find(text);
    return found == states.end() ? TicketState::closed : found->second;
}

DueReason parseReason(const std::string& text)
{
    if (text == "appointment") return DueReason::appointment;
    if (text == "late") return DueReason::late;
    if (text == "second") return DueReason::second;
    return text == "back" ? DueReason::back : DueReason::walkIn;
}

double catalogueMinutes(const Catalogue& catalogue, ServiceId service)
{
    double sum = 0;
    int count = 0;
    for (const auto& procedure : catalogue.procedures())
        if (procedure.service == service) {
            sum += procedure.minutes;
            ++count;
        }
    return count == 0 ? 10 : sum / count;
}
} // namespace

std::string ticketNumber(const std::string& prefix, int number)
{
    return fmt::format("{}{:03}", prefix, number);
}

std::vector<Ticket> detail::toTickets(soci::session& session, std::vector<TicketRow> found)
{
    std::vector<TicketId> ids;
    for (const auto& row : found) ids.push_back(std::get<0>(row));
    std::map<TicketId, std::vector<ProcedureId>> procedures;
    if (!ids.empty()) {
        const std::string sql = "SELECT ticket_id, procedure_id FROM ticket_procedure WHERE ticket_id IN " + store::idList(ids) +
                                " ORDER BY ticket_id, position";
        for (const auto& [ticket, procedure] : store::rows<TicketId, ProcedureId>(session, sql.c_str()))
            procedures[ticket].push_back(procedure);
    }
    std::vector<Ticket> tickets;
    for (const auto& [id, prefix, number, state, service, appointment, start, due, reason, priority, arrived, called, serving, calls,
                      counter, next] : found) {
        std::optional<MinuteOfDay> begins;
        if (start) begins = MinuteOfDay{*start};
        tickets.push_back({id, ticketNumber(prefix, number), parseState(state), service, appointment, begins, procedures[id],
                           {due, parseReason(reason), priority != 0}, arrived, called, serving, calls, counter, next});
    }
    return tickets;
}

double minutesPerVisit(soci::session& session, const Catalogue& catalogue, ServiceId service, Day today)
{
    const Day since = today - std::chrono::days(measuredDays);
    std::vector<int> seconds;
    for (const auto& [taken] : store::rows<int>(
             session,
             "(SELECT TIMESTAMPDIFF(SECOND, serving_at, ended_at) FROM ticket WHERE service_id = :service AND day >= :since"
             " AND state = 'done' AND serving_at IS NOT NULL ORDER BY id DESC LIMIT 500) UNION ALL"
             " (SELECT TIMESTAMPDIFF(SECOND, serving_at, ended_at) FROM ticket_turn WHERE service_id = :turn_service"
             " AND ended_at >= :turn_since AND serving_at IS NOT NULL ORDER BY ended_at DESC LIMIT 500)",
             service, since, service, since))
        seconds.push_back(taken);
    if (seconds.size() < enoughVisits) return catalogueMinutes(catalogue, service);
    std::ranges::nth_element(seconds, seconds.begin() + static_cast<std::ptrdiff_t>(seconds.size() / 2));
    return std::max(seconds[seconds.size() / 2] / 60.0, 1.0);
}

int openCounters(soci::session& session, ServiceId service)
{
    const auto row = store::one<int>(session,
                                     "SELECT COUNT(*) FROM counter_state s JOIN counter_service c ON c.counter_id = s.counter_id"
                                     " WHERE c.service_id = :service AND c.helps = 0 AND s.staff_id IS NOT NULL"
                                     " AND s.paused_at IS NULL",
                                     service);
    return std::get<0>(row.value());
}
} // namespace accueil
