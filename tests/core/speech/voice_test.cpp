// The voice itself, without a sound card.
#include "core/speech/voice.h"
#include <boost/test/unit_test.hpp>

using namespace accueil;

BOOST_AUTO_TEST_SUITE(voice)

BOOST_AUTO_TEST_CASE(speaks_each_language_in_its_own_way)
{
    BOOST_REQUIRE(speech::ready());
    std::vector<speech::Samples> heard;
    for (const auto language : languages) {
        heard.push_back(speech::say("Bonjour", language));
        BOOST_TEST(heard.back().size() > speech::soundRate / 4u);
    }
    BOOST_TEST((heard[0] != heard[1] && heard[1] != heard[2] && heard[2] != heard[3]));
}

BOOST_AUTO_TEST_CASE(a_ticket_is_read_as_one_counts_in_belgium)
{
    const auto number = speech::say("73", Language::fr);
    BOOST_TEST((number == speech::say("septante-trois", Language::fr) ||
                number.size() < speech::say("soixante-treize", Language::fr).size()));
}

BOOST_AUTO_TEST_SUITE_END()
