// staff-desktop/logic/procedure_search.h - finds a procedure from a few letters.
#pragma once
#include "core/catalogue/catalogue.h"

namespace accueil
{
/// Accents, case, apostrophes and small slips are ignored. Looks at the code first, then at the names in
/// `language`, in the other languages and at those of the services, at last at the papers. Best first;
/// nothing typed gives all, in the town's order. Pure.
std::vector<ProcedureId> findProcedures(const Catalogue& catalogue, const std::string& typed,
                                        Language language);
} // namespace accueil
