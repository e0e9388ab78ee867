// staff-desktop/logic/person_form.h - what is typed about a person, and what is wrong with it.
#pragma once
#include "core/booking/booking.h"

namespace accueil
{
enum class PersonField { lastName, firstName, birthDate, phone, email, note };
inline constexpr std::array personFields{PersonField::lastName,  PersonField::firstName,
                                         PersonField::birthDate, PersonField::phone,
                                         PersonField::email,     PersonField::note};

/// As typed, UTF-8.
struct PersonInput
{
    std::array<std::string, personFields.size()> texts;
    Language language = Language::fr;

    std::string& operator[](PersonField field) { return texts[static_cast<std::size_t>(field)]; }
    const std::string& operator[](PersonField field) const { return texts[static_cast<std::size_t>(field)]; }
    bool empty() const;
    std::string fullName() const; ///< "Camille Exemple", trimmed
    friend bool operator==(const PersonInput&, const PersonInput&) = default;
};

/// One sentence that says what to do, empty when the field is fine. Optional fields are fine when empty.
std::string fieldProblem(const Messages& messages, const PersonInput& input, PersonField field, Day today);

/// As it is kept, once the field is left: "0470 12 34 56", "14.03.1958". What cannot be read stays as it was
/// typed.
std::string tidied(PersonField field, const std::string& typed, Day today);

/// Of a person without known day and month only the years: nothing.
std::optional<int> ageOn(const BirthDate& born, Day today);

/// What can be read of it so far; the rest is empty.
Person personSoFar(const PersonInput& input, Day today);

/// @param input  without problems
Person personOf(const PersonInput& input, Day today);
} // namespace accueil
