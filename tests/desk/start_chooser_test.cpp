#include "fake_desk.h"
#include "staff-desktop/logic/start_chooser.h"
#include <boost/test/unit_test.hpp>

using namespace accueil;

namespace
{
const Day monday = makeDay(2026, 11, 23), thursday = makeDay(2026, 11, 26);

struct ChooserFixture : DeskFixture
{
    std::optional<SoughtVisit> wish;
    StartChooser chooser{desk, [this] { return wish; }};

    ChooserFixture()
    {
        for (Day day = monday; day < monday + std::chrono::days(60); day += std::chrono::days(1)) {
            DayOfStarts one{
                .day = day, .open = isoWeekday(day) < 6, .capacity = 40, .free = 20, .starts = {}};
            if (day == monday) one.starts = {{MinuteOfDay{680}, 1}};
            if (day == thursday)
                one.starts = {{MinuteOfDay{510}, 1}, {MinuteOfDay{530}, 1}, {MinuteOfDay{800}, 1}};
            town.days.push_back(one);
        }
    }
    void seek()
    {
        wish = SoughtVisit{.service = population, .minutes = 10, .query = {}};
        chooser.reload();
        tasks.finishAll();
    }
    std::string starts(const StartChooser::Marks& marks = {}) const
    {
        std::string line;
        for (const auto& start : chooser.state(marks).starts)
            line += start.time + (start.held       ? "* "
                                  : start.onItsWay ? "? "
                                  : start.chosen   ? "! "
                                  : start.present  ? "= "
                                                   : " ");
        return line;
    }
};
} // namespace

BOOST_FIXTURE_TEST_SUITE(start_chooser, ChooserFixture)

BOOST_AUTO_TEST_CASE(nothing_is_asked_before_a_visit_is_chosen)
{
    chooser.reload();
    BOOST_TEST(tasks.waiting() == 0u);
    BOOST_TEST(chooser.state({}).nothing == "First choose what it is for.");
}

BOOST_AUTO_TEST_CASE(marks_say_what_has_become_of_a_start)
{
    seek();
    const Offer offer{thursday, MinuteOfDay{510}};
    BOOST_TEST(starts() == "11:20 08:30 08:50 13:20 ");
    BOOST_TEST(starts({.held = offer}) == "11:20 08:30* 08:50 13:20 ");
    BOOST_TEST(starts({.held = offer, .onItsWay = offer}) == "11:20 08:30? 08:50 13:20 ");
    BOOST_TEST(starts({.chosen = offer}) == "11:20 08:30! 08:50 13:20 ");
    BOOST_TEST(starts({.present = offer}) == "11:20 08:30= 08:50 13:20 ");
    // What is kept stays in the list although it is no longer free.
    BOOST_TEST(starts({.held = Offer{thursday, MinuteOfDay{520}}}) == "11:20 08:30 08:40* 08:50 13:20 ");
}

BOOST_AUTO_TEST_CASE(a_refused_start_shows_the_nearest_ones)
{
    seek();
    const StartChooser::Marks marks{.problem = std::make_exception_ptr(Refused(Refusal::slotTaken)),
                                    .refused = Offer{thursday, MinuteOfDay{520}}};
    BOOST_TEST(chooser.state(marks).title == "That place has just been taken. Here are the nearest ones.");
    BOOST_TEST(starts(marks).starts_with("11:20 08:30 08:50"));
}

BOOST_AUTO_TEST_CASE(another_visit_begins_anew)
{
    seek();
    chooser.chooseDay(thursday);
    chooser.chooseHalf(HalfDay::afternoon);
    BOOST_TEST(starts() == "13:20 ");
    chooser.reset();
    BOOST_TEST(chooser.state({}).nothing == "One moment …");
    chooser.reload();
    tasks.finishAll();
    BOOST_TEST(starts() == "11:20 08:30 08:50 13:20 ");
}

BOOST_AUTO_TEST_CASE(a_visit_that_is_given_up_forgets_its_days)
{
    seek();
    wish.reset();
    chooser.reload();
    BOOST_TEST(starts() == "");
    BOOST_TEST(!chooser.state({}).cells.front().canChoose);
}

BOOST_AUTO_TEST_SUITE_END()
