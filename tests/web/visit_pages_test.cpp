// /rdv/TOKEN: what the manage link shows and does.
#include "tests/web/browser.h"

using namespace accueil;
using namespace accueil::test;
using web::Fields;

namespace
{
struct WithVisit : Browser
{
    std::string address, token;

    explicit WithVisit(const Fields& person = camille)
    {
        const auto done = post("/book?lang=fr", together(hidden(hold().body), person));
        BOOST_REQUIRE_EQUAL(done.status, 303);
        address = *done.header("Location");
        token = address.substr(std::string("/rendez-vous/rdv/").size(), tokenLength);
    }
    std::string below(const std::string& what) const { return "/rdv/" + token + what + "?lang=fr"; }
};
} // namespace

BOOST_FIXTURE_TEST_SUITE(visit_pages, WithVisit)

BOOST_AUTO_TEST_CASE(it_tells_when_where_and_what_to_bring_but_not_who)
{
    const auto page = get(address);
    BOOST_TEST(page.status == 200);
    for (const char* words :
         {"Votre rendez-vous est confirmé", "Jeudi 26 novembre 2026 à 08:30", "1 personne, 10 minutes",
          "Hôtel de ville, zone A", "55 place du Marché, 4800 Verviers", "Votre carte d’identité",
          "La confirmation est en route vers votre adresse e-mail.", "src=\"data:image/png;base64,"})
        BOOST_TEST(says(page, words), words);
    for (const char* hidden : {"Exemple", "Camille", "1958", "camille@", "0470"})
        BOOST_TEST(!says(page, hidden), hidden);
    BOOST_TEST(page.caching == "no-store");
    BOOST_TEST(*page.header("X-Robots-Tag") == "noindex, nofollow");
    BOOST_TEST(says(page, "<meta name=\"robots\" content=\"noindex, nofollow\">"));
    BOOST_TEST(get("/rdv/" + std::string(token.size(), 'b') + "?lang=fr").status == 404);
}

BOOST_AUTO_TEST_CASE(small_letters_find_it_too)
{
    std::string small = token;
    for (char& c : small) c = static_cast<char>(c - 'A' + 'a');
    BOOST_TEST(get("/rdv/" + small + "?lang=fr").status == 200);
}

BOOST_AUTO_TEST_CASE(without_an_address_no_mail_is_promised)
{
    WithVisit other(with(camille, {{"email", ""}, {"email_again", ""}}));
    const auto page = other.get(other.address);
    BOOST_TEST(!says(page, "en route"));
    BOOST_TEST(says(page, "imprimez cette page, ou notez la référence"));
}

BOOST_AUTO_TEST_CASE(it_goes_into_a_calendar)
{
    const auto file = get(below(".ics"));
    BOOST_TEST(file.status == 200);
    BOOST_TEST(file.type == "text/calendar; charset=utf-8");
    BOOST_TEST(says(file, "BEGIN:VCALENDAR"));
    BOOST_TEST(says(file, "DTSTART;TZID=Europe/Brussels:20261126T083000"));
    BOOST_TEST(file.header("Content-Disposition")->find("attachment; filename=\"rendez-vous.ics\"") == 0U);
}

BOOST_AUTO_TEST_CASE(cancelling_asks_first_and_needs_a_press)
{
    const auto page = get(below("/cancel"));
    BOOST_TEST(page.status == 200);
    BOOST_TEST(says(page, "Déplacer ou annuler le rendez-vous"));
    BOOST_TEST(says(page, "/move?lang=fr"));
    BOOST_TEST(service.cancelled == 0);

    const auto done = post(below("/cancel"), hidden(page.body));
    BOOST_TEST(done.status == 303);
    BOOST_TEST(service.cancelled == 1);
    const auto shown = follow(done);
    BOOST_TEST(says(shown, "Votre rendez-vous est annulé"));
    BOOST_TEST(!says(shown, "data:image/png"));
    BOOST_TEST(!says(shown, "/cancel"));
    BOOST_TEST(post(below("/cancel"), hidden(page.body)).status == 303, "a second press");
    BOOST_TEST(get(below("/cancel")).status == 303);
    BOOST_TEST(service.cancelled == 1);
    BOOST_TEST(says(get(below(".ics")), "METHOD:CANCEL"));
}

BOOST_AUTO_TEST_CASE(a_foreign_token_cancels_nothing)
{
    for (const auto& form : {Fields{}, Fields{{"token", std::string(66, '0')}},
                             Fields{{"token", hidden(get(dates).body).one("token")}}}) {
        const auto page = post(below("/cancel"), form);
        BOOST_TEST(page.status == 422);
        BOOST_TEST(says(page, "Rien n’est encore annulé."));
    }
    BOOST_TEST(service.cancelled == 0);
}

BOOST_AUTO_TEST_CASE(what_is_too_late_is_said_on_the_same_page)
{
    const auto form = hidden(get(below("/cancel")).body);
    service.refuseCancel = Refusal::tooLate;
    const auto late = post(below("/cancel"), form);
    BOOST_TEST(late.status == 409);
    BOOST_TEST(says(late, "Il est trop tard pour le faire ici. Téléphonez à l’accueil"));
    service.refuseCancel = Refusal::appointmentGone; // cancelled at the desk a moment ago
    BOOST_TEST(post(below("/cancel"), form).status == 303);
}

BOOST_AUTO_TEST_CASE(moving_shows_the_dates_asks_once_and_moves)
{
    const auto offered = get(below("/move"));
    BOOST_TEST(offered.status == 200);
    BOOST_TEST(says(offered, "Jeudi 26 novembre à 08:30"));
    BOOST_TEST(says(offered, "<form method=\"get\" action=\"/rendez-vous/rdv/" + token + "/move\""));
    BOOST_TEST(says(offered, "name=\"start\" value=\"2026-11-25T08:30\""));
    BOOST_TEST(says(offered, "/rendez-vous/rdv/" + token +
                                 "/move?day=2026-11-25&amp;from=2026-11-23&amp;lang=fr#times"));

    const auto question = get("/rdv/" + token + "/move?lang=fr&start=2026-11-25T09:10");
    BOOST_TEST(question.status == 200);
    BOOST_TEST(says(question, "<p class=\"date-words gone\">Jeudi 26 novembre 2026 à 08:30</p>"));
    BOOST_TEST(says(question, "Mercredi 25 novembre 2026 à 09:10"));
    BOOST_TEST(service.moves.empty());
    BOOST_TEST(service.held.size() == 1U, "asking holds nothing");

    const auto done = post(below("/move"), hidden(question.body)),
               again = post(below("/move"), hidden(question.body));
    BOOST_TEST(done.status == 303);
    BOOST_TEST(again.status == 303);
    BOOST_TEST(service.moves.size() == 1U);
    BOOST_TEST(says(follow(done), "<h1>Votre rendez-vous est déplacé</h1>"));
    BOOST_TEST(says(get(address), "Mercredi 25 novembre 2026 à 09:10"));
}

BOOST_AUTO_TEST_CASE(a_move_that_cannot_be_keeps_the_old_place_and_says_why)
{
    const auto form = hidden(get("/rdv/" + token + "/move?lang=fr&start=2026-11-25T09:10").body);
    BOOST_TEST(post(below("/move"), with(form, {{"token", std::string(66, '0')}})).status == 422);
    service.refuseMove = Refusal::slotTaken;
    const auto taken = post(below("/move"), form);
    BOOST_TEST(taken.status == 409);
    BOOST_TEST(says(taken, "Cette place vient d’être prise. Voici les plus proches."));
    BOOST_TEST(says(taken, "Les places les plus proches"));
    BOOST_TEST(says(taken, "Jeudi 26 novembre à 08:30"), "still there");
    service.refuseMove = Refusal::tooLate;
    BOOST_TEST(says(post(below("/move"), form), "Il est trop tard pour le faire ici."));
    service.refuseMove = Refusal::appointmentGone;
    BOOST_TEST(post(below("/move"), form).status == 303);
    service.refuseMove.reset();
    service.visits.at(token).revision = 7; // the desk was faster
    const auto changed = post(below("/move"), form);
    BOOST_TEST(changed.status == 409);
    BOOST_TEST(
        says(changed, "Ce rendez-vous a changé entre-temps. Voici comment il se présente maintenant."));
    BOOST_TEST(service.moves.empty());
}

BOOST_AUTO_TEST_CASE(a_visit_of_the_past_is_over)
{
    service.clock.advance(std::chrono::hours(24 * 5));
    const auto page = get(address);
    BOOST_TEST(says(page, "Ce rendez-vous est passé"));
    BOOST_TEST(!says(page, "data:image/png"));
    BOOST_TEST(get(below("/cancel")).status == 303);
}

BOOST_AUTO_TEST_CASE(unknown_links_have_a_page_of_their_own)
{
    for (const char* address_ : {"/rdv/BCDFGHJKLNPRSTVXBCDF", "/rdv/", "/rdv/short",
                                 "/rdv/BCDFGHJKLNPRSTVXBCDF/cancel", "/rdv/<script>"}) {
        const auto page = get(address_);
        BOOST_TEST(page.status == 404, address_);
        BOOST_TEST(says(page, "Nous ne trouvons pas ce rendez-vous"), address_);
        BOOST_TEST(!says(page, "<script"), address_);
    }
    BOOST_TEST(get(below("/other")).status == 404);
    BOOST_TEST(post(below(""), {}).status == 405);
}

BOOST_AUTO_TEST_CASE(a_place_that_is_only_held_has_no_link_yet)
{
    post("/hold?lang=fr", choose("2026-11-26T09:00"));
    for (const auto& [manage, visit] : service.visits)
        if (visit.held) BOOST_TEST(get("/rdv/" + manage + "?lang=fr").status == 404);
}

BOOST_AUTO_TEST_SUITE_END()
