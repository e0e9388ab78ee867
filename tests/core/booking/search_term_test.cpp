// What is typed into the one field, understood.
#include "core/booking/find.h"
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

using namespace accueil;
using Kind = SearchTerm::Kind;

namespace
{
const Day today = makeDay(2026, 11, 24);

SearchTerm words(std::vector<std::string> all)
{
    return {.kind = Kind::words, .words = std::move(all)};
}

SearchTerm bornOn(int year, int month, int day)
{
    return {.kind = Kind::birthDate, .birthDate = BirthDate{year, month, day}};
}

struct Case
{
    std::string typed;
    SearchTerm meant;
    friend std::ostream& operator<<(std::ostream& out, const Case& one)
    {
        return out << '"' << one.typed << '"';
    }
};

const std::vector<Case> cases{
    {"", {}},
    {"   ", {}},
    {"dupont", words({"dupont"})},
    {"  Dupont  Camille ", words({"Dupont", "Camille"})},
    {"Dupont, Camille", words({"Dupont", "Camille"})},
    {"Élodie", words({"Élodie"})},
    {"d’Hondt", words({"dHondt"})},
    {"D'Hondt", words({"DHondt"})},
    {"\"Dupont\"", words({"Dupont"})},
    {"Marie-Louise", words({"MarieLouise"})},
    {"van den berghe anna", words({"van", "den", "berghe", "anna"})},
    {"a b c d e f g h", words({"a", "b", "c", "d", "e", "f"})},
    {"100%", words({"100%"})},
    {"%", words({"%"})},
    {"d%pont", words({"d%pont"})},
    {"-", {}},
    {"'", {}},
    {"\"", {}},
    {std::string(254, 'x'), words({std::string(254, 'x')})},
    {std::string(255, 'x'), {}},
    {std::string(5000, '1'), {}},

    // Birth dates, as the person form takes them.
    {"02.01.1980", bornOn(1980, 1, 2)},
    {"1/2/80", bornOn(1980, 2, 1)},
    {"1980-02-01", bornOn(1980, 2, 1)},
    {"14-3-1958", bornOn(1958, 3, 14)},
    {"00.00.1975", bornOn(1975, 0, 0)},
    {"14031958", bornOn(1958, 3, 14)},
    {"01021980", {.kind = Kind::birthDate, .birthDate = BirthDate{1980, 2, 1}, .phone = "01021980"}},
    {"04 12 58", {.kind = Kind::birthDate, .birthDate = BirthDate{1958, 12, 4}, .phone = "041258"}},
    {"31.02.1980", {}},
    {"14.03", {}},
    {"1", {}},

    // Phone numbers: as people spell them, the same in the end.
    {"0470 12", {.kind = Kind::phone, .phone = "047012"}},
    {"0470/12.34.56", {.kind = Kind::phone, .phone = "0470123456"}},
    {"+32 470 12", {.kind = Kind::phone, .phone = "047012"}},
    {"0032 470 12", {.kind = Kind::phone, .phone = "047012"}},
    {"+32 (0)470-12", {.kind = Kind::phone, .phone = "047012"}},
    {"087 32", {.kind = Kind::phone, .phone = "08732"}},
    {"+33 1 40", {.kind = Kind::phone, .phone = "0033140"}},
    {"047", {}},
    {"+32", {}},
    {"+", {}},

    // References, whole and in part.
    {"kxtr-bv", {.kind = Kind::reference, .reference = "KXTRBV"}},
    {"KXTR-", {.kind = Kind::reference, .reference = "KXTR"}},
    {"kxtrb", {.kind = Kind::reference, .words = {"kxtrb"}, .reference = "KXTRB"}},
    {"KXTR BV", {.kind = Kind::reference, .words = {"KXTR", "BV"}, .reference = "KXTRBV"}},
    {"BRLN", {.kind = Kind::words, .words = {"BRLN"}, .reference = "BRLN"}},
    {"BRL", words({"BRL"})},
    {"KXTR-BA", words({"KXTRBA"})},

    // E-mail addresses, before and behind the @.
    {"camille@", {.kind = Kind::email, .email = "camille@"}},
    {"camille@exemple.be", {.kind = Kind::email, .email = "camille@exemple.be"}},
    {"camille.ex", {.kind = Kind::words, .words = {"camilleex"}, .email = "camille.ex"}},
    {"camille_ex", {.kind = Kind::words, .words = {"camille_ex"}, .email = "camille_ex"}},
    {"camille58", {.kind = Kind::words, .words = {"camille58"}, .email = "camille58"}},
    {"@exemple", {}},

    // Tickets.
    {"A042", {.kind = Kind::ticket, .ticket = "A042"}},
    {"a42", {.kind = Kind::ticket, .ticket = "A042"}},
    {"b 7", {.kind = Kind::ticket, .ticket = "B007"}},
    {"A1234", {.kind = Kind::ticket, .ticket = "A1234"}},
    {"a0", {.kind = Kind::words, .words = {"a0"}}},
};
} // namespace

BOOST_AUTO_TEST_SUITE(search_term)

BOOST_DATA_TEST_CASE(is_understood, boost::unit_test::data::make(cases), one)
{
    const SearchTerm found = understandSearch(one.typed, today);
    BOOST_TEST(static_cast<int>(found.kind) == static_cast<int>(one.meant.kind));
    BOOST_TEST(found.words == one.meant.words, boost::test_tools::per_element());
    BOOST_TEST((found.birthDate == one.meant.birthDate));
    BOOST_TEST(found.reference == one.meant.reference);
    BOOST_TEST(found.phone == one.meant.phone);
    BOOST_TEST(found.email == one.meant.email);
    BOOST_TEST(found.ticket == one.meant.ticket);
}

BOOST_AUTO_TEST_CASE(a_whole_reference_is_nothing_else)
{
    const std::string reference = makeReference(*Seed::fromHex(std::string(32, '7')));
    for (const auto& typed : {reference, referenceInWords(reference)}) {
        const SearchTerm found = understandSearch(typed, today);
        BOOST_TEST((found.kind == Kind::reference));
        BOOST_TEST(found.reference == reference);
        BOOST_TEST(found.words.empty());
    }
}

BOOST_AUTO_TEST_CASE(names_and_numbers_have_one_key_however_they_are_written)
{
    BOOST_TEST(nameKey("Van den Berghe-D'Hondt") == "VandenBergheDHondt");
    BOOST_TEST(nameKey("St. \"Vith\"") == "StVith");
    for (const char* phone :
         {"0470123456", "0470/12.34.56", "+32 470 12 34 56", "0032470123456", "+32 (0)470 12-34-56"})
        BOOST_TEST(phoneKey(phone) == "0470123456");
    BOOST_TEST(phoneKey("") == "");
}

BOOST_AUTO_TEST_SUITE_END()
