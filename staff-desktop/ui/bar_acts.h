// staff-desktop/ui/bar_acts.h - the second row of the agent's bar: the acts of the moment, the first of them
// bottom left.
#pragma once
#include "staff-desktop/logic/counter_state.h"
#include "staff-desktop/ui/bar_act.h"
#include "staff-desktop/ui/widgets.h"
#include <functional>
#include <map>

namespace accueil
{
class BarActs : public Box
{
public:
    BarActs(wxWindow* parent, Look& look);
    void show(const CounterState& state, bool unfolded);
    void relabel(const Messages& messages);
    void recolour();
    void rest(); ///< the keyboard goes to the fold: pressing the same key once more does nothing to a visitor

    std::function<void(BarAct)> onAct;

private:
    void add(BarAct act, const char* style, int grows);
    void setIcon(BarAct act, wxkit::Icon icon);

    Look& look_;
    wxSizer* row_ = nullptr;
    std::map<BarAct, KeyButton*> buttons_;
    bool unfolded_ = false;
};
} // namespace accueil
