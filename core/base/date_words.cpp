#include "core/base/date_words.h"
#include <array>
#include <vector>

namespace accueil
{
namespace
{
std::chrono::year_month_day parts(Day day)
{
    return std::chrono::year_month_day{day};
}

/// "1er" in French, "1." in German where the language writes an ordinal; else the bare figure.
std::string dayOfMonth(const Messages& messages, Day day)
{
    const auto number = static_cast<unsigned>(parts(day).day());
    // TRANSLATORS: the first day of a month as written in a date; French writes "1er"
    return number == 1 ? messages.trc("first day of a month", "1") : std::to_string(number);
}

int lastDayOf(int year, int month)
{
    using namespace std::chrono;
    const year_month_day_last last{std::chrono::year{year}, month_day_last{std::chrono::month(static_cast<unsigned>(month))}};
    return static_cast<int>(static_cast<unsigned>(last.day()));
}

/// Groups of digits: "14/3/58" gives 14, 3, 58.
std::vector<std::string> digitGroups(std::string_view text)
{
    std::vector<std::string> groups(1);
    for (const char c : text) {
        if (c >= '0' && c <= '9')
            groups.back() += c;
        else if (!groups.back().empty())
            groups.emplace_back();
    }
    if (groups.back().empty()) groups.pop_back();
    return groups;
}
} // namespace

std::string monthName(const Messages& messages, unsigned month)
{
    switch (month) {
    case 1: return messages.tr("January");
    case 2: return messages.tr("February");
    case 3: return messages.tr("March");
    case 4: return messages.tr("April");
    case 5: return messages.tr("May");
    case 6: return messages.tr("June");
    case 7: return messages.tr("July");
    case 8: return messages.tr("August");
    case 9: return messages.tr("September");
    case 10: return messages.tr("October");
    case 11: return messages.tr("November");
    default: return messages.tr("December");
    }
}

std::string weekdayName(const Messages& messages, int isoWeekday)
{
    switch (isoWeekday) {
    case 1: return messages.tr("Monday");
    case 2: return messages.tr("Tuesday");
    case 3: return messages.tr("Wednesday");
    case 4: return messages.tr("Thursday");
    case 5: return messages.tr("Friday");
    case 6: return messages.tr("Saturday");
    default: return messages.tr("Sunday");
    }
}

std::string dayInWords(const Messages& messages, Day day)
{
    // TRANSLATORS: weekday, day of the month, month
    return messages.tr("{0} {1} {2}", weekdayName(messages, isoWeekday(day)), dayOfMonth(messages, day),
                       monthName(messages, static_cast<unsigned>(parts(day).month())));
}

std::string dayWithYear(const Messages& messages, Day day)
{
    return dayInWords(messages, day) + " " + std::to_string(static_cast<int>(parts(day).year()));
}

std::string dayAndTime(const Messages& messages, Day day, MinuteOfDay at)
{
    // TRANSLATORS: {0} a day in words, {1} a time of day
    return messages.tr("{0} at {1}", dayInWords(messages, day), clockText(at));
}

std::string dayFromToday(const Messages& messages, Day day, Day today)
{
    if (day == today) return messages.tr("today, {0}", dayInWords(messages, day));
    if (day == today + std::chrono::days(1)) return messages.tr("tomorrow, {0}", dayInWords(messages, day));
    return dayInWords(messages, day);
}

std::string shortDay(Day day)
{
    const auto date = parts(day);
    return fmt::format("{:02}.{:02}", static_cast<unsigned>(date.day()), static_cast<unsigned>(date.month()));
}

std::string numericDay(Day day)
{
    return shortDay(day) + "." + std::to_string(static_cast<int>(parts(day).year()));
}

std::string capitalised(std::string text)
{
    if (text.empty()) return text;
    const auto first = static_cast<unsigned char>(text[0]);
    if (first >= 'a' && first <= 'z') text[0] = static_cast<char>(first - 'a' + 'A');
    // é, à, ü … are U+00E0 to U+00FE: two bytes, the second 0x20 above its capital's
    else if (first == 0xC3 && text.size() > 1 && static_cast<unsigned char>(text[1]) >= 0xA0)
        text[1] = static_cast<char>(static_cast<unsigned char>(text[1]) - 0x20);
    return text;
}

bool BirthDate::possible() const
{
    if (year < 1880 || year > 2100 || month < 0 || month > 12 || day < 0) return false;
    if (month == 0) return day == 0;
    return day <= lastDayOf(year, month);
}

std::string birthDateText(const BirthDate& date)
{
    return fmt::format("{:02}.{:02}.{:04}", date.day, date.month, date.year);
}

namespace
{
BirthDateFault faultOf(const BirthDate& date, Day today)
{
    if (date.month > 12) return BirthDateFault::noSuchMonth;
    if (date.year < 1880) return BirthDateFault::tooLongAgo;
    const auto now = parts(today);
    if (date > BirthDate{static_cast<int>(now.year()), static_cast<int>(static_cast<unsigned>(now.month())),
                         static_cast<int>(static_cast<unsigned>(now.day()))})
        return BirthDateFault::stillToCome;
    return date.possible() ? BirthDateFault::none : BirthDateFault::noSuchDay;
}
} // namespace

ReadBirthDate readBirthDate(std::string_view text, Day today)
{
    constexpr ReadBirthDate notUnderstood{{}, BirthDateFault::notUnderstood};
    auto groups = digitGroups(text);
    if (groups.size() == 1 && (groups[0].size() == 8 || groups[0].size() == 6))
        groups = {groups[0].substr(0, 2), groups[0].substr(2, 2), groups[0].substr(4)};
    if (groups.size() != 3) return notUnderstood;
    if (groups[0].size() == 4) std::swap(groups[0], groups[2]);
    if (groups[0].size() > 2 || groups[1].size() > 2 || (groups[2].size() != 4 && groups[2].size() != 2)) return notUnderstood;

    BirthDate date{std::stoi(groups[2]), std::stoi(groups[1]), std::stoi(groups[0])};
    if (groups[2].size() == 2) {
        const int thisYear = static_cast<int>(parts(today).year());
        date.year += thisYear - thisYear % 100;
        if (date.year > thisYear) date.year -= 100;
    }
    return {date, faultOf(date, today)};
}

std::optional<BirthDate> parseBirthDate(std::string_view text, Day today)
{
    const auto read = readBirthDate(text, today);
    return read.fault == BirthDateFault::none ? std::optional(read.date) : std::nullopt;
}
} // namespace accueil
