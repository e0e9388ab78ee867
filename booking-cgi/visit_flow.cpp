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
    return Response::page(200,
                          kit_.templates.render("visit", visitPageView(visitor.page, find(visitor, token))));
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

Response VisitFlow::change(const Visitor& visitor, const std::string& token)
{
    VisitState state = find(visitor, token);
    if (kindOf(state) != VisitKind::confirmed) return Response::seeOther(visitor.page.links.visit(token));
    if (visitor.request.method == Method::post) return cancel(visitor, std::move(state));
    return changePage(visitor, 200, std::move(state));
}

Response VisitFlow::changePage(const Visitor& visitor, int status, VisitState state)
{
    state.cancelToken = kit_.signer.sign(Purpose::cancel, {Seed::random(), visitor.m().language()});
    return Response::page(status, kit_.templates.render("change", changeView(visitor.page, state)));
}

Response VisitFlow::cancel(const Visitor& visitor, VisitState state)
{
    const auto token = kit_.signer.verify(Purpose::cancel, visitor.request.form.one("token"));
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
} // namespace accueil::web
