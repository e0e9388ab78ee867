#include "staff-desktop/logic/calendar_words.h"
#include "core/agenda/opening.h"
#include "core/base/errors.h"
#include <vector>

namespace accueil
{
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

std::string holidayName(const Messages& m, Day day)
{
    const std::chrono::year_month_day date{day};
    const Day easter = easterSunday(static_cast<int>(date.year()));
    switch ((day - easter).count()) {
    case 1:
        return m.trc("holiday", "Easter Monday");
    case 39:
        return m.trc("holiday", "Ascension Day");
    case 50:
        return m.trc("holiday", "Whit Monday");
    default:
        break;
    }
    switch (static_cast<unsigned>(date.month()) * 100 + static_cast<unsigned>(date.day())) {
    case 101:
        return m.trc("holiday", "New Year's Day");
    case 501:
        return m.trc("holiday", "Labour Day");
    case 721:
        return m.trc("holiday", "National Day");
    case 815:
        return m.trc("holiday", "Assumption Day");
    case 1101:
        return m.trc("holiday", "All Saints' Day");
    case 1111:
        return m.trc("holiday", "Armistice Day");
    case 1225:
        return m.trc("holiday", "Christmas Day");
    default:
        return {};
    }
}

std::string weekdayLetter(const Messages& m, int isoWeekday)
{
    return capitalised(
        shortWeekday(m, isoWeekday).substr(0, 1)); // all twenty-eight begin with a plain letter
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

namespace
{
std::optional<std::vector<int>> numbersOf(std::string_view text)
{
    std::vector<int> numbers;
    bool inside = false;
    for (const char c : text) {
        if (c >= '0' && c <= '9') {
            if (!inside) numbers.push_back(0);
            inside = true;
            numbers.back() = numbers.back() * 10 + (c - '0');
            if (numbers.back() > 9999) return {};
        } else if (c == '.' || c == '/' || c == '-' || c == ' ') {
            inside = false;
        } else {
            return {};
        }
    }
    if (numbers.empty() || numbers.size() > 3) return {};
    return numbers;
}

std::optional<Day> dayOf(int year, unsigned month, int day)
{
    try {
        return day < 0 ? std::nullopt : std::optional(makeDay(year, month, static_cast<unsigned>(day)));
    } catch (const InvalidInput&) {
        return {};
    }
}
} // namespace

std::optional<Day> parseComingDay(std::string_view text, Day today)
{
    const auto numbers = numbersOf(text);
    if (!numbers) return {};
    const std::chrono::year_month_day now{today};
    const int year = static_cast<int>(now.year());
    const unsigned month = static_cast<unsigned>(now.month());
    std::optional<Day> found;
    switch (numbers->size()) {
    case 1:
        found = dayOf(year, month, (*numbers)[0]);
        if (found && *found < today)
            found = month == 12 ? dayOf(year + 1, 1, (*numbers)[0]) : dayOf(year, month + 1, (*numbers)[0]);
        break;
    case 2:
        found = dayOf(year, static_cast<unsigned>((*numbers)[1]), (*numbers)[0]);
        if (found && *found < today)
            found = dayOf(year + 1, static_cast<unsigned>((*numbers)[1]), (*numbers)[0]);
        break;
    default:
        const bool yearFirst = (*numbers)[0] > 99;
        const int given = yearFirst ? (*numbers)[0] : (*numbers)[2];
        found = dayOf(given < 100 ? year - year % 100 + given : given, static_cast<unsigned>((*numbers)[1]),
                      yearFirst ? (*numbers)[2] : (*numbers)[0]);
    }
    return found;
}
} // namespace accueil
