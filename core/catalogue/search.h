// core/catalogue/search.h - finds procedures by what people type, whatever the accents, apostrophes and slips.
#pragma once
#include "core/catalogue/catalogue.h"
#include <string>
#include <string_view>
#include <vector>

namespace accueil
{
/// Lower case without accents: "Décès" gives "deces", "Straße" gives "strasse". Letters beyond Latin stay as they are.
std::string folded(std::string_view utf8);

/// The procedures that fit best, in the order given. Looks at their names in `language` first, then in the other
/// languages, then at the names of their services. Nothing typed, or nothing that fits: none. Pure, any thread.
std::vector<ProcedureId> searchProcedures(const std::vector<Service>& services, const std::vector<Procedure>& procedures,
                                          std::string_view typed, Language language);
} // namespace accueil
