// display-app/sound/chime.h - the two notes that announce a call; make_chime writes them when the program is
// built.
#pragma once
#include "core/speech/voice.h"
#include <array>

namespace accueil::display
{
struct Note
{
    double hertz, startS, decayS;
};

/// A falling third: soft enough for a whole day, low enough for old ears.
inline constexpr std::array chimeNotes{Note{659.26, 0.0, 0.35}, Note{523.25, 0.45, 0.45}};
inline constexpr double chimeSeconds = 1.6;
using speech::soundRate; ///< of everything that is played
} // namespace accueil::display
