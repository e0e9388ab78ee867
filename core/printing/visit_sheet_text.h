// core/printing/visit_sheet_text.h - what stands on the sheet of somebody without e-mail: the facts of the
// confirmation mail.
#pragma once
#include "core/booking/printable_visit.h"
#include "core/notification/notice.h"

namespace accueil::printing
{
/// All in the citizen's language. No name and no birth date: the sheet lies in the printer's tray and on a
/// kitchen table, and says what somebody comes for; the reference finds the name where it is needed.
struct VisitSheetText
{
    struct Part
    {
        std::string when;                    ///< "08:50"; empty unless the visit has two parts
        std::string place;                   ///< "Hôtel de ville, zone B"
        std::vector<std::string> procedures; ///< "Carte d’identité, 2 personnes"
    };
    Language language = Language::fr;
    std::string town, address;
    std::string title;       ///< "Votre rendez-vous"
    std::string when;        ///< "Jeudi 26 novembre 2026 à 08:30"
    std::string length;      ///< "1 personne, 10 minutes"
    std::vector<Part> parts; ///< in order of time
    std::string papersTitle; ///< "À apporter"
    std::vector<std::string> papers;
    std::string arrivalTitle, arrival; ///< what to do with the code
    std::string code;                  ///< in the QR code; empty: there is none
    std::string reference;             ///< "Référence : KXTR-BVLN"
    std::string changeTitle, change;   ///< "Un empêchement ?"
    std::string call;                  ///< "Appelez-nous : 087 …"
    std::string pageLabel, page;       ///< "Ou déplacez-le … sur cette page :", "rdv.verviers.be/rdv/…"
};

/// In the language of its person. @throws InvalidInput  if a service or a procedure is no longer in the catalogue
VisitSheetText visitSheetText(const Catalogue& catalogue, const PrintableVisit& visit);
/// @param notice  with the manage address, when there is a page  @param checkInToken  twenty letters, or
/// empty
VisitSheetText visitSheetText(const Notice& notice, const std::string& checkInToken);
} // namespace accueil::printing
