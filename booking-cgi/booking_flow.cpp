#include "booking-cgi/booking_flow.h"
#include "booking-cgi/note_page.h"
#include "booking-cgi/what_page.h"
#include "core/base/describe.h"
#include "core/base/log.h"

namespace accueil::web
{
struct BookingFlow::Wish
{
    Choice choice;
    LocalTime start;
    FormToken token;

    std::string manageToken() const { return token.seed.manageToken(); }
    HoldRequest request() const
    {
        return {token.seed, choice.wanted, start.day, start.minute, Channel::online, token.language};
    }
};

struct BookingFlow::Found
{
    enum class State { held, gone, booked };

    State state = State::gone;
    ManagedAppointment appointment;
};

namespace
{
constexpr int maxRenewals = 4;

/// A list of tick boxes as the browser sent it: its address is long and says the same as p=CODE:PERSONS.
bool isRawChoice(const Request& request)
{
    for (const std::string& p : request.query.all("p"))
        if (p.find(':') == std::string::npos) return true;
    return false;
}

std::optional<Kept> keptOf(const Visitor& visitor)
{
    if (visitor.request.method != Method::post) return {};
    Kept kept{PersonForm::from(visitor.request.form, visitor.m().language()),
              visitor.request.form.one("hold")};
    if (kept.person.empty() && kept.held.empty()) return {};
    return kept;
}

/// The page as it is reached by its own address, whatever form led to it.
PageContext at(const Visitor& visitor, const char* path, const Fields& query)
{
    PageContext page = visitor.page;
    page.path = path;
    page.query = query;
    return page;
}

std::string limitSentence(const Messages& m, const std::string& phone)
{
    if (phone.empty()) return describe(m, Refusal::limitReached);
    return m.tr("There are already several appointments in this name or with this e-mail address. "
                "To make another one, please call the reception: {0}.",
                phone);
}

std::string wordsOf(const Visitor& visitor, const Choice& choice, const LocalTime& start)
{
    return choice.fields(visitor.offer()).encoded() + "|" + startText(start);
}
} // namespace

// ---- step 1

Response BookingFlow::what(const Visitor& visitor)
{
    return whatPage(visitor, Choice::from(visitor.offer(), visitor.request), false);
}

Response BookingFlow::whatPage(const Visitor& visitor, const Choice& choice, bool judge)
{
    const PageContext page = at(visitor, "/", visitor.page.query);
    WhatState state;
    state.choice = choice;
    state.typed = visitor.request.query.one("q");
    state.all = visitor.request.query.has("all");
    state.judge = judge;
    Response response =
        Response::page(judge ? 422 : 200, kit_.templates.render("what", whatView(page, state)));
    response.caching = "private, no-cache";
    return response;
}

// ---- step 2

Response BookingFlow::when(const Visitor& visitor)
{
    WhenState state;
    state.choice = Choice::from(visitor.offer(), visitor.request);
    if (state.choice.problem != Choice::Problem::none) return whatPage(visitor, state.choice, true);
    if (isRawChoice(visitor.request))
        return Response::seeOther(visitor.page.links.to("/when", state.choice.fields(visitor.offer())));
    state.kept = keptOf(visitor);
    return datesPage(visitor, 200, std::move(state));
}

Response BookingFlow::datesPage(const Visitor& visitor, int status, WhenState state)
{
    const Fields& query = visitor.request.query;
    fillDates(visitor, state);
    state.days = kit_.service.freeStarts(state.choice.wanted);
    state.closures = kit_.service.closures();
    state.parts = partsOf(visitor.offer(), state.choice.wanted);
    if (!state.day && state.kept) // back from the form: the day of the place that is held
        if (const auto start = parseStart(visitor.request.form.one("start"))) state.day = start->day;
    state.token = kit_.signer.sign(Purpose::choose, {Seed::random(), visitor.m().language()});
    if (state.kept) {
        state.stillHeld = stillHeld(state.kept->held);
        if (!state.stillHeld) state.kept->held.clear();
    }
    const PageContext page =
        at(visitor, "/when", query.has("p") ? visitor.page.query : state.choice.fields(visitor.offer()));
    return Response::page(status, kit_.templates.render("when", whenView(page, state)));
}

std::optional<LocalTime> BookingFlow::stillHeld(const std::string& token)
{
    const auto former = kit_.signer.verify(Purpose::held, token);
    if (!former) return {};
    const Found found = lookUp({{}, {}, *former});
    if (found.state != Found::State::held) return {};
    return LocalTime{found.appointment.day, found.appointment.start};
}

Response BookingFlow::hold(const Visitor& visitor)
{
    WhenState again;
    again.choice = Choice::from(visitor.offer(), visitor.request);
    if (again.choice.problem != Choice::Problem::none) return whatPage(visitor, again.choice, true);
    again.kept = keptOf(visitor);
    const auto token = kit_.signer.verify(Purpose::choose, visitor.request.form.one("token"));
    const auto start = parseStart(visitor.request.form.one("start"));
    if (!token || !start) {
        again.notice = visitor.m().tr("Please choose a time once more.");
        return datesPage(visitor, 422, std::move(again));
    }
    const Seed seed = kit_.signer.derive(token->seed, wordsOf(visitor, again.choice, *start));
    Wish wish{again.choice, *start, {seed, visitor.m().language()}};
    try {
        kit_.service.hold(wish.request());
    } catch (const Refused& refused) {
        return lostPage(visitor, wish, refused.why());
    }
    if (again.kept) {
        releaseFormer(again.kept->held);
        return whoPage(visitor, 200, {placeOf(visitor, wish, lookUp(wish)), again.kept->person, {}, {}});
    }
    Fields query = wish.choice.fields(visitor.offer());
    query.add("start", startText(*start));
    query.add("hold", kit_.signer.sign(Purpose::held, wish.token));
    return Response::seeOther(visitor.page.links.to("/who", query));
}

/// Best done, never needed: a place that is not given back ends by itself.
void BookingFlow::releaseFormer(const std::string& token)
{
    const auto former = kit_.signer.verify(Purpose::held, token);
    if (!former) return;
    try {
        const Found found = lookUp({{}, {}, *former});
        if (found.state == Found::State::held)
            kit_.service.release(former->seed, found.appointment.appointment);
    } catch (const StoreError& e) {
        log::warning("web.release.failed", "a place that was left stays held until its time is over ({})",
                     e.number());
    }
}

Response BookingFlow::lostPage(const Visitor& visitor, const Wish& wish, Refusal why)
{
    WhenState state;
    state.choice = wish.choice;
    state.notice = sentenceFor(visitor.m(), why);
    state.lost = wish.start;
    state.kept = keptOf(visitor);
    return datesPage(visitor, statusFor(why), std::move(state));
}

// ---- step 3

std::optional<BookingFlow::Wish> BookingFlow::wishOf(const Visitor& visitor) const
{
    const auto token = kit_.signer.verify(Purpose::held, visitor.request.either("hold"));
    const auto start = parseStart(visitor.request.either("start"));
    const Choice choice = Choice::from(visitor.offer(), visitor.request);
    if (!token || !start || choice.problem != Choice::Problem::none) return {};
    return Wish{choice, *start, *token};
}

BookingFlow::Found BookingFlow::lookUp(const Wish& wish)
{
    Found found;
    try {
        found.appointment = kit_.service.appointment(wish.manageToken());
    } catch (const Refused& refused) {
        if (refused.why() != Refusal::codeUnknown) throw;
        return found; // its time was over and the place was needed
    }
    if (!found.appointment.held)
        found.state = Found::State::booked;
    else if (found.appointment.holdExpiresAt > kit_.service.now())
        found.state = Found::State::held;
    return found;
}

/// While the visitor typed, ten minutes may have passed: whoever still finds the place free keeps it.
BookingFlow::Found BookingFlow::ensureHeld(Wish& wish)
{
    for (int i = 0;; ++i) {
        const Found found = lookUp(wish);
        if (found.state != Found::State::gone || i == maxRenewals) return found;
        wish.token.seed = kit_.signer.derive(wish.token.seed, "again");
        kit_.service.hold(wish.request());
    }
}

HeldPlace BookingFlow::placeOf(const Visitor& visitor, const Wish& wish, const Found& found) const
{
    HeldPlace place{wish.choice, wish.start, kit_.signer.sign(Purpose::held, wish.token),
                    partsOf(visitor.offer(), wish.choice.wanted), {}};
    if (found.state != Found::State::held) return place;
    place.until = visitor.local(found.appointment.holdExpiresAt);
    place.parts = found.appointment.parts;
    return place;
}

Response BookingFlow::who(const Visitor& visitor)
{
    const auto wish = wishOf(visitor);
    if (!wish) throw Refused(Refusal::codeUnknown);
    const PersonForm form = PersonForm::from(visitor.request.form, visitor.m().language());
    const Found found = lookUp(*wish);
    if (found.state == Found::State::booked) return toVisit(visitor, *wish);
    if (found.state == Found::State::gone && visitor.request.method != Method::post)
        return lostPage(visitor, *wish, Refusal::holdExpired);
    return whoPage(visitor, 200, {placeOf(visitor, *wish, found), form, {}, {}});
}

Response BookingFlow::whoPage(const Visitor& visitor, int status, WhoState state)
{
    std::string html = kit_.templates.render("who", whoView(at(visitor, "/who", {}), state));
    return status == 503 ? later(std::move(html)) : Response::page(status, std::move(html));
}

Response BookingFlow::toVisit(const Visitor& visitor, const Wish& wish) const
{
    return Response::seeOther(visitor.page.links.visit(wish.manageToken()));
}

// ---- step 4

Response BookingFlow::check(const Visitor& visitor)
{
    auto wish = wishOf(visitor);
    if (!wish) throw Refused(Refusal::codeUnknown);
    WhoState state{
        placeOf(visitor, *wish, Found{}), PersonForm::from(visitor.request.form, visitor.m().language()), {}, {}};
    auto checked = web::check(state.form, visitor.m(), visitor.now.day);
    state.errors = checked.errors;
    try {
        const Found found = ensureHeld(*wish);
        if (found.state == Found::State::booked) return toVisit(visitor, *wish);
        state.place = placeOf(visitor, *wish, found);
    } catch (const Refused& refused) {
        return lostPage(visitor, *wish, refused.why());
    } catch (const ConnectionLost&) {
        if (state.errors.empty()) {
            state.notice = awaySentence(visitor.m(), true);
            return whoPage(visitor, 503, std::move(state));
        }
    }
    if (!state.errors.empty()) return whoPage(visitor, 422, std::move(state));
    return reviewPage(visitor, 200, std::move(state), checked.person);
}

Response BookingFlow::reviewPage(const Visitor& visitor, int status, WhoState state, const Person& person)
{
    std::string html = kit_.templates.render("review", reviewView(at(visitor, "/check", {}), state, person));
    return status == 503 ? later(std::move(html)) : Response::page(status, std::move(html));
}

Response BookingFlow::book(const Visitor& visitor)
{
    auto wish = wishOf(visitor);
    if (!wish) throw Refused(Refusal::codeUnknown);
    WhoState state{
        placeOf(visitor, *wish, Found{}), PersonForm::from(visitor.request.form, visitor.m().language()), {}, {}};
    auto checked = web::check(state.form, visitor.m(), visitor.now.day);
    if (!checked.errors.empty()) {
        state.errors = std::move(checked.errors);
        return whoPage(visitor, 422, std::move(state));
    }
    try {
        const Found found = ensureHeld(*wish);
        state.place = placeOf(visitor, *wish, found);
        kit_.service.book(wish->token.seed, found.appointment.appointment, checked.person);
        return toVisit(visitor, *wish);
    } catch (const Refused& refused) {
        if (refused.why() == Refusal::requestConflict) return alreadyPage(visitor, wish->manageToken());
        if (refused.why() == Refusal::limitReached) { // the place is still held: another person may come
            state.notice = limitSentence(visitor.m(), visitor.offer().site().phone);
            return whoPage(visitor, statusFor(refused.why()), std::move(state));
        }
        return lostPage(visitor, *wish, refused.why());
    } catch (const CommitUnknown&) {
        state.notice = describe(visitor.m(), std::current_exception());
    } catch (const ConnectionLost&) {
        state.notice = awaySentence(visitor.m(), true);
    }
    return reviewPage(visitor, 503, std::move(state), checked.person);
}

Response BookingFlow::alreadyPage(const Visitor& visitor, const std::string& manageToken)
{
    Note note;
    note.title = visitor.m().tr("Your appointment is confirmed");
    note.sentences = {visitor.m().tr(
        "It was confirmed with the answers that you sent first. To change them, call the reception.")};
    note.linkAddress = visitor.page.links.visit(manageToken);
    note.linkLabel = visitor.m().tr("See my appointment");
    return Response::page(409, kit_.templates.render("note", noteView(visitor.page, note)));
}
} // namespace accueil::web
