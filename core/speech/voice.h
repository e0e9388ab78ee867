// core/speech/voice.h - text to sound, in the process; what kiosk and call screen say.
#pragma once
#include "core/base/language.h"
#include <cstdint>
#include <string>
#include <vector>

namespace accueil::speech
{
inline constexpr int soundRate = 22050;    ///< what espeak-ng gives
using Samples = std::vector<std::int16_t>; ///< 16 bit, mono, soundRate

/// Whether there is a voice; "voice.missing" is logged once if not. As say(), never on two threads at once:
/// espeak-ng keeps its state in globals.
bool ready();
/// Some 10 ms for a sentence. Empty without a voice.
Samples say(const std::string& text, Language language);
} // namespace accueil::speech
