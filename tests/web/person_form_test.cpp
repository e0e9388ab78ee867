#include "booking-cgi/person_form.h"
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

using namespace accueil;
using namespace accueil::web;

namespace
{
const Day today = makeDay(2026, 11, 23);

PersonForm camille()
{
    return {"Exemple",       "Camille",   "14", "3", "1958", "camille@exemple.be", "camille@exemple.be",
            "0470 12 34 56", Language::fr};
}

struct Mistake
{
    const char* name;
    PersonForm form;
    std::vector<std::string> inputs;
    const char* sentence;
};
std::ostream& operator<<(std::ostream& out, const Mistake& mistake)
{
    return out << mistake.name;
}

PersonForm born(const char* day, const char* month, const char* year)
{
    PersonForm form = camille();
    form.birthDay = day;
    form.birthMonth = month;
    form.birthYear = year;
    return form;
}

PersonForm mailed(const char* email, const char* again)
{
    PersonForm form = camille();
    form.email = email;
    form.emailAgain = again;
    return form;
}

PersonForm changed(std::string PersonForm::*field, const std::string& value)
{
    PersonForm form = camille();
    form.*field = value;
    return form;
}
} // namespace

BOOST_AUTO_TEST_SUITE(person_form)

BOOST_AUTO_TEST_CASE(a_good_form_becomes_a_person)
{
    PersonForm form = camille();
    form.lastName = "  van den Ébauche-O’Neill ";
    form.emailAgain = " Camille@Exemple.be ";
    const auto checked = check(form, Messages(Language::fr), today);
    BOOST_TEST(checked.errors.empty());
    BOOST_TEST(checked.person.lastName == "van den Ébauche-O’Neill");
    BOOST_TEST((checked.person.birthDate == BirthDate{1958, 3, 14}));
    BOOST_TEST(checked.person.email == "camille@exemple.be");
}

BOOST_AUTO_TEST_CASE(nobody_needs_an_address_or_a_telephone)
{
    PersonForm form = mailed("", "");
    form.phone.clear();
    BOOST_TEST(check(form, Messages(Language::fr), today).errors.empty());
}

BOOST_AUTO_TEST_CASE(dates_of_the_register_are_taken)
{
    BOOST_TEST((check(born("0", "0", "1975"), Messages(Language::fr), today).person.birthDate ==
                BirthDate{1975, 0, 0}));
    BOOST_TEST((check(born("0", "7", "1975"), Messages(Language::fr), today).person.birthDate ==
                BirthDate{1975, 7, 0}));
    BOOST_TEST((check(born("1", "2", "58"), Messages(Language::fr), today).person.birthDate ==
                BirthDate{1958, 2, 1}));
}

BOOST_DATA_TEST_CASE(
    each_mistake_is_said_beside_its_field,
    boost::unit_test::data::make(std::vector<Mistake>{
        {"no name", changed(&PersonForm::lastName, "  "), {"last_name"}, "Écrivez le nom."},
        {"no first name", changed(&PersonForm::firstName, ""), {"first_name"}, "Écrivez le prénom."},
        {"a name too long",
         changed(&PersonForm::lastName, std::string(101, 'x')),
         {"last_name"},
         "C’est trop long. Raccourcissez, s’il vous plaît."},
        {"no birth date",
         born("", "", ""),
         {"birth_day", "birth_month", "birth_year"},
         "Écrivez la date de naissance."},
        {"no month", born("14", "", "1958"), {"birth_month"}, "Écrivez le jour, le mois et l’année."},
        {"31 February",
         born("31", "2", "1958"),
         {"birth_day", "birth_month"},
         "Le 31 février n’existe pas. Corrigez le jour ou le mois."},
        {"29 February of another year",
         born("29", "2", "1958"),
         {"birth_day", "birth_month"},
         "Le 29 février n’existe pas. Corrigez le jour ou le mois."},
        {"month 13", born("14", "13", "1958"), {"birth_month"}, "Le mois 13 n’existe pas. Corrigez le mois."},
        {"a month in words",
         born("14", "mars", "1958"),
         {"birth_month"},
         "Écrivez-la en chiffres, par exemple 5 6 1962."},
        {"tomorrow",
         born("24", "11", "2026"),
         {"birth_year"},
         "Cette année n’est pas possible. Corrigez l’année."},
        {"another century",
         born("14", "3", "1758"),
         {"birth_year"},
         "Cette année n’est pas possible. Corrigez l’année."},
        {"a number beyond all",
         born("99999999999", "3", "1958"),
         {"birth_day"},
         "Écrivez-la en chiffres, par exemple 5 6 1962."},
        {"no @", mailed("camille", "camille"), {"email"}, "Vérifiez l’adresse\u202f: nom@exemple.be."},
        {"a header in the address",
         mailed("a@b.be\nBcc: c@d.be", "a@b.be"),
         {"email"},
         "Vérifiez l’adresse\u202f: nom@exemple.be."},
        {"two addresses",
         mailed("camille@exemple.be", "camille@exemple.bz"),
         {"email_again"},
         "Cette adresse diffère de la première. Corrigez l’une des deux."},
        {"the second address alone",
         mailed("", "camille@exemple.be"),
         {"email_again"},
         "Cette adresse diffère de la première. Corrigez l’une des deux."},
        {"the first address alone",
         mailed("camille@exemple.be", ""),
         {"email_again"},
         "Écrivez l’adresse une seconde fois\u202f: la confirmation est alors sûre de vous arriver."},
        {"a telephone in words",
         changed(&PersonForm::phone, "zéro"),
         {"phone"},
         "Vérifiez le numéro\u202f: 0470 12 34 56."}}))
{
    const auto errors = check(sample.form, Messages(Language::fr), today).errors;
    BOOST_REQUIRE_EQUAL(errors.size(), 1U);
    BOOST_TEST(errors[0].inputs == sample.inputs, boost::test_tools::per_element());
    BOOST_TEST(errors[0].sentence == sample.sentence);
    BOOST_TEST(!errors[0].summary.empty());
}

BOOST_AUTO_TEST_CASE(mistakes_come_in_the_order_of_the_form)
{
    const auto errors = check(PersonForm{"", "", "31", "2", "1958", "x", "", "y", Language::fr},
                              Messages(Language::fr), today)
                            .errors;
    std::vector<std::string> inputs;
    for (const auto& error : errors) inputs.push_back(error.inputs.front());
    BOOST_TEST(inputs == (std::vector<std::string>{"last_name", "first_name", "birth_day", "email", "phone"}),
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_form_reads_back_from_its_fields)
{
    PersonForm form = camille();
    form.language = Language::nl;
    const PersonForm again = PersonForm::from(form.fields(), Language::fr);
    BOOST_TEST(again.fields().encoded() == form.fields().encoded());
    BOOST_TEST(PersonForm::from({}, Language::de).empty());
    BOOST_TEST((PersonForm::from({}, Language::de).language == Language::de));
}

BOOST_AUTO_TEST_SUITE_END()
