#include "staff-desktop/ui/visitor_facts.h"
#include <algorithm>

namespace accueil
{
VisitorFacts::VisitorFacts(wxWindow* parent, double px) : Box(parent), px_(px)
{
    wxkit::addClass(*this, "card");
    grid_ = new wxFlexGridSizer(2, FromDIP(4), FromDIP(14));
    grid_->AddGrowableCol(1);
    auto* edge = new wxBoxSizer(wxVERTICAL);
    edge->Add(grid_, wxSizerFlags(1).Expand().Border(wxALL, FromDIP(10)));
    SetSizer(edge);
}

void VisitorFacts::show(const std::vector<CounterState::Fact>& facts, int width)
{
    while (rows_.size() < facts.size()) {
        auto* name = new Text(this, px_, wxkit::Weight::label); // in this order: the ear reads as they are made
        auto* text = new Text(this, px_);
        rows_.push_back({name, text});
        grid_->Add(name);
        grid_->Add(text, wxSizerFlags().Expand());
    }
    int names = 0;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        const bool used = i < facts.size();
        rows_[i].name->Show(used);
        rows_[i].text->Show(used);
        if (!used) continue;
        rows_[i].name->set(facts[i].name);
        names = std::max(names, rows_[i].name->GetBestSize().x);
    }
    for (std::size_t i = 0; i < facts.size(); ++i) {
        rows_[i].text->wrap(width - names - FromDIP(40));
        rows_[i].text->set(facts[i].text);
    }
    Show(!facts.empty());
}
} // namespace accueil
