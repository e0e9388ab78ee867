#include "core/queue/screen.h"
#include "core/queue/room.h"
#include "core/queue/ticket_rows.h"
#include <algorithm>

namespace accueil
{
namespace
{
Side parseSide(const std::string& text)
{
    if (text == "left") return Side::left;
    return text == "right" ? Side::right : Side::unknown;
}
} // namespace

std::vector<ServiceWait> waitsOf(store::Connection& connection, const Catalogue& catalogue, WaitingAreaId area)
{
    const RoomNow room = RoomNow::load(connection, catalogue);
    std::vector<ServiceWait> waits;
    for (const auto& service : catalogue.services()) {
        if (service.area != area) continue;
        const auto waiting = std::ranges::count_if(room.room.visitors, [&](const ForecastVisitor& visitor) {
            return visitor.ticket.service == service.id && visitor.here == Instant{};
        });
        waits.push_back({service.id, static_cast<int>(waiting), rangeOf(room.minutesForNewcomer(catalogue, service.id))});
    }
    return waits;
}

ScreenState screenState(store::Connection& connection, const Catalogue& catalogue, WaitingAreaId area, int most)
{
    auto waits = waitsOf(connection, catalogue, area);
    return store::reading(connection, [&](soci::session& session) {
        const SiteId site = catalogue.site().id;
        const Day day = catalogue.zone().toLocal(connection.clock().now()).day;
        ScreenState state;
        state.waits = waits;
        for (const auto& [ticket, calls, prefix, number, counter, side, at, language] :
             store::rows<TicketId, int, std::string, int, int, std::string, Instant, Language>(
                 session,
                 "SELECT t.id, t.calls, t.prefix, t.number, c.number, c.side, t.last_called_at, t.language FROM ticket t"
                 " JOIN counter c ON c.id = t.counter_id WHERE t.site_id = :site AND t.day = :day AND t.waiting_area_id = :area"
                 " AND t.last_called_at IS NOT NULL ORDER BY t.last_called_at DESC LIMIT :most",
                 site, day, area, most))
            state.calls.push_back({ticket, calls, ticketNumber(prefix, number), counter, parseSide(side), at, language});

        if (const auto message = store::one<std::string>(
                session, "SELECT value FROM site_setting WHERE site_id = :site AND name = 'screen.message'", site))
            state.message = std::get<0>(*message);
        return state;
    });
}
} // namespace accueil
