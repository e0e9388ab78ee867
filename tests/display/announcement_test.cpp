#include "display-app/logic/announcement.h"
#include <boost/test/unit_test.hpp>

using namespace accueil;
using namespace accueil::display;

namespace
{
ShownCall call(const char* number, int counter, Language language = Language::fr)
{
    ShownCall shown;
    shown.number = number;
    shown.counter = counter;
    shown.language = language;
    return shown;
}

std::vector<std::string> texts(const Announcement& announcement)
{
    std::vector<std::string> all;
    for (const auto& spoken : announcement.voices) all.push_back(std::string(code(spoken.language)) + ": " + spoken.text);
    return all;
}
} // namespace

BOOST_AUTO_TEST_CASE(a_number_is_said_as_a_letter_and_a_number_without_zeros)
{
    const std::pair<const char*, const char*> cases[] = {
        {"A042", "A, 42"}, {"B007", "B, 7"}, {"A100", "A, 100"}, {"P999", "P, 999"}, {"A000", "A, 0"}, {"A", "A"}, {"042", "42"}, {"", ""}};
    for (const auto& [number, spoken] : cases) BOOST_TEST(spokenNumber(number) == spoken);
}

BOOST_AUTO_TEST_CASE(a_call_is_said_in_four_languages)
{
    const std::pair<Language, const char*> cases[] = {
        {Language::fr, "Ticket A, 42, guichet 3"},
        {Language::nl, "Ticket A, 42, loket 3"},
        {Language::de, "Nummer A, 42, Schalter 3"},
        {Language::en, "Ticket A, 42, counter 3"},
    };
    for (const auto& [language, text] : cases) BOOST_TEST(spokenCall(call("A042", 3), language).text == text);
}

BOOST_AUTO_TEST_CASE(a_visitor_hears_his_own_language_first_then_the_site_s)
{
    const auto said = texts(announcementOf(call("A042", 3, Language::de), Language::fr, true, true));
    const std::vector<std::string> expected{"de: Nummer A, 42, Schalter 3", "fr: Ticket A, 42, guichet 3"};
    BOOST_TEST(said == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(the_site_s_own_language_is_said_once)
{
    BOOST_TEST(texts(announcementOf(call("A042", 3), Language::fr, true, true)).size() == 1U);
}

BOOST_AUTO_TEST_CASE(chime_and_voice_are_two_settings)
{
    BOOST_TEST(announcementOf(call("A042", 3), Language::fr, true, false).chime);
    BOOST_TEST(announcementOf(call("A042", 3), Language::fr, true, false).voices.empty());
    BOOST_TEST(!announcementOf(call("A042", 3), Language::fr, false, true).chime);
    BOOST_TEST(announcementOf(call("A042", 3), Language::fr, false, true).voices.size() == 1U);
}
