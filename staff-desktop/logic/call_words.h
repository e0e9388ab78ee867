// staff-desktop/logic/call_words.h - what is said of and to a person to call.
#pragma once
#include "core/booking/to_call.h"
#include "staff-desktop/logic/offers.h"

namespace accueil
{
std::string reasonWord(const Messages& messages, CallReason reason); ///< "E-mail revenu"
/// What became of the appointment: "Déplacé au jeudi 26 novembre à 10:40".
std::string standsNow(const Messages& messages, const PersonToCall& person);

/// What to say on the telephone, in the language of `messages`: greeting, news, question.
/// @param offer  another time to propose
std::string spokenTo(const Messages& messages, const Catalogue& catalogue, const PersonToCall& person,
                     const std::optional<Offer>& offer);

/// "0 4 7 0, 1 2, 3 4" for a screen reader: no number of a million.
std::string digitByDigit(const std::string& phone);

/// Who did it and when: "Marie a appelé cette personne à 10:42."; the day too when it is not today.
std::string doneInWords(const Messages& messages, const Catalogue& catalogue, const PersonToCall& person,
                        Day today);
} // namespace accueil
