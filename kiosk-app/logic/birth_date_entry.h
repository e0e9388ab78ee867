// kiosk-app/logic/birth_date_entry.h - a birth date as it is typed: day, month, year; no text field behind
// it.
#pragma once
#include "core/base/date_words.h"
#include <array>
#include <optional>
#include <string>

namespace accueil::kiosk
{
class BirthDateEntry
{
public:
    enum Field { day, month, year };
    /// What cannot be, as soon as it is known; the register has people born on 00.00.1975.
    enum class Problem { none, noSuchDay, noSuchMonth, dayNotInMonth, notInThatYear, yearNotPossible };

    /// One digit more; a field that is full moves on by itself. Ignored when the date is whole.
    void digit(int value, Day today);
    void correct(); ///< takes the last digit back, across the fields
    void clear() { digits_ = {}; }

    const std::string& typed(Field field) const { return digits_[field]; }
    static int length(Field field) { return field == year ? 4 : 2; }
    Field current() const;
    bool empty() const { return digits_[day].empty(); }
    bool whole() const { return digits_[year].size() == 4; }
    Problem problem(Day today) const;
    std::optional<BirthDate> date(Day today) const; ///< when it is whole and possible

private:
    int value(Field field) const;
    bool full(Field field) const { return static_cast<int>(digits_[field].size()) == length(field); }

    std::array<std::string, 3> digits_;
};
} // namespace accueil::kiosk
