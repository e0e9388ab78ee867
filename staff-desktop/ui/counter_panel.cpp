#include "staff-desktop/ui/counter_panel.h"
#include "core/wxkit/accessible.h"
#include "core/wxkit/text.h"
#include <algorithm>
#include <wx/sizer.h>
#include <wx/toplevel.h>

namespace accueil
{
namespace
{
constexpr int asideShown = 2, linesHeight = 38;

/// As wide as its words, whatever these are now.
void widen(wxWindow& button, int least)
{
    const int height = button.GetMinSize().y;
    button.SetMinSize(wxSize(-1, height)); // or it would be the best size
    button.SetMinSize(wxSize(std::max(least, button.GetBestSize().x + button.FromDIP(12)), height));
}
} // namespace

CounterPanel::CounterPanel(wxWindow* parent, CounterPresenter& presenter, Look& look, Speech& speech)
    : Page(parent), presenter_(presenter), look_(look), speech_(speech)
{
    build();
    seats_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) {
        const auto at = static_cast<std::size_t>(seats_->GetSelection());
        if (at < offered_.size()) presenter_.propose(offered_[at].id);
    });
    sit_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { presenter_.sitDown(); });
    leave_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { presenter_.leave(); });
    for (auto* button : {call_, recall_})
        button->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { presenter_.callNextOrAgain(); });
    here_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { presenter_.here(); });
    noShow_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { presenter_.noShow(); });
    finish_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { presenter_.finish(); });
    goOn_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { presenter_.goOn(); });
    undo_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { presenter_.undo(); });
    pause_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { form_->ask(BarQuestion::pause); });
    park_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { form_->ask(BarQuestion::park); });
    transfer_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { form_->ask(BarQuestion::transfer); });
    help_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { presenter_.askForHelp(); });
    lines_->onHelp = [this](const CounterState::Help& help) { presenter_.help(help); };
    form_->onSized = [this] { showLists(presenter_.state()); };
    changed_ = presenter_.onChanged([this] { refresh(); });
    spoken_ = speech_.onChanged([this] { relabel(); });
    coloured_ = look_.onChanged([this] { relabel(); });
    relabel();
}

void CounterPanel::build()
{
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(buildSeat(), wxSizerFlags().Expand().Border(wxBOTTOM, FromDIP(10)));
    visitor_ = new Box(this);
    wxkit::addClass(*visitor_, "card");
    auto* inner = new wxBoxSizer(wxVERTICAL);
    inner->Add(buildVisitor(), wxSizerFlags().Expand());
    inner->Add(buildActs(), wxSizerFlags().Expand().Border(wxTOP, FromDIP(12)));
    form_ = new BarForm(visitor_, presenter_, speech_);
    inner->Add(form_, wxSizerFlags().Border(wxTOP, FromDIP(4)));
    form_->SetMinSize(FromDIP(wxSize(520, -1)));
    lines_ = new BarLines(visitor_, 15);
    kept_ = new wxBoxSizer(wxVERTICAL);
    kept_->Add(lines_, wxSizerFlags().Expand());
    inner->Add(kept_, wxSizerFlags().Expand());
    auto* edge = new wxBoxSizer(wxVERTICAL);
    edge->Add(inner, wxSizerFlags(1).Expand().Border(wxALL, FromDIP(16)));
    visitor_->SetSizer(edge);
    column->Add(visitor_, wxSizerFlags().Expand());
    facts_ = new VisitorFacts(this, 15);
    waiting_ = new WaitingList(this, presenter_, look_, speech_, WaitingList::Kind::page);
    aside_ = new ParkedList(this, presenter_, 15, asideShown);
    column->Add(facts_, wxSizerFlags().Expand().Border(wxTOP, FromDIP(8)));
    column->Add(waiting_, wxSizerFlags(1).Expand());
    column->Add(aside_, wxSizerFlags().Expand());
    auto* page = new wxBoxSizer(wxVERTICAL);
    page->Add(column, wxSizerFlags(1).Expand().Border(wxALL, FromDIP(16)));
    SetSizer(page);
}

wxSizer* CounterPanel::buildSeat()
{
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    seatLabel_ = new Text(this, 15, wxkit::Weight::label);
    seats_ = new wxChoice(this, wxID_ANY);
    seats_->SetMinSize(FromDIP(wxSize(420, 36)));
    sit_ = new KeyButton(this, "primary");
    leave_ = new KeyButton(this);
    for (auto* button : {sit_, leave_}) button->SetMinSize(FromDIP(wxSize(-1, 36)));
    row->Add(seatLabel_, wxSizerFlags().CenterVertical());
    row->Add(seats_, wxSizerFlags().CenterVertical().Border(wxLEFT, FromDIP(10)));
    row->Add(sit_, wxSizerFlags().CenterVertical().Border(wxLEFT, FromDIP(10)));
    row->AddStretchSpacer();
    row->Add(leave_, wxSizerFlags().CenterVertical());
    return row;
}

/// Two rows as in the agent's bar: who, then the acts; hand and eye learn one place.
wxSizer* CounterPanel::buildVisitor()
{
    chip_ = new Chip(visitor_);
    number_ = new Text(visitor_, 56, wxkit::Weight::number);
    number_->SetMinSize(FromDIP(wxSize(190, 66)));
    what_ = new Text(visitor_, 20, wxkit::Weight::title);
    why_ = new Text(visitor_, 16, wxkit::Weight::text, "ink2");
    first_ = new Text(visitor_, 20, wxkit::Weight::title);
    second_ = new Text(visitor_, 16, wxkit::Weight::text, "ink2");
    auto* left = new wxBoxSizer(wxVERTICAL);
    auto* chipRow = new wxBoxSizer(wxHORIZONTAL);
    chipRow->Add(chip_);
    chipRow->SetMinSize(FromDIP(wxSize(190, 28)));
    left->Add(chipRow);
    left->Add(number_);
    auto* middle = new wxBoxSizer(wxVERTICAL);
    middle->Add(what_, wxSizerFlags().Expand());
    middle->Add(why_, wxSizerFlags().Expand().Border(wxTOP, FromDIP(4)));
    auto* right = new wxBoxSizer(wxVERTICAL);
    right->Add(first_, wxSizerFlags().Right());
    right->Add(second_, wxSizerFlags().Right().Border(wxTOP, FromDIP(4)));
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->SetMinSize(FromDIP(wxSize(-1, 98))); // the acts below stay where they are, whoever is here
    row->Add(left, wxSizerFlags().Border(wxRIGHT, FromDIP(16)));
    row->Add(middle, wxSizerFlags(1).CenterVertical());
    row->Add(right, wxSizerFlags().CenterVertical().Border(wxLEFT, FromDIP(16)));
    return row;
}

wxSizer* CounterPanel::buildActs()
{
    call_ = new KeyButton(visitor_, "primary");
    here_ = new KeyButton(visitor_, "primary");
    finish_ = new KeyButton(visitor_, "primary");
    recall_ = new KeyButton(visitor_);
    noShow_ = new KeyButton(visitor_);
    goOn_ = new KeyButton(visitor_, "primary");
    park_ = new KeyButton(visitor_);
    transfer_ = new KeyButton(visitor_);
    pause_ = new KeyButton(visitor_);
    help_ = new KeyButton(visitor_);
    undo_ = new KeyButton(visitor_);
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    for (auto* button :
         {call_, here_, finish_, goOn_, recall_, noShow_, park_, transfer_, pause_, help_, undo_}) {
        const bool primary = button == call_ || button == here_ || button == finish_ || button == goOn_;
        button->SetFont(wxkit::font(primary ? 17 : 16, primary ? wxkit::Weight::label : wxkit::Weight::text));
        button->SetMinSize(FromDIP(wxSize(primary ? 300 : 160, 48)));
        row->Add(button, wxSizerFlags().Border(wxRIGHT, FromDIP(10)));
    }
    return row;
}

void CounterPanel::shown()
{
    arriving_ = true;
    presenter_.show(true);
    refresh();
}

void CounterPanel::hidden()
{
    presenter_.show(false);
}

/// Coming here, the keyboard is on the first act. Afterwards a button that rests or hides hands it to the
/// list and never to another act: pressing the same key once more must not end a visit.
void CounterPanel::keepFocus()
{
    auto* window = dynamic_cast<wxTopLevelWindow*>(wxGetTopLevelParent(this));
    if (!window || !window->IsActive()) return;
    auto* focused = wxWindow::FindFocus();
    const bool usable = focused && focused->IsShownOnScreen() && focused->IsEnabled();
    if (usable && !arriving_) return; // also in another part of the window
    if (arriving_ && presenter_.known()) {
        arriving_ = false;
        for (wxWindow* next : std::initializer_list<wxWindow*>{call_, sit_})
            if (next->IsShown() && next->IsEnabled()) {
                next->SetFocus();
                return;
            }
    }
    if (!usable || !IsDescendant(focused)) waiting_->take();
}

bool CounterPanel::key(const wxkit::FrameKey& key)
{
    if (key.control && !key.alt && key.code == 'Z') {
        if (!key.held) presenter_.undo();
        return true;
    }
    if (!key.plain()) return false;
    if (key.held && (key.code == WXK_RETURN || (key.code >= WXK_F6 && key.code <= WXK_F11)))
        return true; // one press, one act
    if (key.code == WXK_ESCAPE && form_->asks() != BarQuestion::none) {
        form_->ask(BarQuestion::none);
        return true;
    }
    if (key.digit && form_->digit(key.digit)) return true;
    const bool onButton = dynamic_cast<wxButton*>(wxWindow::FindFocus()) != nullptr;
    if (key.code == WXK_RETURN && !onButton && form_->enter()) return true;
    const CounterActs can = presenter_.state().acts;
    switch (key.code) {
    case WXK_F6:
        if (can.park) form_->ask(BarQuestion::park);
        return true;
    case WXK_F7:
        if (can.transfer) form_->ask(BarQuestion::transfer);
        return true;
    case WXK_F8:
        if (can.goOn)
            presenter_.goOn();
        else if (can.pause)
            form_->ask(BarQuestion::pause);
        return true;
    case WXK_F9:
        presenter_.callNextOrAgain();
        return true;
    case WXK_F10:
        presenter_.here();
        return true;
    case WXK_F11:
        presenter_.finish();
        return true;
    default:
        return false;
    }
}

void CounterPanel::relabel()
{
    const Messages& m = speech_.messages();
    seatLabel_->setMnemonic(m.tr("My &counter"));
    wxkit::labelFor(*seatLabel_, *seats_);
    wxkit::setAccessible(*seats_, m.tr("Counter"));
    sit_->set(m.tr("Sit down here"));
    leave_->set(m.tr("Leave the counter"));
    call_->set(m.tr("Call next"), "F9");
    here_->set(m.trc("visit", "Here"), "F10");
    recall_->set(m.tr("Call again"), "F9");
    finish_->set(m.trc("visit", "Finish"), "F11");
    goOn_->set(m.trc("pause", "Go on"), "F8");
    pause_->set(m.tr("Pause …"), "F8");
    park_->set(m.tr("Set aside …"), "F6");
    transfer_->set(m.tr("Transfer …"), "F7");
    help_->set(m.tr("Ask for help"));
    waiting_->relabel();
    offered_.clear();
    refresh();
}

void CounterPanel::refresh()
{
    const CounterState state = presenter_.state();
    showSeat(state);
    showVisitor(state);
    showActs(state);
    showLists(state);
    if (IsShownOnScreen()) keepFocus();
}

void CounterPanel::showSeat(const CounterState& state)
{
    if (state.counters != offered_) {
        offered_ = state.counters;
        seats_->Clear();
        for (const auto& choice : offered_) seats_->Append(to_wx(choice.name));
    }
    const auto at = std::ranges::find(offered_, state.proposed, &CounterState::Choice::id) - offered_.begin();
    if (seats_->GetSelection() != at)
        seats_->SetSelection(at < std::ssize(offered_) ? static_cast<int>(at) : wxNOT_FOUND);
    const bool busy = state.phase == CounterPhase::called || state.phase == CounterPhase::serving;
    seats_->Enable(!busy);
    sit_->Enable(state.acts.sitDown);
    sit_->Show(state.phase == CounterPhase::away || state.acts.sitDown);
    leave_->Enable(state.acts.leave);
    leave_->Show(state.phase != CounterPhase::away);
}

void CounterPanel::showVisitor(const CounterState& state)
{
    if (state.phase == CounterPhase::called)
        chip_->set(look_, VisitState::called, state.chip);
    else if (state.phase == CounterPhase::serving)
        chip_->set(look_, VisitState::serving, state.chip);
    else
        chip_->setPlain(state.chip);
    chip_->GetContainingSizer()->Layout();
    number_->set(state.number);
    number_->Show(!state.number.empty());
    chip_->GetContainingSizer()->ShowItems(!state.chip.empty());
    what_->wrap(std::max(FromDIP(200), GetClientSize().x - FromDIP(190 + 240 + 100)));
    what_->set(state.what);
    why_->set(state.why);
    first_->set(state.first);
    second_->set(state.second);
    lines_->show(state, {}, GetClientSize().x - FromDIP(80));
}

void CounterPanel::showActs(const CounterState& state)
{
    const bool idle = state.phase == CounterPhase::away || state.phase == CounterPhase::free;
    const bool busy = state.phase == CounterPhase::called || state.phase == CounterPhase::serving;
    goOn_->Show(state.phase == CounterPhase::paused);
    goOn_->Enable(state.acts.goOn);
    pause_->Show(state.phase == CounterPhase::free);
    pause_->Enable(state.acts.pause);
    undo_->Show(!state.undo.empty());
    undo_->set(state.undo, state.ended);
    undo_->Enable(state.acts.undo);
    for (auto* button : {park_, transfer_}) button->Show(busy);
    park_->Enable(state.acts.park);
    transfer_->Enable(state.acts.transfer);
    help_->Show(state.phase != CounterPhase::away);
    help_->Enable(state.acts.help);
    form_->show(state);
    call_->Show(idle);
    here_->Show(state.phase == CounterPhase::called);
    for (auto* button : {recall_, noShow_})
        button->Show(state.phase == CounterPhase::called || (state.phase == CounterPhase::serving && state.atOnce));
    finish_->Show(state.phase == CounterPhase::serving);
    call_->Enable(state.acts.callNext);
    here_->Enable(state.acts.here);
    recall_->Enable(state.acts.recall);
    noShow_->set(state.noShow);
    noShow_->Enable(state.acts.noShow);
    finish_->Enable(state.acts.finish);
    for (auto* button : {recall_, noShow_, park_, transfer_, pause_, help_, undo_}) widen(*button, FromDIP(120));
}

/// A question takes the room of what can wait for its answer.
void CounterPanel::showLists(const CounterState& state)
{
    const bool asking = form_->asks() != BarQuestion::none;
    const int width = GetClientSize().x - FromDIP(32);
    facts_->show(asking ? std::vector<CounterState::Fact>{} : state.facts, width);
    aside_->show(state, width);
    if (asking) aside_->Hide();
    kept_->SetMinSize(FromDIP(wxSize(-1, asking ? 0 : linesHeight))); // free when there is nothing to say
    waiting_->show(state, width);
    visitor_->Layout();
    Layout();
}
} // namespace accueil
