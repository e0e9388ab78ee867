#include "core/booking/visit_words.h"

namespace accueil
{
std::string stateWord(const Messages& m, VisitState state)
{
    switch (state) {
    case VisitState::held:
        return m.trc("state", "Held");
    case VisitState::booked:
        return m.trc("state", "Booked");
    case VisitState::arrived:
        return m.trc("state", "Arrived");
    case VisitState::called:
        return m.trc("state", "Called");
    case VisitState::serving:
        return m.trc("state", "Serving");
    case VisitState::served:
        return m.trc("state", "Served");
    case VisitState::missed:
        return m.trc("state", "No-show");
    case VisitState::cancelled:
        return m.trc("state", "Cancelled");
    case VisitState::parked:
        return m.trc("state", "Set aside");
    }
    return "";
}

std::string procedureInWords(const Messages& m, const Catalogue& catalogue, const Wanted& wanted)
{
    const Procedure* procedure = catalogue.find(wanted.procedure);
    if (!procedure) return {};
    const std::string name = procedure->name.in(m.language());
    return wanted.persons > 1 ? name + " (" + m.tr("{0} pers.", wanted.persons) + ")" : name;
}

std::string proceduresInOneLine(const Messages& m, const Catalogue& catalogue,
                                const std::vector<Wanted>& wanted)
{
    std::string line;
    for (const auto& one : wanted) {
        const std::string words = procedureInWords(m, catalogue, one);
        if (!words.empty()) line += (line.empty() ? "" : " + ") + words;
    }
    return line;
}
} // namespace accueil
