#include "staff-desktop/logic/visit_words.h"
#include <cstdlib>

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

std::string inHowLong(const Messages& m, int minutes)
{
    if (minutes == 0) return m.tr("now");
    const int length = std::abs(minutes);
    const std::string words = length < 60 ? m.trn("{0} minute", "{0} minutes", length)
                                          : fmt::format("{} h {:02}", length / 60, length % 60);
    return minutes > 0 ? m.tr("in {0}", words) : m.tr("{0} ago", words);
}

std::string proceduresInOneLine(const Messages& m, const Catalogue& catalogue,
                                const std::vector<Wanted>& wanted)
{
    std::string line;
    for (const auto& [id, persons] : wanted) {
        const Procedure* procedure = catalogue.find(id);
        if (!procedure) continue;
        if (!line.empty()) line += " + ";
        line += procedure->name.in(m.language());
        if (persons > 1) line += " (" + m.tr("{0} pers.", persons) + ")";
    }
    return line;
}
} // namespace accueil
