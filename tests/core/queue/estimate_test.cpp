#include "core/queue/estimate.h"
#include <boost/test/unit_test.hpp>

using namespace accueil;

BOOST_AUTO_TEST_SUITE(estimate)

BOOST_AUTO_TEST_CASE(waits_are_ranges_of_five_minutes)
{
    struct Case
    {
        double minutes;
        int from;
        const char* words;
    };
    for (const auto& c : {Case{0, 0, "moins de 5 minutes"}, Case{-3, 0, "moins de 5 minutes"}, Case{4.9, 0, "moins de 5 minutes"},
                          Case{5, 5, "5 à 10 minutes"}, Case{34, 30, "30 à 35 minutes"}}) {
        const WaitRange range = rangeOf(c.minutes);
        BOOST_TEST(range.fromMinutes == c.from);
        BOOST_TEST(range.toMinutes == c.from + 5);
        BOOST_TEST(waitInWords(Messages(Language::fr), range) == c.words);
    }
    BOOST_TEST(waitShort(Messages(Language::fr), {5, 10}) == "5 à 10 min");
}

BOOST_AUTO_TEST_SUITE_END()
