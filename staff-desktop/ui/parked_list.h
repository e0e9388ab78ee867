// staff-desktop/ui/parked_list.h - visitors whom this counter has set aside, each with the way back.
#pragma once
#include "staff-desktop/logic/counter_presenter.h"
#include "staff-desktop/ui/widgets.h"
#include <memory>
#include <vector>
#include <wx/scrolwin.h>

namespace accueil
{
/// As high as its rows, up to `most`; hides itself when there are none. `presenter` outlives it.
class ParkedList : public Box
{
public:
    ParkedList(wxWindow* parent, CounterPresenter& presenter, double px, int most);
    void show(const CounterState& state, int width);

private:
    struct Row
    {
        wxPanel* box;
        Text *number, *text;
        KeyButton* resume;
        TicketId id;
    };
    Row& row(std::size_t at);

    CounterPresenter& presenter_;
    double px_;
    int most_;
    Text *title_ = nullptr, *count_ = nullptr;
    wxScrolledWindow* rows_ = nullptr;
    std::vector<std::unique_ptr<Row>> made_;
};
} // namespace accueil
