// staff-desktop/ui/waiting_list.h - who waits for the counter, in the order in which they are called.
#pragma once
#include "staff-desktop/logic/counter_presenter.h"
#include "staff-desktop/ui/table.h"
#include "staff-desktop/ui/widgets.h"

namespace accueil
{
/// A double click, Enter or the row's menu calls out of order, where that is allowed. `presenter`, `look` and
/// `speech` outlive it.
class WaitingList : public Box
{
public:
    enum class Kind { bar, page }; ///< a page has room for the procedure and the whole reason
    WaitingList(wxWindow* parent, CounterPresenter& presenter, Look& look, Speech& speech, Kind kind);
    void relabel();
    void show(const CounterState& state, int width);
    void take(); ///< the keyboard

private:
    void fill(const CounterState& state);
    void rowMenu();

    CounterPresenter& presenter_;
    Speech& speech_;
    const Kind kind_;
    Text *title_ = nullptr, *count_ = nullptr, *nobody_ = nullptr, *why_ = nullptr;
    Table* table_ = nullptr;
    bool mayPick_ = false;
};
} // namespace accueil
