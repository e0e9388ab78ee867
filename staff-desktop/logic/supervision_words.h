// staff-desktop/logic/supervision_words.h - the words of the supervision. Pure.
#pragma once
#include "core/base/messages.h"
#include "core/catalogue/catalogue.h"
#include "core/queue/supervision.h"

namespace accueil
{
std::string forHowLong(const Messages& messages,
                       std::chrono::milliseconds time); ///< "20 s", "12 min", "1 h 05"

std::string deviceName(const Messages& messages, const Catalogue& catalogue,
                       const DeviceNow& device);                                  ///< "Écran zone A"
std::string troubleInWords(const Messages& messages, const std::string& trouble); ///< "plus de papier"

std::string walkInWords(const Messages& messages, bool open, int quota); ///< "ouverts, 3 par demi-heure"
std::string quotaWords(const Messages& messages, int quota); ///< "3 par demi-heure", "sans limite"
std::string lastsWords(const Messages& messages,
                       int minutes); ///< "pendant 30 min"; 0: "jusqu’à nouvel ordre"

/// @param closed  of `ticked` tickets; the rest had ended meanwhile
std::string closedWords(const Messages& messages, long closed, long ticked);

/// Sentences for the screens, each in every language.
/// @param service  of whom it is said; null for what concerns all @param minutes  of delay that the estimate
/// suggests
std::vector<LocalizedText> readySentences(const Service* service, int minutes);

/// So many minutes late, for the screens: in steps of 5, at least 10.
int sayableDelay(int longestMinutes);
} // namespace accueil
