// core/booking/visit_words.h - the words of a visit: of its state, of what one comes for.
#pragma once
#include "core/booking/appointment.h"

namespace accueil
{
std::string stateWord(const Messages& messages, VisitState state); ///< "Arrivé"

/// "Composition de ménage (2 pers.)"; empty if the procedure is no longer in the catalogue.
std::string procedureInWords(const Messages& messages, const Catalogue& catalogue, const Wanted& wanted);
/// The procedures of a visit in one line: "Carte d’identité : retrait + Composition de ménage (2 pers.)".
std::string proceduresInOneLine(const Messages& messages, const Catalogue& catalogue,
                                const std::vector<Wanted>& wanted);
} // namespace accueil
