#include "tests/kiosk/scripted_town.h"
#include <boost/test/unit_test.hpp>

using namespace accueil;
using namespace accueil::kiosk;
using namespace std::chrono_literals;

BOOST_FIXTURE_TEST_SUITE(idle, Hall)

BOOST_AUTO_TEST_CASE(the_ticket_stays_eight_seconds)
{
    town.byToken[token] = at(9, 0);
    scan();
    BOOST_TEST(shows<TicketView>().clears == "Cette page s’efface dans 8 secondes.");
    wait(3s);
    BOOST_TEST(shows<TicketView>().clears == "Cette page s’efface dans 5 secondes.");
    wait(4s);
    BOOST_TEST(shows<TicketView>().clears == "Cette page s’efface dans 1 seconde.");
    wait(1s);
    BOOST_TEST(isOn<HomeView>());
}

BOOST_AUTO_TEST_CASE(a_touch_or_the_voice_holds_the_ticket)
{
    town.byToken[token] = at(9, 0);
    scan();
    wait(7s);
    presenter.touched();
    wait(7s);
    presenter.listen();
    wait(30s);
    BOOST_TEST(isOn<TicketView>());
    voice.talks = false;
    wait(8s);
    BOOST_TEST(isOn<HomeView>());
}

BOOST_AUTO_TEST_CASE(an_abandoned_page_asks_and_then_forgets)
{
    presenter.startBirthDate();
    typeDate("1403");
    wait(19s);
    BOOST_TEST(!presenter.state().question.has_value());
    wait(1s);
    BOOST_TEST(presenter.state().question->title == "Avez-vous encore besoin de temps\u202f?");
    BOOST_TEST(presenter.state().question->text == "Cette page s’efface dans 10 secondes.");
    wait(10s);
    BOOST_TEST(isOn<HomeView>());
    BOOST_TEST(!presenter.state().question.has_value());
}

BOOST_AUTO_TEST_CASE(an_answer_keeps_what_was_typed)
{
    presenter.startBirthDate();
    typeDate("1403");
    wait(25s);
    presenter.stay();
    BOOST_TEST(!presenter.state().question.has_value());
    BOOST_TEST(shows<BirthDateView>().fields[0].typed == "14");
    wait(19s);
    BOOST_TEST(isOn<BirthDateView>());
}

BOOST_AUTO_TEST_CASE(the_end_of_a_visit_resets_language_and_aids)
{
    presenter.chooseLanguage(Language::de);
    for (const auto aid : {Aid::contrast, Aid::lower, Aid::larger}) presenter.toggle(aid);
    presenter.startBirthDate();
    wait(30s);
    BOOST_TEST((presenter.state().language == Language::fr));
    BOOST_TEST((presenter.state().aids == Aids{}));
}

BOOST_AUTO_TEST_CASE(aids_left_on_at_the_first_page_go_back_without_a_question)
{
    presenter.chooseLanguage(Language::en);
    presenter.toggle(Aid::contrast);
    wait(29s);
    BOOST_TEST(presenter.state().aids.contrast);
    BOOST_TEST(!presenter.state().question.has_value());
    wait(1s);
    BOOST_TEST((presenter.state().aids == Aids{}));
    BOOST_TEST((presenter.state().language == Language::fr));
}

BOOST_AUTO_TEST_CASE(the_first_page_rests_unchanged)
{
    wait(1s);
    const int serial = presenter.state().serial;
    wait(120s);
    BOOST_TEST(presenter.state().serial == serial);
}

BOOST_AUTO_TEST_CASE(a_notice_on_the_first_page_goes_away)
{
    scan();
    BOOST_TEST(!shows<HomeView>().notice.empty());
    wait(30s);
    BOOST_TEST(shows<HomeView>().notice.empty());
}

BOOST_AUTO_TEST_CASE(a_long_answer_is_announced)
{
    presenter.scanned(token);
    clock.advance(900ms);
    presenter.tick();
    BOOST_TEST(!presenter.state().question.has_value());
    clock.advance(200ms);
    presenter.tick();
    BOOST_TEST(presenter.state().question->title == "Un instant, s’il vous plaît …");
    tasks.finishAll();
    BOOST_TEST(!presenter.state().question.has_value());
}

BOOST_AUTO_TEST_CASE(the_clock_on_the_page_goes_on)
{
    BOOST_TEST(presenter.state().frame.time == "08:50");
    wait(60s);
    BOOST_TEST(presenter.state().frame.time == "08:51");
}

BOOST_AUTO_TEST_CASE(the_servers_clock_coming_in_throws_nobody_out)
{
    presenter.startBirthDate();
    for (const auto jump : {-24h, 48h}) {
        clock.advance(jump);
        presenter.tick();
    }
    BOOST_TEST((isOn<BirthDateView>() || isOn<HomeView>()));
    presenter.touched();
    clock.advance(-24h);
    presenter.tick();
    presenter.startBirthDate();
    wait(19s);
    BOOST_TEST(isOn<BirthDateView>());
}

BOOST_AUTO_TEST_CASE(no_voice_no_button)
{
    voice.there = false;
    presenter.tick();
    BOOST_TEST(presenter.state().frame.listen.empty());
}

BOOST_AUTO_TEST_SUITE_END()
