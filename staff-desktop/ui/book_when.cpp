#include "staff-desktop/ui/book_when.h"
#include "core/base/date_words.h"
#include "core/wxkit/accessible.h"
#include "core/wxkit/text.h"
#include "staff-desktop/logic/calendar_words.h"
#include <algorithm>
#include <wx/sizer.h>

namespace accueil
{
namespace
{
constexpr int startHeight = 32, startGap = 2, barWidth = 56, barSteps = 28;
constexpr int cellHeight = 48, highestCell = 66, cellGap = 5;
} // namespace

BookWhen::BookWhen(wxWindow* parent, StartChooser& chooser, const Look& look, const Speech& speech)
    : Box(parent), chooser_(chooser), look_(look), speech_(speech)
{
    build();
    from_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { chooser_.from(from_wx(from_->GetValue())); });
    first_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { chooser_.showFirst(); });
    back_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { chooser_.turnPage(-1); });
    on_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { chooser_.turnPage(1); });
    beyond_->Bind(wxEVT_TOGGLEBUTTON, [this](wxCommandEvent&) { chooser_.toggleBeyond(); });
    calendar_->Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        event.Skip();
        CallAfter([this] { fitWeeks(); });
    });
}

void BookWhen::build()
{
    auto* column = new wxBoxSizer(wxVERTICAL);
    auto* head = new wxBoxSizer(wxHORIZONTAL);
    title_ = new Text(this, 17, wxkit::Weight::title);
    key_ = new Text(this, 12, wxkit::Weight::text, "key");
    head->Add(title_, wxSizerFlags().CenterVertical());
    head->Add(key_, wxSizerFlags().CenterVertical().Border(wxLEFT, FromDIP(8)));
    head->AddStretchSpacer();
    daysKeys_ = new Text(this, 12, wxkit::Weight::text, "ink2");
    head->Add(daysKeys_, wxSizerFlags().CenterVertical());
    column->Add(head, wxSizerFlags().Expand());
    buildFilters(*column);

    auto* startsHead = new wxBoxSizer(wxHORIZONTAL);
    startsTitle_ = new Text(this, 15, wxkit::Weight::title);
    first_ = new KeyButton(this, "slim");
    startsHead->Add(startsTitle_, wxSizerFlags(1).CenterVertical());
    beyond_ = new Toggle(this);
    beyond_->SetMinSize(FromDIP(wxSize(-1, startHeight)));
    beyond_->Hide();
    startsHead->Add(beyond_, wxSizerFlags().CenterVertical());
    startsHead->Add(first_, wxSizerFlags().CenterVertical());
    startsHead->SetMinSize(FromDIP(wxSize(-1, 38)));
    column->Add(startsHead, wxSizerFlags().Expand().Border(wxTOP, FromDIP(4)));

    starts_ = new wxScrolledWindow(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL);
    starts_->SetScrollRate(0, FromDIP(startHeight + startGap));
    starts_->SetMinSize(FromDIP(wxSize(-1, 5 * (startHeight + startGap))));
    auto* both = new wxBoxSizer(wxVERTICAL);
    nothing_ = new Text(starts_, 15, wxkit::Weight::text, "ink2");
    lines_ = new wxBoxSizer(wxVERTICAL);
    times_ = new wxWrapSizer(wxHORIZONTAL, wxREMOVE_LEADING_SPACES);
    both->Add(nothing_, wxSizerFlags().Border(wxTOP, FromDIP(6)));
    both->Add(lines_, wxSizerFlags().Expand());
    both->Add(times_, wxSizerFlags().Expand());
    starts_->SetSizer(both);
    column->Add(starts_, wxSizerFlags().Expand());
    buildCalendar(*column);
    SetSizer(column);
}

void BookWhen::buildFilters(wxSizer& column)
{
    auto* days = new wxBoxSizer(wxHORIZONTAL);
    for (int weekday = 0; weekday <= 7; ++weekday) {
        auto* toggle = new Toggle(this);
        wxkit::addClass(*toggle, "slim");
        toggle->SetMinSize(FromDIP(wxSize(weekday == 0 ? -1 : 32, startHeight)));
        toggle->Bind(wxEVT_TOGGLEBUTTON,
                     [this, weekday](wxCommandEvent&) { chooser_.toggleWeekday(weekday); });
        weekdays_.push_back(toggle);
        days->Add(toggle, wxSizerFlags().CenterVertical().Border(wxRIGHT, FromDIP(4)));
    }
    days->AddStretchSpacer();
    fromLabel_ = new Text(this, 15);
    from_ = new wxTextCtrl(this, wxID_ANY);
    from_->SetMinSize(FromDIP(wxSize(104, startHeight)));
    days->Add(fromLabel_, wxSizerFlags().CenterVertical().Border(wxRIGHT, FromDIP(6)));
    days->Add(from_, wxSizerFlags().CenterVertical());
    column.Add(days, wxSizerFlags().Expand().Border(wxTOP, FromDIP(6)));

    auto* halves = new wxBoxSizer(wxHORIZONTAL);
    for (const auto half : {HalfDay::any, HalfDay::morning, HalfDay::afternoon}) {
        auto* toggle = new Toggle(this);
        toggle->SetMinSize(FromDIP(wxSize(-1, startHeight)));
        toggle->Bind(wxEVT_TOGGLEBUTTON, [this, half](wxCommandEvent&) { chooser_.chooseHalf(half); });
        halves->Add(toggle, wxSizerFlags(1).Border(wxRIGHT, half == HalfDay::afternoon ? 0 : FromDIP(6)));
        halves_.push_back(toggle);
    }
    column.Add(halves, wxSizerFlags().Expand().Border(wxTOP, FromDIP(6)));
}

void BookWhen::buildCalendar(wxSizer& column)
{
    auto* head = new wxBoxSizer(wxHORIZONTAL);
    months_ = new Text(this, 15, wxkit::Weight::title);
    back_ = new KeyButton(this, "slim");
    on_ = new KeyButton(this, "slim");
    for (auto* button : {back_, on_}) button->SetMinSize(FromDIP(wxSize(78, startHeight)));
    head->Add(months_, wxSizerFlags(1).CenterVertical());
    head->Add(back_, wxSizerFlags().Border(wxRIGHT, FromDIP(6)));
    head->Add(on_);
    column.Add(head, wxSizerFlags().Expand().Border(wxTOP, FromDIP(4)));
    calendar_ = new Box(this);
    auto* both = new wxBoxSizer(wxVERTICAL);
    heads_ = new wxGridSizer(0, 5, 0, FromDIP(6));
    cells_ = new wxGridSizer(0, 5, FromDIP(cellGap), FromDIP(6));
    both->Add(heads_, wxSizerFlags().Expand());
    both->Add(cells_, wxSizerFlags(1).Expand());
    calendar_->SetSizer(both);
    calendar_->SetMaxSize(FromDIP(wxSize(-1, StartChooser::mostWeeks * (highestCell + cellGap) + 20)));
    calendar_->SetMinSize(FromDIP(wxSize(-1, StartChooser::fewestWeeks * (cellHeight + cellGap) + 20)));
    column.Add(calendar_, wxSizerFlags(1).Expand().Border(wxTOP, FromDIP(2)));
}

/// As many weeks as there is room for.
void BookWhen::fitWeeks()
{
    const int heads = headTexts_.empty() ? FromDIP(20) : headTexts_.front()->GetBestSize().y;
    const int room = calendar_->GetClientSize().y - heads + FromDIP(cellGap);
    if (room > 0) chooser_.showWeeks(room / FromDIP(cellHeight + cellGap));
}

bool BookWhen::key(const wxkit::FrameKey& key)
{
    const Messages& m = speech_.messages();
    constexpr int zero = 10;
    if (key.plain() && (key.code == WXK_PAGEUP || key.code == WXK_PAGEDOWN)) {
        auto* button = key.code == WXK_PAGEUP ? back_ : on_;
        if (button->IsEnabled()) chooser_.turnPage(key.code == WXK_PAGEUP ? -1 : 1);
        return true;
    }
    if (key.control && !key.alt && key.digit == zero) {
        chooser_.toggleWeekday(0);
        return true;
    }
    if (key.control && !key.alt && key.digit >= 1 &&
        std::ranges::find(columns_, key.digit) != columns_.end()) {
        chooser_.toggleWeekday(key.digit);
        return true;
    }
    if (key.control && !key.alt && key.code == 'B' && mayGoBeyond_) {
        chooser_.toggleBeyond();
        return true;
    }
    if (!key.alt || key.control) return false;
    const std::string halves[] = {m.trc("half of the day", "&All day"), m.trc("half of the day", "&Morning"),
                                  m.trc("half of the day", "A&fternoon")};
    for (std::size_t i = 0; i < std::size(halves); ++i)
        if (key.code == mnemonicOf(halves[i])) {
            chooser_.chooseHalf(static_cast<HalfDay>(i));
            return true;
        }
    if (key.code != mnemonicOf(m.trc("day", "f&rom"))) return false;
    from_->SetFocus();
    from_->SelectAll();
    return true;
}

void BookWhen::focus()
{
    weekdays_.front()->SetFocus();
}

void BookWhen::focusStarts()
{
    if (!lineButtons_.empty() && lineButtons_.front().panel->IsShown())
        lineButtons_.front().button->SetFocus();
    else
        focus();
}

void BookWhen::relabel()
{
    const Messages& m = speech_.messages();
    title_->setMnemonic(m.tr("W&hen"));
    key_->set(m.tr("Alt+{0}", mnemonicOf(m.tr("W&hen"))));
    wxkit::labelFor(*title_, *weekdays_.front());
    weekdays_[0]->set(m.tr("All days"), m.tr("All weekdays"));
    for (int weekday = 1; weekday <= 7; ++weekday)
        weekdays_[static_cast<std::size_t>(weekday)]->set(weekdayLetter(m, weekday),
                                                          capitalised(weekdayName(m, weekday)));
    daysKeys_->set(m.tr("Days: {0} … {1}, all: {2}", m.tr("Ctrl+{0}", 1), 5, 0));
    fromLabel_->setUnderlined(m.trc("day", "f&rom"));
    from_->SetHint(to_wx(m.tr("day.month")));
    wxkit::setAccessible(*from_, m.tr("From which day on"));
    halves_[0]->setMnemonic(m.trc("half of the day", "&All day"));
    halves_[1]->setMnemonic(m.trc("half of the day", "&Morning"));
    halves_[2]->setMnemonic(m.trc("half of the day", "A&fternoon"));
    beyond_->set(m.tr("Full ones too") + "  " + m.tr("Ctrl+{0}", "B"), m.tr("Show full places too"));
    first_->set(m.tr("First free places"));
    const auto arrow = [](const std::string& sign, const std::string& key) {
        return sign + "  <span size=\"smaller\">" + escapeMarkup(key) + "</span>";
    };
    back_->setMarkup(arrow("←", m.trc("key", "PgUp")), m.tr("Earlier weeks"));
    on_->setMarkup(arrow("→", m.trc("key", "PgDn")), m.tr("Later weeks"));
    shown_ = {};
    columns_.clear();
}

void BookWhen::show(const StartChooser::State& state)
{
    if (from_wx(from_->GetValue()) != state.from) from_->ChangeValue(to_wx(state.from));
    for (std::size_t i = 0; i < weekdays_.size(); ++i)
        weekdays_[i]->check(i == 0 ? state.filter.weekdays == 0 : (state.filter.weekdays >> i & 1u) != 0);
    for (std::size_t i = 0; i < halves_.size(); ++i)
        halves_[i]->check(static_cast<HalfDay>(i) == state.filter.half);
    beyond_->check(state.beyond.value_or(false));
    if (state == shown_) return;
    mayGoBeyond_ = state.beyond.has_value();
    beyond_->Show(mayGoBeyond_ && !state.ofOneDay && !state.wished && state.tone == Tone::plain); // its key works all the same
    wxkit::setClass(*from_, "wrong", state.fromWrong);
    startsTitle_->wrap(GetClientSize().x - (state.ofOneDay ? FromDIP(190) : 0));
    startsTitle_->set(state.title);
    startsTitle_->tone(state.tone);
    first_->Show(state.ofOneDay);
    showStarts(state);
    showCalendar(state);
    shown_ = state;
    Layout();
}

void BookWhen::showStarts(const StartChooser::State& state)
{
    nothing_->wrap(starts_->GetClientSize().x - FromDIP(8));
    nothing_->set(state.nothing);
    nothing_->Show(!state.nothing.empty());
    const std::size_t lines = state.ofOneDay ? 0 : state.starts.size(),
                      times = state.ofOneDay ? state.starts.size() : 0;
    for (std::size_t i = 0; i < lines; ++i) showLine(i, state.starts[i]);
    for (std::size_t i = lines; i < lineButtons_.size(); ++i) lineButtons_[i].panel->Hide();
    for (std::size_t i = 0; i < times; ++i) showTime(i, state.starts[i]);
    for (std::size_t i = times; i < timeButtons_.size(); ++i) timeButtons_[i]->Hide();
    if (state.ofOneDay != shown_.ofOneDay) starts_->Scroll(0, 0);
    starts_->FitInside();
    starts_->Layout();
}

void BookWhen::showLine(std::size_t at, const StartChooser::Start& start)
{
    const Messages& m = speech_.messages();
    if (at == lineButtons_.size()) {
        auto* panel = new Box(starts_);
        StartButton line{panel, new Text(panel, 12, wxkit::Weight::text, "key"),
                         new KeyButton(panel, nullptr, wxBU_LEFT)};
        line.button->SetMinSize(FromDIP(wxSize(-1, startHeight)));
        line.button->Bind(wxEVT_BUTTON, [this, at](wxCommandEvent&) { onChoose(at); });
        auto* row = new wxBoxSizer(wxHORIZONTAL);
        row->Add(line.key, wxSizerFlags().CenterVertical().Border(wxRIGHT, FromDIP(8)));
        row->Add(line.button, wxSizerFlags(1));
        panel->SetSizer(row);
        lines_->Add(panel, wxSizerFlags().Expand().Border(wxBOTTOM, FromDIP(startGap)));
        lineButtons_.push_back(line);
    }
    auto& line = lineButtons_[at];
    line.key->set(m.tr("Alt+{0}", at + 1));
    const std::string state = start.held       ? m.trc("place", "held")
                              : start.onItsWay ? "…"
                              : start.present  ? m.trc("place", "now")
                              : start.full     ? m.tr("full")
                                               : "";
    line.button->setMarkup("<b>" + start.time + "</b>   " +
                               escapeMarkup(state.empty() ? start.day : start.brief) +
                               (state.empty() ? "" : "   <b>" + state + "</b>"),
                           m.tr("{0} at {1}", start.day, start.time) + (state.empty() ? "" : ", " + state));
    line.button->setStyle("primary", start.held || start.onItsWay || start.chosen);
    line.panel->Show();
}

void BookWhen::showTime(std::size_t at, const StartChooser::Start& start)
{
    if (at == timeButtons_.size()) {
        auto* button = new KeyButton(starts_);
        button->SetMinSize(FromDIP(wxSize(74, startHeight)));
        button->Bind(wxEVT_BUTTON, [this, at](wxCommandEvent&) { onChoose(at); });
        times_->Add(button, wxSizerFlags().Border(wxRIGHT | wxBOTTOM, FromDIP(startGap)));
        timeButtons_.push_back(button);
    }
    const Messages& m = speech_.messages();
    auto* button = timeButtons_[at];
    button->setMarkup(start.held   ? "<b>" + start.time + "</b>"
                      : start.full ? "<s>" + start.time + "</s>"
                                   : start.time,
                      m.tr("{0} at {1}", start.day, start.time) + (start.held ? ", " + m.trc("place", "held")
                                                                   : start.full ? ", " + m.tr("full")
                                                                                : ""));
    button->setStyle("primary", start.held || start.onItsWay || start.chosen);
    button->Show();
}

void BookWhen::showCalendar(const StartChooser::State& state)
{
    months_->set(state.months);
    back_->Enable(state.canGoBack);
    on_->Enable(state.canGoOn);
    if (state.weekdays != columns_) {
        columns_ = state.weekdays;
        const int count = static_cast<int>(columns_.size());
        heads_->SetCols(count);
        cells_->SetCols(count);
        while (headTexts_.size() < columns_.size()) {
            auto* text = new Text(calendar_, 14, wxkit::Weight::label, "ink2");
            heads_->Add(text, wxSizerFlags().Center());
            headTexts_.push_back(text);
        }
        for (std::size_t i = 0; i < headTexts_.size(); ++i) {
            headTexts_[i]->Show(i < columns_.size());
            if (i < columns_.size()) headTexts_[i]->set(shortWeekday(speech_.messages(), columns_[i]));
        }
        for (int weekday = 1; weekday <= 7; ++weekday)
            weekdays_[static_cast<std::size_t>(weekday)]->Show(std::ranges::find(columns_, weekday) !=
                                                               columns_.end());
    }
    for (std::size_t i = 0; i < state.cells.size(); ++i) showCell(i, state.cells[i]);
    for (std::size_t i = state.cells.size(); i < cellButtons_.size(); ++i) cellButtons_[i]->Hide();
    if (cellsLaid_ !=
        state.cells.size()) { // a grid keeps room for what is hidden: only the shown ones are in it
        cellsLaid_ = state.cells.size();
        cells_->Clear();
        for (std::size_t i = 0; i < cellsLaid_; ++i) cells_->Add(cellButtons_[i], wxSizerFlags().Expand());
    }
    calendar_->Layout();
}

void BookWhen::showCell(std::size_t at, const StartChooser::Cell& cell)
{
    if (at == cellButtons_.size()) {
        auto* button = new KeyButton(calendar_, nullptr, wxBU_LEFT);
        wxkit::addClass(*button, "cell");
        button->SetMinSize(FromDIP(wxSize(60, cellHeight)));
        button->Bind(wxEVT_BUTTON, [this, at](wxCommandEvent&) {
            if (at < shown_.cells.size()) chooser_.chooseDay(shown_.cells[at].day);
        });
        cellButtons_.push_back(button);
    }
    auto* button = cellButtons_[at];
    const bool same = at < shown_.cells.size() && shown_.cells[at] == cell;
    if (!same || !button->IsShown()) {
        button->SetBitmap(bar(cell.open ? cell.share : -1), wxBOTTOM);
        button->setMarkup("<b>" + cell.title + "</b>\n<span size=\"smaller\">" +
                              (cell.detail.empty() ? " " : escapeMarkup(cell.detail)) + "</span>",
                          cell.name);
        button->Enable(cell.canChoose);
        button->setStyle("chosen", cell.chosen);
        button->Show();
    }
}

/// How much of the day is left: decoration only, the words say it too. Invisible for a day that is not open.
const wxBitmapBundle& BookWhen::bar(double share)
{
    const int steps = share < 0 ? -1 : share == 0 ? 0 : std::max(1, static_cast<int>(share * barSteps));
    auto& bundle = bars_[{look_.theme(), steps}];
    if (!bundle.IsOk()) {
        const auto& p = look_.palette();
        const std::string svg = fmt::format(
            R"(<svg xmlns="http://www.w3.org/2000/svg" width="{0}" height="5" viewBox="0 0 {0} 5"><rect width="{0}" height="5" rx="2" fill="{1}"/>)"
            R"(<rect width="{2}" height="5" rx="2" fill="{3}"/></svg>)",
            barWidth, steps < 0 ? "none" : wxkit::hex(p.sunken), barWidth * std::max(steps, 0) / barSteps,
            wxkit::hex(p.primary));
        bundle = wxBitmapBundle::FromSVG(svg.c_str(), FromDIP(wxSize(barWidth, 5)));
    }
    return bundle;
}
} // namespace accueil
