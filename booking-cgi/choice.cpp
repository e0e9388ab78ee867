#include "booking-cgi/choice.h"
#include <algorithm>
#include <charconv>
#include <map>
#include <set>

namespace accueil::web
{
namespace
{
int number(std::string_view text)
{
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc{} && end == text.data() + text.size() ? value : 0;
}

/// Codes with the persons asked for, 0 where nobody said.
std::map<std::string, int> typedCodes(const Request& request)
{
    std::map<std::string, int> persons;
    for (const std::string& text : request.all("p")) {
        const auto colon = text.rfind(':');
        const std::string procedure = text.substr(0, colon);
        persons[procedure] = colon == std::string::npos ? number(request.either("n." + procedure))
                                                        : number(text.substr(colon + 1));
    }
    return persons;
}

Choice::Problem problemOf(const Catalogue& catalogue, const std::vector<Wanted>& wanted)
{
    if (wanted.empty()) return Choice::Problem::nothing;
    for (const Wanted& one : wanted)
        if (!catalogue.find(one.procedure)->online) return Choice::Problem::notOnline;
    std::set<ServiceId> services;
    for (const Wanted& one : wanted) services.insert(catalogue.find(one.procedure)->service);
    if (services.size() > Choice::maxServices) return Choice::Problem::threeServices;
    return wanted.size() > Choice::maxProcedures ? Choice::Problem::tooMany : Choice::Problem::none;
}
} // namespace

Choice Choice::from(const Catalogue& catalogue, const Request& request)
{
    Choice choice;
    const auto codes = typedCodes(request);
    for (const Procedure& procedure : catalogue.procedures())
        if (const auto found = codes.find(procedure.code); found != codes.end())
            choice.wanted.push_back(
                {procedure.id, std::clamp(found->second, 1, std::max(1, procedure.maxPersons))});
    choice.problem = problemOf(catalogue, choice.wanted);
    return choice;
}

bool Choice::has(ProcedureId procedure) const
{
    return std::any_of(wanted.begin(), wanted.end(),
                       [=](const Wanted& one) { return one.procedure == procedure; });
}

int Choice::persons(ProcedureId procedure) const
{
    for (const Wanted& one : wanted)
        if (one.procedure == procedure) return one.persons;
    return 1;
}

Fields Choice::fields(const Catalogue& catalogue) const
{
    Fields fields;
    for (const Wanted& one : wanted)
        if (const Procedure* procedure = catalogue.find(one.procedure))
            fields.add("p", procedure->code + ":" + std::to_string(one.persons));
    return fields;
}

std::vector<ProcedureId> Choice::procedures() const
{
    std::vector<ProcedureId> ids;
    for (const Wanted& one : wanted) ids.push_back(one.procedure);
    return ids;
}

std::vector<PlacedPart> partsOf(const Catalogue& catalogue, const std::vector<Wanted>& wanted)
{
    std::vector<PlacedPart> parts;
    for (const VisitPart& part : visitParts(catalogue, wanted))
        parts.push_back({part.service, {}, part.minutes, part.wanted});
    return parts;
}

std::vector<PlacedPart> placedAt(std::vector<PlacedPart> parts, const FreeStart& start)
{
    if (start.swapped) std::reverse(parts.begin(), parts.end());
    parts.front().start = start.start;
    if (parts.size() > 1) parts.back().start = start.second;
    return parts;
}

std::string startText(const LocalTime& start)
{
    return isoDay(start.day) + "T" + clockText(start.minute);
}

std::optional<LocalTime> parseStart(std::string_view text)
{
    const auto t = text.find('T');
    if (t == std::string_view::npos) return {};
    const auto day = parseIsoDay(text.substr(0, t));
    const auto minute = parseClock(text.substr(t + 1));
    if (!day || !minute) return {};
    return LocalTime{*day, *minute};
}
} // namespace accueil::web
