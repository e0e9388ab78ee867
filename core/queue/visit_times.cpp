#include "core/queue/visit_times.h"
#include "core/queue/act.h"
#include "core/store/sql.h"
#include <algorithm>

namespace accueil
{
namespace
{
constexpr int measuredDays = 30, mostVisits = 3000;
constexpr std::size_t enoughVisits = 20; // below, the catalogue knows better

using Measured = std::map<std::pair<ServiceId, ProcedureId>, std::vector<int>>;

struct OfDay
{
    Day day;
    SiteId site;
    VisitTimes times;
};

double medianMinutes(std::vector<int> seconds)
{
    const auto middle = seconds.begin() + static_cast<std::ptrdiff_t>(seconds.size() / 2);
    std::ranges::nth_element(seconds, middle);
    return std::max(*middle / 60.0, 1.0);
}

/// Turns that were sent on before they were served measure nothing.
constexpr const char* ofTickets =
    "SELECT p.procedure_id, TIMESTAMPDIFF(SECOND, t.serving_at, t.ended_at) - t.parked_seconds FROM ticket t"
    " LEFT JOIN ticket_procedure p ON p.ticket_id = t.id AND p.position = 1"
    " WHERE t.service_id = :service AND t.state = 'done' AND t.day >= :since AND t.day < :today AND t.serving_at IS NOT NULL"
    " ORDER BY t.day DESC LIMIT :most";
constexpr const char* ofTurns =
    "SELECT procedure_id, TIMESTAMPDIFF(SECOND, serving_at, ended_at) - parked_seconds FROM ticket_turn"
    " WHERE service_id = :service AND finished = 1 AND ended_at >= :since AND ended_at < :today AND serving_at IS NOT NULL"
    " ORDER BY ended_at DESC LIMIT :most";

Measured measured(soci::session& session, const Catalogue& catalogue, Day today)
{
    Measured all;
    for (const auto& service : catalogue.services()) {
        const auto first = store::one<std::optional<Day>>(session,
                                           "SELECT MIN(day) FROM (SELECT DISTINCT day FROM ticket WHERE service_id = :service AND"
                                           " day < :today AND state = 'done' ORDER BY day DESC LIMIT :days) AS open_days",
                                           service.id, today, measuredDays);
        const Day since = std::get<0>(first.value()).value_or(today);
        for (const char* sql : {ofTickets, ofTurns})
            for (const auto& [procedure, seconds] : store::rows<ProcedureId, int>(session, sql, service.id, since, today, mostVisits))
                all[{service.id, procedure}].push_back(seconds);
    }
    return all;
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

VisitTimes::VisitTimes(const Catalogue& catalogue, Measured seconds)
{
    std::map<ServiceId, std::vector<int>> ofService;
    for (auto& [of, some] : seconds) {
        auto& all = ofService[of.first];
        all.insert(all.end(), some.begin(), some.end());
        if (of.second && some.size() >= enoughVisits) procedures_[of.second] = medianMinutes(some);
    }
    for (const auto& service : catalogue.services()) {
        const auto found = ofService.find(service.id);
        const bool known = found != ofService.end() && found->second.size() >= enoughVisits;
        services_[service.id] = known ? medianMinutes(found->second) : catalogueMinutes(catalogue, service.id);
    }
    for (const auto& procedure : catalogue.procedures())
        if (const auto found = ofService.find(procedure.service); found == ofService.end() || found->second.size() < enoughVisits)
            procedures_.emplace(procedure.id, procedure.minutes);
}

double VisitTimes::minutes(ServiceId service, ProcedureId procedure) const
{
    if (const auto found = procedures_.find(procedure); found != procedures_.end()) return found->second;
    const auto found = services_.find(service);
    return found == services_.end() ? 10 : found->second;
}

const VisitTimes& VisitTimes::of(store::Connection& connection, const Catalogue& catalogue)
{
    const Day day = accueil::today(connection, catalogue);
    auto& kept = connection.kept<OfDay>();
    if (!kept || kept->day != day || kept->site != catalogue.site().id)
        kept = store::reading(connection, [&](soci::session& session) {
            return OfDay{day, catalogue.site().id, VisitTimes(catalogue, measured(session, catalogue, day))};
        });
    return kept->times;
}
} // namespace accueil
