// Procedures of two services: two appointments, one after the other, that stand and fall together.
#include "tests/web/browser.h"

using namespace accueil;
using namespace accueil::test;
using web::Fields;

namespace
{
/// What a page says between its tags, blanks folded.
std::string words(const web::Response& page)
{
    static const std::regex tag("<[^>]*>"), blanks("[ \\n]+");
    return std::regex_replace(std::regex_replace(page.body, tag, " "), blanks, " ");
}

bool reads(const web::Response& page, const std::string& sentence)
{
    return words(page).find(sentence) != std::string::npos;
}

struct TwoServices : Browser
{
    static constexpr const char* both = "/when?p=POP-EID%3A1&p=CIV-MARRIAGE%3A1&lang=fr";

    web::Response heldPage() { return follow(post("/hold?lang=fr", choose("2026-11-26T08:30", both))); }
    std::string bookedAddress()
    {
        return *post("/book?lang=fr", together(hidden(heldPage().body), camille)).header("Location");
    }
    static std::string below(const std::string& address, const std::string& what)
    {
        return std::string(address).insert(address.find('?'), what);
    }
};
} // namespace

BOOST_FIXTURE_TEST_SUITE(linked_pages, TwoServices)

BOOST_AUTO_TEST_CASE(every_start_tells_both_times)
{
    const auto page = get(both);
    BOOST_TEST(page.status == 200);
    BOOST_TEST(reads(page, "Population Carte d’identité : demande 1 personne, 10 minutes État civil Déclaration de mariage"));
    BOOST_TEST(reads(page, "Deux services\u202f: deux rendez-vous, l’un juste après l’autre."));
    BOOST_TEST(reads(page, "08:30 Population , puis 08:40 État civil , lundi 23 novembre"));
    BOOST_TEST(reads(get("/when?p=POP-EID%3A1&p=CIV-MARRIAGE%3A1&lang=de"), "08:30 Bevölkerungsdienst , dann 08:40 Standesamt"));
    BOOST_TEST(!reads(get(dates), "puis"), "one service has one time");
}

BOOST_AUTO_TEST_CASE(both_are_held_checked_and_booked_together)
{
    const auto who = heldPage();
    BOOST_REQUIRE_EQUAL(service.held.size(), 1U);
    BOOST_TEST(service.held[0].wanted.size() == 2U);
    const std::string parts = "08:30 Population Carte d’identité : demande 1 personne, 10 minutes Hôtel de ville, zone A"
                              " 08:40 État civil Déclaration de mariage 1 personne, 40 minutes Hôtel de ville, zone B";
    BOOST_TEST(reads(who, parts));
    const auto form = together(hidden(who.body), camille);
    const auto review = post("/check?lang=fr", form);
    BOOST_TEST(reads(review, parts));
    BOOST_TEST(reads(review, "Confirmer les deux rendez-vous"));
    const auto visit = follow(post("/book?lang=fr", form));
    BOOST_TEST(service.booked.size() == 1U);
    BOOST_TEST(reads(visit, "Vos rendez-vous sont confirmés"));
    BOOST_TEST(reads(visit, "Jeudi 26 novembre 2026 à 08:30 " + parts));
    BOOST_TEST(reads(visit, "Vous gardez le même numéro pour les deux services."));
    const std::string text = words(visit);
    const auto paper = text.find("Votre carte d’identité");
    BOOST_TEST(paper != std::string::npos);
    BOOST_TEST(text.find("Votre carte d’identité", paper + 1) == std::string::npos, "each paper once");
}

BOOST_AUTO_TEST_CASE(without_a_database_the_form_still_says_what_it_is_for)
{
    const auto form = together(hidden(heldPage().body), camille);
    service.away = true;
    const auto page = post("/check?lang=fr", form);
    BOOST_TEST(page.status == 503);
    BOOST_TEST(reads(page, "Jeudi 26 novembre à 08:30"));
    BOOST_TEST(reads(page, "Population Carte d’identité : demande"));
}

BOOST_AUTO_TEST_CASE(a_lost_place_offers_the_nearest_for_both)
{
    const auto form = choose("2026-11-26T09:00", both);
    service.refuseHold = Refusal::slotTaken;
    const auto page = post("/hold?lang=fr", form);
    BOOST_TEST(page.status == 409);
    BOOST_TEST(reads(page, "Jeudi 26 novembre 08:50 Population , puis 09:00 État civil"));
}

BOOST_AUTO_TEST_CASE(they_move_together)
{
    const auto address = bookedAddress();
    const auto datesPage = get(below(address, "/move"));
    BOOST_TEST(reads(datesPage, "Vos rendez-vous Jeudi 26 novembre à 08:30"));
    BOOST_TEST(reads(datesPage, "Garder mes rendez-vous"));
    const auto question = get(below(address, "/move") + "&start=2026-11-27T10:00");
    BOOST_TEST(reads(question, "Déplacer vos rendez-vous"));
    BOOST_TEST(reads(question, "Vendredi 27 novembre 2026 à 10:00 10:00 Population Carte"));
    BOOST_TEST(reads(question, "10:10 État civil"));
    const auto done = follow(post(below(address, "/move"), hidden(question.body)));
    BOOST_TEST(reads(done, "Vos rendez-vous sont déplacés"));
    BOOST_TEST(reads(done, "10:10 État civil"));
}

BOOST_AUTO_TEST_CASE(a_start_at_which_both_have_no_place_is_not_asked_about)
{
    const auto page = get(below(bookedAddress(), "/move") + "&start=2026-11-24T10:00");
    BOOST_TEST(page.status == 409);
    BOOST_TEST(reads(page, "Cette place vient d’être prise."));
}

BOOST_AUTO_TEST_CASE(they_are_cancelled_together)
{
    const auto address = bookedAddress();
    const auto page = get(below(address, "/cancel"));
    BOOST_TEST(reads(page, "Déplacer ou annuler les deux rendez-vous"));
    BOOST_TEST(reads(page, "Annuler les deux rendez-vous"));
    BOOST_TEST(reads(page, "08:40 État civil"));
    const auto done = follow(post(below(address, "/cancel"), hidden(page.body)));
    BOOST_TEST(service.cancelled == 1);
    BOOST_TEST(reads(done, "Vos rendez-vous sont annulés"));
}

BOOST_AUTO_TEST_SUITE_END()
