#include "kiosk-app/logic/birth_date_entry.h"
#include <boost/test/unit_test.hpp>

using namespace accueil;
using namespace accueil::kiosk;
using Problem = BirthDateEntry::Problem;

namespace accueil::kiosk
{
static std::ostream& operator<<(std::ostream& out, Problem problem)
{
    return out << static_cast<int>(problem);
}
} // namespace accueil::kiosk

namespace
{
const Day today = makeDay(2026, 11, 23);

BirthDateEntry typed(const std::string& digits)
{
    BirthDateEntry entry;
    for (const char c : digits) entry.digit(c - '0', today);
    return entry;
}
} // namespace

BOOST_AUTO_TEST_SUITE(birth_date_entry)

BOOST_AUTO_TEST_CASE(a_full_field_moves_on_by_itself)
{
    BOOST_TEST(typed("1").current() == BirthDateEntry::day);
    BOOST_TEST(typed("14").current() == BirthDateEntry::month);
    BOOST_TEST(typed("1403").current() == BirthDateEntry::year);
    BOOST_TEST(typed("1403195").typed(BirthDateEntry::year) == "195");
}

BOOST_AUTO_TEST_CASE(what_cannot_be_is_said_as_soon_as_it_is_known)
{
    struct Case
    {
        const char* digits;
        Problem problem;
    };
    for (const auto& [digits, problem] :
         {Case{"", Problem::none}, Case{"3", Problem::none}, Case{"31", Problem::none},
          Case{"32", Problem::noSuchDay}, Case{"99", Problem::noSuchDay},
          Case{"3102", Problem::dayNotInMonth}, Case{"3004", Problem::none},
          Case{"3104", Problem::dayNotInMonth}, Case{"1413", Problem::noSuchMonth},
          Case{"1499", Problem::noSuchMonth}, Case{"2902", Problem::none},
          Case{"29021975", Problem::notInThatYear}, Case{"29022000", Problem::none},
          Case{"29021900", Problem::notInThatYear}, Case{"14031958", Problem::none},
          Case{"14031879", Problem::yearNotPossible}, Case{"23112026", Problem::none},
          Case{"24112026", Problem::yearNotPossible}, Case{"01012027", Problem::yearNotPossible}})
        BOOST_TEST_CONTEXT(digits) BOOST_TEST(typed(digits).problem(today) == problem);
}

BOOST_AUTO_TEST_CASE(the_register_has_people_born_on_the_zeroth)
{
    BOOST_TEST((typed("00001975").date(today) == BirthDate{1975, 0, 0}));
    BOOST_TEST((typed("00061975").date(today) == BirthDate{1975, 6, 0}));
    BOOST_TEST(typed("1400").problem(today) == Problem::dayNotInMonth); // a day without its month is not
}

BOOST_AUTO_TEST_CASE(a_whole_possible_date_is_the_answer)
{
    BOOST_TEST((typed("14031958").date(today) == BirthDate{1958, 3, 14}));
    BOOST_TEST(!typed("1403195").date(today).has_value());
    BOOST_TEST(!typed("31021958").date(today).has_value());
}

BOOST_AUTO_TEST_CASE(nothing_is_typed_behind_a_problem_or_a_whole_date)
{
    BOOST_TEST(typed("31021958").typed(BirthDateEntry::year).empty());
    BOOST_TEST(typed("140319587").typed(BirthDateEntry::year) == "1958");
}

BOOST_AUTO_TEST_CASE(correct_goes_back_across_the_fields)
{
    auto entry = typed("3102");
    entry.correct();
    BOOST_TEST(entry.typed(BirthDateEntry::month) == "0");
    entry.correct();
    entry.correct();
    BOOST_TEST(entry.typed(BirthDateEntry::day) == "3");
    BOOST_TEST(entry.current() == BirthDateEntry::day);
    entry.correct();
    entry.correct(); // nothing left: nothing happens
    BOOST_TEST(entry.empty());
}

BOOST_AUTO_TEST_SUITE_END()
