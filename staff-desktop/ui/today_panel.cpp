#include "staff-desktop/ui/today_panel.h"
#include "core/wxkit/accessible.h"
#include "core/wxkit/text.h"
#include <wx/sizer.h>

namespace accueil
{
namespace
{
constexpr int sideWidth = 330;

/// What has been decided recedes; only the present is warm.
bool isOver(VisitState state)
{
    return state == VisitState::served || state == VisitState::missed || state == VisitState::cancelled;
}
} // namespace

TodayPanel::TodayPanel(wxWindow* parent, TodayPresenter& presenter, Look& look, Speech& speech)
    : Page(parent), presenter_(presenter), look_(look), speech_(speech)
{
    build();
    grid_->onPress = [this](std::size_t row, std::size_t column) {
        if (!grid_->IsShownOnScreen()) return; // the second half of a double click, and the page has gone
        presenter_.pointAt(row, column);
        if (!presenter_.state().chosen) presenter_.open();
    };
    table_->onChoose = [this](long long key) { presenter_.choose(AppointmentId(key)); };
    table_->onActivate = [this](long long key) {
        presenter_.choose(AppointmentId(key));
        presenter_.act();
    };
    head_->onDone = [this] { focusWork(); };
    act_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { presenter_.act(); });
    changed_ = presenter_.onChanged([this] { refresh(); });
    spoken_ = speech_.onChanged([this] { relabel(); });
    coloured_ = look_.onChanged([this] {
        relabel();
        table_->Refresh();
        grid_->Refresh();
    });
    relabel();
}

void TodayPanel::build()
{
    auto* page = new wxBoxSizer(wxVERTICAL);
    head_ = new TodayHead(this, presenter_, speech_);
    page->Add(head_, wxSizerFlags().Expand());
    page->Add(makeLine(this, false), wxSizerFlags().Expand());
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(buildLeft(), wxSizerFlags(1).Expand());
    sideLine_ = makeLine(this, true);
    row->Add(sideLine_, wxSizerFlags().Expand());
    side_ = buildSide();
    row->Add(side_, wxSizerFlags().Expand());
    page->Add(row, wxSizerFlags(1).Expand());
    SetSizer(page);
}

wxSizer* TodayPanel::buildLeft()
{
    auto* left = new wxBoxSizer(wxVERTICAL);
    nothing_ = new Text(this, 17, wxkit::Weight::text, "ink2");
    grid_ = new CellGrid(this, look_);
    table_ = new Table(this, look_,
                       {{.width = 70},
                        {.width = 136, .state = true},
                        {.width = 210},
                        {.width = 240, .grows = true},
                        {.width = 84}},
                       true);
    table_->Hide();
    legend_ = new Legend(this);
    left->Add(nothing_, wxSizerFlags().Border(wxALL, FromDIP(16)));
    left->Add(grid_, wxSizerFlags(1).Expand().Border(wxLEFT | wxTOP, FromDIP(8)));
    left->Add(table_, wxSizerFlags(1).Expand().Border(wxALL, FromDIP(12)));
    left->Add(legend_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(10)));
    return left;
}

wxPanel* TodayPanel::buildSide()
{
    auto* side = new Box(this);
    wxkit::addClass(*side, "bar");
    side->SetMinSize(FromDIP(wxSize(sideWidth, -1)));
    auto* outer = new wxBoxSizer(wxVERTICAL);
    choose_ = new Text(side, 15, wxkit::Weight::text, "ink2");
    outer->Add(choose_, wxSizerFlags().Border(wxALL, FromDIP(16)));
    facts_ = new wxScrolledWindow(side, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL);
    facts_->SetScrollRate(0, FromDIP(8));
    auto* column = new wxBoxSizer(wxVERTICAL);
    auto* first = new wxBoxSizer(wxHORIZONTAL);
    chip_ = new Chip(facts_);
    reference_ = new Text(facts_, 14, wxkit::Weight::text, "ink2");
    first->Add(chip_, wxSizerFlags().CenterVertical());
    first->AddStretchSpacer();
    first->Add(reference_, wxSizerFlags().CenterVertical());
    column->Add(first, wxSizerFlags().Expand().Border(wxBOTTOM, FromDIP(8)));
    const auto add = [&](Text*& text, double px, wxkit::Weight weight, int above,
                         const char* style = nullptr) {
        text = new Text(facts_, px, weight, style);
        column->Add(text, wxSizerFlags().Expand().Border(wxTOP, FromDIP(above)));
    };
    add(name_, 24, wxkit::Weight::title, 0);
    add(born_, 15, wxkit::Weight::text, 2);
    add(what_, 17, wxkit::Weight::title, 14);
    add(where_, 15, wxkit::Weight::text, 2);
    add(papersTitle_, 15, wxkit::Weight::title, 12);
    add(papers_, 15, wxkit::Weight::text, 2);
    add(noteTitle_, 15, wxkit::Weight::title, 12);
    add(note_, 15, wxkit::Weight::text, 2);
    add(ticket_, 44, wxkit::Weight::number, 12);
    add(ticketLine_, 15, wxkit::Weight::text, 0);
    facts_->SetSizer(column);
    outer->Add(facts_, wxSizerFlags(1).Expand().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(16)));
    notice_ = new Text(side, 15, wxkit::Weight::label);
    act_ = new KeyButton(side, "primary");
    act_->SetMinSize(FromDIP(wxSize(-1, 48)));
    outer->Add(notice_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(16)));
    outer->Add(act_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(16)));
    outer->AddSpacer(FromDIP(16));
    side->SetSizer(outer);
    return side;
}

void TodayPanel::shown()
{
    presenter_.show(true);
    refresh();
    focusWork();
}

void TodayPanel::hidden()
{
    presenter_.show(false);
}

/// Where the keyboard works: the grid, or the name that is looked for in the list.
void TodayPanel::focusWork()
{
    if (presenter_.state().view == TodayState::View::list)
        head_->lookFor().SetFocus();
    else
        grid_->SetFocus();
}

bool TodayPanel::key(const wxkit::FrameKey& key)
{
    if (head_->isTyping()) {
        if (key.plain() && key.code == WXK_RETURN) return head_->enter();
        if (key.plain() && key.code == WXK_ESCAPE) return head_->escape();
        return false;
    }
    if ((key.alt || key.control) && !key.shift && (key.code == WXK_LEFT || key.code == WXK_RIGHT)) {
        if (key.control && head_->lookFor().HasFocus()) return false; // word by word
        presenter_.turn(key.code == WXK_LEFT ? -1 : 1);
        return true;
    }
    if (!key.plain()) return false;
    return presenter_.state().view == TodayState::View::list ? keyInList(key) : keyInGrid(key);
}

bool TodayPanel::keyInGrid(const wxkit::FrameKey& key)
{
    if (!grid_->HasFocus()) return false;
    constexpr int page = 12;
    const auto walk = [this](int rows, int columns) {
        presenter_.walk(rows, columns);
        grid_->revealCursor();
        return true;
    };
    switch (key.code) {
    case WXK_UP:
        return walk(-1, 0);
    case WXK_DOWN:
        return walk(1, 0);
    case WXK_LEFT:
        return walk(0, -1);
    case WXK_RIGHT:
        return walk(0, 1);
    case WXK_PAGEUP:
        return walk(-page, 0);
    case WXK_PAGEDOWN:
        return walk(page, 0);
    case WXK_RETURN:
        presenter_.open();
        return true;
    case 'T':
    case WXK_HOME:
        presenter_.goToday();
        grid_->scrollToNow();
        return true;
    default:
        if (key.digit == 0) return false;
        head_->typeDay(key.digit);
        return true;
    }
}

/// From the name field the arrows walk through the list, Enter does what the panel's button says.
bool TodayPanel::keyInList(const wxkit::FrameKey& key)
{
    if (key.code == WXK_ESCAPE) {
        presenter_.look("");
        head_->lookFor().SetFocus();
        return true;
    }
    if (!head_->lookFor().HasFocus()) return false;
    const bool down = key.code == WXK_DOWN;
    if (down || key.code == WXK_UP) {
        const TodayState state = presenter_.state();
        if (state.rows.empty()) return true;
        std::size_t row = std::min(state.soon, state.rows.size() - 1);
        for (std::size_t i = 0; i < state.rows.size(); ++i)
            if (state.rows[i].id == state.chosen)
                row = down ? std::min(i + 1, state.rows.size() - 1) : i - std::min<std::size_t>(i, 1);
        presenter_.choose(state.rows[row].id);
        table_->reveal(row);
        return true;
    }
    if (key.code == WXK_RETURN) {
        const TodayState state = presenter_.state();
        if (state.details)
            presenter_.act();
        else if (state.rows.size() == 1)
            presenter_.choose(state.rows.front().id);
        return true;
    }
    return false;
}

void TodayPanel::relabel()
{
    const Messages& m = speech_.messages();
    head_->relabel();
    table_->setName(m.tr("Appointments of today"));
    table_->setTitles({m.tr("Time"), m.tr("State"), m.tr("Name"), m.tr("Procedure"), m.tr("Ticket")});
    legend_->show(look_, m);
    choose_->wrap(FromDIP(sideWidth - 32));
    papersTitle_->set(m.tr("Papers"));
    noteTitle_->set(m.tr("Note"));
    shown_.reset();
    refresh();
}

void TodayPanel::refresh()
{
    const TodayState state = presenter_.state();
    const bool list = state.view == TodayState::View::list, week = state.view == TodayState::View::week;
    const Messages& m = speech_.messages();
    head_->show(state);
    grid_->setName(week ? m.tr("Places of the week") : m.tr("Places of the day"));
    choose_->set(list ? m.tr("Choose a line to see the appointment.")
                      : m.tr("Choose a place to see who has it, or to book it."));
    summary_ = state.nothing.empty() || !list ? state.summary : "";
    if (list)
        showRows(state);
    else
        showGrid(state);
    nothing_->set(state.nothing);
    bool other = false;
    const auto show = [&other](wxWindow* window, bool on) { other |= window->Show(on); };
    show(nothing_, !state.nothing.empty());
    show(grid_, !list && state.nothing.empty());
    show(table_, list && state.nothing.empty());
    show(legend_, state.view == TodayState::View::day);
    show(side_, !week);
    show(sideLine_, !week);
    showDetails(state.details);
    if (other) Layout();
}

void TodayPanel::showGrid(const TodayState& state)
{
    grid_->show(state.grid);
    if (state.grid.rows.empty() || gridOf_ == state.title) return;
    gridOf_ = state.title;
    CallAfter([this] { grid_->scrollToNow(); }); // it has its height by then
}

void TodayPanel::showRows(const TodayState& state)
{
    std::vector<TableRow> rows;
    for (const auto& row : state.rows) {
        const bool over = isOver(row.state), gone = row.state == VisitState::cancelled;
        rows.push_back({row.id.value(),
                        {{.text = row.time, .strong = !over, .dim = over},
                         {.text = row.word, .state = row.state},
                         {.text = row.name, .dim = over, .struck = gone},
                         {.text = row.what, .dim = over},
                         {.text = row.ticket, .strong = !over}}});
    }
    table_->setRows(std::move(rows));
    table_->choose(state.chosen.value());
    if (fresh_ && !state.rows.empty()) {
        fresh_ = false;
        // From below, so that who comes next stands at the top, whatever height the list has by then.
        CallAfter([this, soon = state.soon] {
            const std::size_t last = table_->rows() - 1;
            table_->reveal(last);
            table_->reveal(std::min(soon, last));
        });
    }
}

void TodayPanel::showDetails(const std::optional<TodayState::Details>& details)
{
    if (details == shown_ && facts_->IsShown() == details.has_value()) return;
    choose_->Show(!details);
    facts_->Show(details.has_value());
    notice_->Show(details && !details->notice.empty());
    act_->Show(details && details->act != TodayState::Act::none);
    if (details) fillDetails(*details);
    shown_ = details;
    wrapSide();
}

void TodayPanel::fillDetails(const TodayState::Details& details)
{
    const Messages& m = speech_.messages();
    chip_->set(look_, details.state, details.word);
    reference_->set(details.reference);
    name_->set(details.name);
    born_->set(details.born);
    what_->set(details.what);
    where_->set(details.where);
    std::string papers;
    for (const auto& paper : details.papers) papers += (papers.empty() ? "" : " · ") + paper;
    papers_->set(papers);
    papersTitle_->Show(!papers.empty());
    note_->set(details.note);
    noteTitle_->Show(!details.note.empty());
    ticket_->set(details.ticket);
    ticket_->Show(!details.ticket.empty());
    ticketLine_->set(details.ticketLine);
    notice_->set(details.notice);
    notice_->tone(details.tone);
    act_->set(details.act == TodayState::Act::admitLate ? m.tr("Check in all the same") : m.tr("Check in"),
              m.tr("Enter"));
    act_->Enable(details.canAct);
}

void TodayPanel::wrapSide()
{
    side_->Layout();
    const int width = FromDIP(sideWidth - 32 - 14);
    for (auto* text : {name_, born_, what_, where_, papers_, note_, ticketLine_}) text->wrap(width);
    notice_->wrap(width + FromDIP(10));
    facts_->FitInside();
    facts_->Layout();
    side_->Layout();
}
} // namespace accueil
