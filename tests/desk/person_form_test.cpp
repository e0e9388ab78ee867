#include "staff-desktop/logic/person_form.h"
#include <boost/test/unit_test.hpp>

using namespace accueil;

namespace
{
const Day today = makeDay(2026, 11, 23);
} // namespace

BOOST_AUTO_TEST_SUITE(person_form)

BOOST_AUTO_TEST_CASE(each_field_says_what_to_do)
{
    struct Case
    {
        PersonField field;
        std::string typed, expected;
    };
    const std::vector<Case> cases{
        {PersonField::lastName, "Exemple", ""},
        {PersonField::lastName, "   ", "Please write the name."},
        {PersonField::lastName, std::string(150, 'x'), "This is too long. Please shorten it."},
        {PersonField::firstName, "", "Please write the first name."},
        {PersonField::birthDate, "14.03.1958", ""},
        {PersonField::birthDate, "14031958", ""},
        {PersonField::birthDate, "14/3/58", ""},
        {PersonField::birthDate, "1958-03-14", ""},
        {PersonField::birthDate, "00.00.1975", ""},
        {PersonField::birthDate, "", "Please write the date of birth."},
        {PersonField::birthDate, "1.2.1980", ""},
        {PersonField::birthDate, "14.03", "Day, month, year: 14.03.1958."},
        {PersonField::birthDate, "31.02.1958", "31 February does not exist."},
        {PersonField::birthDate, "29/2/2023", "29 February 2023 does not exist."},
        {PersonField::birthDate, "03141958", "There is no month 14."},
        {PersonField::birthDate, "14.00.1958", "Please check the month."},
        {PersonField::birthDate, "14.03.1858", "Please check the year."},
        {PersonField::birthDate, "14.03.2099", "This day is still to come."},
        {PersonField::phone, "", ""},
        {PersonField::phone, "0470 12 34 56", ""},
        {PersonField::phone, "+32 (0)87/32.52.40", ""},
        {PersonField::phone, "+49 241 510810", ""},
        {PersonField::phone, "12", "Digits are missing: 0470 12 34 56."},
        {PersonField::phone, "0470 12 34 567", "Too many digits: 0470 12 34 56."},
        {PersonField::phone, "at Ann’s", "Please check the number: 0470 12 34 56."},
        {PersonField::email, "", ""},
        {PersonField::email, "camille@exemple.be", ""},
        {PersonField::email, "camille@exemple", "Please check the address: name@example.be."},
        {PersonField::note, "Vient avec une canne.", ""}};
    const Messages english(Language::en);
    for (const auto& one : cases) {
        PersonInput input;
        input[one.field] = one.typed;
        BOOST_TEST(fieldProblem(english, input, one.field, today) == one.expected, one.typed);
    }
}

BOOST_AUTO_TEST_CASE(a_field_that_is_left_is_written_as_it_is_kept)
{
    struct Case
    {
        PersonField field;
        const char *typed, *kept;
    };
    for (const auto& c : {Case{PersonField::birthDate, "01021980", "01.02.1980"}, Case{PersonField::birthDate, "0/0/75", "00.00.1975"},
                          Case{PersonField::birthDate, "31.02.1958", "31.02.1958"}, Case{PersonField::phone, "0470123456", "0470 12 34 56"},
                          Case{PersonField::phone, "0470 12", "0470 12"}, Case{PersonField::phone, "", ""},
                          Case{PersonField::lastName, "van den Berg ", "van den Berg "}})
        BOOST_TEST(tidied(c.field, c.typed, today) == c.kept, c.typed);
}

BOOST_AUTO_TEST_CASE(the_age_counts_birthdays)
{
    const std::vector<std::pair<BirthDate, std::optional<int>>> cases{{{1958, 3, 14}, 68},
                                                                      {{1958, 11, 23}, 68},
                                                                      {{1958, 11, 24}, 67},
                                                                      {{2026, 11, 1}, 0},
                                                                      {{1975, 0, 0}, std::nullopt}};
    for (const auto& [born, age] : cases) BOOST_TEST((ageOn(born, today) == age), birthDateText(born));
}

BOOST_AUTO_TEST_CASE(a_person_is_trimmed)
{
    PersonInput input;
    input[PersonField::lastName] = " Exemple ";
    input[PersonField::firstName] = "Camille";
    input[PersonField::birthDate] = "1/2/80";
    const Person person = personOf(input, today);
    BOOST_TEST(person.lastName == "Exemple");
    BOOST_TEST((person.birthDate == BirthDate{1980, 2, 1}));
    BOOST_TEST(input.fullName() == "Camille Exemple");
}

BOOST_AUTO_TEST_SUITE_END()
