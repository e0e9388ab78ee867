#include "kiosk-app/speech/espeak_voice.h"
#include "core/base/log.h"
#include "core/speech/voice.h"
#include <SDL.h>

namespace accueil::kiosk
{
EspeakVoice::EspeakVoice(const WorkerThread::Post& post)
{
    if (!speech::ready()) return;
    if (SDL_Init(SDL_INIT_AUDIO) == 0) {
        SDL_AudioSpec wanted{};
        wanted.freq = speech::soundRate;
        wanted.format = AUDIO_S16SYS;
        wanted.channels = 1;
        wanted.samples = 2048;
        device_ = SDL_OpenAudioDevice(nullptr, 0, &wanted, nullptr, 0);
    }
    if (device_ == 0) {
        log::warning("kiosk.sound.none", "no sound card: pages are not read aloud ({})", SDL_GetError());
        return;
    }
    SDL_PauseAudioDevice(device_, 0);
    maker_ = std::make_unique<WorkerThread>(post);
}

EspeakVoice::~EspeakVoice()
{
    maker_.reset();
    if (device_) SDL_CloseAudioDevice(device_);
    SDL_Quit();
}

void EspeakVoice::say(const std::string& text, Language language)
{
    stop();
    if (!available()) return;
    making_ = true;
    auto samples = std::make_shared<speech::Samples>();
    maker_->run(
        [samples, text, language] { *samples = speech::say(text, language); },
        [this, samples, number = saying_, alive = std::weak_ptr<void>(alive_)](const std::exception_ptr&) {
            if (alive.expired() || number != saying_) return;
            making_ = false;
            SDL_QueueAudio(device_, samples->data(), static_cast<Uint32>(samples->size() * sizeof(speech::Samples::value_type)));
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
