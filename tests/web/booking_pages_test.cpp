// The four steps, page by page.
#include "tests/web/browser.h"

using namespace accueil;
using namespace accueil::test;
using web::Fields;

BOOST_FIXTURE_TEST_SUITE(booking_pages, Browser)

BOOST_AUTO_TEST_CASE(the_first_page_offers_everything_by_service)
{
    const auto page = get("/");
    BOOST_TEST(page.status == 200);
    BOOST_TEST(says(page, "<h1>Pour quelle démarche venez-vous\u202f?</h1>"));
    BOOST_TEST(says(page, "<label class=\"title\" for=\"p-POP-EID\">Carte d’identité : demande</label>"));
    BOOST_TEST(says(page, "name=\"n.POP-EID\""));
    BOOST_TEST(says(page, "Votre carte d’identité"));
    BOOST_TEST(says(page, "href=\"https://verviers.guichet-citoyen.be\""));
    BOOST_TEST(!says(page, "id=\"p-CIV-DEATH\""), "by telephone only");
    BOOST_TEST(says(page, "Par téléphone ou à l’accueil"));
    BOOST_TEST(service.held.empty());
}

BOOST_AUTO_TEST_CASE(the_search_keeps_what_is_ticked)
{
    const auto page = get("/?q=adresse&p=POP-EID&n.POP-EID=2");
    BOOST_TEST(says(page, "1 démarche trouvée"));
    BOOST_TEST(says(page, "Votre choix"));
    BOOST_TEST(says(page, "id=\"p-POP-EID\" name=\"p\" value=\"POP-EID\" checked"));
    BOOST_TEST(says(page, "<option selected>2</option>"));
    BOOST_TEST(!says(page, "p-CIV-MARRIAGE"));
    BOOST_TEST(says(get("/?q=xyzxyz"), "Nous ne trouvons rien pour «\u202fxyzxyz\u202f»"));
    BOOST_TEST(says(get("/?q=adresse&all=1"), "p-CIV-MARRIAGE"));
}

BOOST_AUTO_TEST_CASE(without_a_choice_the_first_page_says_what_is_missing)
{
    for (const auto& [address, sentence] :
         {std::pair{"/when", "Cochez au moins une démarche."},
          {"/when?p=POP-EID&p=CIV-MARRIAGE&p=PPC-PASSPORT", "Une visite passe par deux services au plus."},
          {"/when?p=CIV-DEATH", "Cette démarche ne se réserve pas en ligne."}}) {
        const auto page = get(address);
        BOOST_TEST(page.status == 422);
        BOOST_TEST(says(page, sentence), address);
    }
    BOOST_TEST(says(get("/when?p=POP-EID&p=CIV-MARRIAGE&p=PPC-PASSPORT"), "value=\"CIV-MARRIAGE\" checked"),
               "nothing ticked is lost");
}

BOOST_AUTO_TEST_CASE(ticked_boxes_become_a_short_address)
{
    const auto answer = get("/when?q=carte&p=POP-EID&n.POP-EID=2&n.POP-KIDS=1&lang=nl");
    BOOST_TEST(answer.status == 303);
    BOOST_TEST(*answer.header("Location") == "/rendez-vous/when?p=POP-EID%3A2&lang=nl");
}

BOOST_AUTO_TEST_CASE(the_dates_page_offers_first_places_days_and_times)
{
    const auto page = get(dates);
    BOOST_TEST(page.status == 200);
    BOOST_TEST(says(page, "Aujourd’hui, lundi 23 novembre"));
    BOOST_TEST(says(page, "name=\"start\" value=\"2026-11-23T08:30\""));
    BOOST_TEST(says(page, "name=\"start\" value=\"2026-11-25T08:30\""), "Tuesday is full");
    BOOST_TEST(says(page, "Novembre – décembre 2026"));
    BOOST_TEST(says(page, "complet"));
    BOOST_TEST(says(page, "reste 3"));
    BOOST_TEST(says(page, "pendant 10 minutes"));
    BOOST_TEST(page.caching == "no-store");

    const auto thursday = get("/when?p=POP-EID:1&day=2026-11-26");
    BOOST_TEST(says(thursday, "<h2 id=\"times\" tabindex=\"-1\">Jeudi 26 novembre</h2>"));
    BOOST_TEST(says(thursday, "value=\"2026-11-26T11:30\""));
    const auto afternoon = get("/when?p=POP-EID:1&part=pm");
    BOOST_TEST(says(afternoon, "value=\"2026-11-25T13:30\""));
    BOOST_TEST(!says(afternoon, "T08:30\""));
    BOOST_TEST(says(get("/when?p=POP-EID:1&day=2026-11-24"), "Il n’y a pas de place libre ce jour-là."));
    BOOST_TEST(get("/when?p=POP-EID:1&day=nonsense&from=9999-99-99&part=xx").status == 200);
}

BOOST_AUTO_TEST_CASE(reading_pages_changes_nothing)
{
    for (const char* address :
         {"/", dates, "/when?p=POP-EID:1&start=2026-11-26T08:30", "/who", "/static/accueil.css"})
        get(address);
    BOOST_TEST(service.held.empty());
    const auto form = choose("2026-11-26T08:30");
    BOOST_TEST(get("/hold?" + form.encoded()).status == 405);
    BOOST_TEST(get("/book?" + together(form, camille).encoded()).status == 405);
    BOOST_TEST(service.held.empty());
    BOOST_TEST(service.booked.empty());
}

BOOST_AUTO_TEST_CASE(a_start_pressed_is_held_and_pressed_twice_is_the_same)
{
    const auto form = choose("2026-11-26T08:30");
    const auto first = post("/hold?lang=fr", form), second = post("/hold?lang=fr", form);
    BOOST_TEST(first.status == 303);
    BOOST_TEST(*first.header("Location") == *second.header("Location"));
    BOOST_REQUIRE_EQUAL(service.held.size(), 1U);
    BOOST_TEST((service.held[0].channel == Channel::online));
    BOOST_TEST((service.held[0].day == makeDay(2026, 11, 26)));
    auto other = choose("2026-11-26T08:40");
    post("/hold?lang=fr", other);
    BOOST_TEST(service.held.size() == 2U, "another start is another wish");

    const auto page = follow(first);
    BOOST_TEST(page.status == 200);
    BOOST_TEST(says(page, "Jeudi 26 novembre à 08:30"));
    BOOST_TEST(says(page, "Place gardée pour vous jusqu’à 09:10"));
}

BOOST_AUTO_TEST_CASE(a_start_needs_a_token_of_ours)
{
    auto form = with(choose("2026-11-26T08:30"), {{"token", std::string(66, '0')}});
    const auto page = post("/hold?lang=fr", form);
    BOOST_TEST(page.status == 422);
    BOOST_TEST(says(page, "Choisissez encore une fois une heure"));
    BOOST_TEST(post("/hold?lang=fr", with(choose("x"), {})).status == 422);
    BOOST_TEST(post("/hold?lang=fr", {}).status == 422);
    BOOST_TEST(service.held.empty());
}

BOOST_AUTO_TEST_CASE(a_place_lost_shows_the_nearest_ones)
{
    const auto form = choose("2026-11-26T09:00");
    service.refuseHold = Refusal::slotTaken;
    const auto page = post("/hold?lang=fr", form);
    BOOST_TEST(page.status == 409);
    BOOST_TEST(says(page, "Cette place vient d’être prise. Voici les plus proches."));
    BOOST_TEST(says(page, "Les places les plus proches"));
    BOOST_TEST(says(page, "<h2 id=\"times\" tabindex=\"-1\">Jeudi 26 novembre</h2>"),
               "the times of that day are shown");
}

BOOST_AUTO_TEST_CASE(too_many_requests_have_their_sentence)
{
    const auto form = choose("2026-11-26T09:00");
    service.refuseHold = Refusal::tooManyAttempts;
    const auto page = post("/hold?lang=fr", form);
    BOOST_TEST(page.status == 429);
    BOOST_TEST(says(page, "Il y a beaucoup de demandes pour le moment."));
}

BOOST_AUTO_TEST_CASE(too_many_appointments_are_told_on_the_form_with_the_telephone)
{
    const auto form = together(hidden(hold().body), camille);
    service.refuseBook = Refusal::limitReached;
    const auto page = post("/book?lang=fr", form);
    BOOST_TEST(page.status == 409);
    BOOST_TEST(says(page, "Il y a déjà plusieurs rendez-vous à ce nom ou avec cette adresse e-mail."));
    BOOST_TEST(says(page, "téléphonez à l’accueil : 087 325 240."));
    BOOST_TEST(says(page, "Place gardée pour vous"), "the place is not lost");
    BOOST_TEST(says(page, "value=\"camille@exemple.be\""), "nor what was typed");
    service.refuseBook.reset();
    BOOST_TEST(post("/book?lang=fr", form).status == 303, "somebody else may come");
}

BOOST_AUTO_TEST_CASE(mistakes_are_listed_and_nothing_typed_is_lost)
{
    const Fields typed = with(camille, {{"birth_day", "31"},
                                        {"birth_month", "2"},
                                        {"email_again", "camille@exemple.bz"},
                                        {"last_name", "  Ex<b>emple "},
                                        {"mail_language", "nl"}});
    const auto page = post("/check?lang=fr", together(hidden(hold().body), typed));
    BOOST_TEST(page.status == 422);
    BOOST_TEST(says(page, "2 réponses à corriger"));
    BOOST_TEST(says(page, "<a href=\"#birth_day\">Date de naissance\u202f: ce jour n’existe pas</a>"));
    BOOST_TEST(says(page, "<a href=\"#email_again\">Les deux adresses e-mail sont différentes.</a>"));
    BOOST_TEST(says(page, "Le 31 février n’existe pas. Corrigez le jour ou le mois."));
    BOOST_TEST(says(page, "id=\"errors\" tabindex=\"-1\" autofocus"));
    BOOST_TEST(says(page, "<title>2 réponses à corriger – Qui viendra\u202f? – Ville de Verviers</title>"));
    for (const char* kept :
         {"value=\"  Ex&lt;b&gt;emple \"", "value=\"Camille\"", "value=\"31\"", "value=\"2\"",
          "value=\"1958\"", "value=\"camille@exemple.be\"", "value=\"camille@exemple.bz\"",
          "value=\"0470 12 34 56\"", "value=\"nl\" lang=\"nl\" selected"})
        BOOST_TEST(says(page, kept), kept);
    BOOST_TEST(
        !says(page,
              "id=\"birth_year\" name=\"birth_year\" value=\"1958\" maxlength=\"12\" inputmode=\"numeric\" "
              "autocomplete=\"bday-year\" aria-required=\"true\" class=\"wrong\""),
        "only the wrong parts are red");
    BOOST_TEST(service.booked.empty());
}

BOOST_AUTO_TEST_CASE(what_is_right_is_shown_once_more_and_then_booked)
{
    const auto review = post("/check?lang=fr", together(hidden(hold().body), camille));
    BOOST_TEST(review.status == 200);
    for (const char* words : {"Tout est juste\u202f?", "Jeudi 26 novembre à 08:30", "Camille Exemple",
                              "14 mars 1958", "camille@exemple.be"})
        BOOST_TEST(says(review, words), words);
    BOOST_TEST(service.booked.empty());

    const auto done = post("/book?lang=fr", hidden(review.body));
    BOOST_TEST(done.status == 303);
    BOOST_REQUIRE_EQUAL(service.booked.size(), 1U);
    BOOST_TEST(service.booked[0].lastName == "Exemple");
    const auto again = post("/book?lang=fr", hidden(review.body));
    BOOST_TEST(*again.header("Location") == *done.header("Location"));
    BOOST_TEST(service.booked.size() == 1U);
    BOOST_TEST(says(follow(done), "Votre rendez-vous est confirmé"));
}

BOOST_AUTO_TEST_CASE(the_last_step_judges_again)
{
    const auto form = together(hidden(hold().body), with(camille, {{"last_name", ""}}));
    const auto page = post("/book?lang=fr", form);
    BOOST_TEST(page.status == 422);
    BOOST_TEST(says(page, "Écrivez le nom."));
    BOOST_TEST(service.booked.empty());
}

BOOST_AUTO_TEST_CASE(going_back_to_the_form_keeps_every_answer)
{
    const auto review = post("/check?lang=fr", together(hidden(hold().body), camille));
    const auto page = post("/who?lang=nl", hidden(review.body));
    BOOST_TEST(page.status == 200);
    BOOST_TEST(says(page, "Wie komt er?"), "in another language if it was asked for");
    for (const char* kept : {"value=\"Exemple\"", "value=\"14\"", "value=\"0470 12 34 56\""})
        BOOST_TEST(says(page, kept), kept);
}

BOOST_AUTO_TEST_CASE(another_date_keeps_every_answer_and_gives_the_first_place_back)
{
    const auto first = together(hidden(hold().body), camille);
    const auto dates_again = post("/when?lang=fr", first);
    BOOST_TEST(dates_again.status == 200);
    BOOST_TEST(says(dates_again, "Votre place est encore gardée\u202f: jeudi 26 novembre à 08:30."));
    BOOST_TEST(says(dates_again, "<button class=\"day free"), "a link would lose what was typed");
    auto other = hidden(dates_again.body);
    other.add("start", "2026-11-25T09:00");
    const auto page = post("/hold?lang=fr", other);
    BOOST_TEST(page.status == 200);
    BOOST_TEST(says(page, "Mercredi 25 novembre à 09:00"));
    BOOST_TEST(says(page, "value=\"camille@exemple.be\""));
    BOOST_TEST(service.released == 1);
    const auto review = post("/check?lang=fr", together(hidden(page.body), camille));
    BOOST_TEST(post("/book?lang=fr", hidden(review.body)).status == 303);
    BOOST_TEST(service.booked.size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_hold_that_ran_out_is_renewed_while_its_place_is_free)
{
    const auto form = together(hidden(hold().body), camille);
    service.clock.advance(std::chrono::minutes(30));
    const auto review = post("/check?lang=fr", form);
    BOOST_TEST(review.status == 200);
    BOOST_TEST(service.held.size() == 2U);
    BOOST_TEST(says(review, "Place gardée pour vous jusqu’à 09:40"));
    service.visits.clear(); // and the housekeeping took that one away as well
    BOOST_TEST(post("/book?lang=fr", hidden(review.body)).status == 303);
    BOOST_TEST(service.booked.size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_hold_that_ran_out_and_was_taken_keeps_the_answers_for_another_time)
{
    const auto form = together(hidden(hold().body), camille);
    service.visits.clear();
    service.refuseHold = Refusal::slotTaken;
    const auto page = post("/book?lang=fr", form);
    BOOST_TEST(page.status == 409);
    BOOST_TEST(says(page, "Cette place vient d’être prise."));
    service.refuseHold.reset();
    auto other = hidden(page.body);
    other.add("start", "2026-11-26T08:40");
    const auto who = post("/hold?lang=fr", other);
    BOOST_TEST(who.status == 200);
    BOOST_TEST(says(who, "value=\"camille@exemple.be\""));
}

BOOST_AUTO_TEST_CASE(an_old_address_of_the_form_says_that_the_place_is_free_again)
{
    const auto held = post("/hold?lang=fr", choose("2026-11-26T08:30"));
    service.clock.advance(std::chrono::minutes(11));
    const auto page = follow(held);
    BOOST_TEST(page.status == 410);
    BOOST_TEST(says(page, "dix minutes"));
    BOOST_TEST(says(page, "Les places les plus proches"));
    BOOST_TEST(service.held.size() == 1U, "reading takes no place");
}

BOOST_AUTO_TEST_CASE(other_answers_for_a_booking_that_stands_are_not_taken_over_silently)
{
    const auto form = together(hidden(hold().body), camille);
    const auto done = post("/book?lang=fr", form);
    service.refuseBook = Refusal::requestConflict;
    const auto page = post("/book?lang=fr", with(form, {{"last_name", "Autre"}}));
    BOOST_TEST(page.status == 409);
    BOOST_TEST(says(page, "Il a été confirmé avec les réponses envoyées en premier."));
    BOOST_TEST(says(page, Browser::unescaped(*done.header("Location")).substr(0, 40)));
    BOOST_TEST(service.booked.size() == 1U);
}

BOOST_AUTO_TEST_CASE(the_form_of_a_booking_that_stands_leads_to_it)
{
    const auto held = post("/hold?lang=fr", choose("2026-11-26T08:30"));
    const auto done = post("/book?lang=fr", together(hidden(follow(held).body), camille));
    const auto again = follow(held);
    BOOST_TEST(again.status == 303);
    BOOST_TEST(*again.header("Location") == *done.header("Location"));
}

BOOST_AUTO_TEST_CASE(a_foreign_token_holds_nothing)
{
    const auto form = with(hidden(hold().body), {{"hold", std::string(66, 'f')}});
    for (const char* address : {"/check?lang=fr", "/book?lang=fr", "/who?lang=fr"})
        BOOST_TEST(post(address, together(form, camille)).status == 404, address);
    BOOST_TEST(service.booked.empty());
}

BOOST_AUTO_TEST_SUITE_END()
