// staff-desktop/logic/find_service.h - what finding asks of the shared data.
#pragma once
#include "core/booking/find.h"

namespace accueil
{
/// Errors: see DeskService. Worker thread.
class FindService
{
public:
    virtual ~FindService() = default;

    virtual FoundVisits findVisits(const FindQuery& query, Day today) = 0;
};
} // namespace accueil
