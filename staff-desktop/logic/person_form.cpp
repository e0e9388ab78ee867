#include "staff-desktop/logic/person_form.h"
#include "core/base/errors.h"
#include "core/booking/phone.h"
#include <algorithm>

namespace accueil
{
namespace
{
std::string trimmed(const std::string& text)
{
    const auto from = text.find_first_not_of(" \t\r\n");
    return from == std::string::npos ? "" : text.substr(from, text.find_last_not_of(" \t\r\n") - from + 1);
}

std::string phoneProblem(const Messages& m, const std::string& typed)
{
    switch (checkPhone(trimmed(typed)).fault) {
    case PhoneFault::none:
        break;
    case PhoneFault::tooShort:
        return m.tr("Digits are missing: 0470 12 34 56.");
    case PhoneFault::tooLong:
        return m.tr("Too many digits: 0470 12 34 56.");
    case PhoneFault::unknown:
        return m.tr("Please check the number: 0470 12 34 56.");
    }
    return "";
}

/// "31 February", "29 February 2023" where it is the year that makes it impossible.
std::string impossibleDay(const Messages& m, const BirthDate& date)
{
    const auto day =
        m.trc("day and month", "{0} {1}", date.day, monthName(m, static_cast<unsigned>(date.month)));
    constexpr int leapYear = 2000;
    return BirthDate{leapYear, date.month, date.day}.possible() ? day + " " + std::to_string(date.year) : day;
}

std::string birthDateProblem(const Messages& m, const std::string& typed, Day today)
{
    if (trimmed(typed).empty()) return m.tr("Please write the date of birth.");
    const auto read = readBirthDate(typed, today);
    switch (read.fault) {
    case BirthDateFault::none:
        break;
    case BirthDateFault::notUnderstood:
        return m.tr("Day, month, year: 14.03.1958.");
    case BirthDateFault::noSuchMonth:
        return m.tr("There is no month {0}.", read.date.month);
    case BirthDateFault::noSuchDay:
        return read.date.month == 0 ? m.tr("Please check the month.")
                                    : m.tr("{0} does not exist.", impossibleDay(m, read.date));
    case BirthDateFault::tooLongAgo:
        return m.tr("Please check the year.");
    case BirthDateFault::stillToCome:
        return m.tr("This day is still to come.");
    }
    return "";
}

/// Asks the border of core, with everything else beyond doubt.
bool accepted(const PersonInput& input, PersonField field, Day today)
{
    PersonInput only;
    only[PersonField::lastName] = only[PersonField::firstName] = "A";
    only[PersonField::birthDate] = "01.01.1950";
    only[field] = input[field];
    try {
        checked(personOf(only, today), today);
        return true;
    } catch (const InvalidInput&) {
        return false;
    }
}
} // namespace

bool PersonInput::empty() const
{
    return std::ranges::all_of(texts, [](const std::string& text) { return trimmed(text).empty(); });
}

std::string PersonInput::fullName() const
{
    return trimmed(trimmed((*this)[PersonField::firstName]) + " " + trimmed((*this)[PersonField::lastName]));
}

std::string fieldProblem(const Messages& m, const PersonInput& input, PersonField field, Day today)
{
    if (accepted(input, field, today)) return "";
    const bool missing = trimmed(input[field]).empty();
    switch (field) {
    case PersonField::lastName:
        return missing ? m.tr("Please write the name.") : m.tr("This is too long. Please shorten it.");
    case PersonField::firstName:
        return missing ? m.tr("Please write the first name.") : m.tr("This is too long. Please shorten it.");
    case PersonField::birthDate:
        return birthDateProblem(m, input[field], today);
    case PersonField::phone:
        return phoneProblem(m, input[field]);
    case PersonField::email:
        return m.tr("Please check the address: name@example.be.");
    case PersonField::note:
        return m.tr("This is too long. Please shorten it.");
    }
    return "";
}

std::string tidied(PersonField field, const std::string& typed, Day today)
{
    switch (field) {
    case PersonField::birthDate:
        if (const auto born = parseBirthDate(typed, today)) return birthDateText(*born);
        break;
    case PersonField::phone:
        if (const auto phone = checkPhone(trimmed(typed)); !phone.number.empty()) return phone.number;
        break;
    default:
        break;
    }
    return typed;
}

std::optional<int> ageOn(const BirthDate& born, Day today)
{
    if (born.month == 0 || born.day == 0) return {};
    const std::chrono::year_month_day now{today};
    const int years = static_cast<int>(now.year()) - born.year;
    const auto month = static_cast<int>(static_cast<unsigned>(now.month()));
    const auto day = static_cast<int>(static_cast<unsigned>(now.day()));
    const bool hadBirthday = std::pair(month, day) >= std::pair(born.month, born.day);
    return hadBirthday ? years : years - 1;
}

Person personSoFar(const PersonInput& input, Day today)
{
    Person person = personOf(input, today);
    person.phone = checkPhone(person.phone).number;
    if (!looksLikeEmail(person.email)) person.email.clear();
    return person;
}

Person personOf(const PersonInput& input, Day today)
{
    return {.lastName = trimmed(input[PersonField::lastName]),
            .firstName = trimmed(input[PersonField::firstName]),
            .birthDate = parseBirthDate(input[PersonField::birthDate], today).value_or(BirthDate{}),
            .email = trimmed(input[PersonField::email]),
            .phone = trimmed(input[PersonField::phone]),
            .note = trimmed(input[PersonField::note]),
            .language = input.language};
}
} // namespace accueil
