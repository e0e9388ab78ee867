#include "staff-desktop/ui/supervision_panel.h"
#include "core/wxkit/accessible.h"
#include "core/wxkit/text.h"
#include <algorithm>
#include <wx/sizer.h>

namespace accueil
{
namespace
{
constexpr int rowHeight = 30, headHeight = 34;
constexpr std::size_t mostServices = 6; // without scrolling

std::string withoutMark(std::string label)
{
    std::erase(label, '&');
    return label;
}

bool ofTheSide(SupervisionAct act)
{
    return act == SupervisionAct::message || act == SupervisionAct::closing;
}

TableCell stateCell(const SupervisionState::CounterRow& row)
{
    TableCell cell{.text = row.state};
    switch (row.look) {
    case CounterLook::called:
        cell.state = VisitState::called;
        break;
    case CounterLook::serving:
        cell.state = VisitState::serving;
        break;
    case CounterLook::free:
        cell.badge = Badge::free;
        break;
    case CounterLook::paused:
        cell.badge = Badge::paused;
        break;
    case CounterLook::help:
        cell.badge = Badge::help;
        break;
    case CounterLook::absent:
        cell.tone = Tone::look;
        break;
    case CounterLook::closed:
        cell.dim = true;
        break;
    }
    return cell;
}
} // namespace

SupervisionPanel::SupervisionPanel(wxWindow* parent, SupervisionPresenter& presenter, Look& look,
                                   Speech& speech)
    : Page(parent), presenter_(presenter), look_(look), speech_(speech)
{
    build();
    bindLists();
    changed_ = presenter_.onChanged([this] { refresh(); });
    spoken_ = speech_.onChanged([this] { relabel(); });
    coloured_ = look_.onChanged([this] {
        relabel();
        for (auto* table : {services_, counters_}) table->Refresh();
    });
    relabel();
}

void SupervisionPanel::build()
{
    auto* page = new wxBoxSizer(wxVERTICAL);
    nothing_ = new Text(this, 17, wxkit::Weight::text, "ink2");
    page->Add(nothing_, wxSizerFlags().Border(wxALL, FromDIP(24)));
    room_ = new Box(this);
    auto* column = new wxBoxSizer(wxVERTICAL);
    strip_ = new SupervisionStrip(room_, presenter_, look_, speech_);
    column->Add(strip_, wxSizerFlags().Expand());
    buildServices();
    column->Add(services_, wxSizerFlags().Expand().Border(wxTOP, FromDIP(8)));
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(buildCounters(), wxSizerFlags(1).Expand());
    side_ = new SupervisionSide(room_, presenter_, look_, speech_);
    form_ = new SupervisionFormPanel(room_, presenter_, look_, speech_);
    form_->Hide();
    row->Add(side_, wxSizerFlags().Expand().Border(wxLEFT, FromDIP(14)));
    row->Add(form_, wxSizerFlags().Expand().Border(wxLEFT, FromDIP(14)));
    column->Add(row, wxSizerFlags(1).Expand().Border(wxTOP, FromDIP(8)));
    room_->SetSizer(column);
    page->Add(room_, wxSizerFlags(1).Expand().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(12)));
    SetSizer(page);
}

void SupervisionPanel::buildServices()
{
    services_ = new Table(room_, look_,
                          {{.width = 230, .grows = true},
                           {.width = 60},
                           {.width = 84, .right = true},
                           {.width = 116, .right = true, .state = true},
                           {.width = 80, .right = true},
                           {.width = 136},
                           {.width = 80, .right = true},
                           {.width = 36, .toggle = true},
                           {.width = 196}},
                          true);
}

wxSizer* SupervisionPanel::buildCounters()
{
    auto* left = new wxBoxSizer(wxVERTICAL);
    counters_ = new Table(room_, look_,
                          {{.width = 74, .right = true},
                           {.width = 190, .grows = true, .wraps = true},
                           {.width = 140, .wraps = true},
                           {.width = 160, .state = true, .wraps = true},
                           {.width = 70},
                           {.width = 80, .right = true}},
                          true);
    for (auto* table : {services_, counters_}) wxkit::addClass(*table, "tight");
    left->Add(counters_, wxSizerFlags(1).Expand());
    actRow_ = new Box(room_);
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    chosen_ = new Text(actRow_, 15, wxkit::Weight::label);
    row->Add(chosen_, wxSizerFlags().CenterVertical().Border(wxRIGHT, FromDIP(10)));
    for (auto& act : acts_) {
        act = new KeyButton(actRow_);
        act->SetMinSize(FromDIP(wxSize(-1, 34)));
        row->Add(act, wxSizerFlags().CenterVertical().Border(wxRIGHT, FromDIP(6)));
        const auto at = static_cast<std::size_t>(&act - acts_.data());
        act->Bind(wxEVT_BUTTON, [this, at](wxCommandEvent&) {
            if (at < shownActs_.size()) presenter_.act(shownActs_[at].act);
        });
        act->Hide();
    }
    row->SetMinSize(FromDIP(wxSize(-1, 40)));
    actRow_->SetSizer(row);
    left->Add(actRow_, wxSizerFlags().Expand().Border(wxTOP, FromDIP(4)));
    said_ = new Text(room_, 15, wxkit::Weight::label);
    said_->SetMinSize(FromDIP(wxSize(-1, 24))); // kept free
    left->Add(said_, wxSizerFlags().Expand().Border(wxBOTTOM, FromDIP(4)));
    return left;
}

void SupervisionPanel::bindLists()
{
    services_->onChoose = [this](long long key) {
        fromServices_ = true;
        presenter_.choose(ServiceId(key));
    };
    services_->onActivate = [this](long long key) {
        presenter_.choose(ServiceId(key));
        presenter_.act(SupervisionAct::quota);
    };
    services_->onToggle = [this](long long key, bool on) { presenter_.setWalkIns(ServiceId(key), on); };
    counters_->onChoose = [this](long long key) {
        fromServices_ = false;
        presenter_.choose(CounterId(key));
    };
    counters_->onActivate = [this](long long key) {
        presenter_.choose(CounterId(key));
        if (!shownActs_.empty())
            presenter_.act(shownActs_.front().enabled ? SupervisionAct::openCounter
                                                      : SupervisionAct::services);
    };
    form_->onLeft = [this] { (fromServices_ ? services_ : counters_)->SetFocus(); };
}

// ---- keys

void SupervisionPanel::shown()
{
    presenter_.show(true);
    refresh();
    if (form_->IsShown())
        form_->begin();
    else
        counters_->SetFocus();
}

void SupervisionPanel::hidden()
{
    presenter_.show(false);
}

bool SupervisionPanel::key(const wxkit::FrameKey& key)
{
    if (strip_->key(key)) return true;
    if (form_->IsShown() && form_->key(key)) return true;
    return key.alt && !key.control && !key.shift && letter(key);
}

bool SupervisionPanel::letter(const wxkit::FrameKey& key)
{
    for (const auto& act : allActs_)
        if (act.enabled && mnemonicOf(act.label) == key.code) {
            presenter_.act(act.act);
            return true;
        }
    return false;
}

// ---- what is shown

void SupervisionPanel::relabel()
{
    const Messages& m = speech_.messages();
    services_->setName(m.tr("Services"));
    services_->setTitles({m.tr("Service"), m.tr("Area"), m.trc("column", "Waiting"), m.tr("Longest"),
                          m.tr("Median"), m.trc("column", "Estimated wait"), m.trc("column", "To come"), "",
                          m.tr("Without appointment")});
    counters_->setName(m.tr("Counters"));
    counters_->setTitles({m.trc("column", "Counter"), m.tr("Services"), m.trc("column", "Agent"),
                          m.trc("column", "State"), m.trc("column", "Ticket"), m.trc("column", "Since")});
    strip_->relabel();
    side_->relabel();
    form_->relabel();
    allActs_.clear();
    shownActs_.clear();
    refresh();
}

void SupervisionPanel::refresh()
{
    const SupervisionState state = presenter_.state();
    foot_ = state.foot;
    nothing_->set(state.nothing);
    if (room_->IsShown() != state.loaded || nothing_->IsShown() == state.loaded) {
        nothing_->Show(!state.loaded);
        room_->Show(state.loaded);
        Layout();
        CallAfter([this] {
            if (counters_->IsShownOnScreen() && !FindFocus()) counters_->SetFocus();
        });
    }
    if (!state.loaded) return;
    strip_->show(state);
    showServices(state);
    showCounters(state);
    showActs(state);
    showRight(state);
    if (said_->set(state.said)) said_->GetParent()->Layout();
    said_->tone(state.saidTone);
}

void SupervisionPanel::showServices(const SupervisionState& state)
{
    std::vector<TableRow> rows;
    for (const auto& row : state.services) {
        TableCell longest{.text = row.longest, .strong = row.tooLong};
        if (row.tooLong) longest.tone = Tone::look;
        rows.push_back({row.id.value(),
                        {{.text = row.name, .strong = true},
                         {.text = row.area},
                         {.text = row.waiting, .strong = true},
                         longest,
                         {.text = row.median},
                         {.text = row.estimate},
                         {.text = row.toCome},
                         {.checked = row.open},
                         {.text = row.walkIns, .strong = !row.open}},
                        row.tooLong || row.tooMany ? Tone::look : Tone::plain});
    }
    const auto shown = std::min(rows.size(), mostServices);
    if (services_->rows() != rows.size()) {
        services_->SetMinSize(FromDIP(wxSize(-1, headHeight + static_cast<int>(shown) * rowHeight + 4)));
        room_->Layout();
    }
    services_->setRows(std::move(rows));
    services_->choose(state.service.value());
}

void SupervisionPanel::showCounters(const SupervisionState& state)
{
    std::vector<TableRow> rows;
    for (const auto& row : state.counters) {
        const bool dim = row.look == CounterLook::closed || row.look == CounterLook::absent;
        rows.push_back({row.id.value(),
                        {{.text = row.number, .strong = true},
                         {.text = row.services, .dim = dim},
                         {.text = row.agent, .dim = dim},
                         stateCell(row),
                         {.text = row.ticket, .strong = true},
                         {.text = row.since}},
                        row.look == CounterLook::help ? Tone::wrong : Tone::plain});
    }
    const auto chosen = std::ranges::find(rows, state.counter.value(), &TableRow::key);
    const auto at = static_cast<std::size_t>(chosen - rows.begin());
    counters_->setRows(std::move(rows));
    if (counters_->chosen() == state.counter.value()) return;
    counters_->choose(state.counter.value());
    if (state.counter) counters_->reveal(at);
}

void SupervisionPanel::showActs(const SupervisionState& state)
{
    allActs_ = state.acts;
    std::vector<SupervisionState::Button> mine;
    std::ranges::copy_if(state.acts, std::back_inserter(mine),
                         [](const auto& act) { return !ofTheSide(act.act); });
    const std::string chosen =
        mine.empty() ? speech_.messages().tr("Choose a counter or a service above to act on it.")
                     : state.chosen;
    const bool lay = chosen_->set(chosen) | (mine != shownActs_);
    chosen_->tone(Tone::plain);
    for (std::size_t i = 0; i < acts_.size(); ++i) {
        acts_[i]->Show(i < mine.size());
        if (i >= mine.size()) continue;
        acts_[i]->setMarkup(underlined(mine[i].label), withoutMark(mine[i].label));
        acts_[i]->Enable(mine[i].enabled);
    }
    shownActs_ = std::move(mine);
    if (lay) actRow_->Layout();
}

void SupervisionPanel::showRight(const SupervisionState& state)
{
    const bool decides = state.form.kind != SupervisionForm::none;
    side_->show(state);
    const bool begins = form_->show(state.form);
    if (form_->IsShown() != decides) {
        const wxWindow* focused = FindFocus();
        const bool caretInForm = focused && form_->IsDescendant(const_cast<wxWindow*>(focused));
        form_->Show(decides);
        side_->Show(!decides);
        room_->Layout();
        if (!decides && (caretInForm || !focused)) form_->onLeft();
    }
    if (begins) form_->begin();
}
} // namespace accueil
