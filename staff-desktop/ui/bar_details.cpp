#include "staff-desktop/ui/bar_details.h"
#include "core/wxkit/accessible.h"
#include "core/wxkit/text.h"
#include <algorithm>
#include <wx/menu.h>

namespace accueil
{
namespace
{
constexpr int asideHeight = 42, asideShown = 3, footHeight = 36;
}

BarDetails::BarDetails(wxWindow* parent, CounterPresenter& presenter, Look& look, Speech& speech)
    : Box(parent), presenter_(presenter), look_(look), speech_(speech)
{
    column_ = new wxBoxSizer(wxVERTICAL);
    auto* edge = new wxBoxSizer(wxVERTICAL);
    edge->Add(column_, wxSizerFlags(1).Expand().Border(wxLEFT | wxRIGHT, FromDIP(ringRoom)));
    SetSizer(edge);
    buildFacts();
    buildWaiting();
    buildAside();
    buildFoot();
    relabel();
}

void BarDetails::buildFacts()
{
    facts_ = new Box(this);
    wxkit::addClass(*facts_, "card");
    factGrid_ = new wxFlexGridSizer(2, FromDIP(4), FromDIP(14));
    factGrid_->AddGrowableCol(1);
    auto* edge = new wxBoxSizer(wxVERTICAL);
    edge->Add(factGrid_, wxSizerFlags(1).Expand().Border(wxALL, FromDIP(10)));
    facts_->SetSizer(edge);
    column_->Add(facts_, wxSizerFlags().Expand().Border(wxTOP, FromDIP(10)));
}

void BarDetails::buildWaiting()
{
    auto* head = new wxBoxSizer(wxHORIZONTAL);
    waitingTitle_ = new Text(this, 14.5, wxkit::Weight::label);
    waitingCount_ = new Text(this, 14.5);
    head->Add(waitingTitle_);
    head->Add(waitingCount_, wxSizerFlags().Border(wxLEFT, FromDIP(8)));
    column_->Add(head, wxSizerFlags().Border(wxTOP | wxBOTTOM, FromDIP(6)));
    nobody_ = new Text(this, 13.5, wxkit::Weight::text, "ink2");
    column_->Add(nobody_);
    waiting_ = new Table(this, look_,
                         {{.width = 66},
                          {.width = 66},
                          {.width = 66},
                          {.width = 66, .right = true},
                          {.width = 160, .grows = true}},
                         true);
    waiting_->SetFont(wxkit::font(13.5));
    waiting_->SetMinSize(FromDIP(wxSize(-1, 110)));
    waiting_->onChoose = [this](long long key) { presenter_.choose(TicketId(key)); };
    waiting_->onActivate = [this](long long key) { presenter_.call(TicketId(key)); };
    waiting_->Bind(wxEVT_DATAVIEW_ITEM_CONTEXT_MENU, [this](wxDataViewEvent&) { rowMenu(); });
    column_->Add(waiting_, wxSizerFlags(1).Expand());
    why_ = new Text(this, 13, wxkit::Weight::text, "ink2");
    column_->Add(why_, wxSizerFlags().Expand().Border(wxTOP, FromDIP(4)));
}

void BarDetails::buildAside()
{
    auto* head = new wxBoxSizer(wxHORIZONTAL);
    asideTitle_ = new Text(this, 14.5, wxkit::Weight::label);
    asideCount_ = new Text(this, 14.5);
    head->Add(asideTitle_);
    head->Add(asideCount_, wxSizerFlags().Border(wxLEFT, FromDIP(8)));
    column_->Add(head, wxSizerFlags().Border(wxTOP | wxBOTTOM, FromDIP(6)));
    aside_ = new wxScrolledWindow(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL);
    aside_->SetScrollRate(0, FromDIP(10));
    aside_->SetSizer(new wxBoxSizer(wxVERTICAL));
    column_->Add(aside_, wxSizerFlags().Expand());
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
    waiting_->setName(m.tr("Waiting list"));
    waiting_->setTitles({m.tr("No."), m.tr("Due at"), m.tr("Arrival"), m.tr("Waits"), m.tr("Why")});
    pause_->set(m.tr("Pause …"));
    park_->set(m.tr("Set aside …"));
    transfer_->set(m.tr("Transfer …"));
    help_->set(m.tr("Ask for help"));
    menu_->set(m.tr("This bar …"));
    linkGood_.reset();
}

void BarDetails::show(const CounterState& state, int width)
{
    showFacts(state, width);
    showWaiting(state, width);
    showAside(state, width);
    showFoot(state, width);
    Layout();
}

void BarDetails::showFacts(const CounterState& state, int width)
{
    while (factRows_.size() < state.facts.size()) {
        auto* name =
            new Text(facts_, 13, wxkit::Weight::label); // in this order: the ear reads as they are made
        auto* text = new Text(facts_, 13);
        factRows_.push_back({name, text});
        factGrid_->Add(name);
        factGrid_->Add(text, wxSizerFlags().Expand());
    }
    int names = 0;
    for (std::size_t i = 0; i < factRows_.size(); ++i) {
        const bool used = i < state.facts.size();
        factRows_[i].name->Show(used);
        factRows_[i].text->Show(used);
        if (used) factRows_[i].name->set(state.facts[i].name);
        if (used) names = std::max(names, factRows_[i].name->GetBestSize().x);
    }
    for (std::size_t i = 0; i < state.facts.size(); ++i) {
        factRows_[i].text->wrap(width - names - FromDIP(40));
        factRows_[i].text->set(state.facts[i].text);
    }
    facts_->Show(!state.facts.empty());
}

void BarDetails::showWaiting(const CounterState& state, int width)
{
    mayPick_ = state.acts.pick;
    waitingTitle_->set(state.waitingTitle);
    waitingCount_->set(std::to_string(state.waiting.size()));
    std::vector<TableRow> rows;
    for (const auto& row : state.waiting)
        rows.push_back({row.id.value(),
                        {{.text = row.number, .strong = true, .dim = row.dim},
                         {.text = row.due, .dim = row.dim},
                         {.text = row.arrived, .dim = row.dim},
                         {.text = row.waits, .dim = row.dim},
                         {.text = row.brief, .dim = row.dim}}});
    waiting_->setRows(std::move(rows));
    nobody_->set(state.nobody);
    nobody_->Show(!state.nobody.empty());
    why_->wrap(width);
    why_->set(state.whyChosen);
    why_->Show(!state.whyChosen.empty());
}

BarDetails::AsideRow& BarDetails::asideRow(std::size_t at)
{
    while (asideRows_.size() <= at) {
        auto one = std::make_unique<AsideRow>();
        one->box = new Box(aside_);
        wxkit::addClass(*one->box, "card");
        one->number = new Text(one->box, 13.5, wxkit::Weight::label);
        one->text = new Text(one->box, 13);
        one->resume = new KeyButton(one->box, "slim");
        one->resume->SetFont(wxkit::font(13));
        one->resume->SetMinSize(FromDIP(wxSize(-1, 32)));
        one->resume->Bind(wxEVT_BUTTON,
                          [this, self = one.get()](wxCommandEvent&) { presenter_.resume(self->id); });
        auto* line = new wxBoxSizer(wxHORIZONTAL);
        line->SetMinSize(FromDIP(wxSize(-1, asideHeight - 4)));
        line->Add(one->number, wxSizerFlags().CenterVertical().Border(wxLEFT | wxRIGHT, FromDIP(10)));
        line->Add(one->text, wxSizerFlags(1).CenterVertical());
        line->Add(one->resume, wxSizerFlags().CenterVertical().Border(wxLEFT | wxRIGHT, FromDIP(6)));
        one->box->SetSizer(line);
        aside_->GetSizer()->Add(one->box, wxSizerFlags().Expand().Border(wxBOTTOM, FromDIP(4)));
        asideRows_.push_back(std::move(one));
    }
    return *asideRows_[at];
}

void BarDetails::showAside(const CounterState& state, int width)
{
    for (std::size_t i = 0; i < state.parked.size(); ++i) {
        AsideRow& row = asideRow(i);
        row.id = state.parked[i].id;
        row.number->set(state.parked[i].number);
        row.resume->set(state.resume);
        row.resume->Enable(state.acts.resume || state.acts.unpark);
        row.text->wrap(width - row.number->GetBestSize().x - row.resume->GetBestSize().x - FromDIP(50));
        row.text->set(state.parked[i].text);
    }
    for (std::size_t i = 0; i < asideRows_.size(); ++i) asideRows_[i]->box->Show(i < state.parked.size());
    const bool some = !state.parked.empty();
    asideTitle_->set(state.parkedTitle);
    asideTitle_->Show(some);
    asideCount_->set(std::to_string(state.parked.size()));
    asideCount_->Show(some);
    aside_->Show(some);
    const int shown = std::min<int>(asideShown, static_cast<int>(state.parked.size()));
    aside_->SetMinSize(wxSize(-1, shown * FromDIP(asideHeight)));
    aside_->FitInside();
}

void BarDetails::showFoot(const CounterState& state, int width)
{
    const bool called = state.phase == CounterPhase::called;
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

/// The same as a double click, for the keyboard.
void BarDetails::rowMenu()
{
    const long long key = waiting_->chosen();
    if (!key) return;
    const CounterState state = presenter_.state();
    const auto row = std::ranges::find(state.waiting, TicketId(key), &CounterState::Row::id);
    if (row == state.waiting.end()) return;
    wxMenu menu;
    menu.Append(wxID_OPEN, to_wx(speech_.messages().tr("Call {0}", row->number)))->Enable(mayPick_);
    if (GetPopupMenuSelectionFromUser(menu) == wxID_OPEN) presenter_.call(TicketId(key));
}
} // namespace accueil
