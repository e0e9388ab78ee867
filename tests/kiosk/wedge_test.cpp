#include "core/wxkit/wedge.h"
#include <boost/test/unit_test.hpp>
#include <map>

using namespace accueil::wxkit;

namespace
{
constexpr unsigned enter = 36, keypadEnter = 104, tab = 23, shift = 50;

/// Hardware code of a US key, as the decoder reads it.
unsigned codeOf(char character)
{
    for (unsigned code = 10; code <= 61; ++code)
        if (usCharacter(code, false) == character) return code;
    BOOST_FAIL("no key writes " << character);
    return 0;
}

struct Reader
{
    WedgeDecoder decoder;
    std::uint32_t now = 5000;

    std::optional<std::string> type(unsigned code, std::uint32_t gap = 10, bool shifted = false)
    {
        now += gap;
        return decoder.key({.timeMs = now, .hardwareCode = code, .shift = shifted});
    }
    std::optional<std::string> type(const std::string& text, unsigned end, std::uint32_t gap = 10)
    {
        for (const char c : text) BOOST_TEST(!type(codeOf(c), gap).has_value());
        return type(end, gap);
    }
};
} // namespace

BOOST_FIXTURE_TEST_SUITE(wedge_decoder, Reader)

BOOST_AUTO_TEST_CASE(a_burst_that_ends_with_enter_or_tab_is_a_code)
{
    for (const unsigned end : {enter, keypadEnter, tab})
        BOOST_TEST(type("bcdfghjklnprstvxbcdf", end).value() == "BCDFGHJKLNPRSTVXBCDF");
}

BOOST_AUTO_TEST_CASE(digits_and_dashes_are_read_by_the_place_of_the_key)
{
    BOOST_TEST(type("kx-2041/b9", enter).value() == "KX-2041/B9");
}

BOOST_AUTO_TEST_CASE(a_reader_that_presses_shift_sends_the_same)
{
    for (const char c : std::string("bcdfghjk")) {
        now += 2;
        decoder.key({.timeMs = now, .hardwareCode = shift, .shift = false, .modifier = true});
        BOOST_TEST(!type(codeOf(c), 2, true).has_value());
    }
    BOOST_TEST(type(enter).value() == "BCDFGHJK");
}

BOOST_AUTO_TEST_CASE(gaps_up_to_the_limit_belong_to_one_code)
{
    struct Case
    {
        std::uint32_t gap;
        bool isCode;
    };
    for (const auto& [gap, isCode] :
         {Case{1, true}, Case{50, true}, Case{120, true}, Case{121, false}, Case{300, false}}) {
        BOOST_TEST_CONTEXT("gap " << gap << " ms")
        BOOST_TEST(type("bcdfghjkln", enter, gap).has_value() == isCode);
    }
}

BOOST_AUTO_TEST_CASE(a_person_who_types_is_no_reader)
{
    BOOST_TEST(!type("14031958", enter, 200).has_value());
}

BOOST_AUTO_TEST_CASE(a_lone_enter_or_a_short_burst_is_left_to_the_buttons)
{
    BOOST_TEST(!type(enter, 1000).has_value());
    BOOST_TEST(!type("bcd", enter).has_value());
}

BOOST_AUTO_TEST_CASE(what_was_typed_before_a_pause_does_not_stick_to_the_code)
{
    type(codeOf('z'));
    now += 2000;
    BOOST_TEST(type("bcdfghjkln", enter).value() == "BCDFGHJKLN");
}

BOOST_AUTO_TEST_CASE(two_codes_one_after_the_other_are_two)
{
    BOOST_TEST(type("bcdfghjkln", enter).value() == "BCDFGHJKLN");
    BOOST_TEST(type("nlkjhgfdcb", enter).value() == "NLKJHGFDCB");
}

BOOST_AUTO_TEST_CASE(the_clock_of_the_server_may_wrap_around)
{
    now = 0xFFFFFFF0U;
    BOOST_TEST(type("bcdfghjkln", enter, 5).value() == "BCDFGHJKLN");
}

BOOST_AUTO_TEST_SUITE_END()
