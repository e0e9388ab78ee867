// display-app/logic/display_state.h - what a call screen shows, as plain values. All texts UTF-8.
#pragma once
#include "core/catalogue/catalogue.h"
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace accueil::display
{
enum class Phase {
    starting, ///< nothing was read yet
    running,
    stale,    ///< over 10 s without news: grey, the waits become a dash
    lost      ///< over 2 min, or never: the numbers leave, people listen to the staff
};

struct CallLine
{
    std::string number;  ///< "A042"
    std::string counter; ///< "3"
    std::string place;   ///< "Guichet 3"
    Side side = Side::unknown;
    friend bool operator==(const CallLine&, const CallLine&) = default;
};

struct WaitLine
{
    std::string service;
    std::string wait;   ///< "5 à 10 min", or a dash
    std::string widest; ///< room is kept for this, so that nothing moves when the wait changes
    friend bool operator==(const WaitLine&, const WaitLine&) = default;
};

struct Foot
{
    enum class Kind { none, message, age, fault };
    Kind kind = Kind::none;
    std::vector<std::string> texts; ///< shown in turn, at one height
    std::size_t shown = 0;
    friend bool operator==(const Foot&, const Foot&) = default;
};

/// A sentence over the whole page, with its translations.
struct Notice
{
    struct Line
    {
        std::string code, text; ///< "NL", …
        friend bool operator==(const Line&, const Line&) = default;
    };
    bool calm = false; ///< the welcome before the first call of the day; else people must act on it
    std::string title, subtitle;
    std::vector<Line> others;
    friend bool operator==(const Notice&, const Notice&) = default;
};

struct State
{
    Phase phase = Phase::starting;
    std::string zone, town, clock; ///< empty while unknown
    std::optional<CallLine> newest;
    std::vector<CallLine> earlier; ///< newest first, at most four
    std::vector<WaitLine> waits;
    std::string callsTitle, counterTitle, waitTitle;
    Foot foot;
    std::optional<Notice> notice;  ///< instead of the calls
    int attention = 0;             ///< one more for each new call at the top
    bool movedDown = false;        ///< the newest of before is now the first of `earlier`
    int shiftX = 0, shiftY = 0;    ///< of the whole page against burn-in, -8 to 8 of 1080
    std::string spoken;            ///< the same for a screen reader
    friend bool operator==(const State&, const State&) = default;
};
} // namespace accueil::display
