#include "core/catalogue/search.h"
#include "tests/web/scripted_town.h"
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

using namespace accueil;
using namespace accueil::test;

namespace
{
/// A few lines of the town's own list.
std::vector<Procedure> procedures()
{
    return {
        procedure(1, 1, "EID", 10, 1,
                  text("Carte d'identité : demande ou renouvellement",
                       "Identiteitskaart: aanvraag of vernieuwing", "Personalausweis: Antrag oder Erneuerung",
                       "Identity card: application or renewal")),
        procedure(2, 1, "EID-PICKUP", 10, 1,
                  text("Carte d’identité : retrait", "Identiteitskaart: afhaling",
                       "Personalausweis: Abholung", "Identity card: collection")),
        procedure(3, 1, "LOSS", 10, 1,
                  text("Perte ou vol de la carte d'identité", "Verlies of diefstal van de identiteitskaart",
                       "Verlust oder Diebstahl des Personalausweises", "Lost or stolen identity card")),
        procedure(4, 1, "CHIP", 10, 1,
                  text("Mise à jour de l'adresse sur la carte", "Adres op de kaart bijwerken",
                       "Adresse auf der Karte aktualisieren", "Update of the address on the card")),
        procedure(
            5, 2, "PASSPORT", 10, 1,
            text("Passeport : demande", "Paspoort: aanvraag", "Reisepass: Antrag", "Passport: application")),
        procedure(6, 2, "LICENCE", 10, 1,
                  text("Permis de conduire définitif", "Definitief rijbewijs", "Endgültiger Führerschein",
                       "Full driving licence")),
        procedure(7, 3, "DEATH", 10, 1,
                  text("Déclaration de décès", "Overlijdensaangifte", "Sterbefallanzeige",
                       "Declaration of death"))};
}

std::vector<Service> services()
{
    std::vector<Service> all(3);
    for (int i = 0; i < 3; ++i) all[static_cast<std::size_t>(i)].id = ServiceId(i + 1);
    all[0].name = text("Population", "Bevolking", "Bevölkerungsdienst", "Population register");
    all[1].name = text("Passeports – Permis de conduire", "Paspoorten – Rijbewijzen",
                       "Reisepässe – Führerscheine", "Passports – Driving licences");
    all[2].name = text("État civil", "Burgerlijke stand", "Standesamt", "Civil registry");
    return all;
}

struct Typed
{
    const char* text;
    Language language;
    std::vector<int> found;
};
std::ostream& operator<<(std::ostream& out, const Typed& typed)
{
    return out << typed.text << " (" << code(typed.language) << ")";
}
} // namespace

BOOST_AUTO_TEST_SUITE(search)

BOOST_DATA_TEST_CASE(people_type_as_they_speak, boost::unit_test::data::make(std::vector<Typed>{
                                                    {"carte d'identité", Language::fr, {1, 2, 3}},
                                                    {"carte didentité", Language::fr, {1, 2, 3}},
                                                    {"CARTE D’IDENTITE", Language::fr, {1, 2, 3}},
                                                    {"idantité", Language::fr, {1, 2, 3}},
                                                    {"retrait carte identité", Language::fr, {2}},
                                                    {"renouveler ma carte d'identité", Language::fr, {1}},
                                                    {"carte", Language::fr, {1, 2, 3, 4}},
                                                    {"pasport", Language::fr, {5}},
                                                    {"permi", Language::fr, {6}},
                                                    {"deces", Language::fr, {7}},
                                                    {"rijbewijs", Language::fr, {6}},
                                                    {"etat civil", Language::fr, {7}},
                                                    {"ausweis", Language::de, {1, 2, 3}},
                                                    {"fuhrerschein", Language::de, {6}},
                                                    {"paspoort", Language::nl, {5}},
                                                    {"", Language::fr, {}},
                                                    {"   ", Language::fr, {}},
                                                    {"xyzxyz", Language::fr, {}},
                                                    {"'; -- %_", Language::fr, {}}}))
{
    std::vector<int> found;
    for (const ProcedureId id : searchProcedures(services(), procedures(), sample.text, sample.language))
        found.push_back(static_cast<int>(id.value()));
    BOOST_TEST(found == sample.found, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(letters_lose_their_marks)
{
    BOOST_TEST(folded("Œuvre, DÉCÈS, Straße, Ångström, ÿ") == "oeuvre, deces, strasse, angstrom, y");
    BOOST_TEST(folded("\xC3") == "\xC3", "half a letter stays as it is");
}

BOOST_AUTO_TEST_SUITE_END()
