// staff-desktop/logic/walk_in_service.h - what a ticket without appointment asks of the shared data.
#pragma once
#include "core/queue/arrival.h"

namespace accueil
{
/// Errors: see DeskService. Worker thread.
class WalkInService
{
public:
    virtual ~WalkInService() = default;

    virtual IssuedTicket walkIn(const RequestKey& key, ProcedureId procedure, Language language,
                                bool priority) = 0;
};
} // namespace accueil
