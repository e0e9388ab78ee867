#include "staff-desktop/ui/bar_lines.h"
#include <wx/sizer.h>

namespace accueil
{
BarLines::BarLines(wxWindow* parent, double px) : Box(parent), px_(px)
{
    column_ = new wxBoxSizer(wxVERTICAL);
    auto* edge = new wxBoxSizer(wxVERTICAL);
    edge->Add(column_, wxSizerFlags(1).Expand().Border(wxLEFT | wxRIGHT, FromDIP(ringRoom)));
    SetSizer(edge);
    notice_ = new Text(this, px, wxkit::Weight::label);
    also_ = new Text(this, px, wxkit::Weight::text, "ink2");
    for (auto* text : {notice_, also_}) column_->Add(text, wxSizerFlags().Expand().Border(wxTOP, FromDIP(6)));
}

BarLines::HelpRow& BarLines::row(std::size_t at)
{
    while (rows_.size() <= at) {
        auto one = std::make_unique<HelpRow>();
        one->box = new Box(this);
        wxkit::addClass(*one->box, "notice-warn");
        one->text = new Text(one->box, px_, wxkit::Weight::label);
        one->act = new KeyButton(one->box, "slim");
        one->act->SetMinSize(FromDIP(wxSize(-1, 34)));
        one->act->Bind(wxEVT_BUTTON, [this, self = one.get()](wxCommandEvent&) { onHelp(self->shown); });
        auto* line = new wxBoxSizer(wxHORIZONTAL);
        line->Add(one->text, wxSizerFlags(1).CenterVertical().Border(wxLEFT | wxTOP | wxBOTTOM, FromDIP(8)));
        line->Add(one->act, wxSizerFlags().CenterVertical().Border(wxALL, FromDIP(ringRoom)));
        one->box->SetSizer(line);
        column_->Add(one->box, wxSizerFlags().Expand().Border(wxTOP, FromDIP(6)));
        rows_.push_back(std::move(one));
    }
    return *rows_[at];
}

void BarLines::show(const CounterState& state, const std::string& also, int width)
{
    notice_->wrap(width);
    notice_->set(state.notice);
    notice_->tone(state.tone);
    notice_->Show(!state.notice.empty());
    also_->wrap(width);
    also_->set(also);
    also_->Show(!also.empty());
    for (std::size_t i = 0; i < state.help.size(); ++i) {
        HelpRow& one = row(i);
        one.shown = state.help[i];
        one.act->set(one.shown.label);
        one.act->Enable(!state.stale);
        one.act->Show(one.shown.act != CounterState::Help::Act::none);
        one.text->wrap(width - FromDIP(28) - (one.act->IsShown() ? one.act->GetBestSize().x : 0));
        one.text->set(one.shown.text);
    }
    for (std::size_t i = 0; i < rows_.size(); ++i) rows_[i]->box->Show(i < state.help.size());
    Layout();
}
} // namespace accueil
