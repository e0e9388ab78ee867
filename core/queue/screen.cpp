#include "core/queue/screen.h"
#include "core/queue/act.h"
#include "core/queue/room.h"
#include "core/queue/ticket_rows.h"
#include <algorithm>
#include <set>

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

bool changesScreen(const std::string& kind)
{
    static const std::set<std::string> others{"arrived",   "serving",        "done",       "missed",      "parked",    "paused",
                                              "continued", "counter_opened", "help_asked", "help_coming", "help_ended"};
    return !others.contains(kind);
}

std::vector<ServiceWait> screenWaits(store::Connection& connection, const Catalogue& catalogue, WaitingAreaId area)
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

std::vector<ShownCall> screenCalls(store::Connection& connection, const Catalogue& catalogue, WaitingAreaId area, int most)
{
    return store::reading(connection, [&](soci::session& session) {
        const SiteId site = catalogue.site().id;
        const Day day = today(connection, catalogue);
        std::vector<ShownCall> calls;
        for (const auto& [ticket, callNo, prefix, number, counter, side, at, language] :
             store::rows<TicketId, int, std::string, int, int, std::string, Instant, Language>(
                 session,
                 "SELECT t.id, t.calls, t.prefix, t.number, c.number, c.side, t.last_called_at, t.language FROM ticket t"
                 " JOIN counter c ON c.id = t.counter_id WHERE t.site_id = :site AND t.day = :day AND t.waiting_area_id = :area"
                 " AND t.last_called_at IS NOT NULL ORDER BY t.last_called_at DESC LIMIT :most",
                 site, day, area, most))
            calls.push_back({ticket, callNo, ticketNumber(prefix, number), counter, parseSide(side), at, language});
        return calls;
    });
}

std::string screenMessage(store::Connection& connection, const Catalogue& catalogue, WaitingAreaId area)
{
    return store::reading(connection, [&](soci::session& session) {
        const auto lines = store::rows<std::string>(session,
                                                    "SELECT t.text FROM screen_message m JOIN screen_message_text t ON t.message_id = m.id"
                                                    " WHERE m.waiting_area_id = :area AND (m.until_at IS NULL OR m.until_at >"
                                                    " UTC_TIMESTAMP(3)) ORDER BY FIELD(t.language, 'fr', 'nl', 'de', 'en')",
                                                    area);
        std::string message;
        for (const auto& [line] : lines) message += line + '\n';
        if (!message.empty()) return message;
        const SiteId site = catalogue.site().id;
        const auto always = store::one<std::string>(session, "SELECT value FROM site_setting WHERE site_id = :site AND name = 'screen.message'", site);
        return always ? std::get<0>(*always) : std::string();
    });
}
} // namespace accueil
