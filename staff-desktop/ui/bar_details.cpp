#include "staff-desktop/ui/bar_details.h"
#include "core/wxkit/accessible.h"
#include "core/wxkit/text.h"

namespace accueil
{
namespace
{
constexpr int asideShown = 3, footHeight = 36;
}

BarDetails::BarDetails(wxWindow* parent, CounterPresenter& presenter, Look& look, Speech& speech)
    : Box(parent), look_(look), speech_(speech)
{
    column_ = new wxBoxSizer(wxVERTICAL);
    auto* edge = new wxBoxSizer(wxVERTICAL);
    edge->Add(column_, wxSizerFlags(1).Expand().Border(wxLEFT | wxRIGHT, FromDIP(ringRoom)));
    SetSizer(edge);
    facts_ = new VisitorFacts(this, 13);
    waiting_ = new WaitingList(this, presenter, look, speech, WaitingList::Kind::bar);
    aside_ = new ParkedList(this, presenter, 13, asideShown);
    column_->Add(facts_, wxSizerFlags().Expand().Border(wxTOP, FromDIP(10)));
    column_->Add(waiting_, wxSizerFlags(1).Expand());
    column_->Add(aside_, wxSizerFlags().Expand());
    buildFoot();
    relabel();
}

KeyButton* BarDetails::footButton(BarAct act)
{
    auto* button = new KeyButton(this);
    button->SetFont(wxkit::font(13.5));
    button->SetMinSize(FromDIP(wxSize(-1, footHeight)));
    button->Bind(wxEVT_BUTTON, [this, act](wxCommandEvent&) { onAct(act); });
    return button;
}

void BarDetails::buildFoot()
{
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    pause_ = footButton(BarAct::pause);
    park_ = footButton(BarAct::park);
    transfer_ = footButton(BarAct::transfer);
    help_ = footButton(BarAct::help);
    where_ = new Text(this, 13, wxkit::Weight::text, "ink2");
    for (auto* button : {pause_, park_, transfer_, help_})
        row->Add(button, wxSizerFlags().CenterVertical().Border(wxRIGHT, FromDIP(6)));
    row->AddStretchSpacer();
    row->Add(where_, wxSizerFlags().CenterVertical());
    column_->Add(row, wxSizerFlags().Expand().Border(wxTOP | wxBOTTOM, FromDIP(8)));
    column_->Add(makeLine(this, false), wxSizerFlags().Expand());
    auto* line = new wxBoxSizer(wxHORIZONTAL);
    linkIcon_ = new wxStaticBitmap(this, wxID_ANY, wxBitmapBundle());
    link_ = new Text(this, 12.5, wxkit::Weight::text, "ink2");
    menu_ = new KeyButton(this, "slim");
    menu_->SetFont(wxkit::font(13));
    menu_->SetMinSize(FromDIP(wxSize(-1, 32)));
    menu_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { onMenu(*menu_); });
    line->Add(linkIcon_, wxSizerFlags().CenterVertical());
    line->Add(link_, wxSizerFlags(1).CenterVertical().Border(wxLEFT, FromDIP(6)));
    line->Add(menu_, wxSizerFlags().CenterVertical());
    column_->Add(line, wxSizerFlags().Expand().Border(wxTOP, FromDIP(6)));
}

void BarDetails::relabel()
{
    const Messages& m = speech_.messages();
    waiting_->relabel();
    pause_->set(m.tr("Pause …"));
    park_->set(m.tr("Set aside …"));
    transfer_->set(m.tr("Transfer …"));
    help_->set(m.tr("Ask for help"));
    menu_->set(m.tr("This bar …"));
    linkGood_.reset();
}

void BarDetails::show(const CounterState& state, int width)
{
    facts_->show(state.facts, width);
    waiting_->show(state, width);
    aside_->show(state, width);
    showFoot(state, width);
    Layout();
}

void BarDetails::showFoot(const CounterState& state, int width)
{
    const bool called = state.phase == CounterPhase::called || (state.phase == CounterPhase::serving && state.atOnce);
    pause_->Show(!called && state.phase != CounterPhase::serving && state.phase != CounterPhase::paused);
    pause_->Enable(state.acts.pause);
    park_->Show(called);
    park_->Enable(state.acts.park);
    transfer_->Show(called);
    transfer_->Enable(state.acts.transfer);
    help_->Enable(state.acts.help);
    help_->Show(state.phase != CounterPhase::away);
    where_->wrap(width / 3);
    where_->set(state.where);
    where_->Show(!called);
}

void BarDetails::showLink(const StatusLine& line)
{
    if (linkGood_ != line.good) {
        const auto& p = look_.palette();
        linkIcon_->SetBitmap(line.good ? wxkit::icon(wxkit::Icon::tick, p.ok, 16)
                                       : wxkit::icon(wxkit::Icon::warning, p.warn, 16));
        link_->tone(line.good ? Tone::plain : Tone::look);
        linkGood_ = line.good;
    }
    link_->set(line.good ? line.text : ""); // the bar says it already
    linkIcon_->Show(line.good);
}
} // namespace accueil
