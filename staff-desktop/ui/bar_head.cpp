#include "staff-desktop/ui/bar_head.h"
#include "core/wxkit/accessible.h"
#include "core/wxkit/text.h"
#include <algorithm>
#include <wx/sizer.h>

namespace accueil
{
namespace
{
constexpr int headHeight = 70, leftWidth = 116, middleWidth = 232, rightWidth = 112;
}

BarHead::BarHead(wxWindow* parent, Look& look) : Box(parent), look_(look)
{
    row_ = new wxBoxSizer(wxHORIZONTAL);
    row_->SetMinSize(FromDIP(wxSize(-1, headHeight)));
    auto* edge = new wxBoxSizer(wxVERTICAL);
    edge->Add(row_, wxSizerFlags(1).Expand().Border(wxLEFT | wxRIGHT, FromDIP(ringRoom)));
    SetSizer(edge);
    buildVisitor();
    buildSeat();
    undo_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { onAct(BarAct::undo); });
    seats_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) {
        const auto at = static_cast<std::size_t>(seats_->GetSelection());
        if (at < offered_.size()) onPropose(offered_[at].id);
    });
}

void BarHead::buildVisitor()
{
    chip_ = new Chip(this, 13);
    number_ = new Text(this, 33, wxkit::Weight::number);
    what_ = new Text(this, 14.5, wxkit::Weight::label);
    why_ = new Text(this, 13, wxkit::Weight::text, "ink2");
    undo_ = new KeyButton(this, "slim");
    undo_->SetMinSize(FromDIP(wxSize(-1, 34)));
    first_ = new Text(this, 14.5, wxkit::Weight::label);
    second_ = new Text(this, 13, wxkit::Weight::text, "ink2");
    ended_ = new Text(this, 12.5, wxkit::Weight::text, "ink2");
    auto* left = new wxBoxSizer(wxVERTICAL);
    left->Add(chip_);
    left->Add(number_, wxSizerFlags().Border(wxTOP, FromDIP(2)));
    left->SetMinSize(FromDIP(wxSize(leftWidth, -1)));
    auto* middle = new wxBoxSizer(wxVERTICAL);
    middle->Add(what_, wxSizerFlags().Expand());
    middle->Add(why_, wxSizerFlags().Expand().Border(wxTOP, FromDIP(1)));
    auto* right = new wxBoxSizer(wxVERTICAL);
    right->Add(undo_, wxSizerFlags().Right());
    right->Add(first_, wxSizerFlags().Right());
    right->Add(second_, wxSizerFlags().Right().Border(wxTOP, FromDIP(1)));
    right->Add(ended_, wxSizerFlags().Right().Border(wxTOP, FromDIP(2)));
    visitor_ = new wxBoxSizer(wxHORIZONTAL);
    visitor_->Add(left, wxSizerFlags().CenterVertical().Border(wxRIGHT, FromDIP(8)));
    visitor_->Add(middle, wxSizerFlags(1).CenterVertical());
    visitor_->Add(right, wxSizerFlags().CenterVertical().Border(wxLEFT, FromDIP(8)));
    row_->Add(visitor_, wxSizerFlags(1).Expand());
}

void BarHead::buildSeat()
{
    seat_ = new Box(this);
    seatLabel_ = new Text(seat_, 14.5, wxkit::Weight::label);
    seats_ = new wxChoice(seat_, wxID_ANY);
    seats_->SetFont(wxkit::font(13.5));
    seats_->SetMinSize(FromDIP(wxSize(440, 36)));
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(seatLabel_);
    column->Add(seats_, wxSizerFlags().Expand().Border(wxTOP, FromDIP(6)));
    seat_->SetSizer(column);
    row_->Add(seat_, wxSizerFlags(1).CenterVertical());
}

void BarHead::relabel(const Messages& m)
{
    seatLabel_->setMnemonic(m.tr("My &counter"));
    wxkit::labelFor(*seatLabel_, *seats_);
    wxkit::setAccessible(*seats_, m.tr("Counter"));
    offered_.clear();
}

void BarHead::choose()
{
    seats_->SetFocus();
}

void BarHead::show(const CounterState& state)
{
    const bool away = state.phase == CounterPhase::away;
    const bool undoing = !state.undo.empty();
    row_->Show(visitor_, !away, true);
    seat_->Show(away);
    if (away) {
        showSeat(state);
    } else {
        showChip(state);
        number_->set(state.number);
        number_->Show(!state.number.empty());
        const int room = std::max(middleWidth, GetClientSize().x - 2 * ringRoom -
                                                   (state.number.empty() ? 0 : leftWidth) - rightWidth - 24);
        for (auto* text : {what_, why_}) text->wrap(FromDIP(room));
        what_->set(state.what);
        why_->set(state.why);
        why_->Show(!state.why.empty());
        undo_->set(state.undo);
        undo_->Show(undoing);
        undo_->Enable(state.acts.undo);
        ended_->set(state.ended);
        ended_->Show(undoing && !state.ended.empty());
        first_->set(state.first);
        first_->Show(!undoing);
        second_->set(state.second);
        second_->Show(!undoing);
    }
    Layout();
}

void BarHead::showChip(const CounterState& state)
{
    if (state.stale)
        chip_->setPlain(state.chip);
    else if (state.phase == CounterPhase::called)
        chip_->set(look_, VisitState::called, state.chip);
    else if (state.phase == CounterPhase::serving)
        chip_->set(look_, VisitState::serving, state.chip);
    else
        chip_->setPlain(state.chip);
    chip_->Show(!state.chip.empty());
    for (auto* text : {number_, what_, first_}) wxkit::setClass(*text, "stale", state.stale);
}

void BarHead::showSeat(const CounterState& state)
{
    if (state.counters != offered_) {
        offered_ = state.counters;
        seats_->Clear();
        for (const auto& choice : offered_) seats_->Append(to_wx(choice.name));
    }
    const auto at = std::ranges::find(offered_, state.proposed, &CounterState::Choice::id) - offered_.begin();
    const int wanted = at < std::ssize(offered_) ? static_cast<int>(at) : wxNOT_FOUND;
    if (seats_->GetSelection() != wanted) seats_->SetSelection(wanted);
}
} // namespace accueil
