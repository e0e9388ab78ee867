#include "core/agenda/stranded.h"
#include <algorithm>
#include <map>

namespace accueil
{
namespace
{
using Minute = std::pair<Day, int>;
constexpr int step = 5; // the smallest granule: every grid is a multiple of it

/// What is offered, by five minutes: grids may differ before and after.
std::map<Minute, int> capacities(const std::vector<PlannedSlot>& slots)
{
    std::map<Minute, int> all;
    for (const auto& slot : slots)
        for (int minute = slot.start.value; minute < slot.start.value + slot.minutes; minute += step)
            all[{slot.day, minute}] = slot.capacity;
    return all;
}

bool nothingOffered(const std::map<Minute, int>& offered, const Minute& at)
{
    const auto found = offered.find(at);
    return found == offered.end() || found->second == 0;
}

template <class Act>
void eachStep(const PlacedVisit& visit, Act&& act)
{
    for (int minute = visit.start.value; minute < visit.start.value + visit.minutes; minute += step) act(Minute{visit.day, minute});
}
} // namespace

std::vector<AppointmentId> strandedVisits(const std::vector<PlannedSlot>& slots, std::vector<PlacedVisit> visits)
{
    const auto offered = capacities(slots);
    std::erase_if(visits, [&](const PlacedVisit& visit) {
        bool open = true;
        eachStep(visit, [&](const Minute& at) { open = open && !nothingOffered(offered, at); });
        return visit.overCapacity && open;
    });
    std::map<Minute, int> excess; // visits above what is offered
    for (const auto& visit : visits)
        eachStep(visit, [&](const Minute& at) {
            const auto found = offered.find(at);
            const auto entry = excess.try_emplace(at, found == offered.end() ? 0 : -found->second).first;
            ++entry->second;
        });

    std::ranges::sort(visits, std::ranges::greater{}, [](const PlacedVisit& v) { return std::pair(v.bookedAt, v.appointment); });
    std::vector<AppointmentId> stranded;
    for (const auto& visit : visits) {
        bool tooMany = false;
        eachStep(visit, [&](const Minute& at) { tooMany = tooMany || excess[at] > 0; });
        if (!tooMany) continue;
        eachStep(visit, [&](const Minute& at) { --excess[at]; });
        stranded.push_back(visit.appointment);
    }
    return stranded;
}
} // namespace accueil
