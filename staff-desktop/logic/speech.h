// staff-desktop/logic/speech.h - the language of the window, which may change while it is open.
#pragma once
#include "core/base/messages.h"
#include "core/base/signal.h"

namespace accueil
{
/// GUI thread.
class Speech
{
public:
    explicit Speech(Language first) : messages_(first) {}

    const Messages& messages() const { return messages_; }
    Language language() const { return messages_.language(); }

    void speak(Language language)
    {
        if (language == messages_.language()) return;
        messages_ = Messages(language);
        changed_();
    }
    Listening onChanged(std::function<void()> listener) { return changed_.connect(std::move(listener)); }

private:
    Messages messages_;
    Signal<> changed_;
};
} // namespace accueil
