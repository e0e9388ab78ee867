// staff-desktop/ui/bar_details.h - the agent's bar unfolded: papers and note, who waits, who was set aside,
// the rest.
#pragma once
#include "staff-desktop/logic/counter_presenter.h"
#include "staff-desktop/logic/status_line.h"
#include "staff-desktop/ui/bar_act.h"
#include "staff-desktop/ui/parked_list.h"
#include "staff-desktop/ui/visitor_facts.h"
#include "staff-desktop/ui/waiting_list.h"
#include <functional>
#include <wx/sizer.h>

namespace accueil
{
class BarDetails : public Box
{
public:
    BarDetails(wxWindow* parent, CounterPresenter& presenter, Look& look, Speech& speech);
    void show(const CounterState& state, int width);
    void showLink(const StatusLine& line);
    void relabel();

    std::function<void(BarAct)> onAct;
    std::function<void(wxWindow&)> onMenu;

private:
    void buildFoot();
    KeyButton* footButton(BarAct act);
    void showFoot(const CounterState& state, int width);

    Look& look_;
    Speech& speech_;
    wxSizer* column_ = nullptr;
    VisitorFacts* facts_ = nullptr;
    WaitingList* waiting_ = nullptr;
    ParkedList* aside_ = nullptr;
    Text *where_ = nullptr, *link_ = nullptr;
    KeyButton *pause_ = nullptr, *help_ = nullptr, *park_ = nullptr, *transfer_ = nullptr, *menu_ = nullptr;
    wxStaticBitmap* linkIcon_ = nullptr;
    std::optional<bool> linkGood_;
};
} // namespace accueil
