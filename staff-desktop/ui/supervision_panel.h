// staff-desktop/ui/supervision_panel.h - the supervision: alarms, services, counters, and beside them devices
// and messages.
#pragma once
#include "staff-desktop/ui/page.h"
#include "staff-desktop/ui/supervision_form.h"
#include "staff-desktop/ui/supervision_side.h"
#include "staff-desktop/ui/supervision_strip.h"
#include "staff-desktop/ui/table.h"

namespace accueil
{
class SupervisionPanel : public Page
{
public:
    SupervisionPanel(wxWindow* parent, SupervisionPresenter& presenter, Look& look, Speech& speech);
    void shown() override;
    void hidden() override;
    std::string foot() const override { return foot_; }
    bool key(const wxkit::FrameKey& key) override;

private:
    static constexpr std::size_t mostActs = 5;
    void build();
    void buildServices();
    wxSizer* buildCounters();
    void bindLists();
    void relabel();
    void refresh();
    void showServices(const SupervisionState& state);
    void showCounters(const SupervisionState& state);
    void showActs(const SupervisionState& state);
    void showRight(const SupervisionState& state);
    bool letter(const wxkit::FrameKey& key);

    SupervisionPresenter& presenter_;
    Look& look_;
    Speech& speech_;
    SupervisionStrip* strip_ = nullptr;
    Text *nothing_ = nullptr, *chosen_ = nullptr, *said_ = nullptr;
    wxPanel* room_ = nullptr;
    Table *services_ = nullptr, *counters_ = nullptr;
    wxPanel* actRow_ = nullptr;
    std::array<KeyButton*, mostActs> acts_{};
    SupervisionSide* side_ = nullptr;
    SupervisionFormPanel* form_ = nullptr;
    std::vector<SupervisionState::Button> shownActs_; ///< of the chosen row
    std::vector<SupervisionState::Button> allActs_;
    std::string foot_;
    bool fromServices_ = false; ///< where the caret goes back to
    Listening changed_, spoken_, coloured_;
};
} // namespace accueil
