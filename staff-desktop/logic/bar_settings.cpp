#include "staff-desktop/logic/bar_settings.h"
#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <sstream>

namespace accueil
{
namespace
{
constexpr const char* docks[] = {"top", "bottom", "free"};

long long numberIn(const std::string& text, long long fallback)
{
    long long value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() ? value : fallback;
}
} // namespace

std::string toText(const BarSettings& settings)
{
    return fmt::format("dock = {}\non_top = {:d}\nunfolded = {:d}\nx = {}\ny = {}\ncounter = {}\n",
                       docks[static_cast<int>(settings.dock)], settings.onTop, settings.unfolded, settings.x,
                       settings.y, settings.counter.value());
}

BarSettings parseBarSettings(const std::string& text)
{
    BarSettings settings;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        const auto sign = line.find(" = ");
        if (sign == std::string::npos) continue;
        const std::string key = line.substr(0, sign), value = line.substr(sign + 3);
        if (key == "dock") {
            const auto* known = std::ranges::find(docks, value);
            if (known != std::end(docks)) settings.dock = static_cast<Dock>(known - std::begin(docks));
        }
        if (key == "on_top") settings.onTop = numberIn(value, settings.onTop) != 0;
        if (key == "unfolded") settings.unfolded = numberIn(value, settings.unfolded) != 0;
        if (key == "x") settings.x = static_cast<int>(numberIn(value, settings.x));
        if (key == "y") settings.y = static_cast<int>(numberIn(value, settings.y));
        if (key == "counter") settings.counter = CounterId(numberIn(value, 0));
    }
    return settings;
}

Place placeOf(const BarSettings& settings, const Place& screen, int width, int height)
{
    Place place{.x = settings.x < 0 ? screen.x + screen.width - width : settings.x,
                .y = settings.y < 0 ? screen.y : settings.y,
                .width = std::min(width, screen.width),
                .height = std::min(height, screen.height)};
    if (settings.dock == Dock::top) place.y = screen.y;
    if (settings.dock == Dock::bottom) place.y = screen.y + screen.height - place.height;
    place.x = std::clamp(place.x, screen.x, screen.x + screen.width - place.width);
    place.y = std::clamp(place.y, screen.y, screen.y + screen.height - place.height);
    return place;
}
} // namespace accueil
