#include "staff-desktop/ui/find_panel.h"
#include "core/wxkit/accessible.h"
#include "core/wxkit/text.h"
#include <wx/choice.h>
#include <wx/sizer.h>

namespace accueil
{
namespace
{
constexpr int fieldHeight = 36;

/// The entries and the chosen one, without an event; nothing happens when nothing changes.
void fill(wxChoice& choice, std::vector<std::string>& shown, const std::vector<FindState::Choice>& state)
{
    std::vector<std::string> names;
    int chosen = 0;
    for (const auto& one : state) {
        if (one.on) chosen = static_cast<int>(names.size());
        names.push_back(one.name);
    }
    if (names != shown) {
        choice.Clear();
        for (const auto& name : names) choice.Append(to_wx(name));
        shown = std::move(names);
    }
    if (choice.GetSelection() != chosen) choice.SetSelection(chosen);
}
} // namespace

FindPanel::FindPanel(wxWindow* parent, FindPresenter& presenter, Look& look, Speech& speech)
    : Page(parent), presenter_(presenter), look_(look), speech_(speech)
{
    build();
    bind();
    changed_ = presenter_.onChanged([this] { refresh(); });
    cardChanged_ = presenter_.card().onChanged([this] { refresh(); });
    spoken_ = speech_.onChanged([this] { relabel(); });
    coloured_ = look_.onChanged([this] {
        relabel();
        table_->Refresh();
    });
    relabel();
}

void FindPanel::build()
{
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    list_ = buildList();
    move_ = new VisitMove(this, presenter_.card(), look_, speech_);
    card_ = new VisitPanel(this, presenter_.card(), look_, speech_);
    move_->Hide();
    row->Add(list_, wxSizerFlags(1).Expand().Border(wxALL, FromDIP(12)));
    row->Add(move_, wxSizerFlags(1).Expand());
    row->Add(makeLine(this, true), wxSizerFlags().Expand());
    row->Add(card_, wxSizerFlags().Expand());
    SetSizer(row);
}

wxPanel* FindPanel::buildList()
{
    auto* list = new Box(this);
    auto* column = new wxBoxSizer(wxVERTICAL);
    label_ = new Text(list, 17, wxkit::Weight::title);
    field_ = new wxTextCtrl(list, wxID_ANY);
    field_->SetMinSize(FromDIP(wxSize(200, fieldHeight)));
    field_->SetFont(wxkit::font(17));
    dayLabel_ = new Text(list, 15, wxkit::Weight::label);
    day_ = new wxTextCtrl(list, wxID_ANY);
    day_->SetMinSize(FromDIP(wxSize(92, fieldHeight)));
    service_ = new wxChoice(list, wxID_ANY);
    state_ = new wxChoice(list, wxID_ANY);
    auto* head = new wxBoxSizer(wxHORIZONTAL);
    head->Add(label_, wxSizerFlags().CenterVertical().Border(wxRIGHT, FromDIP(8)));
    head->Add(field_, wxSizerFlags(1).CenterVertical());
    head->Add(dayLabel_, wxSizerFlags().CenterVertical().Border(wxLEFT | wxRIGHT, FromDIP(8)));
    head->Add(day_, wxSizerFlags().CenterVertical());
    head->Add(service_, wxSizerFlags().CenterVertical().Border(wxLEFT, FromDIP(8)));
    head->Add(state_, wxSizerFlags().CenterVertical().Border(wxLEFT, FromDIP(8)));
    column->Add(head, wxSizerFlags().Expand());
    nothing_ = new Text(list, 17, wxkit::Weight::text, "ink2");
    column->Add(nothing_, wxSizerFlags().Expand().Border(wxTOP, FromDIP(20)));
    table_ = new Table(list, look_,
                       {{.width = 110},
                        {.width = 64},
                        {.width = 118, .state = true},
                        {.width = 146, .wraps = true},
                        {.width = 96},
                        {.width = 150, .grows = true, .wraps = true},
                        {.width = 104}},
                       true);
    column->Add(table_, wxSizerFlags(1).Expand().Border(wxTOP, FromDIP(10)));
    summary_ = new Text(list, 14, wxkit::Weight::text, "ink2");
    column->Add(summary_, wxSizerFlags().Border(wxTOP, FromDIP(6)));
    list->SetSizer(column);
    return list;
}

void FindPanel::bind()
{
    field_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { presenter_.type(from_wx(field_->GetValue())); });
    day_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { presenter_.onDay(from_wx(day_->GetValue())); });
    service_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) {
        presenter_.ofService(static_cast<std::size_t>(std::max(service_->GetSelection(), 0)));
    });
    state_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) {
        presenter_.inState(static_cast<std::size_t>(std::max(state_->GetSelection(), 0)));
    });
    table_->onChoose = [this](long long key) { presenter_.choose(AppointmentId(key)); };
    table_->onActivate = [this](long long key) {
        presenter_.choose(AppointmentId(key));
        card_->open();
    };
}

void FindPanel::shown()
{
    presenter_.show(true);
    refresh();
    field_->SetFocus();
    field_->SelectAll();
}

void FindPanel::hidden()
{
    presenter_.show(false);
}

// ---- keys

/// The arrows walk through the list while the caret stays in the field; Enter opens the card, Escape comes
/// back.
bool FindPanel::key(const wxkit::FrameKey& key)
{
    if (card_->key(key) || move_->key(key)) return true;
    if (!key.plain()) return false;
    if (key.code == WXK_ESCAPE) {
        if (field_->HasFocus()) field_->Clear();
        field_->SetFocus();
        field_->SelectAll();
        return true;
    }
    return field_->HasFocus() && walk(key);
}

bool FindPanel::walk(const wxkit::FrameKey& key)
{
    if (key.code == WXK_RETURN) {
        if (!presenter_.card().chosen()) presenter_.walk(0);
        card_->open();
        return true;
    }
    const int rows = key.code == WXK_DOWN       ? 1
                     : key.code == WXK_UP       ? -1
                     : key.code == WXK_PAGEDOWN ? 10
                     : key.code == WXK_PAGEUP   ? -10
                                                : 0;
    if (rows == 0) return false;
    presenter_.walk(rows);
    const FindState state = presenter_.state();
    for (std::size_t i = 0; i < state.rows.size(); ++i)
        if (state.rows[i].id == state.chosen) table_->reveal(i);
    return true;
}

// ---- in words

void FindPanel::relabel()
{
    const Messages& m = speech_.messages();
    label_->setMnemonic(m.tr("&Find"));
    wxkit::labelFor(*label_, *field_);
    wxkit::setAccessible(*field_, m.tr("Name, reference, date of birth, phone, e-mail or ticket"));
    field_->SetHint(to_wx(m.tr("name, reference, date of birth, phone …")));
    dayLabel_->set(m.trc("filter", "day"));
    wxkit::labelFor(*dayLabel_, *day_);
    wxkit::setAccessible(*day_, m.tr("Only this day"));
    day_->SetHint(to_wx(m.tr("day.month")));
    wxkit::setAccessible(*service_, m.tr("Only this service"));
    wxkit::setAccessible(*state_, m.tr("Only this state"));
    table_->setName(m.tr("Appointments found"));
    table_->setTitles({m.tr("Day"), m.tr("Time"), m.tr("State"), m.tr("Name"), m.trc("column", "Born"),
                       m.tr("Procedure"), m.tr("Reference")});
    refresh();
}

void FindPanel::refresh()
{
    const FindState state = presenter_.state();
    const bool moving = presenter_.card().state().mode == VisitMode::moving;
    if (moving != move_->IsShown()) {
        move_->Show(moving);
        list_->Show(!moving);
        Layout();
    }
    showFilters(state);
    showRows(state);
}

void FindPanel::showFilters(const FindState& state)
{
    if (from_wx(field_->GetValue()) != state.typed) field_->ChangeValue(to_wx(state.typed));
    if (from_wx(day_->GetValue()) != state.day) day_->ChangeValue(to_wx(state.day));
    wxkit::setClass(*day_, "wrong", state.dayWrong);
    fill(*service_, services_, state.services);
    fill(*state_, states_, state.states);
}

void FindPanel::showRows(const FindState& state)
{
    std::vector<TableRow> rows;
    for (const auto& row : state.rows)
        rows.push_back({row.id.value(),
                        {{.text = row.day, .dim = row.over},
                         {.text = row.time, .strong = !row.over, .dim = row.over},
                         {.text = row.word, .state = row.state},
                         {.text = row.name, .dim = row.over, .struck = row.state == VisitState::cancelled},
                         {.text = row.born, .dim = row.over},
                         {.text = row.what, .dim = row.over},
                         {.text = row.reference, .dim = row.over}}});
    table_->setRows(std::move(rows));
    table_->choose(state.chosen.value());
    nothing_->wrap(std::max(list_->GetClientSize().x - FromDIP(8), FromDIP(200)));
    nothing_->set(state.nothing);
    summary_->set(state.summary);
    const bool empty = !state.nothing.empty();
    if (nothing_->IsShown() != empty || table_->IsShown() == empty) {
        nothing_->Show(empty);
        table_->Show(!empty);
    }
    list_->Layout();
}
} // namespace accueil
