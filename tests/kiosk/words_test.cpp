#include "tests/kiosk/scripted_town.h"
#include <boost/test/unit_test.hpp>

using namespace accueil;
using namespace accueil::kiosk;

namespace
{
/// Every text of a page, one after the other.
std::string all(const PageView& page)
{
    return spokenText(page);
}
} // namespace

BOOST_FIXTURE_TEST_SUITE(words, Hall)

BOOST_AUTO_TEST_CASE(every_page_speaks_the_chosen_language)
{
    struct Case
    {
        Language language;
        const char *home, *ticket;
    };
    for (const auto& [language, home, ticket] :
         {Case{Language::fr, "Bonjour et bienvenue", "Votre numéro A 0 4 1"},
          Case{Language::nl, "Goedendag en welkom", "Uw nummer A 0 4 1"},
          Case{Language::de, "Guten Tag und willkommen", "Ihre Nummer A 0 4 1"},
          Case{Language::en, "Hello and welcome", "Your number A 0 4 1"}}) {
        Hall hall;
        hall.presenter.chooseLanguage(language);
        BOOST_TEST(all(hall.presenter.state().page).starts_with(home));
        hall.town.byToken[token] = hall.at(9, 0);
        hall.scan();
        BOOST_TEST(all(hall.presenter.state().page).find(ticket) != std::string::npos);
    }
}

BOOST_AUTO_TEST_CASE(the_page_is_read_in_the_order_of_the_eyes_and_ends_its_sentences)
{
    presenter.listen();
    BOOST_TEST(voice.said.starts_with(
        "Bonjour et bienvenue. Présentez votre code QR. Sur papier ou sur votre téléphone."));
    presenter.listen(); // once more: quiet
    BOOST_TEST(!voice.talks);
}

BOOST_AUTO_TEST_CASE(another_page_is_not_read_on)
{
    presenter.listen();
    presenter.startBirthDate();
    BOOST_TEST(!voice.talks);
}

BOOST_AUTO_TEST_CASE(an_inverted_date_is_seen_in_the_name_of_the_month)
{
    presenter.startBirthDate();
    typeDate("0314");
    BOOST_TEST(shows<BirthDateView>().problem == "Le mois 14 n’existe pas. Corrigez le mois.");
    presenter.clearDate();
    typeDate("1403195");
    BOOST_TEST(shows<BirthDateView>().fields[1].hint == "mars");
    BOOST_TEST(shows<BirthDateView>().fields[2].hint == "encore 1 chiffre");
}

BOOST_AUTO_TEST_CASE(the_room_around_the_kiosk_is_told)
{
    struct Case
    {
        AwayView::Side side;
        const char* where;
    };
    for (const auto& [side, where] :
         {Case{AwayView::Side::none, ""}, Case{AwayView::Side::left, "L’accueil est à votre gauche"},
          Case{AwayView::Side::right, "L’accueil est à votre droite"},
          Case{AwayView::Side::behind, "L’accueil est derrière vous"}}) {
        const auto view = std::get<AwayView>(
            describe(AwayPage{}, Messages(Language::fr), {}, {Surroundings::Reader::under, side}, today));
        BOOST_TEST(view.where == where);
    }
}

BOOST_AUTO_TEST_SUITE_END()
