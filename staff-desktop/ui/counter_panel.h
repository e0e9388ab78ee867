// staff-desktop/ui/counter_panel.h - the agent's counter: the visitor, the acts, who waits.
#pragma once
#include "staff-desktop/logic/counter_presenter.h"
#include "staff-desktop/ui/bar_form.h"
#include "staff-desktop/ui/bar_lines.h"
#include "staff-desktop/ui/page.h"
#include "staff-desktop/ui/parked_list.h"
#include "staff-desktop/ui/visitor_facts.h"
#include "staff-desktop/ui/waiting_list.h"
#include <wx/choice.h>
#include <wx/sizer.h>

namespace accueil
{
class CounterPanel : public Page
{
public:
    CounterPanel(wxWindow* parent, CounterPresenter& presenter, Look& look, Speech& speech);
    void shown() override;
    void hidden() override;
    bool key(const wxkit::FrameKey& key) override;

private:
    void build();
    wxSizer* buildSeat();
    wxSizer* buildVisitor();
    wxSizer* buildActs();
    void relabel();
    void refresh();
    void showSeat(const CounterState& state);
    void showVisitor(const CounterState& state);
    void showActs(const CounterState& state);
    void showLists(const CounterState& state);
    void keepFocus();

    CounterPresenter& presenter_;
    Look& look_;
    Speech& speech_;
    Text *seatLabel_ = nullptr, *number_ = nullptr, *what_ = nullptr, *why_ = nullptr, *first_ = nullptr,
         *second_ = nullptr;
    wxChoice* seats_ = nullptr;
    std::vector<CounterState::Choice> offered_;
    Chip* chip_ = nullptr;
    wxPanel* visitor_ = nullptr;
    KeyButton *sit_ = nullptr, *leave_ = nullptr, *call_ = nullptr, *here_ = nullptr, *recall_ = nullptr,
              *noShow_ = nullptr, *finish_ = nullptr, *pause_ = nullptr, *goOn_ = nullptr, *park_ = nullptr,
              *transfer_ = nullptr, *help_ = nullptr, *undo_ = nullptr;
    // The same parts as in the agent's bar.
    BarLines* lines_ = nullptr;
    wxSizer* kept_ = nullptr; ///< around the lines
    BarForm* form_ = nullptr;
    VisitorFacts* facts_ = nullptr;
    WaitingList* waiting_ = nullptr;
    ParkedList* aside_ = nullptr;
    bool arriving_ = false; ///< the page was opened and its state is not known yet
    Listening changed_, spoken_, coloured_;
};
} // namespace accueil
