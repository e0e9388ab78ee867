// display-app/logic/display_view.h - from what is known to what is shown, at one moment. Pure.
#pragma once
#include "display-app/logic/display_service.h"
#include "display-app/logic/display_state.h"

namespace accueil::display
{
/// What the presenter remembers.
struct Known
{
    std::optional<Contents> contents;
    std::optional<TimeZone> zone;
    Instant startedAt{}, freshAt{}; ///< freshAt: of the last good poll
    Instant messageAt{};            ///< since when this message is there
    bool failed = false;            ///< the last poll failed
    std::string faultText;          ///< for the staff; empty for a fault that passes by itself
    int attention = 0;
    bool movedDown = false;
};

State viewOf(const Known& known, const Messages& messages, Instant now);
} // namespace accueil::display
