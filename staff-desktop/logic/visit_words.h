// staff-desktop/logic/visit_words.h - the word of each state; colour and icon never speak alone.
#pragma once
#include "core/booking/appointment.h"

namespace accueil
{
std::string stateWord(const Messages& messages, VisitState state); ///< "Arrivé"

/// "dans 8 minutes", "maintenant", "il y a 5 minutes"; over an hour in hours and minutes.
std::string inHowLong(const Messages& messages, int minutes);

/// The procedures of a visit in one line: "Carte d’identité : retrait + Composition de ménage (2 pers.)".
std::string proceduresInOneLine(const Messages& messages, const Catalogue& catalogue,
                                const std::vector<Wanted>& wanted);
} // namespace accueil
