#include "core/queue/ticket_rows.h"
#include <algorithm>
#include <fmt/format.h>
#include <map>

namespace accueil
{
namespace
{
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
} // namespace

Waiting orderOf(const Ticket& ticket)
{
    return {ticket.id, ticket.service, std::stoi(ticket.number.substr(1)), ticket.due, ticket.keptFor, ticket.keptUntil};
}

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
                      counter, next, kept, keptUntil, parked, back, parkReason] : found) {
        std::optional<MinuteOfDay> begins;
        if (start) begins = MinuteOfDay{*start};
        tickets.push_back({id, ticketNumber(prefix, number), parseState(state), service, appointment, begins, procedures[id],
                           {due, parseReason(reason), priority != 0}, arrived, called, serving, calls, counter, next, kept, keptUntil,
                           parked, back, parseParkReason(parkReason)});
    }
    return tickets;
}
} // namespace accueil
