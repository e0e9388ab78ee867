#include "booking-cgi/flow.h"
#include "core/base/describe.h"

namespace accueil::web
{
void fillDates(const Visitor& visitor, WhenState& state)
{
    const Fields& query = visitor.request.query;
    state.now = visitor.now;
    state.day = parseIsoDay(query.one("day"));
    state.from = parseIsoDay(query.one("from"));
    state.part = parseDayPart(query.one("part"));
}

std::string sentenceFor(const Messages& m, Refusal why)
{
    switch (why) {
    case Refusal::tooManyAttempts:
        return m.tr(
            "Many requests arrive at the moment. Please try again in a few minutes, or call the reception.");
    case Refusal::codeUnknown:
        return m.tr("Please check the link in your message, or call the reception.");
    case Refusal::changedMeanwhile:
        return m.tr("This appointment has changed meanwhile. Here is how it stands now.");
    default:
        return describe(m, why);
    }
}

int statusFor(Refusal why)
{
    switch (why) {
    case Refusal::tooManyAttempts:
        return 429;
    case Refusal::codeUnknown:
        return 404;
    case Refusal::holdExpired:
        return 410;
    default:
        return 409;
    }
}

std::string awaySentence(const Messages& m, bool typedIsKept)
{
    return typedIsKept
               ? m.tr("We cannot answer at the moment. What you typed is kept: please try again in a minute.")
               : m.tr("We cannot answer at the moment. Please try again in a minute.");
}

Response later(std::string html)
{
    return Response::page(503, std::move(html)).with("Retry-After", "30");
}
} // namespace accueil::web
