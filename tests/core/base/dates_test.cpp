#include "core/base/date_words.h"
#include <boost/test/unit_test.hpp>
#include <vector>

using namespace accueil;

namespace
{
const Day today = makeDay(2026, 11, 23);
}

BOOST_AUTO_TEST_SUITE(dates)

BOOST_AUTO_TEST_CASE(iso_days_are_read_and_nonsense_is_not)
{
    BOOST_TEST(isoDay(*parseIsoDay("2028-02-29")) == "2028-02-29");
    for (const char* wrong : {"2026-02-29", "2026-13-01", "2026-00-10", "26-11-2026", "2026-11-2", "2026/11/26", "", "2026-11-26 "})
        BOOST_TEST(!parseIsoDay(wrong), wrong);
}

BOOST_AUTO_TEST_CASE(birth_dates_are_read_as_people_type_them)
{
    struct Case
    {
        const char *typed, *read;
    };
    for (const auto& c : std::vector<Case>{{"14031958", "14.03.1958"},   {"14/3/58", "14.03.1958"},  {"14.03.1958", "14.03.1958"},
                                           {"1958-03-14", "14.03.1958"}, {"14 3 1958", "14.03.1958"}, {"140358", "14.03.1958"},
                                           {"1/2/20", "01.02.2020"},     {"1/2/27", "01.02.1927"},    {"00.00.1975", "00.00.1975"},
                                           {"00/05/1975", "00.05.1975"}, {"29.02.2024", "29.02.2024"}})
        BOOST_TEST(birthDateText(parseBirthDate(c.typed, today).value_or(BirthDate{})) == c.read, c.typed);
    for (const char* wrong : {"", "14", "31.02.1958", "29.02.2023", "14.13.1958", "14.03.1850", "24.11.2026", "14.00.1975", "abc",
                              "1.2.3.4", "140319588", "14.03.195"})
        BOOST_TEST(!parseBirthDate(wrong, today), wrong);
}

BOOST_AUTO_TEST_CASE(what_is_wrong_with_a_birth_date_is_told_apart)
{
    struct Case
    {
        const char* typed;
        BirthDateFault fault;
    };
    for (const auto& c : {Case{"01021980", BirthDateFault::none}, Case{"1/2/80", BirthDateFault::none}, Case{"1980-02-01", BirthDateFault::none},
                          Case{"1.2.1980", BirthDateFault::none}, Case{"00.00.1975", BirthDateFault::none}, Case{"", BirthDateFault::notUnderstood},
                          Case{"14.03", BirthDateFault::notUnderstood}, Case{"14.13.1958", BirthDateFault::noSuchMonth},
                          Case{"31.02.1958", BirthDateFault::noSuchDay}, Case{"29.02.2023", BirthDateFault::noSuchDay},
                          Case{"45.03.1958", BirthDateFault::noSuchDay}, Case{"14.00.1975", BirthDateFault::noSuchDay},
                          Case{"14.03.1858", BirthDateFault::tooLongAgo}, Case{"24.11.2026", BirthDateFault::stillToCome}})
        BOOST_TEST((readBirthDate(c.typed, today).fault == c.fault), c.typed);
    BOOST_TEST((readBirthDate("31.02.1958", today).date == BirthDate{1958, 2, 31}), "the figures are told back");
}

BOOST_AUTO_TEST_CASE(days_in_words_are_those_of_each_language)
{
    struct Case
    {
        Language language;
        const char *first, *withTime, *tomorrow;
    };
    for (const auto& c :
         {Case{Language::fr, "mardi 1er décembre", "jeudi 26 novembre à 08:30", "demain, mardi 24 novembre"},
          Case{Language::nl, "dinsdag 1 december", "donderdag 26 november om 08:30", "morgen, dinsdag 24 november"},
          Case{Language::de, "Dienstag, 1. Dezember", "Donnerstag, 26. November, um 08:30 Uhr", "morgen, Dienstag, 24. November"},
          Case{Language::en, "Tuesday 1 December", "Thursday 26 November at 08:30", "tomorrow, Tuesday 24 November"}}) {
        const Messages messages(c.language);
        BOOST_TEST(dayInWords(messages, makeDay(2026, 12, 1)) == c.first);
        BOOST_TEST(dayAndTime(messages, makeDay(2026, 11, 26), {510}) == c.withTime);
        BOOST_TEST(dayFromToday(messages, today + std::chrono::days(1), today) == c.tomorrow);
    }
}

BOOST_AUTO_TEST_CASE(first_letters_are_raised_accents_too)
{
    BOOST_TEST(capitalised("jeudi") == "Jeudi");
    BOOST_TEST(capitalised("été") == "Été");
    BOOST_TEST(capitalised("") == "");
    BOOST_TEST(capitalised("1er") == "1er");
}

BOOST_AUTO_TEST_SUITE_END()
