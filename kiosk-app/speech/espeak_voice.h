// kiosk-app/speech/espeak_voice.h - the kiosk's voice: espeak-ng makes the sound, SDL plays it.
#pragma once
#include "core/base/task_runner.h"
#include "kiosk-app/logic/kiosk_service.h"
#include <memory>

namespace accueil::kiosk
{
class EspeakVoice : public KioskVoice
{
public:
    /// Not available() when there is no sound card ("kiosk.sound.none") or no voice ("voice.missing").
    /// @param post  runs a function on the GUI thread
    explicit EspeakVoice(const WorkerThread::Post& post);
    ~EspeakVoice() override;

    bool available() const override { return device_ != 0; }
    void say(const std::string& text, Language language) override;
    void stop() override;
    bool speaking() const override;

private:
    unsigned device_ = 0;
    int saying_ = 0; ///< number of the text that is wanted; a late one is dropped
    bool making_ = false;
    std::shared_ptr<char> alive_ = std::make_shared<char>();
    std::unique_ptr<WorkerThread> maker_; ///< the synthesiser is not for two threads
};
} // namespace accueil::kiosk
