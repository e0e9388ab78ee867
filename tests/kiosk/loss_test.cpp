#include "tests/kiosk/scripted_town.h"
#include <boost/test/unit_test.hpp>

using namespace accueil;
using namespace accueil::kiosk;
using namespace std::chrono_literals;

BOOST_FIXTURE_TEST_SUITE(loss, Hall)

BOOST_AUTO_TEST_CASE(a_lost_database_sends_to_the_reception_in_four_languages_and_comes_back)
{
    town.lost = true;
    wait(6s);
    const auto& away = shows<AwayView>();
    BOOST_TEST(away.title == "Adressez-vous à l’accueil, s’il vous plaît");
    BOOST_TEST(away.text ==
               "La borne ne peut pas vous répondre pour le moment. Votre rendez-vous n’est pas perdu.");
    BOOST_TEST(away.others.size() == 3u);
    BOOST_TEST(away.others[0].text == "Ga naar het onthaal, alstublieft.");
    presenter.chooseLanguage(Language::de);
    BOOST_TEST(shows<AwayView>().title == "Bitte wenden Sie sich an den Empfang");
    town.lost = false;
    wait(11s);
    BOOST_TEST(isOn<HomeView>());
}

BOOST_AUTO_TEST_CASE(somebody_who_is_typing_is_not_interrupted_by_a_loss)
{
    presenter.startBirthDate();
    typeDate("1403");
    town.lost = true;
    wait(6s);
    BOOST_TEST(shows<BirthDateView>().fields[1].typed == "03");
    town.lost = false;
    wait(6s);
    BOOST_TEST(shows<BirthDateView>().fields[1].typed == "03");
}

BOOST_AUTO_TEST_CASE(a_scan_during_the_loss_is_told_kindly_and_tries_at_once)
{
    town.lost = true;
    wait(20s);
    BOOST_TEST(isOn<AwayView>());
    town.lost = false;
    presenter.scanned(token);
    presenter.tick();
    tasks.finishAll();
    BOOST_TEST(isOn<HomeView>());
}

BOOST_AUTO_TEST_CASE(a_ticket_whose_answer_was_lost_comes_back_by_itself_and_once)
{
    town.byToken[token] = at(9, 0);
    town.loseAnswer = true;
    scan();
    BOOST_TEST(isOn<AwayView>());
    BOOST_TEST(town.made.size() == 1u);
    town.lost = false;
    wait(2s);
    BOOST_TEST(shows<TicketView>().number == "A041");
    BOOST_TEST(town.made.size() == 1u);
    printing.finishAll();
    BOOST_TEST(printer.sheets.size() == 1u);
}

BOOST_AUTO_TEST_CASE(a_wish_of_somebody_who_has_gone_is_not_fulfilled)
{
    presenter.startWithoutAppointment();
    town.lost = true;
    presenter.chooseProcedure(0);
    tasks.finishAll();
    BOOST_TEST(isOn<AwayView>());
    wait(40s);
    town.lost = false;
    wait(11s);
    BOOST_TEST(isOn<HomeView>());
    BOOST_TEST(town.made.empty());
}

BOOST_AUTO_TEST_CASE(the_next_visitor_does_not_inherit_a_wish)
{
    presenter.startWithoutAppointment();
    town.loseAnswer = true; // made, but never told
    presenter.chooseProcedure(0);
    tasks.finishAll();
    wait(40s);
    town.lost = false;
    wait(11s);
    presenter.startWithoutAppointment();
    presenter.chooseProcedure(0);
    tasks.finishAll();
    BOOST_TEST(shows<TicketView>().number == "A042");
}

BOOST_AUTO_TEST_CASE(a_kiosk_that_starts_without_a_database_waits_for_it)
{
    Hall hall;
    ScriptedTown dark;
    dark.lost = true;
    KioskPresenter early({.database = hall.tasks,
                          .printing = hall.printing,
                          .service = dark,
                          .printer = hall.printer,
                          .voice = hall.voice,
                          .clock = hall.clock});
    early.tick();
    hall.tasks.finishAll();
    BOOST_TEST(std::holds_alternative<AwayView>(early.state().page));
    dark.lost = false;
    hall.clock.advance(11s);
    early.tick();
    hall.tasks.finishAll();
    BOOST_TEST(std::holds_alternative<HomeView>(early.state().page));
}

BOOST_AUTO_TEST_CASE(an_answer_after_the_end_touches_nothing)
{
    {
        KioskPresenter shortLived({.database = tasks,
                                   .printing = printing,
                                   .service = town,
                                   .printer = printer,
                                   .voice = voice,
                                   .clock = clock});
        shortLived.scanned(token);
        shortLived.tick();
    }
    tasks.finishAll(); // under the sanitizer this would speak up
    BOOST_TEST(isOn<HomeView>());
}

BOOST_AUTO_TEST_SUITE_END()
