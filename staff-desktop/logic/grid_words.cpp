#include "staff-desktop/logic/grid_words.h"
#include "core/base/date_words.h"
#include "staff-desktop/logic/visit_words.h"
#include <algorithm>

namespace accueil
{
namespace
{
using Fill = GridView::Fill;

std::string listed(std::initializer_list<std::string> parts)
{
    std::string line;
    for (const auto& part : parts)
        if (!part.empty()) line += (line.empty() ? "" : ", ") + part;
    return line;
}

/// Of UTF-8 the first character whole.
std::string initial(const std::string& name)
{
    std::size_t end = name.empty() ? 0 : 1;
    while (end < name.size() && (static_cast<unsigned char>(name[end]) & 0xC0) == 0x80) ++end;
    return name.substr(0, end);
}

class DayWords
{
public:
    DayWords(const Messages& m, const Catalogue& catalogue, const DayGrid& grid, const DayPeople& people,
             Day day, const LocalTime& now)
        : m_(m), catalogue_(catalogue), grid_(grid), day_(day), now_(now)
    {
        for (const auto& one : people.appointments) appointments_[one.id] = &one;
        for (const auto& one : people.holds) holds_[one.id] = &one;
    }

    std::string column(int place) const
    {
        if (place >= grid_.regular) return m_.tr("Over the capacity");
        const std::string name = m_.tr("Place {0}", place + 1);
        const bool deskOnly = grid_.placesOnline > 0 && place >= grid_.placesOnline;
        return deskOnly ? name + " · " + m_.tr("phone and reception") : name;
    }

    GridView::Row row(const DayGrid::Row& row) const
    {
        const MinuteOfDay end = row.start + row.minutes;
        GridView::Row shown{.minute = row.start.value,
                            .time = clockText(row.start),
                            .past = LocalTime{day_, end} <= now_,
                            .pause = row.pause};
        if (!row.pause)
            for (std::size_t place = 0; place < row.cells.size(); ++place)
                shown.cells.push_back(cell(row, row.cells[place], static_cast<int>(place)));
        if (row.pause) {
            shown.cells.resize(static_cast<std::size_t>(std::max(grid_.places, 1)));
            shown.cells[0].word = m_.tr("closed until {0}", clockText(end));
            shown.cells[0].said = shown.cells[0].word;
        }
        return shown;
    }

private:
    GridView::Cell cell(const DayGrid::Row& row, const DayGrid::Cell& cell, int place) const
    {
        GridView::Cell shown = inside(row, cell);
        shown.said = listed({clockText(row.start), column(place), shown.said});
        return shown;
    }

    GridView::Cell inside(const DayGrid::Row& row, const DayGrid::Cell& cell) const
    {
        switch (cell.kind) {
        case DayGrid::Kind::none:
            return {.rest = m_.tr("closed"), .said = m_.tr("closed")};
        case DayGrid::Kind::free: {
            const std::string word = m_.trc("state", "Free");
            if (LocalTime{day_, row.start} < now_)
                return {.fill = Fill::past, .rest = "–", .said = m_.tr("was free")};
            return {.fill = Fill::free, .word = word, .said = word};
        }
        default:
            return visit(row, cell);
        }
    }

    GridView::Cell visit(const DayGrid::Row& row, const DayGrid::Cell& cell) const
    {
        const bool first = cell.kind == DayGrid::Kind::visit;
        GridView::Cell shown{.fill = Fill::visit, .continued = !first};
        std::string word;
        if (const auto held = holds_.find(cell.visit); held != holds_.end()) {
            shown.state = VisitState::held;
            word = stateWord(m_, VisitState::held);
            shown.rest = held->second->channel == Channel::online ? m_.tr("online") : m_.tr("at a desk");
            shown.said = listed({word, shown.rest});
        } else if (const auto found = appointments_.find(cell.visit); found != appointments_.end()) {
            const Appointment& one = *found->second;
            const std::string what = proceduresInOneLine(m_, catalogue_, one.wanted);
            shown.state = one.state;
            shown.struck = one.state == VisitState::cancelled;
            word = stateWord(m_, one.state);
            shown.rest = one.person.lastName.empty() ? what : shortName(one.person);
            if (first && one.start != row.start) shown.rest = clockText(one.start) + " " + shown.rest;
            const std::string name = one.person.lastName + " " + one.person.firstName;
            shown.said = listed({word, one.person.lastName.empty() ? "" : name, what, one.ticketNumber});
        }
        if (first)
            shown.word = word;
        else
            shown.rest = m_.tr("continued");
        if (!first) shown.said = listed({m_.tr("continued"), shown.said});
        if (cell.excess) {
            if (first) shown.rest += " · " + m_.tr("over the capacity");
            shown.said = listed({shown.said, m_.tr("over the capacity")});
        }
        return shown;
    }

    const Messages& m_;
    const Catalogue& catalogue_;
    const DayGrid& grid_;
    const Day day_;
    const LocalTime now_;
    std::map<AppointmentId, const Appointment*> appointments_;
    std::map<AppointmentId, const HeldSpan*> holds_;
};

GridView::Cell halfHour(const Messages& m, const WeekGrid::Cell& cell, const std::string& when, bool past)
{
    if (!cell.open()) return {.rest = m.tr("closed"), .said = listed({when, m.tr("closed")})};
    GridView::Cell shown{.fill = past ? Fill::past : Fill::figures,
                         .rest = fmt::format("{}/{}", cell.booked, cell.capacity)};
    if (!past) shown.word = cell.free > 0 ? m.trn("{0} free", "{0} free", cell.free) : m.tr("full");
    shown.share = cell.capacity > 0 ? std::min(double(cell.booked) / cell.capacity, 1.0) : 1;
    shown.said = listed({when, shown.word, m.tr("{0} of {1} taken", cell.booked, cell.capacity)});
    return shown;
}
} // namespace

std::string shortName(const Person& person)
{
    return person.firstName.empty() ? person.lastName
                                    : person.lastName + " " + initial(person.firstName) + ".";
}

std::vector<GridVisit> gridVisits(const DayPeople& people, ServiceId service, Instant now)
{
    std::vector<GridVisit> visits;
    for (const auto& one : people.appointments)
        if (one.service == service && one.state != VisitState::held)
            visits.push_back({one.id, one.start, one.minutes, one.state == VisitState::cancelled});
    for (const auto& one : people.holds)
        if (one.until > now) visits.push_back({one.id, one.start, one.minutes});
    return visits;
}

GridView dayView(const Messages& messages, const Catalogue& catalogue, const DayGrid& grid,
                 const DayPeople& people, Day day, const LocalTime& now)
{
    const DayWords words(messages, catalogue, grid, people, day, now);
    GridView view;
    for (int place = 0; place < grid.places; ++place) view.columns.push_back(words.column(place));
    for (std::size_t i = 0; i < grid.rows.size(); ++i) {
        view.rows.push_back(words.row(grid.rows[i]));
        const LocalTime from{day, grid.rows[i].start}, to{day, grid.rows[i].start + grid.rows[i].minutes};
        if (from <= now && now < to) view.now = i;
    }
    return view;
}

GridView weekView(const Messages& messages, const WeekGrid& grid, const LocalTime& now)
{
    GridView view;
    for (std::size_t i = 0; i < grid.days.size(); ++i) {
        const auto& whole = grid.whole[i];
        const std::string name =
            capitalised(weekdayName(messages, isoWeekday(grid.days[i]))) + " " + shortDay(grid.days[i]);
        const std::string left = !whole.open()            ? messages.tr("closed")
                                 : grid.days[i] < now.day ? ""
                                 : whole.free == 0        ? messages.tr("full")
                                                          : messages.trn("{0} free", "{0} free", whole.free);
        view.columns.push_back(left.empty() ? name : name + " · " + left);
    }
    for (std::size_t i = 0; i < grid.rows.size(); ++i) {
        const auto& row = grid.rows[i];
        GridView::Row shown{.minute = row.start.value, .time = clockText(row.start)};
        for (std::size_t day = 0; day < row.cells.size(); ++day) {
            const bool past = LocalTime{grid.days[day], row.start + WeekGrid::step} <= now;
            shown.cells.push_back(
                halfHour(messages, row.cells[day], dayAndTime(messages, grid.days[day], row.start), past));
        }
        view.rows.push_back(std::move(shown));
        const bool thisWeek =
            !grid.days.empty() && grid.days.front() <= now.day && now.day <= grid.days.back();
        if (thisWeek && row.start <= now.minute && now.minute < row.start + WeekGrid::step) view.now = i;
    }
    return view;
}
} // namespace accueil
