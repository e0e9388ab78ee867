#include "staff-desktop/logic/calendar_words.h"
#include "core/agenda/opening.h"
#include "core/base/errors.h"
#include <algorithm>
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

/// Every day that may be meant, in order: one with its year, else those of the months or years around
/// `today`.
std::vector<Day> candidates(std::string_view text, Day today)
{
    std::vector<Day> days;
    const auto add = [&days](int year, int month, int day) {
        if (const auto found = month < 1 ? std::nullopt : dayOf(year, static_cast<unsigned>(month), day))
            days.push_back(*found);
    };
    const auto numbers = numbersOf(text);
    if (!numbers) return days;
    const std::vector<int>& given = *numbers;
    const std::chrono::year_month_day now{today};
    const int year = static_cast<int>(now.year());
    if (given.size() == 1) {
        for (int by = -1; by <= 1; ++by) {
            const std::chrono::year_month at = now.year() / now.month() + std::chrono::months(by);
            add(static_cast<int>(at.year()), static_cast<int>(static_cast<unsigned>(at.month())), given[0]);
        }
    } else if (given.size() == 2) {
        for (int by = -1; by <= 1; ++by) add(year + by, given[1], given[0]);
    } else {
        const bool yearFirst = given[0] > 99;
        const int typed = yearFirst ? given[0] : given[2];
        add(typed < 100 ? year - year % 100 + typed : typed, given[1], yearFirst ? given[2] : given[0]);
    }
    return days;
}
} // namespace

std::optional<Day> parseComingDay(std::string_view text, Day today)
{
    const auto days = candidates(text, today);
    if (days.empty()) return {};
    const auto coming = std::ranges::lower_bound(days, today);
    if (coming != days.end()) return *coming;
    return numbersOf(text)->size() == 3 ? std::optional(days.back()) : std::nullopt;
}

std::optional<Day> parseNearestDay(std::string_view text, Day today)
{
    const auto days = candidates(text, today);
    if (days.empty()) return {};
    return *std::ranges::min_element(days, {}, [today](Day one) { return std::chrono::abs(one - today); });
}
} // namespace accueil
