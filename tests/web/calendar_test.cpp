#include "booking-cgi/calendar.h"
#include <boost/test/unit_test.hpp>

using namespace accueil;
using namespace accueil::web;

namespace
{
const Day today = makeDay(2026, 11, 25); // a Wednesday

/// 60 days from today, open on weekdays at 09:00 and 13:30.
std::vector<DayOfStarts> openDays(int days = 60)
{
    std::vector<DayOfStarts> all;
    for (int i = 0; i < days; ++i) {
        DayOfStarts day{today + std::chrono::days(i), false, 0, 0, {}};
        day.open = isoWeekday(day.day) <= 5;
        if (day.open) day.starts = {{{540}, 1}, {{810}, 1}};
        all.push_back(day);
    }
    return all;
}

struct French
{
    Messages m{Language::fr};
    std::vector<DayOfStarts> days = openDays();
};
} // namespace

BOOST_FIXTURE_TEST_SUITE(calendar, French)

BOOST_AUTO_TEST_CASE(two_weeks_from_the_monday_with_a_word_for_each_day)
{
    days[1].starts.clear();
    days[2].open = false;
    for (int minute = 540; minute < 640; minute += 10) days[5].starts.push_back({{minute}, 1});
    const Calendar shown(days, today, {});
    BOOST_TEST((shown.from() == makeDay(2026, 11, 23)));
    std::vector<std::string> words;
    const auto weeks = shown.weeks();
    for (const CalendarCell& cell : weeks.at(0)) words.push_back(calendarWord(m, cell));
    BOOST_TEST(words == (std::vector<std::string>{"–", "–", "reste 2", "complet", "fermé"}),
               boost::test_tools::per_element());
    BOOST_TEST(calendarWord(m, weeks.at(1).at(0)) == "libre");
}

BOOST_AUTO_TEST_CASE(days_of_another_month_say_it)
{
    const Calendar shown(days, today, {});
    BOOST_TEST(shown.title(m) == "Novembre – décembre 2026");
    BOOST_TEST(shown.number(m, makeDay(2026, 11, 30)) == "30");
    BOOST_TEST(shown.number(m, makeDay(2026, 12, 1)) == "1 déc.");
    BOOST_TEST(Calendar(days, today, makeDay(2026, 12, 30)).title(m) == "Décembre 2026 – janvier 2027");
    BOOST_TEST(Calendar(days, today, makeDay(2026, 12, 8)).title(m) == "Décembre 2026");
}

BOOST_AUTO_TEST_CASE(turning_stays_between_today_and_the_horizon)
{
    const Calendar first(days, today, {});
    BOOST_TEST(!first.earlier());
    BOOST_TEST((first.later() == makeDay(2026, 12, 7)));
    const Calendar second(days, today, *first.later());
    BOOST_TEST((second.earlier() == first.from()));
    BOOST_TEST((Calendar(days, today, makeDay(2026, 12, 1)).earlier() == makeDay(2026, 11, 23)),
               "never before this week");
    const Calendar far(days, today, makeDay(2031, 1, 1));
    BOOST_TEST(!far.later());
    BOOST_TEST((far.from() <= days.back().day));
    BOOST_TEST((Calendar(days, today, makeDay(1999, 1, 1)).from() == first.from()));
}

BOOST_AUTO_TEST_CASE(it_opens_where_the_first_free_place_is)
{
    for (int i = 0; i < 25; ++i) days[static_cast<std::size_t>(i)].starts.clear();
    const Calendar shown(days, today, {});
    BOOST_TEST((shown.from() == makeDay(2026, 12, 21)));
    BOOST_TEST((shown.firstFreeDay() == makeDay(2026, 12, 21)));
}

BOOST_AUTO_TEST_CASE(a_saturday_has_a_column_only_where_it_is_ever_open)
{
    BOOST_TEST(Calendar(days, today, {}).weekdays().size() == 5U);
    days[10].open = true; // Saturday 5 December
    BOOST_TEST(Calendar(days, today, {}).weekdays().back() == 6);
    BOOST_TEST(Calendar({}, today, {}).weekdays().size() == 5U);
}

BOOST_AUTO_TEST_CASE(noon_belongs_to_the_afternoon)
{
    days[0].starts = {{{710}, 1}, {{720}, 1}, {{730}, 1}};
    BOOST_TEST(keepPart(days, DayPart::whole)[0].starts.size() == 3U);
    BOOST_TEST(keepPart(days, DayPart::morning)[0].starts.size() == 1U);
    BOOST_TEST(keepPart(days, DayPart::afternoon)[0].starts.size() == 2U);
}

BOOST_AUTO_TEST_SUITE_END()
