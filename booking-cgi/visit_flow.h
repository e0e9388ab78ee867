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
    Response change(const Visitor& visitor, const std::string& token);   ///< GET and POST /rdv/TOKEN/cancel

private:
    VisitState find(const Visitor& visitor, const std::string& token);
    Response changePage(const Visitor& visitor, int status, VisitState state);
    Response cancel(const Visitor& visitor, VisitState state);

    Kit& kit_;
};
} // namespace accueil::web
