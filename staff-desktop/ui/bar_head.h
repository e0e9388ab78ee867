// staff-desktop/ui/bar_head.h - the first row of the agent's bar: who, what for, why this one, since when.
#pragma once
#include "staff-desktop/logic/counter_state.h"
#include "staff-desktop/ui/bar_act.h"
#include "staff-desktop/ui/widgets.h"
#include <functional>
#include <wx/choice.h>

namespace accueil
{
/// Always of the same height: the buttons below stay where the hand knows them.
class BarHead : public Box
{
public:
    BarHead(wxWindow* parent, Look& look);
    void show(const CounterState& state);
    void relabel(const Messages& messages);
    void choose(); ///< the keyboard goes to the choice of the counter

    std::function<void(BarAct)> onAct;
    std::function<void(CounterId)> onPropose;

private:
    void buildVisitor();
    void buildSeat();
    void showChip(const CounterState& state);
    void showSeat(const CounterState& state);

    Look& look_;
    Chip* chip_ = nullptr;
    Text *number_ = nullptr, *what_ = nullptr, *why_ = nullptr, *first_ = nullptr, *second_ = nullptr,
         *ended_ = nullptr, *seatLabel_ = nullptr;
    KeyButton* undo_ = nullptr;
    wxChoice* seats_ = nullptr;
    wxSizer *row_ = nullptr, *visitor_ = nullptr;
    wxPanel* seat_ = nullptr;
    std::vector<CounterState::Choice> offered_;
};
} // namespace accueil
