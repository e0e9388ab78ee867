// booking-cgi/choice.h - what the citizen comes for and when, as the pages hand it on: p=POP-EID:2,
// start=2026-11-26T08:30
#pragma once
#include "booking-cgi/request.h"
#include "core/booking/booking.h"
#include <optional>

namespace accueil::web
{
/// Procedures ticked, in the order of the catalogue, each once. Codes that the town does not know are
/// dropped.
struct Choice
{
    enum class Problem { none, nothing, notOnline, threeServices, tooMany };

    std::vector<Wanted> wanted;
    Problem problem = Problem::nothing;

    static constexpr std::size_t maxProcedures = 5, maxServices = 2;

    /// From p=CODE:PERSONS, or from the form of the first page: p=CODE with n.CODE=PERSONS beside it.
    static Choice from(const Catalogue& catalogue, const Request& request);
    bool has(ProcedureId procedure) const;
    int persons(ProcedureId procedure) const;        ///< 1 when it is not chosen
    Fields fields(const Catalogue& catalogue) const; ///< p=CODE:PERSONS, …
    std::vector<ProcedureId> procedures() const;
};

/// One part a service, as they were asked for; their starts are not known yet.
std::vector<PlacedPart> partsOf(const Catalogue& catalogue, const std::vector<Wanted>& wanted);
/// The same parts when the visit begins there, in order of time.
std::vector<PlacedPart> placedAt(std::vector<PlacedPart> parts, const FreeStart& start);

std::string startText(const LocalTime& start); ///< "2026-11-26T08:30"
std::optional<LocalTime> parseStart(std::string_view text);
} // namespace accueil::web
