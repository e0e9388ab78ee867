#include "kiosk-app/logic/birth_date_entry.h"

namespace accueil::kiosk
{
namespace
{
constexpr int leapYear = 2000; // while the year is not known, 29 February may be right

int yearOf(Day day)
{
    return static_cast<int>(std::chrono::year_month_day{day}.year());
}

bool after(const BirthDate& date, Day today)
{
    const std::chrono::year_month_day now{today};
    const BirthDate limit{static_cast<int>(now.year()), static_cast<int>(static_cast<unsigned>(now.month())),
                          static_cast<int>(static_cast<unsigned>(now.day()))};
    return date > limit;
}
} // namespace

BirthDateEntry::Field BirthDateEntry::current() const
{
    if (!full(day)) return day;
    return full(month) ? year : month;
}

int BirthDateEntry::value(Field field) const
{
    return std::stoi(digits_[field]);
}

void BirthDateEntry::digit(int value, Day today)
{
    // A date that cannot be is corrected before it goes on: the next digit would land in the wrong field.
    if (whole() || problem(today) != Problem::none) return;
    digits_[current()] += static_cast<char>('0' + value);
}

void BirthDateEntry::correct()
{
    for (const Field field : {year, month, day}) {
        if (digits_[field].empty()) continue;
        digits_[field].pop_back();
        return;
    }
}

BirthDateEntry::Problem BirthDateEntry::problem(Day today) const
{
    if (full(day) && value(day) > 31) return Problem::noSuchDay;
    if (full(month)) {
        if (value(month) > 12) return Problem::noSuchMonth;
        // A day without its month is not known to the register either.
        const bool oddZero = value(month) == 0 && value(day) != 0;
        if (oddZero || !BirthDate{leapYear, value(month), value(day)}.possible())
            return Problem::dayNotInMonth;
    }
    if (!whole()) return Problem::none;
    const BirthDate typed{value(year), value(month), value(day)};
    if (typed.year < 1880 || typed.year > yearOf(today) || after(typed, today))
        return Problem::yearNotPossible;
    return typed.possible() ? Problem::none : Problem::notInThatYear;
}

std::optional<BirthDate> BirthDateEntry::date(Day today) const
{
    if (!whole() || problem(today) != Problem::none) return {};
    return BirthDate{value(year), value(month), value(day)};
}
} // namespace accueil::kiosk
