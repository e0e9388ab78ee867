#include "staff-desktop/ui/today_panel.h"
#include "core/wxkit/text.h"
#include <wx/sizer.h>

namespace accueil
{
namespace
{
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
        card_->open();
    };
    head_->onDone = [this] { focusWork(); };
    changed_ = presenter_.onChanged([this] { refresh(); });
    cardChanged_ = presenter_.card().onChanged([this] { refresh(); });
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
    list_ = buildList();
    move_ = new VisitMove(this, presenter_.card(), look_, speech_);
    move_->Hide();
    cardLine_ = makeLine(this, true);
    card_ = new VisitPanel(this, presenter_.card(), look_, speech_);
    row->Add(list_, wxSizerFlags(1).Expand());
    row->Add(move_, wxSizerFlags(1).Expand());
    row->Add(cardLine_, wxSizerFlags().Expand());
    row->Add(card_, wxSizerFlags().Expand());
    page->Add(row, wxSizerFlags(1).Expand());
    SetSizer(page);
}

wxPanel* TodayPanel::buildList()
{
    auto* list = new Box(this);
    auto* column = new wxBoxSizer(wxVERTICAL);
    nothing_ = new Text(list, 17, wxkit::Weight::text, "ink2");
    grid_ = new CellGrid(list, look_);
    table_ = new Table(list, look_,
                       {{.width = 70},
                        {.width = 136, .state = true},
                        {.width = 210, .wraps = true},
                        {.width = 240, .grows = true, .wraps = true},
                        {.width = 84}},
                       true);
    table_->Hide();
    legend_ = new Legend(list);
    column->Add(nothing_, wxSizerFlags().Border(wxALL, FromDIP(16)));
    column->Add(grid_, wxSizerFlags(1).Expand().Border(wxLEFT | wxTOP, FromDIP(8)));
    column->Add(table_, wxSizerFlags(1).Expand().Border(wxALL, FromDIP(12)));
    column->Add(legend_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(10)));
    list->SetSizer(column);
    return list;
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
    else if (grid_->IsShown())
        grid_->takeKeyboard();
    else
        gridWaits_ = true;
}

bool TodayPanel::key(const wxkit::FrameKey& key)
{
    if (head_->isTyping()) {
        if (key.plain() && key.code == WXK_RETURN) return head_->enter();
        if (key.plain() && key.code == WXK_ESCAPE) return head_->escape();
        return false;
    }
    if (card_->key(key) || move_->key(key)) return true;
    if (key.plain() && key.code == WXK_ESCAPE && card_->hasCaret()) {
        focusWork();
        return true;
    }
    if ((key.alt || key.control) && !key.shift && (key.code == WXK_LEFT || key.code == WXK_RIGHT)) {
        if (key.control && head_->lookFor().HasFocus()) return false; // word by word
        presenter_.turn(key.code == WXK_LEFT ? -1 : 1);
        return true;
    }
    if (key.control && !key.alt && !key.shift && key.code == 'P') {
        presenter_.print();
        return true;
    }
    if (!key.plain()) return false;
    return presenter_.state().view == TodayState::View::list ? keyInList(key) : keyInGrid(key);
}

bool TodayPanel::keyInGrid(const wxkit::FrameKey& key)
{
    const bool inCard = card_->hasCaret() || dynamic_cast<wxTextCtrl*>(FindFocus());
    if (!grid_->HasFocus() && (grid_->IsShown() || inCard)) return false;
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
        if (presenter_.state().chosen) card_->open();
        return true;
    case 'T':
    case WXK_HOME:
        presenter_.goToday();
        grid_->scrollToNow();
        return true;
    default:
        if (key.digit < 1 || key.digit > 9) return false; // no day begins with 0
        head_->typeDay(key.digit);
        return true;
    }
}

/// From the name field the arrows walk through the list, Enter opens the card.
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
        if (!state.chosen && state.rows.size() == 1) presenter_.choose(state.rows.front().id);
        if (presenter_.state().chosen) card_->open();
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
    refresh();
}

void TodayPanel::refresh()
{
    const TodayState state = presenter_.state();
    const bool list = state.view == TodayState::View::list, week = state.view == TodayState::View::week;
    const Messages& m = speech_.messages();
    head_->show(state);
    grid_->setName(week ? m.tr("Places of the week") : m.tr("Places of the day"));
    card_->invite(state.invitation);
    summary_ = state.nothing.empty() || !list ? state.summary : "";
    if (list)
        showRows(state);
    else
        showGrid(state);
    nothing_->set(state.nothing);
    if (grid_->HasFocus() && !state.nothing.empty()) gridWaits_ = true;
    bool other = false;
    const auto show = [&other](wxWindow* window, bool on) { other |= window->Show(on); };
    show(nothing_, !state.nothing.empty());
    show(grid_, !list && state.nothing.empty());
    show(table_, list && state.nothing.empty());
    show(legend_, state.view == TodayState::View::day && state.nothing.empty());
    show(card_, !week);
    show(cardLine_, !week);
    const bool moving = !week && presenter_.card().state().mode == VisitMode::moving;
    show(move_, moving);
    show(list_, !moving);
    show(head_, !moving); // its room is the calendar's: at 720 pixels there is no other
    if (!other) return;
    list_->Layout();
    Layout();
    if (gridWaits_ && grid_->IsShownOnScreen() && !head_->isTyping()) {
        gridWaits_ = false;
        grid_->takeKeyboard();
    }
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
} // namespace accueil
