// booking-cgi/booking_flow.h - the four steps: what, when, who, everything right?
#pragma once
#include "booking-cgi/flow.h"
#include "booking-cgi/when_page.h"
#include "booking-cgi/who_page.h"

namespace accueil::web
{
/// One thread. Refusals become pages here; ConnectionLost becomes one where something typed would be lost.
class BookingFlow
{
public:
    explicit BookingFlow(Kit& kit) : kit_(kit) {}

    Response what(const Visitor& visitor);  ///< GET /
    Response when(const Visitor& visitor);  ///< GET /when; POST keeps what was typed
    Response hold(const Visitor& visitor);  ///< POST /hold
    Response who(const Visitor& visitor);   ///< GET /who; POST keeps what was typed
    Response check(const Visitor& visitor); ///< POST /check
    Response book(const Visitor& visitor);  ///< POST /book

private:
    struct Wish;  ///< what the hidden inputs say: choice, start, seed of the held place
    struct Found; ///< what became of it

    Response whatPage(const Visitor& visitor, const Choice& choice, bool judge);
    Response datesPage(const Visitor& visitor, int status, WhenState state);
    Response lostPage(const Visitor& visitor, const Wish& wish, Refusal why);
    Response whoPage(const Visitor& visitor, int status, WhoState state);
    Response reviewPage(const Visitor& visitor, int status, WhoState state, const Person& person);
    Response alreadyPage(const Visitor& visitor, const std::string& manageToken);
    Response toVisit(const Visitor& visitor, const Wish& wish) const;

    std::optional<Wish> wishOf(const Visitor& visitor) const;
    Found lookUp(const Wish& wish);
    Found ensureHeld(Wish& wish);
    HeldPlace placeOf(const Visitor& visitor, const Wish& wish, const Found& found) const;
    std::optional<LocalTime> stillHeld(const std::string& token);
    void releaseFormer(const std::string& token);

    Kit& kit_;
};
} // namespace accueil::web
