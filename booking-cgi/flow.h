// booking-cgi/flow.h - what the flows share: one visitor's request, and the tools to answer it.
#pragma once
#include "booking-cgi/booking_service.h"
#include "booking-cgi/form_token.h"
#include "booking-cgi/page.h"
#include "booking-cgi/response.h"
#include "booking-cgi/templates.h"
#include "booking-cgi/when_page.h"

namespace accueil::web
{
struct Kit
{
    BookingService& service;
    const Signer& signer;
    Templates& templates;
};

/// One request, in its language, with the town's offer and the time of the town.
struct Visitor
{
    const Request& request;
    PageContext page;
    LocalTime now;

    const Messages& m() const { return page.m; }
    const Catalogue& offer() const { return *page.catalogue; }
    LocalTime local(Instant at) const { return offer().zone().toLocal(at); }
};

/// Which part of the free starts the address asks for.
void fillDates(const Visitor& visitor, WhenState& state);

/// A refusal as the page says it, and the status that goes with it.
std::string sentenceFor(const Messages& messages, Refusal why);
int statusFor(Refusal why);

/// "We cannot answer at the moment", where something typed is kept or not.
std::string awaySentence(const Messages& messages, bool typedIsKept);
/// The same page again, 503, to be sent once more in a while.
Response later(std::string html);
} // namespace accueil::web
