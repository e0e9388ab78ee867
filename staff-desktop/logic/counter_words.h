// staff-desktop/logic/counter_words.h - the words of a counter and of who waits there.
#pragma once
#include "core/queue/counter.h"
#include "staff-desktop/logic/desk.h"

namespace accueil
{
/// "Guichet 3 · Population, Étrangers"
std::string counterInWords(const Messages& messages, const Catalogue& catalogue, const Counter& counter);
/// What the visitor comes for; the service where nothing else is known.
std::string proceduresOf(const Messages& messages, const Catalogue& catalogue, const Ticket& ticket);
/// "20 s" within the first minute, then whole minutes.
std::string lasting(const Messages& messages, std::chrono::milliseconds time);
std::string callInWords(const Messages& messages, int calls); ///< "1er appel"
std::string whyOf(const Desk& desk, const Ticket& ticket);    ///< "rendez-vous de 09:00, arrivée 08:52"
/// The same in a column: "Rendez-vous de 09:00", "Priorité".
std::string whyInAColumn(const Desk& desk, const Ticket& ticket);
std::string clockOf(const Desk& desk, Instant at); ///< "10:42"
} // namespace accueil
