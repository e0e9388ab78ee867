#include "kiosk-app/speech/espeak_voice.h"
#include "core/base/log.h"
#include <SDL.h>
#include <espeak-ng/speak_lib.h>

namespace accueil::kiosk
{
namespace
{
constexpr int wordsPerMinute = 140; // slower than usual: a hall is loud
using Samples = std::vector<short>;

int collect(short* wave, int count, espeak_EVENT* events)
{
    if (wave && count > 0 && events) {
        auto* all = static_cast<Samples*>(events->user_data);
        all->insert(all->end(), wave, wave + count);
    }
    return 0;
}

void speak(const std::string& text, Language language, Samples& samples)
{
    espeak_SetVoiceByName(std::string(code(language)).c_str());
    espeak_SetParameter(espeakRATE, wordsPerMinute, 0);
    espeak_Synth(text.c_str(), text.size() + 1, 0, POS_CHARACTER, 0, espeakCHARS_UTF8, nullptr, &samples);
    espeak_Synchronize();
}
} // namespace

EspeakVoice::EspeakVoice(const WorkerThread::Post& post)
{
    const int rate = espeak_Initialize(AUDIO_OUTPUT_SYNCHRONOUS, 0, nullptr, espeakINITIALIZE_DONT_EXIT);
    if (rate > 0 && SDL_Init(SDL_INIT_AUDIO) == 0) {
        SDL_AudioSpec wanted{};
        wanted.freq = rate;
        wanted.format = AUDIO_S16SYS;
        wanted.channels = 1;
        wanted.samples = 2048;
        device_ = SDL_OpenAudioDevice(nullptr, 0, &wanted, nullptr, 0);
    }
    if (device_ == 0) {
        log::warning("kiosk.voice.missing", "no voice or no sound card: pages are not read aloud ({})",
                     SDL_GetError());
        return;
    }
    espeak_SetSynthCallback(collect);
    SDL_PauseAudioDevice(device_, 0);
    maker_ = std::make_unique<WorkerThread>(post);
}

EspeakVoice::~EspeakVoice()
{
    maker_.reset();
    if (device_) SDL_CloseAudioDevice(device_);
    SDL_Quit();
    // espeak-ng is left as it is: its Terminate waits for ever when it was started more than once in a
    // process.
}

void EspeakVoice::say(const std::string& text, Language language)
{
    stop();
    if (!available()) return;
    making_ = true;
    auto samples = std::make_shared<Samples>();
    maker_->run(
        [samples, text, language] { speak(text, language, *samples); },
        [this, samples, number = saying_, alive = std::weak_ptr<void>(alive_)](const std::exception_ptr&) {
            if (alive.expired() || number != saying_) return;
            making_ = false;
            SDL_QueueAudio(device_, samples->data(), static_cast<Uint32>(samples->size() * sizeof(short)));
        });
}

void EspeakVoice::stop()
{
    ++saying_;
    making_ = false;
    if (device_) SDL_ClearQueuedAudio(device_);
}

bool EspeakVoice::speaking() const
{
    return making_ || (device_ && SDL_GetQueuedAudioSize(device_) > 0);
}
} // namespace accueil::kiosk
