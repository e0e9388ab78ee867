#include "core/speech/voice.h"
#include "core/base/log.h"
#include <espeak-ng/speak_lib.h>

namespace accueil::speech
{
namespace
{
constexpr int wordsAMinute = 140; // slower than espeak's own 175: a hall echoes

/// In order of preference: Belgian French counts septante and nonante.
std::vector<const char*> voicesOf(Language language)
{
    switch (language) {
    case Language::fr:
        return {"fr-be", "fr"};
    case Language::nl:
        return {"nl"};
    case Language::de:
        return {"de"};
    case Language::en:
        return {"en-gb", "en"};
    }
    return {};
}

int collect(short* wave, int count, espeak_EVENT* events)
{
    auto* samples = static_cast<Samples*>(events->user_data);
    if (wave && samples) samples->insert(samples->end(), wave, wave + count);
    return 0; // go on
}

bool chooseVoice(Language language)
{
    for (const char* name : voicesOf(language))
        if (espeak_SetVoiceByName(name) == EE_OK) return true;
    return false;
}
} // namespace

/// Once for the process, and never ended: espeak_Terminate waits for ever for its own thread.
bool ready()
{
    static const bool is = [] {
        const int rate = espeak_Initialize(AUDIO_OUTPUT_SYNCHRONOUS, 0, nullptr, espeakINITIALIZE_DONT_EXIT);
        if (rate != soundRate) {
            log::warning("voice.missing", "no voice (rate {}): install espeak-ng-data; nothing is read aloud", rate);
            return false;
        }
        espeak_SetSynthCallback(collect);
        espeak_SetParameter(espeakRATE, wordsAMinute, 0);
        return true;
    }();
    return is;
}

Samples say(const std::string& text, Language language)
{
    Samples samples;
    if (!ready() || !chooseVoice(language)) return samples;
    espeak_Synth(text.c_str(), text.size() + 1, 0, POS_CHARACTER, 0, espeakCHARS_UTF8, nullptr, &samples);
    return samples;
}
} // namespace accueil::speech
