// display-app/logic/motion.h - how a new call moves. Pure.
#pragma once
#include <algorithm>
#include <chrono>

namespace accueil::display
{
/// What the painter mixes in at one moment.
struct Motion
{
    double accent = 1; ///< of the border around the newest call: 0 white, 1 accent
    double above = 0;  ///< the list stands so many rows higher than its place
};

inline constexpr std::chrono::milliseconds motionLasts{3400}, listMoves{200};

/// The border goes from white to accent and back, once a second, three times, 400 ms each way (never a
/// flash), and then to accent for good. The list makes room in 200 ms.
/// @param since      the new call
/// @param movedDown  the call before has left the top for the list
inline Motion motionAt(std::chrono::milliseconds since, bool movedDown)
{
    using namespace std::chrono_literals;
    if (since < 0ms || since >= motionLasts) return {};
    const double ms = static_cast<double>((since % 1000ms).count());
    const double done = std::min(1.0, static_cast<double>(since.count()) / static_cast<double>(listMoves.count()));
    return {.accent = ms < 400 ? ms / 400 : std::max(0.0, (800 - ms) / 400),
            .above = movedDown ? (1 - done) * (1 - done) : 0};
}
} // namespace accueil::display
