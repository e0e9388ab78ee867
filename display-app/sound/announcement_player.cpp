#include "display-app/sound/announcement_player.h"
#include "core/base/log.h"
#include "display-app/sound/chime.h"
#include <filesystem>

namespace accueil::display
{
namespace
{
constexpr double backlogS = 20;

Samples silence(double seconds)
{
    return Samples(static_cast<std::size_t>(seconds * soundRate));
}

void logFailure(const std::exception_ptr& error)
{
    if (!error) return;
    try {
        std::rethrow_exception(error);
    } catch (const std::exception& e) {
        log::error("display.sound.failed", "{}", e.what());
    }
}
} // namespace

AnnouncementPlayer::AnnouncementPlayer(std::string chimeFile)
    : chimeFile_(std::move(chimeFile)), thread_([](const std::function<void()>& done) { done(); })
{
}

void AnnouncementPlayer::announce(const Announcement& announcement)
{
    if (!announcement.chime && announcement.voices.empty()) return;
    thread_.run([this, announcement] { play(announcement); }, logFailure);
}

void AnnouncementPlayer::whenQueued(std::function<void(double)> done)
{
    thread_.run([this, done = std::move(done)] { done(speaker_.secondsQueued()); }, logFailure);
}

void AnnouncementPlayer::play(const Announcement& announcement)
{
    mute_ = !speaker_.ready();
    if (mute_) return;
    const bool late = speaker_.secondsQueued() > backlogS;
    if (announcement.chime) {
        if (!chime_) chime_ = Speaker::load(chimeFile_);
        speaker_.play(*chime_);
    }
    if (late) return;
    for (const auto& spoken : announcement.voices) {
        speaker_.play(speech::say(spoken.text, spoken.language));
        speaker_.play(silence(0.4));
    }
}

std::string chimeFile()
{
    return std::filesystem::exists(ACCUEIL_BUILD_CHIME) ? ACCUEIL_BUILD_CHIME : ACCUEIL_INSTALL_CHIME;
}
} // namespace accueil::display
