#include "staff-desktop/ui/visit_facts.h"
#include "core/wxkit/accessible.h"
#include <wx/sizer.h>

namespace accueil
{
namespace
{
constexpr int scrollStep = 8;

std::string lines(const std::vector<std::string>& texts, const char* between)
{
    std::string all;
    for (const auto& text : texts) all += (all.empty() ? "" : between) + text;
    return all;
}
} // namespace

VisitFacts::VisitFacts(wxWindow* parent, const Look& look, const Speech& speech, int width)
    : wxScrolledWindow(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL), look_(look),
      speech_(speech), width_(width)
{
    SetScrollRate(0, FromDIP(scrollStep));
    build();
}

void VisitFacts::build()
{
    column_ = new wxBoxSizer(wxVERTICAL);
    auto* first = new wxBoxSizer(wxHORIZONTAL);
    chip_ = new Chip(this);
    reference_ = new Text(this, 14, wxkit::Weight::text, "ink2");
    first->Add(chip_, wxSizerFlags().CenterVertical());
    first->AddStretchSpacer();
    first->Add(reference_, wxSizerFlags().CenterVertical().Border(wxRIGHT, FromDIP(16)));
    column_->Add(first, wxSizerFlags().Expand().Border(wxBOTTOM, FromDIP(6)));
    name_ = add(24, wxkit::Weight::title, 0);
    born_ = add(15, wxkit::Weight::text, 2);
    contact_ = add(15, wxkit::Weight::text, 2);
    when_ = add(17, wxkit::Weight::title, 12);
    parts_ = new wxBoxSizer(wxVERTICAL);
    column_->Add(parts_, wxSizerFlags().Expand());
    ticket_ = add(40, wxkit::Weight::number, 8);
    ticketLine_ = add(15, wxkit::Weight::text, 0);
    noteTitle_ = add(15, wxkit::Weight::title, 10);
    note_ = add(15, wxkit::Weight::text, 2);
    papersTitle_ = add(15, wxkit::Weight::title, 10);
    papers_ = add(15, wxkit::Weight::text, 2);
    historyTitle_ = add(15, wxkit::Weight::title, 10);
    history_ = add(14, wxkit::Weight::text, 2, "ink2");
    SetSizer(column_);
}

Text* VisitFacts::add(double px, wxkit::Weight weight, int above, const char* style)
{
    auto* text = new Text(this, px, weight, style);
    text->wrap(FromDIP(width_));
    column_->Add(text, wxSizerFlags().Expand().Border(wxTOP, FromDIP(above)));
    return text;
}

void VisitFacts::relabel()
{
    const Messages& m = speech_.messages();
    noteTitle_->set(m.tr("Note"));
    papersTitle_->set(m.tr("Papers"));
    historyTitle_->set(m.tr("History"));
}

void VisitFacts::turn(int pages)
{
    const int lines = std::max(GetClientSize().y / FromDIP(scrollStep) - 2, 1);
    Scroll(0, std::max(GetViewStart().y + pages * lines, 0));
}

void VisitFacts::show(const VisitCard& card)
{
    chip_->set(look_, card.state, card.word);
    reference_->set(card.reference);
    name_->set(card.name);
    const auto fill = [](Text* text, const std::string& words) {
        text->set(words);
        text->Show(!words.empty());
    };
    // What does not matter now gives its room to what does.
    const bool all = !historyOnly_, more = all && card.mode != VisitMode::cancelling;
    const auto fillIf = [&](bool on, Text* title, Text* text, const std::string& words) {
        fill(text, on ? words : "");
        if (title) title->Show(on && !words.empty());
    };
    fill(born_, card.born);
    fillIf(all, nullptr, contact_, card.contact);
    fill(when_, card.when);
    showParts(card, all);
    fillIf(all, nullptr, ticket_, card.ticket);
    fillIf(all, nullptr, ticketLine_, card.ticketLine);
    fillIf(all, noteTitle_, note_, card.note);
    fillIf(more, papersTitle_, papers_, lines(card.papers, " · "));
    fillIf(historyOnly_ || more, historyTitle_, history_, lines(card.history, "\n"));
    if (shown_ != card.id || shownHistory_ != historyOnly_) Scroll(0, 0);
    shown_ = card.id;
    shownHistory_ = historyOnly_;
    FitInside();
    Layout();
}

void VisitFacts::showParts(const VisitCard& card, bool on)
{
    while (partTexts_.size() < card.parts.size()) {
        auto* what = new Text(this, 15, wxkit::Weight::label);
        auto* where = new Text(this, 15);
        for (auto* text : {what, where}) {
            text->wrap(FromDIP(width_));
            parts_->Add(text, wxSizerFlags().Expand().Border(wxTOP, FromDIP(2)));
        }
        partTexts_.emplace_back(what, where);
    }
    for (std::size_t i = 0; i < partTexts_.size(); ++i) {
        const bool there = on && i < card.parts.size();
        partTexts_[i].first->Show(there);
        partTexts_[i].second->Show(there);
        if (!there) continue;
        partTexts_[i].first->set(card.parts[i].what);
        partTexts_[i].second->set(card.parts[i].where);
    }
}
} // namespace accueil
