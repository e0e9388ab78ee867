#include "staff-desktop/ui/supervision_strip.h"
#include <algorithm>
#include <wx/sizer.h>

namespace accueil
{
namespace
{
constexpr int height = 54;
}

SupervisionStrip::SupervisionStrip(wxWindow* parent, SupervisionPresenter& presenter, const Look& look,
                                   const Speech& speech)
    : Box(parent), presenter_(presenter), look_(look), speech_(speech)
{
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    SetSizer(row);
    for (std::size_t i = 0; i < most; ++i) {
        build(i);
        row->Add(cards_[i].box, wxSizerFlags(1).Expand().Border(wxRIGHT, i + 1 < most ? FromDIP(10) : 0));
    }
    more_ = new Text(this, 15, wxkit::Weight::label, "warn");
    row->Add(more_, wxSizerFlags().CenterVertical().Border(wxLEFT, FromDIP(10)));
    SetMinSize(FromDIP(wxSize(-1, height)));
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        event.Skip();
        CallAfter([this] { fit(); }); // not in the middle of being sized
    });
}

void SupervisionStrip::build(std::size_t at)
{
    Card& card = cards_[at];
    card.box = new Box(this);
    card.icon = new wxStaticBitmap(card.box, wxID_ANY, wxBitmapBundle());
    card.strong = new Text(card.box, 15, wxkit::Weight::title);
    card.rest = new Text(card.box, 14);
    card.remedy = new KeyButton(card.box);
    card.seen = new KeyButton(card.box);
    for (auto* button : {card.remedy, card.seen}) button->SetMinSize(FromDIP(wxSize(-1, 36)));
    card.remedy->Bind(wxEVT_BUTTON, [this, at](wxCommandEvent&) { presenter_.remedy(at); });
    card.seen->Bind(wxEVT_BUTTON, [this, at](wxCommandEvent&) { presenter_.putAway(at); });
    auto* words = new wxBoxSizer(wxVERTICAL);
    words->Add(card.strong);
    words->Add(card.rest);
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(card.icon, wxSizerFlags().CenterVertical().Border(wxLEFT | wxRIGHT, FromDIP(12)));
    row->Add(words, wxSizerFlags(1).CenterVertical());
    row->Add(card.remedy, wxSizerFlags().CenterVertical().Border(wxLEFT, FromDIP(8)));
    row->Add(card.seen, wxSizerFlags().CenterVertical().Border(wxLEFT, FromDIP(8)));
    row->AddSpacer(FromDIP(10));
    card.box->SetSizer(row);
    card.box->Hide();
}

void SupervisionStrip::show(const SupervisionState& state)
{
    if (shown_ && shown_->first == state.alarms && shown_->second == state.moreAlarms) return;
    for (std::size_t i = 0; i < most; ++i) {
        const bool there = i < state.alarms.size();
        cards_[i].box->Show(there);
        if (there) fill(cards_[i], i, state.alarms[i]);
    }
    more_->set(state.moreAlarms);
    more_->Show(!state.moreAlarms.empty());
    shown_.emplace(state.alarms, state.moreAlarms);
    fit();
}

int SupervisionStrip::besideWords(const Card& card) const
{
    int width = FromDIP(24 + 2 * 12 + 10);
    for (const auto* button : {card.remedy, card.seen})
        if (button->IsShown()) width += button->GetBestSize().x + FromDIP(8);
    return width;
}

/// Each card has the room that its words need; where that is too much, they go on in another line.
void SupervisionStrip::fit()
{
    for (auto& card : cards_) {
        for (auto* text : {card.strong, card.rest}) text->wrap(0);
        const int words = std::max(card.strong->GetBestSize().x, card.rest->GetBestSize().x);
        GetSizer()->GetItem(card.box)->SetProportion(besideWords(card) + words);
    }
    Layout();
    int needed = FromDIP(height);
    for (auto& card : cards_) {
        if (!card.box->IsShown()) continue;
        const int room = std::max(card.box->GetClientSize().x - besideWords(card), FromDIP(80));
        for (auto* text : {card.strong, card.rest})
            if (text->GetBestSize().x > room) text->wrap(room);
        needed = std::max(needed, card.box->GetSizer()->CalcMin().y + FromDIP(8));
        card.box->Layout();
    }
    if (needed == GetMinSize().y) return;
    SetMinSize(wxSize(-1, needed));
    GetParent()->Layout();
}

void SupervisionStrip::fill(Card& card, std::size_t at, const SupervisionState::Alarm& alarm)
{
    const Messages& m = speech_.messages();
    const bool grave = alarm.tone == Tone::wrong;
    const char* style = grave ? "notice-error" : "notice-warn";
    if (card.style != style) {
        if (card.style) wxkit::removeClass(*card.box, card.style);
        wxkit::addClass(*card.box, card.style = style);
        card.box->Refresh();
    }
    const auto& palette = look_.palette();
    card.icon->SetBitmap(wxkit::icon(alarm.help ? wxkit::Icon::bell : wxkit::Icon::warning,
                                     grave ? palette.error : palette.warn, 24));
    card.strong->set(alarm.strong);
    card.rest->set(alarm.rest);
    card.remedy->Show(!alarm.remedy.empty());
    card.remedy->set(alarm.remedy, m.tr("Alt+{0}", at + 1));
    card.remedy->setStyle("primary", grave);
    card.seen->Show(!alarm.seen.empty());
    card.seen->set(alarm.seen, m.tr("Ctrl+{0}", at + 1));
}

bool SupervisionStrip::key(const wxkit::FrameKey& key)
{
    if (key.digit < 1 || key.shift || key.alt == key.control || !shown_) return false;
    const auto at = static_cast<std::size_t>(key.digit) - 1;
    if (at >= shown_->first.size()) return false;
    if (key.alt)
        presenter_.remedy(at);
    else if (!shown_->first[at].seen.empty())
        presenter_.putAway(at);
    return true;
}
} // namespace accueil
