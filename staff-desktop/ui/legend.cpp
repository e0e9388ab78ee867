#include "staff-desktop/ui/legend.h"
#include "staff-desktop/logic/visit_words.h"
#include <wx/wrapsizer.h>

namespace accueil
{
namespace
{
constexpr VisitState states[] = {VisitState::held,   VisitState::booked,   VisitState::arrived,
                                 VisitState::called, VisitState::serving,  VisitState::served,
                                 VisitState::missed, VisitState::cancelled};
} // namespace

Legend::Legend(wxWindow* parent) : Box(parent)
{
    auto* row = new wxWrapSizer(wxHORIZONTAL, wxREMOVE_LEADING_SPACES);
    for (std::size_t i = 0; i <= std::size(states); ++i) {
        auto* chip = new Chip(this, 13);
        row->Add(chip, wxSizerFlags().Border(wxRIGHT | wxBOTTOM, FromDIP(5)));
        chips_.push_back(chip);
    }
    SetSizer(row);
}

void Legend::show(const Look& look, const Messages& messages)
{
    chips_[0]->setFree(look, messages.trc("state", "Free"));
    for (std::size_t i = 0; i < std::size(states); ++i)
        chips_[i + 1]->set(look, states[i], stateWord(messages, states[i]));
    Layout();
}
} // namespace accueil
