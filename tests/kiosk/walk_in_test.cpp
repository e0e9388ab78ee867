#include "tests/kiosk/scripted_town.h"
#include <boost/test/unit_test.hpp>

using namespace accueil;
using namespace accueil::kiosk;

BOOST_FIXTURE_TEST_SUITE(walk_in, Hall)

BOOST_AUTO_TEST_CASE(what_is_possible_is_listed_and_gives_a_ticket)
{
    presenter.startWithoutAppointment();
    BOOST_TEST(shows<ChoiceView>().choices.front().title == "Certificat de vie");
    presenter.chooseProcedure(0);
    tasks.finishAll();
    BOOST_TEST(shows<TicketView>().number == "A041");
}

BOOST_AUTO_TEST_CASE(the_ticket_is_in_the_visitors_language)
{
    presenter.chooseLanguage(Language::nl);
    presenter.startWithoutAppointment();
    presenter.chooseProcedure(0);
    tasks.finishAll();
    printing.finishAll();
    BOOST_TEST((town.languages_.front() == Language::nl));
    BOOST_TEST((printer.sheets.front().second == Language::nl));
}

BOOST_AUTO_TEST_CASE(anything_else_tells_how_to_get_an_appointment)
{
    presenter.startWithoutAppointment();
    presenter.otherProcedure();
    const auto& fact = shows<FactView>();
    BOOST_TEST(fact.lines[0].text == "https://example.test/rendez-vous");
    BOOST_TEST(fact.lines[1].text == "087 325 240");
    presenter.back();
    BOOST_TEST(isOn<ChoiceView>());
}

BOOST_AUTO_TEST_CASE(a_town_without_walk_ins_tells_it_at_once)
{
    town.site.walkIns.clear();
    wait(std::chrono::seconds(6)); // the catalogue is looked at again
    presenter.startWithoutAppointment();
    BOOST_TEST(shows<FactView>().title == "Pour cela, il faut un rendez-vous");
    presenter.back();
    BOOST_TEST(isOn<HomeView>());
}

BOOST_AUTO_TEST_CASE(a_service_that_takes_no_more_says_so)
{
    presenter.startWithoutAppointment();
    town.refuses = refusal(Refusal::walkInsStopped);
    presenter.chooseProcedure(0);
    tasks.finishAll();
    BOOST_TEST(shows<FactView>().title == "Aujourd’hui, ce service reçoit uniquement sur rendez-vous.");
}

BOOST_AUTO_TEST_CASE(when_the_half_hour_has_no_tickets_left_it_says_from_when_there_are_some)
{
    presenter.startWithoutAppointment();
    town.refuses = refusal(Refusal::walkInQuota);
    presenter.chooseProcedure(0);
    tasks.finishAll();
    const auto& fact = shows<FactView>();
    BOOST_TEST(fact.title == "Revenez un peu plus tard, s’il vous plaît");
    BOOST_REQUIRE(fact.panel);
    BOOST_TEST(fact.panel->label == "Nouveaux tickets dès");
    BOOST_TEST(fact.panel->value == "09:00");
    BOOST_TEST(fact.lines.size() == 1U);
}

BOOST_AUTO_TEST_CASE(when_the_turn_would_come_after_closing_time_it_tells_how_to_get_an_appointment)
{
    presenter.startWithoutAppointment();
    town.refuses = refusal(Refusal::walkInsOver);
    presenter.chooseProcedure(0);
    tasks.finishAll();
    const auto& fact = shows<FactView>();
    BOOST_TEST(fact.title == "Beaucoup de monde attend aujourd’hui");
    BOOST_TEST(fact.text == "Le service ferme avant que votre tour n’arrive. Vous pouvez prendre rendez-vous :");
    BOOST_TEST(fact.lines.size() == 3U);
    presenter.back();
    BOOST_TEST(isOn<HomeView>());
}

BOOST_AUTO_TEST_CASE(two_visitors_who_choose_the_same_get_two_tickets)
{
    for (const char* number : {"A041", "A042"}) {
        presenter.startWithoutAppointment();
        presenter.chooseProcedure(0);
        tasks.finishAll();
        BOOST_TEST(shows<TicketView>().number == number);
        presenter.done();
    }
}

BOOST_AUTO_TEST_SUITE_END()
