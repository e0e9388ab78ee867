// core/base/date_words.h - days and times as a person reads them.
#pragma once
#include "core/base/local_time.h"
#include "core/base/messages.h"

namespace accueil
{
std::string monthName(const Messages& messages, unsigned month);   ///< 1 to 12: "mars"
std::string weekdayName(const Messages& messages, int isoWeekday); ///< 1 Monday to 7 Sunday: "jeudi"

std::string dayInWords(const Messages& messages, Day day);         ///< "jeudi 26 novembre"
std::string dayWithYear(const Messages& messages, Day day);        ///< "jeudi 26 novembre 2026"
std::string dayAndTime(const Messages& messages, Day day, MinuteOfDay at); ///< "jeudi 26 novembre à 08:30"
/// "aujourd’hui, lundi 23 novembre", "demain, …", else dayInWords.
std::string dayFromToday(const Messages& messages, Day day, Day today);
std::string shortDay(Day day);                                     ///< "26.11." without year: "26.11"
std::string numericDay(Day day);                                   ///< "26.11.2026"

/// First letter upper case, UTF-8 aware for the letters that our languages begin a word with.
std::string capitalised(std::string text);

/// A birth date as the national register has them: day or month may be 0 (unknown).
struct BirthDate
{
    int year = 0, month = 0, day = 0;
    friend constexpr auto operator<=>(const BirthDate&, const BirthDate&) = default;
    bool possible() const; ///< a real day, or zeros for day (and month); years 1880 to 2100
};

/// "14.03.1958", with zeros where the register has them: "00.00.1975".
std::string birthDateText(const BirthDate& date);
enum class BirthDateFault { none, notUnderstood, noSuchMonth, noSuchDay, tooLongAgo, stillToCome };

struct ReadBirthDate
{
    BirthDate date; ///< with a fault: the figures as they were understood, zeros where they were not
    BirthDateFault fault = BirthDateFault::none;
};

/// What people type: 14031958, 14.03.1958, 14/3/58, 14-03-1958, 1958-03-14. Two-digit years are the latest that is not after `today`.
ReadBirthDate readBirthDate(std::string_view text, Day today);
/// The same for who only wants to know whether it is one.
std::optional<BirthDate> parseBirthDate(std::string_view text, Day today);
} // namespace accueil
