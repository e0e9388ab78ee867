#include "fake_desk.h"
#include "staff-desktop/logic/today_presenter.h"
#include <boost/test/unit_test.hpp>

using namespace accueil;
using namespace std::chrono_literals;

namespace
{
Appointment appointment(long long id, int start, VisitState state, const std::string& last,
                        ServiceId service = population)
{
    Appointment one;
    one.id = AppointmentId(id);
    one.reference = "KXTRBVLN";
    one.service = service;
    one.day = makeDay(2026, 11, 23);
    one.start = MinuteOfDay{start};
    one.minutes = 10;
    one.state = state;
    one.wanted = {{identityCard, 1}};
    one.person.lastName = last;
    one.person.firstName = "Noé";
    one.person.birthDate = {1949, 7, 2};
    return one;
}

struct TodayFixture : DeskFixture
{
    TodayPresenter presenter{desk};

    TodayFixture()
    {
        town.appointments = {appointment(1, 510, VisitState::served, "Essai"),
                             appointment(2, 650, VisitState::booked, "Modèle"),
                             appointment(3, 660, VisitState::held, ""),
                             appointment(4, 670, VisitState::booked, "Échantillon", foreigners)};
        presenter.show(true);
        tasks.finishAll();
    }
    /// The page begins with the grid of the first service.
    void list()
    {
        presenter.showView(TodayState::View::list);
        tasks.finishAll();
    }
    std::string names() const
    {
        std::string line;
        for (const auto& row : presenter.state().rows) line += row.name + ", ";
        return line;
    }
};
} // namespace

BOOST_FIXTURE_TEST_SUITE(today, TodayFixture)

BOOST_AUTO_TEST_CASE(the_day_is_shown_with_words_for_its_states)
{
    list();
    const auto state = presenter.state();
    BOOST_TEST(state.title == "Monday 23 November");
    BOOST_TEST(names() ==
               "Essai Noé, Modèle Noé, Échantillon Noé, "); // a place that is only held is nobody's yet
    BOOST_TEST(state.rows[0].word == "Served");
    BOOST_TEST(state.rows[0].past);
    BOOST_TEST(state.soon == 1u);
    BOOST_TEST(state.summary == "3 appointments · 2 still expected");
}

BOOST_AUTO_TEST_CASE(a_typed_day_is_the_nearest_and_another_year_is_said)
{
    const auto titleOf = [this](const std::string& typed) {
        BOOST_TEST(presenter.goTo(typed));
        tasks.finishAll();
        return presenter.state().title;
    };
    BOOST_TEST(titleOf("20.11") == "Friday 20 November");
    BOOST_TEST(titleOf("15.1") == "Friday 15 January 2027");
    presenter.showView(TodayState::View::week);
    BOOST_TEST(titleOf("15.1") == "Week of 11.01 to 15.01.2027");
    BOOST_TEST(titleOf("31.12") == "Week of 28.12 to 01.01.2027");
    BOOST_TEST(titleOf("3.12") == "Week of 30.11 to 04.12");
}

BOOST_AUTO_TEST_CASE(names_narrow_the_list_of_all_services)
{
    list();
    presenter.look("modele");
    BOOST_TEST(names() == "Modèle Noé, ");
    presenter.look("noe essai");
    BOOST_TEST(names() == "Essai Noé, ");
    presenter.look("zz");
    BOOST_TEST(presenter.state().nothing == "No appointment of this day fits. Try another name.");
}

BOOST_AUTO_TEST_CASE(changes_keep_the_chosen_row_and_a_lost_link_keeps_the_list)
{
    list();
    presenter.choose(AppointmentId(4));
    town.appointments.insert(town.appointments.begin(), appointment(5, 500, VisitState::booked, "Patron"));
    presenter.changed();
    tasks.finishAll();
    BOOST_TEST((presenter.state().chosen == AppointmentId(4)));
    town.loseNext("appointmentsOf");
    presenter.changed();
    tasks.finishAll();
    BOOST_TEST(presenter.state().rows.size() == 4u);
    town.appointments.pop_back();
    restoreLink();
    tasks.finishAll();
    BOOST_TEST(presenter.state().rows.size() == 3u);
    BOOST_TEST((presenter.state().chosen == AppointmentId(4))); // the card tells what became of it
}

BOOST_AUTO_TEST_CASE(a_hidden_page_waits_and_midnight_brings_another_day)
{
    const auto before = town.count("appointmentsOf");
    presenter.show(false);
    presenter.changed();
    BOOST_TEST(tasks.waiting() == 0u);
    presenter.show(true);
    tasks.finishAll();
    BOOST_TEST(town.count("appointmentsOf") == before + 1);
    clock.advance(24h);
    presenter.tick();
    tasks.finishAll();
    BOOST_TEST(presenter.state().title == "Tuesday 24 November");
    BOOST_TEST(town.count("appointmentsOf") == before + 2);
}

BOOST_AUTO_TEST_SUITE_END()
