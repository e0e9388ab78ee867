// staff-desktop/logic/bar_settings.h - what an agent's bar remembers of one account, from one day to the
// next.
#pragma once
#include "core/base/ids.h"
#include <string>

namespace accueil
{
enum class Dock { top, bottom, free };

struct BarSettings
{
    Dock dock = Dock::bottom;
    bool onTop = true;
    bool unfolded = false;
    int x = -1, y = -1;  ///< of the upper left corner, in pixels of the desktop; -1: not chosen yet
    CounterId counter{}; ///< where one sat last
    friend bool operator==(const BarSettings&, const BarSettings&) = default;
};

std::string toText(const BarSettings& settings);
/// What it does not understand stays as a new bar has it: nobody is kept from working by an odd file.
BarSettings parseBarSettings(const std::string& text);

/// Where the bar stands on a screen: at its edge, never outside.
struct Place
{
    int x = 0, y = 0, width = 0, height = 0;
    friend bool operator==(const Place&, const Place&) = default;
};
Place placeOf(const BarSettings& settings, const Place& screen, int width, int height);
} // namespace accueil
