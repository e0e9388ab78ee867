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
    enum class Problem { none, nothing, notOnline, twoServices, tooMany };

    std::vector<Wanted> wanted;
    Problem problem = Problem::nothing;
    ServiceId service; ///< of all of them; 0 while there is a problem
    int minutes = 0;   ///< of the whole visit; 0 while there is a problem

    static constexpr std::size_t maxProcedures = 5;

    /// From p=CODE:PERSONS, or from the form of the first page: p=CODE with n.CODE=PERSONS beside it.
    static Choice from(const Catalogue& catalogue, const Request& request);
    bool has(ProcedureId procedure) const;
    int persons(ProcedureId procedure) const;        ///< 1 when it is not chosen
    Fields fields(const Catalogue& catalogue) const; ///< p=CODE:PERSONS, …
    std::vector<ProcedureId> procedures() const;
};

std::string startText(const LocalTime& start); ///< "2026-11-26T08:30"
std::optional<LocalTime> parseStart(std::string_view text);
} // namespace accueil::web
