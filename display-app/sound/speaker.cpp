#include "display-app/sound/speaker.h"
#include "core/base/log.h"
#include "display-app/sound/chime.h"
#include <SDL2/SDL.h>
#include <cstring>
#include <memory>

namespace accueil::display
{
namespace
{
constexpr auto retry = std::chrono::minutes(1);

void nothing(const char*, int, const char*, int, const char*, ...) {}

/// Without a card ALSA writes eight lines of its own to standard error at each try; our log says it once.
void silenceAlsa()
{
    static void* const library = SDL_LoadObject("libasound.so.2");
    if (!library) return;
    const auto setHandler =
        reinterpret_cast<int (*)(decltype(&nothing))>(SDL_LoadFunction(library, "snd_lib_error_set_handler"));
    if (setHandler) setHandler(nothing);
}
} // namespace

Speaker::~Speaker()
{
    close();
}

void Speaker::close()
{
    if (device_ == 0) return;
    SDL_CloseAudioDevice(device_);
    SDL_QuitSubSystem(SDL_INIT_AUDIO);
    device_ = 0;
}

bool Speaker::ready()
{
    if (device_ != 0 && SDL_GetAudioDeviceStatus(device_) == SDL_AUDIO_STOPPED) close(); // it was unplugged
    if (device_ == 0 && std::chrono::steady_clock::now() >= nextTry_) open();
    return device_ != 0;
}

void Speaker::open()
{
    nextTry_ = std::chrono::steady_clock::now() + retry;
    SDL_SetHint(SDL_HINT_NO_SIGNAL_HANDLERS, "1"); // SIGTERM ends the program, as everywhere
    SDL_SetHint(SDL_HINT_AUDIO_DEVICE_APP_NAME, "Accueil");
    silenceAlsa();
    if (SDL_InitSubSystem(SDL_INIT_AUDIO) == 0) {
        SDL_AudioSpec wanted{};
        wanted.freq = soundRate;
        wanted.format = AUDIO_S16SYS;
        wanted.channels = 1;
        wanted.samples = 1024;
        device_ = SDL_OpenAudioDevice(nullptr, 0, &wanted, nullptr, 0);
        if (device_ == 0) SDL_QuitSubSystem(SDL_INIT_AUDIO);
    }
    if (device_ == 0) {
        if (!told_)
            log::warning("display.sound.none",
                         "no sound card answers: calls are shown without chime and voice ({})",
                         SDL_GetError());
        told_ = true;
        return;
    }
    if (told_) log::info("display.sound.back", "the sound card answers");
    told_ = false;
    SDL_PauseAudioDevice(device_, 0);
}

void Speaker::play(const Samples& samples)
{
    if (device_ == 0 || samples.empty()) return;
    SDL_QueueAudio(device_, samples.data(),
                   static_cast<Uint32>(samples.size() * sizeof(Samples::value_type)));
}

double Speaker::secondsQueued() const
{
    if (device_ == 0) return 0;
    return static_cast<double>(SDL_GetQueuedAudioSize(device_)) / sizeof(Samples::value_type) / soundRate;
}

Samples Speaker::load(const std::string& file)
{
    SDL_AudioSpec spec{};
    Uint8* data = nullptr;
    Uint32 bytes = 0;
    if (!SDL_LoadWAV(file.c_str(), &spec, &data, &bytes)) {
        log::warning("display.chime.missing", "{}: {}", file, SDL_GetError());
        return {};
    }
    const std::unique_ptr<Uint8, decltype(&SDL_FreeWAV)> wave(data, SDL_FreeWAV);
    const std::unique_ptr<SDL_AudioStream, decltype(&SDL_FreeAudioStream)> stream(
        SDL_NewAudioStream(spec.format, spec.channels, spec.freq, AUDIO_S16SYS, 1, soundRate),
        SDL_FreeAudioStream);
    if (!stream || SDL_AudioStreamPut(stream.get(), data, static_cast<int>(bytes)) != 0) return {};
    SDL_AudioStreamFlush(stream.get());
    Samples samples(static_cast<std::size_t>(SDL_AudioStreamAvailable(stream.get())) /
                    sizeof(Samples::value_type));
    SDL_AudioStreamGet(stream.get(), samples.data(),
                       static_cast<int>(samples.size() * sizeof(Samples::value_type)));
    return samples;
}
} // namespace accueil::display
