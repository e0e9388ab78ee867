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
        town.ticket.number = "A042";
        town.ticket.area = "A";
        town.ticket.ahead = 3;
        town.ticket.wait = {5, 10};
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

BOOST_AUTO_TEST_CASE(only_a_booked_visit_can_arrive)
{
    const std::vector<std::pair<VisitState, TodayState::Act>> cases{
        {VisitState::booked, TodayState::Act::checkIn}, {VisitState::arrived, TodayState::Act::none},
        {VisitState::called, TodayState::Act::none},    {VisitState::serving, TodayState::Act::none},
        {VisitState::served, TodayState::Act::none},    {VisitState::missed, TodayState::Act::none},
        {VisitState::cancelled, TodayState::Act::none}, {VisitState::parked, TodayState::Act::none}};
    for (const auto& [state, act] : cases) {
        town.appointments = {appointment(9, 650, state, "Modèle")};
        presenter.changed();
        tasks.finishAll();
        presenter.choose(AppointmentId(9));
        BOOST_TEST((presenter.state().details->act == act), presenter.state().details->word);
        BOOST_TEST(presenter.state().details->canAct == (act != TodayState::Act::none));
    }
}

BOOST_AUTO_TEST_CASE(a_birth_date_that_nobody_knows_is_left_out)
{
    presenter.choose(AppointmentId(2));
    BOOST_TEST(presenter.state().details->born == "born 02.07.1949");
    town.appointments[1].person.birthDate = {};
    town.appointments[1].person.phone = "087 00 00 01";
    presenter.changed();
    tasks.finishAll();
    BOOST_TEST(presenter.state().details->born == "087 00 00 01");
}

BOOST_AUTO_TEST_CASE(an_arrival_gives_the_number_to_say)
{
    presenter.choose(AppointmentId(2));
    BOOST_TEST(presenter.state().details->where == "Population, area A · in 8 minutes");
    presenter.act();
    presenter.act();
    BOOST_TEST(!presenter.state().details->canAct);
    town.appointments[1].state = VisitState::arrived;
    tasks.finishAll();
    BOOST_TEST(town.count("checkIn") == 1);
    const auto details = *presenter.state().details;
    BOOST_TEST(details.ticket == "A042");
    BOOST_TEST(details.ticketLine == "Waiting area A · 3 people ahead of you · 5 to 10 min");
    BOOST_TEST((details.tone == Tone::good));
    BOOST_TEST((details.act == TodayState::Act::none));
}

BOOST_AUTO_TEST_CASE(a_lost_answer_is_asked_again_with_the_same_key)
{
    presenter.choose(AppointmentId(2));
    town.failNext("checkIn", CommitUnknown("gone", 2013));
    presenter.act();
    tasks.finishAll();
    BOOST_TEST(presenter.state().details->notice ==
               "The connection broke while saving. Try again: nothing will be done twice.");
    presenter.act();
    tasks.finishAll();
    BOOST_TEST(town.keys.size() == 2u);
    BOOST_TEST((town.keys[0] == town.keys[1]));
}

BOOST_AUTO_TEST_CASE(somebody_very_late_is_for_the_reception_to_decide)
{
    presenter.choose(AppointmentId(2));
    town.refuseNext("checkIn", Refusal::tooLate);
    presenter.act();
    tasks.finishAll();
    auto details = *presenter.state().details;
    BOOST_TEST(details.notice ==
               "More than 60 minutes late: you decide. A ticket in the order of arrival, or another day?");
    BOOST_TEST((details.act == TodayState::Act::admitLate));
    presenter.act();
    tasks.finishAll();
    BOOST_TEST(town.count("admitLate") == 1);
    BOOST_TEST(presenter.state().details->ticket == "A042");
    BOOST_TEST(!presenter.state().details->canAct);
}

BOOST_AUTO_TEST_CASE(a_colleagues_check_in_is_a_sentence)
{
    presenter.choose(AppointmentId(2));
    town.refuseNext("checkIn", Refusal::alreadyArrived);
    presenter.act();
    town.appointments[1].state = VisitState::arrived;
    tasks.finishAll();
    BOOST_TEST(presenter.state().details->notice == "This arrival is already recorded.");
    BOOST_TEST(presenter.state().details->word == "Arrived");
}

BOOST_AUTO_TEST_CASE(changes_keep_the_chosen_row_and_a_lost_link_keeps_the_list)
{
    presenter.choose(AppointmentId(4));
    town.appointments.insert(town.appointments.begin(), appointment(5, 500, VisitState::booked, "Patron"));
    presenter.changed();
    tasks.finishAll();
    BOOST_TEST((presenter.state().chosen == AppointmentId(4)));
    list();
    town.loseNext("appointmentsOf");
    presenter.changed();
    tasks.finishAll();
    BOOST_TEST(presenter.state().rows.size() == 4u);
    town.appointments.pop_back();
    restoreLink();
    tasks.finishAll();
    BOOST_TEST(!presenter.state().details);
}

BOOST_AUTO_TEST_CASE(an_answer_for_another_row_is_not_shown_on_this_one)
{
    presenter.choose(AppointmentId(2));
    presenter.act();
    presenter.choose(AppointmentId(4));
    tasks.finishAll();
    BOOST_TEST(presenter.state().details->ticket == "");
    BOOST_TEST(presenter.state().details->notice == "");
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
