#include "staff-desktop/logic/procedure_search.h"
#include "core/catalogue/search.h"
#include <algorithm>

namespace accueil
{
namespace
{
std::string trimmed(const std::string& text)
{
    const auto from = text.find_first_not_of(' ');
    return from == std::string::npos ? "" : text.substr(from, text.find_last_not_of(' ') - from + 1);
}

std::vector<ProcedureId> byCode(const Catalogue& catalogue, const std::string& typed)
{
    std::vector<ProcedureId> found;
    const std::string wanted = folded(typed);
    for (const auto& procedure : catalogue.procedures())
        if (folded(procedure.code).starts_with(wanted)) found.push_back(procedure.id);
    return found;
}

std::vector<ProcedureId> byPaper(const Catalogue& catalogue, const std::string& typed)
{
    constexpr std::size_t enough = 3; // two letters are in every paper
    std::vector<ProcedureId> found;
    const std::string wanted = folded(typed);
    if (wanted.size() < enough) return found;
    for (const auto& procedure : catalogue.procedures())
        for (const Language language : languages)
            if (std::ranges::any_of(catalogue.papers({procedure.id}, language),
                                    [&](const std::string& paper) {
                                        return folded(paper).find(wanted) != std::string::npos;
                                    })) {
                found.push_back(procedure.id);
                break;
            }
    return found;
}
} // namespace

std::vector<ProcedureId> findProcedures(const Catalogue& catalogue, const std::string& typed,
                                        Language language)
{
    const std::string text = trimmed(typed);
    std::vector<ProcedureId> found;
    if (text.empty()) {
        for (const auto& procedure : catalogue.procedures()) found.push_back(procedure.id);
        return found;
    }
    found = byCode(catalogue, text);
    for (const auto id : searchProcedures(catalogue.services(), catalogue.procedures(), text, language))
        if (std::ranges::find(found, id) == found.end()) found.push_back(id);
    return found.empty() ? byPaper(catalogue, text) : found;
}
} // namespace accueil
