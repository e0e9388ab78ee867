#include "booking-cgi/visit_page.h"
#include "core/base/date_words.h"
#include "core/notification/qr.h"
#include <sodium.h>

namespace accueil::web
{
namespace
{
std::string dataUri(const std::string& png)
{
    std::string text(sodium_base64_ENCODED_LEN(png.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
    sodium_bin2base64(text.data(), text.size(), reinterpret_cast<const unsigned char*>(png.data()),
                      png.size(), sodium_base64_VARIANT_ORIGINAL);
    text.pop_back(); // its NUL
    return "data:image/png;base64," + text;
}

/// @param parts  as they stand, or would on the page that moves them
void addNotice(View& view, const PageContext& page, const Notice& notice,
               const std::vector<PlacedPart>& parts)
{
    view.text("when", capitalised(whenInWords(page.m, notice)))
        .object("visit", visitView(page, parts, Times::shown))
        .text("place", sameArea(*page.catalogue, parts) ? placeInWords(page.m, notice) : "")
        .text("same_number", parts.size() > 1 ? page.m.tr("You keep the same number for both services.") : "")
        .text("address", notice.address)
        .texts("papers", notice.papers)
        .flag("has_papers", !notice.papers.empty());
}

bool isLinked(const VisitState& state)
{
    return state.appointment.parts.size() > 1;
}

std::string title(const Messages& m, const VisitState& state)
{
    const bool both = isLinked(state);
    switch (kindOf(state)) {
    case VisitKind::confirmed:
        if (state.moved)
            return both ? m.tr("Your appointments have been moved") : m.tr("Your appointment has been moved");
        return both ? m.tr("Your appointments are confirmed") : m.tr("Your appointment is confirmed");
    case VisitKind::cancelled:
        return both ? m.tr("Your appointments have been cancelled")
                    : m.tr("Your appointment has been cancelled");
    default:
        return both ? m.tr("These appointments are over") : m.tr("This appointment is over");
    }
}

std::string keepWords(const Messages& m, bool both)
{
    return both ? m.tr("Keep my appointments") : m.tr("Keep my appointment");
}

void addCode(View& view, const PageContext& page, const VisitState& state)
{
    constexpr int pixelsPerModule = 10;
    const Messages& m = page.m;
    const ManagedAppointment& appointment = state.appointment;
    if (!appointment.checkInToken.empty())
        view.text("qr", dataUri(QrCode(appointment.checkInToken).png(pixelsPerModule)));
    view.text("reference", referenceInWords(appointment.reference))
        .text("t_qr", m.tr("QR code of your appointment"))
        .text("t_show", m.tr("Show this code at the kiosk by the entrance."))
        .text("t_reference", m.tr("Reference: {0}", ""))
        .text("t_papers", m.tr("What to bring"))
        .text("mail",
              appointment.mailGoesOut ? m.tr("The confirmation goes out to your e-mail address.") : "")
        .text("no_mail", appointment.mailGoesOut
                             ? ""
                             : m.tr("You gave no e-mail address: print this page, or note the reference. "
                                    "Your date of birth is enough at the kiosk too."))
        .text("ics", page.links.visit(state.manageToken, ".ics"))
        .text("t_ics", m.tr("Add to my calendar"))
        .text("t_print", m.tr("To print this page: Ctrl + P, or the menu of your browser."))
        .text("change", page.links.visit(state.manageToken, "/cancel"))
        .text("t_change", isLinked(state) ? m.tr("Move or cancel both appointments")
                                          : m.tr("Move or cancel this appointment"));
}
} // namespace

Notice noticeOf(const PageContext& page, const VisitState& state)
{
    const ManagedAppointment& appointment = state.appointment;
    NoticeFacts facts;
    facts.appointment = appointment.appointment;
    facts.reference = appointment.reference;
    facts.revision = appointment.revision;
    facts.day = appointment.day;
    facts.parts = appointment.parts;
    facts.manageToken = state.manageToken;
    return makeNotice(*page.catalogue, page.m.language(), facts, page.bookingUrl);
}

VisitKind kindOf(const VisitState& state)
{
    if (state.appointment.cancelled) return VisitKind::cancelled;
    return state.appointment.day < state.now.day ? VisitKind::over : VisitKind::confirmed;
}

View visitPageView(const PageContext& page, const VisitState& state)
{
    const VisitKind kind = kindOf(state);
    PageHead head;
    head.title = title(page.m, state);
    head.notice = state.notice;
    View view = framed(page, head);
    addNotice(view, page, noticeOf(page, state), state.appointment.parts);
    view.flag("confirmed", kind == VisitKind::confirmed)
        .flag("cancelled", kind == VisitKind::cancelled)
        .text("t_again", page.m.tr("Book an appointment"));
    if (kind == VisitKind::confirmed) addCode(view, page, state);
    return view;
}

View changeView(const PageContext& page, const VisitState& state)
{
    const Messages& m = page.m;
    PageHead head;
    const bool both = isLinked(state);
    head.title = both ? m.tr("Move or cancel both appointments") : m.tr("Move or cancel the appointment");
    head.notice = state.notice;
    View view = framed(page, head);
    addNotice(view, page, noticeOf(page, state), state.appointment.parts);
    view.text("token", state.changeToken)
        .text("t_move", m.tr("Come at another time"))
        .text("t_move_how",
              both ? m.tr("Both appointments move together. Your places are only given back once you have "
                          "chosen others.")
                   : m.tr("Your place is only given back once you have chosen another one."))
        .text("move", page.links.visit(state.manageToken, "/move"))
        .text("t_move_button", m.tr("Choose another date"))
        .text("t_cancel", both ? m.tr("Cancel both appointments") : m.tr("Cancel the appointment"))
        .text("t_cancel_how", both ? m.tr("Somebody else will have your places.")
                                   : m.tr("Somebody else will have your place."))
        .text("cancel_action", page.links.visit(state.manageToken, "/cancel"))
        .text("keep", page.links.visit(state.manageToken))
        .text("t_keep", keepWords(m, isLinked(state)));
    return view;
}

View moveView(const PageContext& page, const VisitState& state)
{
    const Messages& m = page.m;
    PageHead head;
    const bool both = isLinked(state);
    head.title = both ? m.tr("Move your appointments?") : m.tr("Move your appointment?");
    View view = framed(page, head);
    Notice notice = noticeOf(page, state);
    view.text("before", capitalised(whenInWords(m, notice)));
    notice.day = state.newStart->day;
    notice.start = state.newStart->minute;
    addNotice(view, page, notice, state.newParts);
    Fields hidden{{"token", state.changeToken},
                  {"start", startText(*state.newStart)},
                  {"revision", std::to_string(state.appointment.revision)}};
    view.list("hidden", hiddenInputs(hidden))
        .text("move_action", page.links.visit(state.manageToken, "/move"))
        .text("t_before", m.tr("Until now"))
        .text("t_now", m.tr("From now on"))
        .text("t_move_button", both ? m.tr("Move both appointments") : m.tr("Move the appointment"))
        .text("other", page.links.visit(state.manageToken, "/move"))
        .text("t_other", m.tr("Choose another date"))
        .text("keep", page.links.visit(state.manageToken))
        .text("t_keep", keepWords(m, isLinked(state)));
    return view;
}
} // namespace accueil::web
