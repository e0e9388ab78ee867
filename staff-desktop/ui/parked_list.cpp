#include "staff-desktop/ui/parked_list.h"
#include <algorithm>
#include <wx/sizer.h>

namespace accueil
{
namespace
{
constexpr int rowHeight = 42;
}

ParkedList::ParkedList(wxWindow* parent, CounterPresenter& presenter, double px, int most)
    : Box(parent), presenter_(presenter), px_(px), most_(most)
{
    auto* head = new wxBoxSizer(wxHORIZONTAL);
    title_ = new Text(this, px + 1.5, wxkit::Weight::label);
    count_ = new Text(this, px + 1.5);
    head->Add(title_);
    head->Add(count_, wxSizerFlags().Border(wxLEFT, FromDIP(8)));
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(head, wxSizerFlags().Border(wxTOP | wxBOTTOM, FromDIP(6)));
    rows_ = new wxScrolledWindow(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL);
    rows_->SetScrollRate(0, FromDIP(10));
    rows_->SetSizer(new wxBoxSizer(wxVERTICAL));
    column->Add(rows_, wxSizerFlags().Expand());
    SetSizer(column);
    Hide();
}

ParkedList::Row& ParkedList::row(std::size_t at)
{
    while (made_.size() <= at) {
        auto one = std::make_unique<Row>();
        one->box = new Box(rows_);
        wxkit::addClass(*one->box, "card");
        one->number = new Text(one->box, px_ + 0.5, wxkit::Weight::label);
        one->text = new Text(one->box, px_);
        one->resume = new KeyButton(one->box, "slim");
        one->resume->SetFont(wxkit::font(px_));
        one->resume->SetMinSize(FromDIP(wxSize(-1, 32)));
        one->resume->Bind(wxEVT_BUTTON,
                          [this, self = one.get()](wxCommandEvent&) { presenter_.resume(self->id); });
        auto* line = new wxBoxSizer(wxHORIZONTAL);
        line->SetMinSize(FromDIP(wxSize(-1, rowHeight - 4)));
        line->Add(one->number, wxSizerFlags().CenterVertical().Border(wxLEFT | wxRIGHT, FromDIP(10)));
        line->Add(one->text, wxSizerFlags(1).CenterVertical());
        line->Add(one->resume, wxSizerFlags().CenterVertical().Border(wxLEFT | wxRIGHT, FromDIP(6)));
        one->box->SetSizer(line);
        rows_->GetSizer()->Add(one->box, wxSizerFlags().Expand().Border(wxBOTTOM, FromDIP(4)));
        made_.push_back(std::move(one));
    }
    return *made_[at];
}

void ParkedList::show(const CounterState& state, int width)
{
    for (std::size_t i = 0; i < state.parked.size(); ++i) {
        Row& one = row(i);
        one.id = state.parked[i].id;
        one.number->set(state.parked[i].number);
        one.resume->set(state.resume);
        one.resume->Enable(state.acts.resume || state.acts.unpark);
        one.text->wrap(width - one.number->GetBestSize().x - one.resume->GetBestSize().x - FromDIP(50));
        one.text->set(state.parked[i].text);
    }
    for (std::size_t i = 0; i < made_.size(); ++i) made_[i]->box->Show(i < state.parked.size());
    title_->set(state.parkedTitle);
    count_->set(std::to_string(state.parked.size()));
    rows_->SetMinSize(wxSize(-1, std::min<int>(most_, static_cast<int>(state.parked.size())) * FromDIP(rowHeight)));
    rows_->FitInside();
    Show(!state.parked.empty());
    Layout();
}
} // namespace accueil
