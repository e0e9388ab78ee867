#include "staff-desktop/logic/person_form.h"
#include "core/base/errors.h"
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
        return missing ? m.tr("Please write the date of birth.")
                       : m.tr("Please write day, month, year: 14.03.1958.");
    case PersonField::phone:
        return m.tr("Please check the number: 0470 12 34 56.");
    case PersonField::email:
        return m.tr("Please check the address: name@example.be.");
    case PersonField::note:
        return m.tr("This is too long. Please shorten it.");
    }
    return "";
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
