#include "display-app/sound/speech.h"
#include "core/base/log.h"
#include "display-app/sound/chime.h"
#include <espeak-ng/speak_lib.h>

namespace accueil::display
{
namespace
{
constexpr int wordsAMinute = 140; // slower than espeak's own 175: a hall echoes

/// In order of preference: Belgian French counts septante and nonante.
std::vector<const char*> voicesOf(Language language)
{
    switch (language) {
    case Language::fr: return {"fr-be", "fr"};
    case Language::nl: return {"nl"};
    case Language::de: return {"de"};
    case Language::en: return {"en-gb", "en"};
    }
    return {};
}

int collect(short* wave, int count, espeak_EVENT* events)
{
    auto* samples = static_cast<Samples*>(events->user_data);
    if (wave && samples) samples->insert(samples->end(), wave, wave + count);
    return 0; // go on
}

/// Once for the process, and never ended: espeak_Terminate waits for ever for its own thread.
bool engineReady()
{
    static const bool ready = [] {
        const int rate = espeak_Initialize(AUDIO_OUTPUT_SYNCHRONOUS, 0, nullptr, espeakINITIALIZE_DONT_EXIT);
        if (rate != soundRate) {
            log::warning("display.voice.missing",
                         "no voice (rate {}): install espeak-ng-data; calls are shown and chimed", rate);
            return false;
        }
        espeak_SetSynthCallback(collect);
        espeak_SetParameter(espeakRATE, wordsAMinute, 0);
        return true;
    }();
    return ready;
}

bool chooseVoice(Language language)
{
    for (const char* name : voicesOf(language))
        if (espeak_SetVoiceByName(name) == EE_OK) return true;
    return false;
}
} // namespace

Samples say(const Spoken& spoken)
{
    Samples samples;
    if (!engineReady() || !chooseVoice(spoken.language)) return samples;
    espeak_Synth(spoken.text.c_str(), spoken.text.size() + 1, 0, POS_CHARACTER, 0, espeakCHARS_UTF8, nullptr, &samples);
    return samples;
}
} // namespace accueil::display
