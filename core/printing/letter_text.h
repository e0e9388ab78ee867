// core/printing/letter_text.h - what a letter says to a person whom no mail reaches, and what is said on the telephone.
#pragma once
#include "core/booking/to_call.h"
#include <string>
#include <vector>

namespace accueil::printing
{
/// One letter in its reader's language. The town has no postal address of anybody: that is filled in by hand.
struct LetterText
{
    Language language = Language::fr;
    std::string town;
    std::vector<std::string> sender; ///< address, telephone, page
    std::string name;                ///< "Camille Exemple"
    std::string date;                ///< "Mardi 24 novembre 2026"
    std::string subject;             ///< "Votre rendez-vous du jeudi 26 novembre 2026 à 08:30"
    std::string salutation;
    std::string news;               ///< what happened, and why
    std::vector<std::string> facts; ///< when, for what, where, reference; the first stands out
    std::string next;               ///< what to do now
    std::string closing, signature;
};

/// @param today  the date of the letter, on the site's calendar
LetterText letterText(const Catalogue& catalogue, const PersonToCall& person, Day today);

/// One line of the list for the telephone, in the language of the staff.
struct CallLine
{
    std::string name, phone;               ///< a sentence where there is no number
    std::string service, when, reference;  ///< as the citizen knows the appointment
    std::string toSay;                     ///< in one or two sentences
    std::string language;                  ///< the citizen's, in itself: "Deutsch"
};

struct CallSheetText
{
    std::string title, subtitle; ///< "Personnes à appeler", "Ville de Verviers, mardi 24 novembre 2026"
    std::string nobody;          ///< said in place of an empty list
    std::string person, appointment, toSay; ///< heads of the columns
    std::vector<CallLine> lines;
};

CallSheetText callSheetText(const Messages& messages, const Catalogue& catalogue, const std::vector<PersonToCall>& people, Day today);
} // namespace accueil::printing
