// display-app/sound/announcement_player.h - chime and voice on a thread of their own.
#pragma once
#include "core/base/task_runner.h"
#include "display-app/logic/announcer.h"
#include "display-app/sound/speaker.h"
#include <atomic>
#include <optional>

namespace accueil::display
{
class AnnouncementPlayer : public Announcer
{
public:
    /// @param chimeFile  a WAV file
    explicit AnnouncementPlayer(std::string chimeFile);

    /// Any thread; returns at once. With more than 20 s of others still to be heard only the chime is added:
    /// a voice that is a minute late calls nobody.
    void announce(const Announcement& announcement) override;
    bool isMute() const override { return mute_; }

    /// Calls `done` on the sound thread with the seconds that are still to be heard.
    void whenQueued(std::function<void(double)> done);

private:
    void play(const Announcement& announcement);

    std::string chimeFile_;
    std::optional<Samples> chime_;
    Speaker speaker_;
    std::atomic<bool> mute_ = false;
    WorkerThread thread_; // last: it uses all of the above
};

/// The chime of this build or of this installation.
std::string chimeFile();
} // namespace accueil::display
