// display-app/sound/speaker.h - the sound card, if there is one.
#pragma once
#include "core/speech/voice.h"
#include <chrono>
#include <string>

namespace accueil::display
{
using speech::Samples;

/// Plays what is queued in order, in the background. One thread at a time.
class Speaker
{
public:
    Speaker() = default;
    ~Speaker();
    Speaker(const Speaker&) = delete;
    Speaker& operator=(const Speaker&) = delete;

    /// Opens the card, also one that was plugged in later; tries at most once a minute. No card is one log
    /// line.
    bool ready();
    void play(const Samples& samples);
    double secondsQueued() const;

    /// A WAV file of any form, as samples. Empty, and logged, if it cannot be read.
    static Samples load(const std::string& file);

private:
    void open();
    void close();

    unsigned device_ = 0;
    bool told_ = false;
    std::chrono::steady_clock::time_point nextTry_{};
};
} // namespace accueil::display
