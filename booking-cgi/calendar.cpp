#include "booking-cgi/calendar.h"
#include "core/base/date_words.h"
#include <algorithm>

namespace accueil::web
{
namespace
{
constexpr MinuteOfDay noon{12 * 60};
constexpr int fewStarts = 6; ///< from here on the cell counts them

Day mondayOf(Day day)
{
    return day - std::chrono::days(isoWeekday(day) - 1);
}

std::chrono::year_month_day parts(Day day)
{
    return std::chrono::year_month_day{day};
}

bool sameMonth(Day a, Day b)
{
    return parts(a).month() == parts(b).month();
}

std::string shortMonth(const Messages& m, unsigned month)
{
    switch (month) {
    case 1:
        return m.trc("short month", "Jan");
    case 2:
        return m.trc("short month", "Feb");
    case 3:
        return m.trc("short month", "Mar");
    case 4:
        return m.trc("short month", "Apr");
    case 5:
        return m.trc("short month", "May");
    case 6:
        return m.trc("short month", "Jun");
    case 7:
        return m.trc("short month", "Jul");
    case 8:
        return m.trc("short month", "Aug");
    case 9:
        return m.trc("short month", "Sep");
    case 10:
        return m.trc("short month", "Oct");
    case 11:
        return m.trc("short month", "Nov");
    default:
        return m.trc("short month", "Dec");
    }
}
} // namespace

std::vector<DayOfStarts> keepPart(std::vector<DayOfStarts> days, DayPart part)
{
    if (part == DayPart::whole) return days;
    for (DayOfStarts& day : days)
        std::erase_if(day.starts, [part](const FreeStart& start) {
            return (start.start < noon) != (part == DayPart::morning);
        });
    return days;
}

Calendar::Calendar(const std::vector<DayOfStarts>& days, Day today, std::optional<Day> near)
    : days_(days), today_(today)
{
    if (!near) {
        const auto free =
            std::find_if(days.begin(), days.end(), [](const DayOfStarts& d) { return !d.starts.empty(); });
        near = free == days.end() ? today : free->day;
    }
    const Day last = days.empty() ? today : days.back().day;
    from_ = mondayOf(std::clamp(*near, today, std::max(today, last)));
}

std::optional<Day> Calendar::earlier() const
{
    const Day first = mondayOf(today_);
    if (from_ <= first) return {};
    return std::max(first, from_ - std::chrono::days(7 * weeksShown));
}

std::optional<Day> Calendar::later() const
{
    if (days_.empty() || lastDay() >= days_.back().day) return {};
    return from_ + std::chrono::days(7 * weeksShown);
}

std::vector<int> Calendar::weekdays() const
{
    std::vector<int> shown;
    for (int weekday = 1; weekday <= 7; ++weekday) {
        const bool open = std::any_of(days_.begin(), days_.end(), [=](const DayOfStarts& d) {
            return d.open && isoWeekday(d.day) == weekday;
        });
        if (weekday <= 5 || open) shown.push_back(weekday);
    }
    return shown;
}

std::vector<std::vector<CalendarCell>> Calendar::weeks() const
{
    std::vector<std::vector<CalendarCell>> all;
    for (int week = 0; week < weeksShown; ++week) {
        std::vector<CalendarCell> cells;
        for (const int weekday : weekdays())
            cells.push_back(cell(from_ + std::chrono::days(7 * week + weekday - 1)));
        all.push_back(cells);
    }
    return all;
}

std::optional<Day> Calendar::firstFreeDay() const
{
    for (const auto& day : days_)
        if (day.day >= from_ && day.day <= lastDay() && !day.starts.empty()) return day.day;
    return {};
}

std::string Calendar::title(const Messages& m) const
{
    const auto first = parts(from_), last = parts(lastDay());
    const auto year = [](const auto& date) { return std::to_string(static_cast<int>(date.year())); };
    std::string text = monthName(m, static_cast<unsigned>(first.month()));
    if (first.year() != last.year()) text += " " + year(first);
    if (first.month() != last.month()) text += " – " + monthName(m, static_cast<unsigned>(last.month()));
    return capitalised(text + " " + year(last));
}

bool Calendar::monthShown(Day day) const
{
    return !sameMonth(day, from_);
}

std::string Calendar::number(const Messages& m, Day day) const
{
    const auto date = parts(day);
    const std::string number = std::to_string(static_cast<unsigned>(date.day()));
    if (!monthShown(day)) return number;
    // TRANSLATORS: {0} day of the month, {1} short month: "4 déc."
    return m.trc("calendar", "{0} {1}", number, shortMonth(m, static_cast<unsigned>(date.month())));
}

const DayOfStarts* Calendar::find(Day day) const
{
    const auto found =
        std::find_if(days_.begin(), days_.end(), [day](const DayOfStarts& d) { return d.day == day; });
    return found == days_.end() ? nullptr : &*found;
}

CalendarCell Calendar::cell(Day day) const
{
    const DayOfStarts* starts = find(day);
    if (!starts) return {day, CalendarCell::Kind::outside, 0};
    if (!starts->open) return {day, CalendarCell::Kind::closed, 0};
    if (starts->starts.empty()) return {day, CalendarCell::Kind::full, 0};
    return {day, CalendarCell::Kind::free, static_cast<int>(starts->starts.size())};
}

std::string shortWeekday(const Messages& m, int isoWeekday)
{
    switch (isoWeekday) {
    case 1:
        return m.trc("short weekday", "Mon");
    case 2:
        return m.trc("short weekday", "Tue");
    case 3:
        return m.trc("short weekday", "Wed");
    case 4:
        return m.trc("short weekday", "Thu");
    case 5:
        return m.trc("short weekday", "Fri");
    case 6:
        return m.trc("short weekday", "Sat");
    default:
        return m.trc("short weekday", "Sun");
    }
}

std::string monthOf(const Messages& m, Day day)
{
    return monthName(m, static_cast<unsigned>(parts(day).month()));
}

std::string calendarWord(const Messages& m, const CalendarCell& cell)
{
    switch (cell.kind) {
    case CalendarCell::Kind::closed:
        return m.trc("day", "closed");
    case CalendarCell::Kind::full:
        return m.trc("day", "full");
    case CalendarCell::Kind::free:
        break;
    case CalendarCell::Kind::outside:
        return "–";
    }
    return cell.starts > fewStarts ? m.trc("day", "free") : m.trc("day", "{0} left", cell.starts);
}
} // namespace accueil::web
