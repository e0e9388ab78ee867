// booking-cgi/calendar.h - two weeks of a service's days, with a word for each.
#pragma once
#include "core/agenda/free_starts.h"
#include "core/base/messages.h"
#include <optional>
#include <string>
#include <vector>

namespace accueil::web
{
enum class DayPart { whole, morning, afternoon };

/// The same days with the starts of that part only; noon is afternoon.
std::vector<DayOfStarts> keepPart(std::vector<DayOfStarts> days, DayPart part);

struct CalendarCell
{
    enum class Kind { outside, closed, full, free }; ///< outside: over, or not yet bookable

    Day day;
    Kind kind = Kind::outside;
    int starts = 0;
};

/// Pure.
class Calendar
{
public:
    static constexpr int weeksShown = 2;

    /// @param days  from `today` on, one a day; must outlive this
    /// @param near  a day to be shown; else the first week with a free place
    Calendar(const std::vector<DayOfStarts>& days, Day today, std::optional<Day> near);

    Day from() const { return from_; }  ///< a Monday
    Day lastDay() const { return from_ + std::chrono::days(7 * weeksShown - 1); }
    std::optional<Day> earlier() const; ///< where the page before begins, if there is one
    std::optional<Day> later() const;
    std::vector<int> weekdays() const; ///< ISO numbers: Monday to Friday, and others if ever open
    std::vector<std::vector<CalendarCell>> weeks() const;
    std::optional<Day> firstFreeDay() const; ///< of the weeks shown

    std::string title(const Messages& messages) const; ///< "Novembre – décembre 2026"
    bool monthShown(Day day) const; ///< the cell names its month: it is not the first month's
    std::string number(const Messages& messages, Day day) const; ///< "26", "1 déc."

private:
    const DayOfStarts* find(Day day) const;
    CalendarCell cell(Day day) const;

    const std::vector<DayOfStarts>& days_;
    Day today_, from_;
};

std::string shortWeekday(const Messages& messages, int isoWeekday); ///< "lun."
std::string monthOf(const Messages& messages, Day day);             ///< "novembre"
std::string calendarWord(const Messages& messages,
                         const CalendarCell& cell); ///< "libre", "reste 3", "complet", "fermé"
} // namespace accueil::web
