#include "core/base/log.h"
#include "core/base/messages.h"
#include "tests/support/temporary_folder.h"
#include <boost/test/unit_test.hpp>
#include <fstream>
#include <iterator>

using namespace accueil;

BOOST_AUTO_TEST_SUITE(messages)

BOOST_AUTO_TEST_CASE(each_language_has_its_own_text_without_a_locale_of_the_system)
{
    BOOST_TEST(Messages(Language::fr).tr("January") == "janvier");
    BOOST_TEST(Messages(Language::nl).tr("January") == "januari");
    BOOST_TEST(Messages(Language::de).tr("January") == "Januar");
    BOOST_TEST(Messages(Language::en).tr("January") == "January");
}

BOOST_AUTO_TEST_CASE(a_text_without_translation_is_shown_as_it_is)
{
    BOOST_TEST(Messages(Language::fr).tr("not in the catalogue {0}", 5) == "not in the catalogue 5");
}

BOOST_AUTO_TEST_CASE(languages_are_read_from_what_browsers_and_systems_say)
{
    for (const auto& [text, expected] : {std::pair{"fr_BE.UTF-8", "fr"}, {"NL", "nl"}, {"de-BE", "de"}, {"en", "en"}})
        BOOST_TEST(code(parseLanguage(text).value()) == expected);
    for (const char* text : {"", "f", "it", "fra", "x"}) BOOST_TEST(!parseLanguage(text), text);
}

BOOST_AUTO_TEST_CASE(log_lines_carry_their_identifier_and_an_unwritable_file_stops_nobody)
{
    const test::TemporaryFolder folder;
    const std::string file = (folder.path() / "a.log").string();
    log::open("test", file);
    log::warning("kiosk.print.failed", "queue {} refuses", "ticket");
    std::ifstream stream(file);
    const std::string text{std::istreambuf_iterator<char>(stream), {}};
    BOOST_TEST(text.find("warning kiosk.print.failed queue ticket refuses") != std::string::npos);
    log::open("test", "/proc/nowhere/a.log");
    log::info("still.alive", "yes");
}

BOOST_AUTO_TEST_SUITE_END()
