#include "core/booking/booking.h"
#include <boost/test/unit_test.hpp>

using namespace accueil;

namespace
{
const Day today = makeDay(2026, 11, 23);

Person camille()
{
    return {"Exemple", "Camille", {1958, 3, 14}, "camille@exemple.be", "0470 12 34 56", "", Language::fr};
}

std::string wrongField(const Person& person)
{
    try {
        checked(person, today);
        return "";
    } catch (const InvalidInput& e) {
        return e.what();
    }
}
} // namespace

BOOST_AUTO_TEST_SUITE(person)

BOOST_AUTO_TEST_CASE(what_people_type_is_trimmed_and_kept)
{
    Person typed = camille();
    typed.lastName = "  van den Ébauche-O’Neill \n";
    typed.note = " vient avec une canne\nprévoir une chaise ";
    typed.phone = "+32470/123456";
    const Person kept = checked(typed, today);
    BOOST_TEST(kept.lastName == "van den Ébauche-O’Neill");
    BOOST_TEST(kept.note == "vient avec une canne prévoir une chaise");
    BOOST_TEST(kept.phone == "0470 12 34 56");
}

BOOST_AUTO_TEST_CASE(the_field_that_cannot_be_used_is_named)
{
    struct Case
    {
        std::string Person::* field;
        const char* value;
        const char* named;
    };
    for (const auto& c : {Case{&Person::lastName, "   ", "last_name"}, Case{&Person::firstName, "", "first_name"},
                          Case{&Person::lastName, "a\x01z", "last_name"}, Case{&Person::email, "camille", "email"},
                          Case{&Person::email, "a@b\r\nBcc: x@y.be", "email"}, Case{&Person::phone, "12", "phone"},
                          Case{&Person::phone, "call me", "phone"}, Case{&Person::phone, "0470 12 34 5", "phone"}}) {
        Person person = camille();
        person.*c.field = c.value;
        BOOST_TEST(wrongField(person) == c.named, c.value);
    }
    Person person = camille();
    person.lastName = std::string(101, 'x');
    BOOST_TEST(wrongField(person) == "last_name");
    person.lastName.clear();
    for (int i = 0; i < 100; ++i) person.lastName += "é";
    BOOST_TEST(wrongField(person) == "", "a hundred letters, not bytes");
    person.note = std::string(501, 'x');
    BOOST_TEST(wrongField(person) == "note");
    for (const BirthDate& date : {BirthDate{1958, 2, 30}, BirthDate{2026, 11, 24}, BirthDate{1700, 1, 1}, BirthDate{}}) {
        person = camille();
        person.birthDate = date;
        BOOST_TEST(wrongField(person) == "birth_date");
    }
    person = camille();
    person.birthDate = {1975, 0, 0};
    person.email = person.phone = "";
    BOOST_TEST(wrongField(person) == "", "the register has people without day and month; contacts are optional");
}

BOOST_AUTO_TEST_CASE(addresses_are_recognised)
{
    for (const char* right : {"a@b.be", "camille.exemple+rdv@mail.exemple.be", "o'neill@exemple.be", "x_y-z@a-b.com"})
        BOOST_TEST(looksLikeEmail(right), right);
    for (const char* wrong : {"", "@b.be", "a@", "a@b", "a@b.c", "a b@c.be", "a@b..be", "a@.be", ".a@b.be", "a.@b.be", "a..b@c.be",
                              "a@b.be>", "<a@b.be", "a@b@c.be", "a@b.be\n", "é@b.be"})
        BOOST_TEST(!looksLikeEmail(wrong), wrong);
}

BOOST_AUTO_TEST_SUITE_END()
