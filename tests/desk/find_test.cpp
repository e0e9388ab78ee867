#include "fake_desk.h"
#include "staff-desktop/logic/find_presenter.h"
#include <boost/test/unit_test.hpp>

using namespace accueil;

namespace
{
const Day monday = makeDay(2026, 11, 23);

Appointment visitOf(long long id, const std::string& last, Day day = monday)
{
    Appointment one;
    one.id = AppointmentId(id);
    one.reference = "KXTRBVLN";
    one.service = population;
    one.day = day;
    one.start = MinuteOfDay{650};
    one.minutes = 10;
    one.wanted = {{identityCard, 1}};
    one.person.lastName = last;
    one.person.firstName = "Noé";
    one.person.birthDate = {1949, 7, 2};
    return one;
}

struct FindFixture : DeskFixture
{
    FindPresenter presenter{desk};

    FindFixture()
    {
        town.found.visits = {visitOf(1, "Modèle"), visitOf(2, "Modeste", monday + std::chrono::days(3)),
                             visitOf(3, "Modrow", makeDay(2025, 3, 4))};
        presenter.show(true);
    }
    void type(const std::string& text)
    {
        presenter.type(text);
        tasks.finishAll();
    }
    std::string names() const
    {
        std::string line;
        for (const auto& row : presenter.state().rows) line += row.name + ", ";
        return line;
    }
    AppointmentId chosen() const { return presenter.state().chosen; }
};
} // namespace

BOOST_FIXTURE_TEST_SUITE(find, FindFixture)

BOOST_AUTO_TEST_CASE(an_empty_field_says_what_can_be_typed_and_asks_nothing)
{
    BOOST_TEST(presenter.state().nothing.starts_with("Type a name, a reference"));
    type("  ");
    BOOST_TEST(town.queries.empty());
}

BOOST_AUTO_TEST_CASE(rows_say_when_who_and_what)
{
    type("mod");
    const auto state = presenter.state();
    BOOST_TEST(names() == "Modèle Noé, Modeste Noé, Modrow Noé, ");
    BOOST_TEST(state.rows[0].day == "today");
    BOOST_TEST(state.rows[0].time == "10:50");
    BOOST_TEST(state.rows[0].word == "Booked");
    BOOST_TEST(state.rows[0].born == "02.07.1949");
    BOOST_TEST(state.rows[0].what == "Identity card");
    BOOST_TEST(state.rows[0].reference == "KXTR-BVLN");
    BOOST_TEST(state.rows[1].day == "Thu 26.11");
    BOOST_TEST(state.rows[2].day == "04.03.2025");
    BOOST_TEST(state.rows[2].over);
    BOOST_TEST(state.summary == "3 appointments");
}

BOOST_AUTO_TEST_CASE(who_types_fast_asks_for_the_first_letter_and_the_whole_word)
{
    for (const std::string text : {"m", "mo", "mod", "modè"}) presenter.type(text);
    tasks.finishAll();
    BOOST_REQUIRE(town.queries.size() == 2u);
    BOOST_TEST(town.queries[0].text == "m");
    BOOST_TEST(town.queries[1].text == "modè");
}

BOOST_AUTO_TEST_CASE(the_only_one_is_opened_at_once_and_of_several_none)
{
    type("mod");
    BOOST_TEST((chosen() == AppointmentId{}));
    town.found.visits.resize(1);
    town.file.parts = town.found.visits;
    type("modè");
    BOOST_TEST((chosen() == AppointmentId(1)));
    BOOST_TEST(presenter.card().state().name == "Noé Modèle");
}

BOOST_AUTO_TEST_CASE(the_arrows_walk_through_the_list)
{
    type("mod");
    presenter.walk(1);
    BOOST_TEST((chosen() == AppointmentId(1)));
    presenter.walk(1);
    presenter.walk(1);
    presenter.walk(1);
    BOOST_TEST((chosen() == AppointmentId(3)));
    presenter.walk(-10);
    BOOST_TEST((chosen() == AppointmentId(1)));
}

BOOST_AUTO_TEST_CASE(a_chosen_one_stays_chosen_while_it_still_fits)
{
    type("mod");
    presenter.choose(AppointmentId(2));
    town.found.visits.erase(town.found.visits.begin());
    type("mode");
    BOOST_TEST((chosen() == AppointmentId(2)));
    town.found.visits = {visitOf(5, "Zut"), visitOf(6, "Zut")};
    type("zut");
    BOOST_TEST((chosen() == AppointmentId{}));
}

BOOST_AUTO_TEST_CASE(colleagues_refresh_the_list_in_place)
{
    type("mod");
    presenter.choose(AppointmentId(2));
    town.found.visits[1].state = VisitState::cancelled;
    presenter.changed();
    BOOST_TEST(names() == "Modèle Noé, Modeste Noé, Modrow Noé, "); // meanwhile as it was
    tasks.finishAll();
    BOOST_TEST(presenter.state().rows[1].word == "Cancelled");
    BOOST_TEST((chosen() == AppointmentId(2)));
    town.found.visits.erase(town.found.visits.begin() + 1);
    presenter.changed();
    tasks.finishAll();
    BOOST_TEST((chosen() == AppointmentId(2))); // what one looks at is not taken away
}

BOOST_AUTO_TEST_CASE(filters_are_asked_for_with_and_without_a_name)
{
    presenter.onDay("26.11");
    presenter.ofService(1);
    presenter.inState(1);
    tasks.finishAll();
    const auto& query = town.queries.back();
    BOOST_TEST((query.day == makeDay(2026, 11, 26)));
    BOOST_TEST((query.service == population));
    BOOST_TEST((query.state == VisitState::booked));
    presenter.onDay("20.11"); // who did not come last week
    tasks.finishAll();
    BOOST_TEST((town.queries.back().day == makeDay(2026, 11, 20)));
    presenter.onDay("26.13");
    BOOST_TEST(presenter.state().dayWrong);
    presenter.onDay("");
    presenter.ofService(0);
    presenter.inState(0);
    tasks.finishAll();
    BOOST_TEST(presenter.state().rows.empty());
}

BOOST_AUTO_TEST_CASE(nobody_and_too_many_are_sentences)
{
    town.found.more = true;
    type("m");
    BOOST_TEST(presenter.state().summary == "The first 3 appointments. Type more to narrow the list.");
    town.found = {};
    type("zzz");
    BOOST_TEST(presenter.state().nothing.starts_with("Nobody fits. Try the beginning"));
    presenter.inState(2);
    tasks.finishAll();
    BOOST_TEST(presenter.state().nothing.starts_with("Nobody fits. Take a filter away"));
}

BOOST_AUTO_TEST_CASE(a_lost_link_keeps_the_list_and_asks_again_by_itself)
{
    type("mod");
    town.loseNext("find");
    type("mode");
    BOOST_TEST(names() == "Modèle Noé, Modeste Noé, Modrow Noé, ");
    town.found.visits.resize(2);
    restoreLink();
    tasks.finishAll();
    BOOST_TEST(town.queries.back().text == "mode");
    BOOST_TEST(names() == "Modèle Noé, Modeste Noé, ");
}

BOOST_AUTO_TEST_CASE(an_answer_after_the_field_was_emptied_is_dropped)
{
    presenter.type("mod");
    presenter.type("");
    tasks.finishAll();
    BOOST_TEST(presenter.state().rows.empty());
}

BOOST_AUTO_TEST_SUITE_END()
