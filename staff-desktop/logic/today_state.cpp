#include "staff-desktop/logic/today_state.h"
#include "core/base/describe.h"
#include "core/catalogue/search.h"
#include "staff-desktop/logic/calendar_words.h"
#include "staff-desktop/logic/today_presenter.h"
#include "staff-desktop/logic/visit_words.h"
#include <algorithm>
#include <numeric>

namespace accueil
{
using std::chrono::days;

namespace
{
std::string joined(std::initializer_list<std::string> parts)
{
    std::string line;
    for (const auto& part : parts) {
        if (part.empty()) continue;
        if (!line.empty()) line += " · ";
        line += part;
    }
    return line;
}
} // namespace

TodayState TodayPresenter::state() const
{
    const Messages& m = desk_.messages();
    TodayState state{
        .title = titleWords(), .today = day() == desk_.today(), .looked = looked_, .chosen = card_.chosen()};
    state.view = !service_ ? TodayState::View::list : week_ ? TodayState::View::week : TodayState::View::day;
    for (const auto& service : desk_.catalogue().services())
        state.services.push_back(
            {service.id, service.shortName.in(desk_.language()), service.id == service_});
    state.services.push_back({{}, m.trc("services", "All"), !service_});
    state.invitation = invitation(state.view);
    if (problem_ && !upToDate())
        state.nothing = describe(m, problem_);
    else if (!shown_)
        state.nothing = m.tr("One moment …");
    else if (!shown_->service)
        fillList(state);
    else
        fillGrid(state);
    return state;
}

/// What the side says while no appointment is chosen.
std::string TodayPresenter::invitation(TodayState::View view) const
{
    const Messages& m = desk_.messages();
    if (view == TodayState::View::list) return m.tr("Choose a line to see the appointment.");
    if (shown_ && grid_.rows.empty() && upToDate()) return m.tr("No appointment to show.");
    if (const HeldSpan* held = heldUnderCursor(); held && !card_.chosen() && upToDate()) {
        const std::string until = clockText(desk_.local(held->until).minute);
        return held->channel == Channel::online
                   ? m.tr("This place is being booked online. It is held until {0}.", until)
                   : m.tr("This place is being booked at a desk. It is held until {0}.", until);
    }
    return m.tr(
        "Choose an appointment in the grid to see it here. On a free place, Enter opens the booking.");
}

/// Of what is shown: a day that is still being read has not come yet.
std::string TodayPresenter::titleWords() const
{
    const Messages& m = desk_.messages();
    const Subject of = shown_ && !problem_ ? *shown_ : wanted();
    const auto ofThisYear = [today = desk_.today()](Day day) {
        return std::chrono::year_month_day{day}.year() == std::chrono::year_month_day{today}.year();
    };
    if (!of.week) return capitalised(ofThisYear(of.day) ? dayInWords(m, of.day) : dayWithYear(m, of.day));
    const Day last = of.day + days(4);
    return m.tr("Week of {0} to {1}", shortDay(of.day), ofThisYear(last) ? shortDay(last) : numericDay(last));
}

// ---- the grids

void TodayPresenter::fillGrid(TodayState& state) const
{
    const Messages& m = desk_.messages();
    if (shown_->week) {
        state.grid = weekView(m, weekGrid_, desk_.now());
        if (weekGrid_.rows.empty()) state.nothing = m.tr("Closed all week.");
        const int free = std::accumulate(weekGrid_.whole.begin(), weekGrid_.whole.end(), 0,
                                         [](int sum, const WeekGrid::Cell& day) { return sum + day.free; });
        if (!weekGrid_.rows.empty()) state.summary = m.trn("{0} free place", "{0} free places", free);
    } else {
        state.grid = dayView(m, desk_.catalogue(), grid_, {appointments_, holds_}, shown_->day, desk_.now());
        if (grid_.rows.empty()) state.nothing = whyClosed();
        state.summary = summaryOfDay();
    }
    std::tie(state.grid.row, state.grid.column) = cursor();
}

std::string TodayPresenter::whyClosed() const
{
    const Messages& m = desk_.messages();
    const Service* service = desk_.catalogue().find(shown_->service);
    const Day day = shown_->day;
    if (const auto reason = closed_.in(desk_.language()); !reason.empty()) return m.tr("Closed: {0}", reason);
    if (const auto holiday = holidayName(m, day); !holiday.empty())
        return m.tr("Closed: public holiday ({0})", holiday);
    if (service && day >= desk_.today() + days(service->horizonDays))
        return m.tr("No places are published for this day yet.");
    return m.tr("Closed on this day.");
}

std::string TodayPresenter::summaryOfDay() const
{
    const Messages& m = desk_.messages();
    const LocalTime now = desk_.now();
    long expected = 0, all = 0;
    for (const auto& one : appointments_) {
        if (one.service != shown_->service || one.state == VisitState::cancelled) continue;
        ++all;
        if (one.state == VisitState::booked) ++expected;
    }
    if (grid_.rows.empty()) return "";
    if (shown_->day < now.day) return m.trn("{0} appointment", "{0} appointments", all);
    const auto free = freeUntil(grid_, shown_->day == now.day ? now.minute : MinuteOfDay{0});
    return joined({free ? m.trn("{0} free place until {1}", "{0} free places until {1}", free->places,
                                clockText(free->end))
                        : "",
                   shown_->day == now.day ? m.trn("{0} still expected", "{0} still expected", expected)
                                          : m.trn("{0} appointment", "{0} appointments", all)});
}

// ---- the list

void TodayPresenter::fillList(TodayState& state) const
{
    const Messages& m = desk_.messages();
    long expected = 0, shown = 0;
    for (const auto& one : appointments_) {
        if (!suits(one)) continue;
        ++shown;
        if (one.state == VisitState::booked) ++expected;
        state.rows.push_back(rowOf(one));
        if (isOver(one)) state.soon = state.rows.size();
    }
    state.summary = joined({m.trn("{0} appointment", "{0} appointments", shown),
                            m.trn("{0} still expected", "{0} still expected", expected)});
    if (!state.rows.empty()) return;
    if (!looked_.empty())
        state.nothing = m.tr("No appointment of this day fits. Try another name.");
    else
        state.nothing = state.today ? m.tr("No appointment today.") : m.tr("No appointment on this day.");
}

bool TodayPresenter::suits(const Appointment& one) const
{
    const std::string wanted = folded(looked_),
                      name = folded(one.person.lastName + " " + one.person.firstName + " " +
                                    one.person.lastName);
    return wanted.empty() || name.find(wanted) != std::string::npos || folded(one.ticketNumber) == wanted ||
           folded(one.reference).starts_with(wanted);
}

bool TodayPresenter::isOver(const Appointment& one) const
{
    return LocalTime{one.day, one.start + one.minutes} < desk_.now();
}

TodayState::Row TodayPresenter::rowOf(const Appointment& one) const
{
    const Messages& m = desk_.messages();
    const Service* service = desk_.catalogue().find(one.service);
    return {.id = one.id,
            .state = one.state,
            .time = clockText(one.start),
            .word = stateWord(m, one.state),
            .name = joined({one.person.lastName + " " + one.person.firstName}),
            .what = proceduresInOneLine(m, desk_.catalogue(), one.wanted),
            .service = service ? service->shortName.in(desk_.language()) : "",
            .ticket = one.ticketNumber,
            .past = isOver(one)};
}
} // namespace accueil
