// kiosk-app/logic/fact_words.h - the page that tells one fact: late, another day, cancelled …
#pragma once
#include "kiosk-app/logic/pages.h"

namespace accueil::kiosk
{
FactView factInWords(const FactPage& page, const Messages& messages, const KioskSite& site);
} // namespace accueil::kiosk
