// booking-cgi/closure_notes.h - why there is no place on some days, as the town tells it.
#pragma once
#include "booking-cgi/page.h"
#include "core/agenda/hours.h"

namespace accueil::web
{
/// One sentence for each closure that touches these days, the whole site or a service of the visit, in order of time: "Fermé du
/// 24 au 26 décembre 2026 : inventaire". Those without a reason are left out: the calendar's cells say "fermé". Pure.
/// @param from, to  days, both included
std::vector<std::string> closureNotes(const PageContext& page, const std::vector<StoredClosure>& closures,
                                      const std::vector<PlacedPart>& parts, Day from, Day to);
} // namespace accueil::web
