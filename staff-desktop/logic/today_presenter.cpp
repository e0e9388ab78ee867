#include "staff-desktop/logic/today_presenter.h"
#include "staff-desktop/logic/calendar_words.h"
#include <algorithm>

namespace accueil
{
using std::chrono::days;

TodayPresenter::TodayPresenter(Desk& desk)
    : desk_(desk), list_(desk.tasks, desk.link), card_(desk), shownAt_(desk.now()),
      restored_(desk.link.onRestored([this] { changed(); }))
{
    if (const auto& services = desk.catalogue().services(); !services.empty()) service_ = services.front().id;
    lastService_ = service_;
}

// ---- which day, of which service

TodayPresenter::Subject TodayPresenter::wanted() const
{
    const bool week = week_ && service_;
    return {week ? mondayOf(day()) : day(), service_, week};
}

/// Another day or service: what is read of it comes in a moment, and is not what was there before.
void TodayPresenter::turnTo()
{
    problem_ = nullptr;
    reload();
    changed_();
}

void TodayPresenter::filter(ServiceId service)
{
    service_ = service;
    if (service_) lastService_ = service_;
    turnTo();
}

void TodayPresenter::showView(TodayState::View view)
{
    service_ = view == TodayState::View::list ? ServiceId{} : lastService_;
    if (view != TodayState::View::list) week_ = view == TodayState::View::week;
    turnTo();
}

void TodayPresenter::turn(int by)
{
    goTo(day() + days(wanted().week ? 7 * by : by));
}

void TodayPresenter::goTo(Day day)
{
    if (!wanted().week) cursor_.reset();
    day_ = day == desk_.today() ? std::nullopt : std::optional(day);
    turnTo();
}

void TodayPresenter::goToday()
{
    cursor_.reset();
    day_.reset();
    turnTo();
}

bool TodayPresenter::goTo(const std::string& typed)
{
    const auto found = parseNearestDay(typed, desk_.today());
    if (found) goTo(*found);
    return found.has_value();
}

void TodayPresenter::print()
{
    if (printList) printList(day(), service_);
}

// ---- reading

void TodayPresenter::show(bool visible)
{
    visible_ = visible;
    card_.show(visible);
    if (visible_ && (stale_ || !upToDate())) reload();
}

void TodayPresenter::changed()
{
    stale_ = true;
    card_.changed();
    if (visible_) reload();
}

void TodayPresenter::reload()
{
    stale_ = false;
    const Subject of = wanted();
    list_.ask(
        [&service = desk_.service, of, day = day()] {
            Read read;
            read.appointments = service.appointmentsOf(day);
            if (of.week)
                read.week = service.serviceWeek(of.service, of.day);
            else if (of.service)
                read.places = service.serviceDay(of.service, of.day);
            return read;
        },
        [this, of](Read read) { take(of, std::move(read)); },
        [this](const std::exception_ptr& error) {
            problem_ = error;
            stale_ = true;
            changed_();
        });
}

void TodayPresenter::take(const Subject& of, Read read)
{
    std::erase_if(read.appointments, [](const Appointment& one) { return one.state == VisitState::held; });
    if (shown_ && shown_ != of) {
        grid_ = {}; // another day or service has places of its own
        card_.choose({});
    }
    shown_ = of;
    appointments_ = std::move(read.appointments);
    holds_ = std::move(read.places.holds);
    closed_ = std::move(read.places.closed);
    slots_ = of.week ? std::move(read.week) : std::move(read.places.slots);
    problem_ = nullptr;
    arrange();
    changed_();
}

long TodayPresenter::liveHolds() const
{
    return std::ranges::count_if(holds_,
                                 [this](const HeldSpan& one) { return one.until > desk_.clock.now(); });
}

void TodayPresenter::arrange()
{
    shownAt_ = desk_.now();
    shownHolds_ = liveHolds();
    if (!shown_ || !shown_->service) return;
    if (shown_->week) {
        weekGrid_ = weekGrid(slots_, shown_->day, shownAt_);
        return;
    }
    const Service* service = desk_.catalogue().find(shown_->service);
    const MinuteOfDay over = shown_->day == shownAt_.day  ? shownAt_.minute
                             : shown_->day < shownAt_.day ? MinuteOfDay{1440}
                                                          : MinuteOfDay{0};
    grid_ = dayGrid(slots_, gridVisits({appointments_, holds_}, shown_->service, desk_.clock.now()),
                    grid_.kept, service ? service->granuleOn(shown_->day) : 10, over);
}

void TodayPresenter::tick()
{
    card_.tick();
    const LocalTime now = desk_.now();
    if (now == shownAt_ && liveHolds() == shownHolds_) return;
    const bool nextDay = now.day != shownAt_.day;
    arrange();
    if (nextDay) changed();
    changed_();
}

// ---- in a grid

std::size_t TodayPresenter::rowsInGrid() const
{
    return shown_->week ? weekGrid_.rows.size() : grid_.rows.size();
}

std::size_t TodayPresenter::columnsInGrid() const
{
    return shown_->week ? weekGrid_.days.size() : static_cast<std::size_t>(grid_.places);
}

/// Where it was put; else at the present, or at the beginning of another day.
std::pair<std::size_t, std::size_t> TodayPresenter::cursor() const
{
    if (!shown_ || rowsInGrid() == 0 || columnsInGrid() == 0) return {0, 0};
    const LocalTime now = desk_.now();
    const auto rowAt = [this](MinuteOfDay minute) {
        return shown_->week ? weekGrid_.rowAt(minute) : grid_.rowAt(minute);
    };
    if (cursor_)
        return {rowAt(cursor_->minute),
                std::min(static_cast<std::size_t>(cursor_->column), columnsInGrid() - 1)};
    if (shown_->week) {
        const auto found = std::ranges::find(weekGrid_.days, day());
        return {rowAt(now.minute),
                found == weekGrid_.days.end() ? 0 : static_cast<std::size_t>(found - weekGrid_.days.begin())};
    }
    return {shown_->day == now.day ? rowAt(now.minute) : 0, 0};
}

void TodayPresenter::putCursor(std::size_t row, std::size_t column)
{
    cursor_ =
        Cursor{shown_->week ? weekGrid_.rows[row].start : grid_.rows[row].start, static_cast<int>(column)};
}

void TodayPresenter::walk(int rows, int columns)
{
    if (!upToDate() || !service_ || rowsInGrid() == 0 || columnsInGrid() == 0) return;
    const auto [row, column] = cursor();
    const auto last = static_cast<int>(rowsInGrid()) - 1, lastColumn = static_cast<int>(columnsInGrid()) - 1;
    const auto isPause = [this](int at) {
        return !shown_->week && grid_.rows[static_cast<std::size_t>(at)].pause;
    };
    int to = std::clamp(static_cast<int>(row) + rows, 0, last);
    if (isPause(to)) to += rows < 0 ? -1 : 1; // there is a row on either side of a pause
    putCursor(static_cast<std::size_t>(to),
              static_cast<std::size_t>(std::clamp(static_cast<int>(column) + columns, 0, lastColumn)));
    chooseUnderCursor();
    changed_();
}

void TodayPresenter::pointAt(std::size_t row, std::size_t column)
{
    if (!upToDate() || !service_ || row >= rowsInGrid() || column >= columnsInGrid()) return;
    putCursor(row, column);
    chooseUnderCursor();
    changed_();
}

void TodayPresenter::chooseUnderCursor()
{
    if (shown_->week) return;
    const auto [row, column] = cursor();
    const auto& cell = grid_.rows[row].cells;
    choose(column < cell.size() && !heldUnderCursor() ? cell[column].visit : AppointmentId{});
}

/// Nobody's yet: there is no card to it.
const HeldSpan* TodayPresenter::heldUnderCursor() const
{
    if (!shown_ || shown_->week || !shown_->service || grid_.rows.empty()) return nullptr;
    const auto [row, column] = cursor();
    const auto& cells = grid_.rows[row].cells;
    if (column >= cells.size()) return nullptr;
    const auto held = std::ranges::find(holds_, cells[column].visit, &HeldSpan::id);
    return held == holds_.end() ? nullptr : &*held;
}

void TodayPresenter::open()
{
    if (!upToDate() || !service_ || rowsInGrid() == 0 || columnsInGrid() == 0) return;
    const auto [row, column] = cursor();
    if (shown_->week) {
        putCursor(row, column);
        week_ = false;
        const Day chosenDay = weekGrid_.days[column];
        day_ = chosenDay == desk_.today() ? std::nullopt : std::optional(chosenDay);
        cursor_->column = 0;
        turnTo();
        return;
    }
    if (column >= grid_.rows[row].cells.size()) return;
    const DayGrid::Cell cell = grid_.rows[row].cells[column];
    const Offer offer{shown_->day, grid_.rows[row].start};
    if (cell.kind == DayGrid::Kind::free) {
        if (LocalTime{offer.day, offer.start} >= desk_.now()) book_(service_, offer);
    } else {
        chooseUnderCursor();
    }
}

// ---- in the list

void TodayPresenter::look(const std::string& name)
{
    looked_ = name;
    changed_();
}

void TodayPresenter::choose(AppointmentId appointment)
{
    const auto known = std::ranges::find(appointments_, appointment, &Appointment::id);
    card_.choose(appointment, known == appointments_.end() ? nullptr : &*known);
    changed_();
}
} // namespace accueil
