// display-app/sound/speech.h - text to sound, in process.
#pragma once
#include "display-app/logic/announcer.h"
#include <cstdint>

namespace accueil::display
{
/// 16 bit, mono, soundRate.
using Samples = std::vector<std::int16_t>;

/// Some 10 ms for a sentence. Empty if there is no voice, which is logged once. On one thread of the program only:
/// espeak-ng keeps its state in globals.
Samples say(const Spoken& spoken);
} // namespace accueil::display
