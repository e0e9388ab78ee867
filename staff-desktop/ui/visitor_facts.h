// staff-desktop/ui/visitor_facts.h - papers, note and calls of the visitor who is at the counter.
#pragma once
#include "staff-desktop/logic/counter_state.h"
#include "staff-desktop/ui/widgets.h"
#include <wx/sizer.h>

namespace accueil
{
class VisitorFacts : public Box
{
public:
    VisitorFacts(wxWindow* parent, double px);
    /// Hides itself when there are none. @param width  logical pixels' worth of room for the whole, as wx counts them
    void show(const std::vector<CounterState::Fact>& facts, int width);

private:
    struct Row
    {
        Text *name, *text;
    };
    double px_;
    wxFlexGridSizer* grid_ = nullptr;
    std::vector<Row> rows_;
};
} // namespace accueil
