#include "fake_desk.h"
#include "staff-desktop/logic/procedure_search.h"
#include <boost/test/unit_test.hpp>

using namespace accueil;

BOOST_AUTO_TEST_SUITE(search)

BOOST_AUTO_TEST_CASE(a_few_letters_of_name_code_or_paper_are_enough)
{
    auto parts = smallTown();
    parts.procedures[0].name.set(Language::fr, "Carte d’identité : demande");
    parts.procedures[0].name.set(Language::de, "Personalausweis: Antrag");
    parts.documents[1].name.set(Language::fr, "une photo récente");
    const Catalogue town(parts);
    const std::vector<std::tuple<std::string, Language, std::vector<ProcedureId>>> cases{
        {"", Language::fr, {identityCard, household, residencePermit, marriage}},
        {"CARTE IDENTITE", Language::fr, {identityCard}},
        {"carte didentité", Language::fr, {identityCard}},
        {"personalausweis", Language::fr, {identityCard}},
        {"pop-h", Language::fr, {household, identityCard}},
        {"etr", Language::fr, {residencePermit}},
        {"recente", Language::fr, {identityCard, residencePermit}},
        {"zzz", Language::fr, {}}};
    for (const auto& [typed, language, expected] : cases) {
        const auto found = findProcedures(town, typed, language);
        BOOST_TEST((found == expected), typed << ": " << found.size());
    }
}

BOOST_AUTO_TEST_SUITE_END()
