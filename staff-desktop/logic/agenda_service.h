// staff-desktop/logic/agenda_service.h - what the grids of a day and of a week ask of the shared data.
#pragma once
#include "core/agenda/free_starts.h"
#include "core/booking/held_places.h"

namespace accueil
{
/// The places of one service on one day, and who keeps one at the moment.
struct ServiceDay
{
    std::vector<SlotRow> slots;
    std::vector<HeldSpan> holds;
    LocalizedText closed{}; ///< why there are no places, where the town has said so
};

/// Errors: see DeskService. Worker thread.
class AgendaService
{
public:
    virtual ~AgendaService() = default;

    virtual ServiceDay serviceDay(ServiceId service, Day day) = 0;
    virtual std::vector<SlotRow> serviceWeek(ServiceId service, Day monday) = 0; ///< seven days
};
} // namespace accueil
