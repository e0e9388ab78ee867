// staff-desktop/logic/status_line.h - the line at the foot of the window: is what one sees of now?
#pragma once
#include "staff-desktop/logic/desk.h"

namespace accueil
{
struct StatusLine
{
    bool good = true;
    std::string text{};  ///< "Relié · à jour à 10:42:07", or since when not
    std::string clock{}; ///< "Lundi 23 novembre 2026 · 10:42"
    friend bool operator==(const StatusLine&, const StatusLine&) = default;
};

StatusLine statusLine(const Desk& desk);
} // namespace accueil
