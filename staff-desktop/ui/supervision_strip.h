// staff-desktop/ui/supervision_strip.h - what asks for the supervisor's eye, each with its one remedy.
#pragma once
#include "core/wxkit/frame_keys.h"
#include "staff-desktop/logic/supervision_presenter.h"
#include "staff-desktop/ui/widgets.h"
#include <array>

namespace accueil
{
/// Keeps its height while nothing asks, so that the lists below never move. Alt+1, Alt+2: the remedy; Ctrl+1,
/// Ctrl+2: seen.
class SupervisionStrip : public Box
{
public:
    SupervisionStrip(wxWindow* parent, SupervisionPresenter& presenter, const Look& look,
                     const Speech& speech);

    void show(const SupervisionState& state);
    void relabel() { shown_.reset(); }
    bool key(const wxkit::FrameKey& key);

private:
    static constexpr std::size_t most = 2;
    struct Card
    {
        wxPanel* box = nullptr;
        wxStaticBitmap* icon = nullptr;
        Text *strong = nullptr, *rest = nullptr;
        KeyButton *remedy = nullptr, *seen = nullptr;
        const char* style = nullptr;
    };
    void build(std::size_t at);
    int besideWords(const Card& card) const;
    void fit();
    void fill(Card& card, std::size_t at, const SupervisionState::Alarm& alarm);

    SupervisionPresenter& presenter_;
    const Look& look_;
    const Speech& speech_;
    std::array<Card, most> cards_;
    Text* more_ = nullptr;
    std::optional<std::pair<std::vector<SupervisionState::Alarm>, std::string>> shown_;
};
} // namespace accueil
