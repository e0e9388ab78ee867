// kiosk-app/logic/kiosk_state.h - everything that the screen shows at one moment.
#pragma once
#include "core/base/language.h"
#include "kiosk-app/logic/page_views.h"
#include <optional>
#include <string>

namespace accueil::kiosk
{
enum class Aid { lower, contrast, larger };

struct Aids
{
    bool lower = false, contrast = false, larger = false;
    friend bool operator==(const Aids&, const Aids&) = default;
};

/// Texts that stand at the same place on every page.
struct FrameView
{
    std::string town, time;
    std::string back; ///< empty when the page has no way back
    std::string lower, contrast, larger;
    std::string listen;   ///< empty when there is no voice
    std::string up, down; ///< turn a page that is longer than the screen
    std::string allBelow; ///< "Tous les boutons sont en bas."
    friend bool operator==(const FrameView&, const FrameView&) = default;
};

/// "Avez-vous encore besoin de temps ?", or only the first line while an answer takes long.
struct Question
{
    std::string title, text, stay, leave;
    friend bool operator==(const Question&, const Question&) = default;
};

struct KioskState
{
    int serial = 0; ///< grows when another page is shown
    PageView page = HomeView{};
    Language language = Language::fr;
    Aids aids;
    bool listening = false;
    FrameView frame;
    std::optional<Question> question;
    friend bool operator==(const KioskState&, const KioskState&) = default;
};
} // namespace accueil::kiosk
