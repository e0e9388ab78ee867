// kiosk-app/logic/fact_words.h - the page that tells one fact: late, another day, cancelled …
#pragma once
#include "kiosk-app/logic/pages.h"

namespace accueil::kiosk
{
FactView factInWords(const FactPage& page, const Messages& messages, const KioskSite& site,
                     const Surroundings& around);

/// "L’accueil est à votre droite"; empty when the town has not said where it is.
std::string receptionPlace(const Messages& messages, AwayView::Side side);
} // namespace accueil::kiosk
