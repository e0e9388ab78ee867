#include "core/booking/phone.h"
#include <boost/test/unit_test.hpp>

using namespace accueil;

BOOST_AUTO_TEST_SUITE(phone)

BOOST_AUTO_TEST_CASE(a_number_is_kept_as_people_read_it)
{
    struct Case
    {
        const char *typed, *kept;
    };
    for (const auto& c : {Case{"0470123456", "0470 12 34 56"}, Case{"0470/12.34.56", "0470 12 34 56"}, Case{" 0470 12 34 56 ", "0470 12 34 56"},
                          Case{"+32470123456", "0470 12 34 56"}, Case{"0032 470 12 34 56", "0470 12 34 56"},
                          Case{"+32 (0)470 12 34 56", "0470 12 34 56"}, Case{"087325240", "087 32 52 40"}, Case{"02/2791211", "02 279 12 11"},
                          Case{"+49 241 510810", "+49 241 510810"}, Case{"0049241510810", "+49 241 510810"},
                          Case{"+352 26123456", "+352 26 12 34 56"}, Case{"+31 43 350 5050", "+31 43 350 5050"}, Case{"", ""}, Case{"  ", ""}}) {
        const auto checked = checkPhone(c.typed);
        BOOST_TEST(checked.number == c.kept, c.typed);
        BOOST_TEST((checked.fault == PhoneFault::none), c.typed);
        BOOST_TEST(checkPhone(checked.number).number == checked.number, "what is kept stays the same: " << c.typed);
    }
}

BOOST_AUTO_TEST_CASE(what_is_wrong_is_told_apart)
{
    struct Case
    {
        const char* typed;
        PhoneFault fault;
    };
    for (const auto& c : {Case{"0470 12 34 5", PhoneFault::tooShort}, Case{"087 32 52 4", PhoneFault::tooShort}, Case{"12", PhoneFault::tooShort},
                          Case{"0470 12 34 567", PhoneFault::tooLong}, Case{"087 32 52 401", PhoneFault::tooLong},
                          Case{"0470 12 34 56 78 90 12 34", PhoneFault::tooLong}, Case{"+49 12", PhoneFault::tooShort},
                          Case{"0470 ask Ann", PhoneFault::unknown}, Case{"call me", PhoneFault::unknown}, Case{"+999 123456", PhoneFault::unknown},
                          Case{"0000000000", PhoneFault::unknown}, Case{"+", PhoneFault::unknown}})
        BOOST_TEST((checkPhone(c.typed).fault == c.fault), c.typed << " is " << static_cast<int>(checkPhone(c.typed).fault));
}

BOOST_AUTO_TEST_SUITE_END()
