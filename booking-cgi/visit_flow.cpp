#include "booking-cgi/visit_flow.h"
#include "core/notification/ics.h"

namespace accueil::web
{
VisitState VisitFlow::find(const Visitor& visitor, const std::string& token)
{
    VisitState state;
    state.appointment = kit_.service.appointment(token);
    if (state.appointment.held) throw Refused(Refusal::codeUnknown); // nobody was given this link yet
    state.manageToken = token;
    state.now = visitor.now;
    return state;
}

Response VisitFlow::show(const Visitor& visitor, const std::string& token)
{
    VisitState state = find(visitor, token);
    state.moved = visitor.request.query.one("done") == "moved";
    return Response::page(200, kit_.templates.render("visit", visitPageView(visitor.page, state)));
}

Response VisitFlow::calendar(const Visitor& visitor, const std::string& token)
{
    const VisitState state = find(visitor, token);
    const auto method = state.appointment.cancelled ? CalendarMethod::cancel : CalendarMethod::publish;
    Response response;
    response.type = "text/calendar; charset=utf-8";
    response.body = calendarFile(noticeOf(visitor.page, state), method, kit_.service.now());
    return response.with("Content-Disposition",
                         "attachment; filename=\"" + calendarFileName(visitor.m()) + "\"");
}

Response VisitFlow::cancel(const Visitor& visitor, const std::string& token)
{
    VisitState state = find(visitor, token);
    if (kindOf(state) != VisitKind::confirmed) return Response::seeOther(visitor.page.links.visit(token));
    if (visitor.request.method == Method::post) return cancelNow(visitor, std::move(state));
    return changePage(visitor, 200, std::move(state));
}

Response VisitFlow::changePage(const Visitor& visitor, int status, VisitState state)
{
    state.changeToken = kit_.signer.sign(Purpose::change, {Seed::random(), visitor.m().language()});
    return Response::page(status, kit_.templates.render("change", changeView(visitor.page, state)));
}

Response VisitFlow::cancelNow(const Visitor& visitor, VisitState state)
{
    const auto token = kit_.signer.verify(Purpose::change, visitor.request.form.one("token"));
    if (!token) {
        state.notice = visitor.m().tr("Nothing has been cancelled yet. Please press the button once more.");
        return changePage(visitor, 422, std::move(state));
    }
    try {
        kit_.service.cancel(token->seed.requestKey("cancel"), state.manageToken);
    } catch (const Refused& refused) {
        if (refused.why() != Refusal::appointmentGone) { // gone: cancelled a moment ago, as was wished
            state.notice = sentenceFor(visitor.m(), refused.why());
            return changePage(visitor, statusFor(refused.why()), std::move(state));
        }
    }
    return Response::seeOther(visitor.page.links.visit(state.manageToken));
}

Response VisitFlow::move(const Visitor& visitor, const std::string& token)
{
    VisitState state = find(visitor, token);
    if (kindOf(state) != VisitKind::confirmed) return Response::seeOther(visitor.page.links.visit(token));
    if (visitor.request.method == Method::post) return moveNow(visitor, std::move(state));
    state.newStart = parseStart(visitor.request.query.one("start"));
    if (!state.newStart) return datesPage(visitor, 200, state);
    state.newParts = partsAt(visitor.offer(), state.appointment, *state.newStart);
    if (state.newParts.empty())
        return datesPage(visitor, 409, state, sentenceFor(visitor.m(), Refusal::slotTaken), state.newStart);
    state.changeToken = kit_.signer.sign(Purpose::change, {Seed::random(), visitor.m().language()});
    return Response::page(200, kit_.templates.render("move", moveView(visitor.page, state)));
}

/// Online starts to which it may move, without the one that it has.
std::vector<DayOfStarts> VisitFlow::startsFor(const ManagedAppointment& appointment)
{
    std::vector<DayOfStarts> days = kit_.service.startsToMove(appointment);
    for (DayOfStarts& day : days)
        if (day.day == appointment.day)
            std::erase_if(day.starts, [&](const FreeStart& one) { return one.start == appointment.start; });
    return days;
}

/// The parts as they would stand then; nothing where both together have no place any more.
std::vector<PlacedPart> VisitFlow::partsAt(const Catalogue& offer, const ManagedAppointment& appointment,
                                           const LocalTime& start)
{
    std::vector<PlacedPart> parts = appointment.parts;
    for (PlacedPart& part : parts) part.minutes = minutesAfterMove(offer, part, appointment.day, start.day);
    if (parts.size() == 1) return placedAt(parts, {start.minute});
    for (const DayOfStarts& day : startsFor(appointment))
        for (const FreeStart& one : day.starts)
            if (LocalTime{day.day, one.start} == start) return placedAt(parts, one);
    return {};
}

Response VisitFlow::datesPage(const Visitor& visitor, int status, const VisitState& state,
                              const std::string& notice, std::optional<LocalTime> lost)
{
    const ManagedAppointment& appointment = state.appointment;
    WhenState dates;
    dates.choice.wanted = appointment.wanted;
    dates.parts = appointment.parts;
    dates.days = startsFor(appointment);
    dates.closures = kit_.service.closures();
    fillDates(visitor, dates);
    dates.notice = notice;
    dates.lost = lost;
    dates.moving = Moving{"/rdv/" + state.manageToken + "/move",
                          visitor.page.links.visit(state.manageToken),
                          {appointment.day, appointment.start}};
    return Response::page(status, kit_.templates.render("when", whenView(visitor.page, dates)));
}

Response VisitFlow::moveNow(const Visitor& visitor, VisitState state)
{
    const Fields& form = visitor.request.form;
    const auto token = kit_.signer.verify(Purpose::change, form.one("token"));
    const auto start = parseStart(form.one("start"));
    if (!token || !start)
        return datesPage(visitor, 422, state, visitor.m().tr("Please choose a time once more."));
    // Another start pressed on the same page is another wish.
    const RequestKey key = kit_.signer.derive(token->seed, startText(*start)).requestKey("move");
    try {
        kit_.service.move(key, state.manageToken, std::atoi(form.one("revision").c_str()), *start);
    } catch (const Refused& refused) {
        return notMoved(visitor, std::move(state), *start, refused.why());
    }
    return Response::seeOther(visitor.page.links.to("/rdv/" + state.manageToken, {{"done", "moved"}}));
}

Response VisitFlow::notMoved(const Visitor& visitor, VisitState state, const LocalTime& start, Refusal why)
{
    const std::string sentence = sentenceFor(visitor.m(), why);
    switch (why) {
    case Refusal::appointmentGone:
        return Response::seeOther(visitor.page.links.visit(state.manageToken));
    case Refusal::alreadyArrived:
    case Refusal::tooLate:
        state.notice = sentence;
        return changePage(visitor, statusFor(why), std::move(state));
    default:
        return datesPage(visitor, statusFor(why), find(visitor, state.manageToken), sentence, start);
    }
}
} // namespace accueil::web
