// booking-cgi/visit_flow.h - /rdv/TOKEN: an appointment through its manage link.
#pragma once
#include "booking-cgi/flow.h"
#include "booking-cgi/visit_page.h"

namespace accueil::web
{
/// One thread. @throws Refused codeUnknown for an unknown token; ConnectionLost
class VisitFlow
{
public:
    explicit VisitFlow(Kit& kit) : kit_(kit) {}

    Response show(const Visitor& visitor, const std::string& token);     ///< GET /rdv/TOKEN
    Response calendar(const Visitor& visitor, const std::string& token); ///< GET /rdv/TOKEN.ics
    Response cancel(const Visitor& visitor, const std::string& token);   ///< GET and POST /rdv/TOKEN/cancel
    Response move(const Visitor& visitor, const std::string& token);     ///< GET and POST /rdv/TOKEN/move

private:
    VisitState find(const Visitor& visitor, const std::string& token);
    std::vector<DayOfStarts> startsFor(const ManagedAppointment& appointment);
    std::vector<PlacedPart> partsAt(const Catalogue& offer, const ManagedAppointment& appointment,
                                    const LocalTime& start);
    Response changePage(const Visitor& visitor, int status, VisitState state);
    Response datesPage(const Visitor& visitor, int status, const VisitState& state,
                       const std::string& notice = {}, std::optional<LocalTime> lost = {});
    Response cancelNow(const Visitor& visitor, VisitState state);
    Response moveNow(const Visitor& visitor, VisitState state);
    Response notMoved(const Visitor& visitor, VisitState state, const LocalTime& start, Refusal why);

    Kit& kit_;
};
} // namespace accueil::web
