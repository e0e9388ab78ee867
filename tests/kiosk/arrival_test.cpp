#include "tests/kiosk/scripted_town.h"
#include <boost/test/unit_test.hpp>

using namespace accueil;
using namespace accueil::kiosk;
using namespace std::chrono_literals;

BOOST_FIXTURE_TEST_SUITE(arrival, Hall)

BOOST_AUTO_TEST_CASE(a_code_in_time_gives_a_ticket_and_prints_it)
{
    town.byToken[token] = at(9, 0);
    scan();
    const auto& ticket = shows<TicketView>();
    BOOST_TEST(ticket.number == "A041");
    BOOST_TEST(ticket.area == "A");
    BOOST_TEST(ticket.title == "Votre arrivée est enregistrée");
    BOOST_TEST(ticket.ahead == "3 personnes");
    BOOST_TEST(ticket.wait == "5 à 10 minutes");
    BOOST_TEST(ticket.steps.back().text == "card-fr");
    printing.finishAll();
    BOOST_TEST(printer.sheets.size() == 1u);
    BOOST_TEST(shows<TicketView>().printed);
}

BOOST_AUTO_TEST_CASE(who_has_two_services_reads_where_the_same_number_goes_on)
{
    town.byToken[token] = at(9, 0);
    town.nextArea = "B";
    scan();
    BOOST_TEST(shows<TicketView>().steps.at(1).text.ends_with("Ensuite\u202F: next-fr, zone B, avec le même numéro."));
}

BOOST_AUTO_TEST_CASE(the_hour_decides_what_a_code_leads_to)
{
    struct Case
    {
        int hour, minute;
        const char* title; ///< empty: a ticket at once
    };
    // It is 08:50; late after 10 minutes, the reception decides after 60.
    for (const auto& [hour, minute, title] :
         {Case{8, 50, ""}, Case{8, 40, ""}, Case{8, 39, "Vous arrivez après l’heure prévue"},
          Case{7, 50, "Vous arrivez après l’heure prévue"}, Case{7, 49, "Vous arrivez après l’heure prévue"},
          Case{9, 50, ""}, Case{9, 51, "Vous êtes en avance"}, Case{12, 0, "Vous êtes en avance"}})
        BOOST_TEST_CONTEXT(hour << ":" << minute)
        {
            Hall hall;
            hall.town.byToken[token] = hall.at(hour, minute);
            hall.scan();
            BOOST_TEST(hall.isOn<TicketView>() == (*title == 0));
            if (*title) BOOST_TEST(hall.shows<FactView>().title == title);
        }
}

BOOST_AUTO_TEST_CASE(who_is_late_sees_both_times_and_the_wait_before_he_takes_a_ticket)
{
    town.byToken[token] = at(8, 26);
    scan();
    const auto& fact = shows<FactView>();
    BOOST_TEST(fact.panel->value == "08:26");
    BOOST_TEST(fact.panel->secondValue == "08:50");
    BOOST_TEST(fact.lines[1].title == "Attente estimée\u202f: 20 à 30 minutes");
    BOOST_TEST(fact.lines[1].text == "7 personnes avant vous.");
    BOOST_TEST(fact.action == "Prendre mon ticket");
    BOOST_TEST(town.made.empty());
    presenter.act();
    tasks.finishAll();
    BOOST_TEST(shows<TicketView>().number == "A041");
}

BOOST_AUTO_TEST_CASE(who_is_very_late_is_sent_to_the_reception_and_gets_no_ticket)
{
    town.byToken[token] = at(7, 40);
    scan();
    BOOST_TEST(shows<FactView>().action == "Terminer");
    presenter.act();
    tasks.finishAll();
    BOOST_TEST(isOn<HomeView>());
    BOOST_TEST(town.made.empty());
}

BOOST_AUTO_TEST_CASE(another_day_is_told_in_words)
{
    auto found = at(8, 30);
    found.day = makeDay(2026, 11, 26);
    town.byToken[token] = found;
    scan();
    BOOST_TEST(shows<FactView>().panel->value == "Jeudi 26 novembre à 08:30");
}

BOOST_AUTO_TEST_CASE(a_second_scan_offers_the_number_again)
{
    town.byToken[token] = at(9, 0);
    scan();
    town.byToken[token].alreadyArrived = true;
    town.byToken[token].ticket = TicketId(1);
    wait(4s);
    scan();
    BOOST_TEST(shows<FactView>().title == "Votre arrivée est déjà enregistrée");
    presenter.act();
    tasks.finishAll();
    BOOST_TEST(shows<TicketView>().number == "A041");
    BOOST_TEST(town.made.size() == 1u);
}

BOOST_AUTO_TEST_CASE(a_reader_that_sends_a_code_twice_is_heard_once)
{
    town.byToken[token] = at(9, 0);
    scan();
    const int asked = town.asked;
    scan();
    BOOST_TEST(town.asked == asked);
    BOOST_TEST(isOn<TicketView>());
}

BOOST_AUTO_TEST_CASE(the_next_visitor_may_scan_on_any_page)
{
    town.byToken[otherToken] = at(9, 0);
    presenter.startBirthDate();
    typeDate("14");
    scan(otherToken);
    BOOST_TEST(isOn<TicketView>());
    town.byToken[token] = at(9, 10);
    scan(token);
    BOOST_TEST(shows<TicketView>().number == "A042");
}

BOOST_AUTO_TEST_CASE(the_code_of_an_older_system_opens_the_visit_as_well)
{
    town.byToken["RDV-2026-000123"] = at(9, 0);
    scan("rdv-2026-000123 ");
    BOOST_TEST(isOn<TicketView>());
}

BOOST_AUTO_TEST_CASE(a_foreign_code_says_so)
{
    const std::string endless(300, '8');
    for (const char* code : {"3017620422003", "HTTPS://EXAMPLE.TEST", "BCDFGHJKLNPRSTVXBCD", endless.c_str(), " "}) {
        presenter.scanned(code);
        tasks.finishAll();
        BOOST_TEST(shows<HomeView>().notice ==
                   "Nous ne reconnaissons pas ce code. Essayez votre date de naissance.");
    }
}

BOOST_AUTO_TEST_CASE(every_refusal_of_a_code_has_its_page)
{
    struct Case
    {
        Refusal why;
        const char* title;
    };
    for (const auto& [why, title] :
         {Case{Refusal::appointmentGone, "Ce rendez-vous a été annulé."},
          Case{Refusal::wrongSite, "Ce rendez-vous est dans un autre bâtiment."},
          Case{Refusal::tooManyAttempts, "L’accueil vous aide volontiers"},
          Case{Refusal::foreignClock, "La borne ne peut pas vous répondre pour le moment."}})
        BOOST_TEST_CONTEXT(title)
        {
            Hall hall;
            hall.town.refuses = refusal(why);
            hall.scan();
            BOOST_TEST(hall.shows<FactView>().title == title);
        }
    town.refuses = refusal(Refusal::codeUnknown);
    scan();
    BOOST_TEST(!shows<HomeView>().notice.empty());
}

BOOST_AUTO_TEST_CASE(a_birth_date_is_answered_by_a_question_for_the_time)
{
    town.born = {at(9, 0)};
    town.times = {MinuteOfDay{520}, MinuteOfDay{540}, MinuteOfDay{600}};
    presenter.startBirthDate();
    typeDate("14031958");
    BOOST_TEST(shows<BirthDateView>().canGo);
    presenter.searchBirthDate();
    tasks.finishAll();
    BOOST_TEST((shows<WhichTimeView>().times == std::vector<std::string>{"08:40", "09:00", "10:00"}));
    presenter.chooseTime(1);
    tasks.finishAll();
    BOOST_TEST(shows<TicketView>().number == "A041");
}

BOOST_AUTO_TEST_CASE(a_false_time_a_forgotten_one_and_a_shared_one_all_lead_to_the_reception)
{
    for (const int choice : {0, 1, -1}) {
        Hall hall;
        hall.town.born = {hall.at(9, 0, 5), hall.at(9, 0, 6)};
        hall.town.times = {MinuteOfDay{520}, MinuteOfDay{540}};
        hall.presenter.startBirthDate();
        hall.typeDate("14031958");
        hall.presenter.searchBirthDate();
        hall.tasks.finishAll();
        if (choice < 0)
            hall.presenter.forgotTime();
        else
            hall.presenter.chooseTime(static_cast<std::size_t>(choice));
        hall.tasks.finishAll();
        BOOST_TEST(hall.shows<FactView>().title == "L’accueil vous aide volontiers");
        BOOST_TEST(hall.town.made.empty());
    }
}

BOOST_AUTO_TEST_CASE(nobody_found_keeps_the_date_so_that_it_can_be_corrected)
{
    presenter.startBirthDate();
    typeDate("14031958");
    presenter.searchBirthDate();
    tasks.finishAll();
    const auto& page = shows<BirthDateView>();
    BOOST_TEST(page.problem ==
               "Nous ne trouvons pas de rendez-vous aujourd’hui pour cette date. L’accueil vous aide.");
    BOOST_TEST(page.fields[2].typed == "1958");
    presenter.correct();
    BOOST_TEST(shows<BirthDateView>().problem.empty());
}

BOOST_AUTO_TEST_CASE(presses_while_an_answer_is_awaited_do_nothing)
{
    town.byToken[token] = at(8, 26);
    scan();
    presenter.act();
    presenter.act();
    presenter.back();
    presenter.done();
    tasks.finishAll();
    BOOST_TEST(town.made.size() == 1u);
    BOOST_TEST(isOn<TicketView>());
}

BOOST_AUTO_TEST_CASE(a_change_of_language_loses_nothing)
{
    presenter.startBirthDate();
    typeDate("3102");
    presenter.chooseLanguage(Language::de);
    BOOST_TEST(shows<BirthDateView>().problem ==
               "Den 31. Februar gibt es nicht. Bitte ändern Sie Tag oder Monat.");
    BOOST_TEST(presenter.state().frame.town == "Verviers de");
    BOOST_TEST(shows<BirthDateView>().fields[1].hint == "Februar");
}

BOOST_AUTO_TEST_CASE(the_way_back_leads_one_page_back)
{
    town.born = {at(9, 0)};
    town.times = {MinuteOfDay{540}};
    presenter.startBirthDate();
    typeDate("14031958");
    presenter.searchBirthDate();
    tasks.finishAll();
    presenter.back();
    BOOST_TEST(isOn<BirthDateView>());
    presenter.back();
    BOOST_TEST(isOn<HomeView>());
    BOOST_TEST(presenter.state().frame.back.empty());
}

BOOST_AUTO_TEST_SUITE_END()
