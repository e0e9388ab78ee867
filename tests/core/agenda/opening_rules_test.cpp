#include "core/agenda/opening_rules.h"
#include "core/base/errors.h"
#include <boost/test/unit_test.hpp>

using namespace accueil;

namespace
{
Day day(const char* iso)
{
    return *parseIsoDay(iso);
}

/// Thursdays 08:30 to 12:00.
Opening thursday()
{
    return {OpeningId(1), 4, {510}, {720}, 4, 3, {}, {}, 1, {}, 0};
}

Opening with(void (*change)(Opening&))
{
    Opening opening = thursday();
    opening.id = OpeningId(2);
    change(opening);
    return opening;
}

std::string refusedField(void (*change)(Opening&))
{
    try {
        checkOpening(with(change));
        return "";
    } catch (const InvalidInput& e) {
        return e.what();
    }
}
} // namespace

BOOST_AUTO_TEST_SUITE(opening_rules)

BOOST_AUTO_TEST_CASE(what_no_service_can_mean_is_named)
{
    BOOST_TEST(refusedField([](Opening&) {}) == "");
    BOOST_TEST(refusedField([](Opening& o) { o.weekday = 8; }) == "weekday");
    BOOST_TEST(refusedField([](Opening& o) { o.to = {510}; }) == "from");
    BOOST_TEST(refusedField([](Opening& o) { o.to = {1500}; }) == "to");
    BOOST_TEST(refusedField([](Opening& o) { o.counters = 0; }) == "counters");
    BOOST_TEST(refusedField([](Opening& o) { o.countersOnline = 5; }) == "counters_online");
    BOOST_TEST(refusedField([](Opening& o) { o.validFrom = day("2026-12-01"); o.validTo = day("2026-11-30"); }) == "valid_to");
    BOOST_TEST(refusedField([](Opening& o) { o.everyWeeks = 0; }) == "every_weeks");
    BOOST_TEST(refusedField([](Opening& o) { o.everyWeeks = 2; }) == "first_week");
    BOOST_TEST(refusedField([](Opening& o) { o.nthOfMonth = 6; }) == "nth_of_month");
}

BOOST_AUTO_TEST_CASE(openings_clash_when_a_day_and_an_hour_are_common)
{
    struct Case
    {
        Opening other;
        bool clashes;
        const char* context;
    };
    const Opening evenWeeks = with([](Opening& o) { o.everyWeeks = 2; o.firstWeek = day("2026-11-26"); });
    for (const auto& c :
         {Case{with([](Opening&) {}), true, "the same hours twice"}, Case{with([](Opening& o) { o.weekday = 5; }), false, "another weekday"},
          Case{with([](Opening& o) { o.from = {720}; o.to = {900}; }), false, "a break of no length"},
          Case{with([](Opening& o) { o.from = {715}; o.to = {900}; }), true, "five minutes in common"},
          Case{with([](Opening& o) { o.from = {540}; o.to = {600}; }), true, "inside"},
          Case{with([](Opening& o) { o.nthOfMonth = 5; }), true, "a fifth Thursday comes now and then"}})
        BOOST_TEST(clash({thursday(), c.other}).has_value() == c.clashes, c.context);

    const auto clashes = [](const Opening& a, const Opening& b) { return clash({a, b}).has_value(); };
    BOOST_TEST(!clashes(evenWeeks, with([](Opening& o) { o.everyWeeks = 2; o.firstWeek = day("2026-12-03"); })), "odd and even weeks");
    BOOST_TEST(clashes(evenWeeks, with([](Opening& o) { o.everyWeeks = 3; o.firstWeek = day("2026-12-03"); })), "they meet in time");
    BOOST_TEST(!clashes(with([](Opening& o) { o.nthOfMonth = 1; }), with([](Opening& o) { o.nthOfMonth = 3; })), "first and third");
    BOOST_TEST(clashes(with([](Opening& o) { o.nthOfMonth = 4; }), with([](Opening& o) { o.nthOfMonth = -1; })), "fourth is often the last");
    Opening until = thursday(), after = thursday();
    until.validTo = day("2026-12-31");
    after.validFrom = day("2027-01-01");
    BOOST_TEST(!clashes(until, after), "one follows the other");
    after.validFrom = day("2026-12-31");
    BOOST_TEST(clashes(until, after), "one common day, a Thursday");
}

BOOST_AUTO_TEST_CASE(an_opening_can_be_named)
{
    BOOST_TEST(inWords(thursday()) == "Thursday 08:30-12:00, 4 counters (3 online)");
    BOOST_TEST(inWords(with([](Opening& o) { o.everyWeeks = 2; o.firstWeek = day("2026-11-26"); o.validTo = day("2027-06-30"); })) ==
               "Thursday 08:30-12:00, 4 counters (3 online), every 2 weeks from 2026-11-26, until 2027-06-30");
}

BOOST_AUTO_TEST_CASE(a_special_opening_says_that_it_is_for_a_holiday_and_overlaps_no_other)
{
    Hours hours;
    hours.holidays = {day("2026-12-25")};
    hours.specials = {{OpeningId(5), day("2026-12-24"), {540}, {720}, 1, 1, false}};
    struct Case
    {
        SpecialOpening special;
        const char *refusal, *context;
    };
    for (const auto& c :
         {Case{{{}, day("2026-12-25"), {540}, {600}, 1, 1, false}, "2026-12-25 is a holiday", "nothing said about the holiday"},
          Case{{{}, day("2026-12-25"), {540}, {600}, 1, 1, true}, "", "said"},
          Case{{{}, day("2026-12-23"), {540}, {600}, 1, 1, true}, "", "for a holiday that is none"},
          Case{{{}, day("2026-12-24"), {720}, {780}, 1, 1, false}, "", "one after the other"},
          Case{{{}, day("2026-12-24"), {710}, {780}, 2, 1, false},
               "Thursday 2026-12-24 09:00-12:00, 1 counters (1 online) / Thursday 2026-12-24 11:50-13:00, 2 counters (1 online)",
               "ten minutes in common: both are named"},
          Case{{{}, day("2026-12-24"), {540}, {720}, 1, 1, false}, "these openings overlap", "the same twice"},
          Case{{{}, day("2026-12-28"), {600}, {600}, 1, 1, false}, "from", "of no length"},
          Case{{{}, day("2026-12-28"), {540}, {600}, 1, 2, false}, "counters_online", "more online than there are"}}) {
        std::string said;
        try {
            BOOST_TEST((withSpecial(hours, c.special).specials.back().id == OpeningId(6)), c.context);
        } catch (const InvalidInput& e) {
            said = e.what();
        }
        BOOST_TEST((*c.refusal == 0 ? said.empty() : said.find(c.refusal) != std::string::npos), c.context << ": " << said);
    }
}

BOOST_AUTO_TEST_SUITE_END()
