#include "core/base/date_words.h"
#include "core/base/describe.h"
#include "core/booking/visit_words.h"
#include "staff-desktop/logic/supervision_presenter.h"
#include "staff-desktop/logic/supervision_words.h"
#include <algorithm>

namespace accueil
{
namespace
{
VisitState shownAs(TicketState state)
{
    switch (state) {
    case TicketState::called:
        return VisitState::called;
    case TicketState::serving:
        return VisitState::serving;
    case TicketState::parked:
        return VisitState::parked;
    default:
        return VisitState::arrived;
    }
}
} // namespace

SupervisionState::Form SupervisionPresenter::form() const
{
    const Messages& m = desk_.messages();
    SupervisionState::Form form{.kind = draft_.kind, .options = options()};
    switch (draft_.kind) {
    case SupervisionForm::none:
        return form;
    case SupervisionForm::open:
        describeOpen(form);
        break;
    case SupervisionForm::close:
        describeClose(form);
        break;
    case SupervisionForm::services:
        describeServices(form);
        break;
    case SupervisionForm::absence:
        describeAbsence(form);
        break;
    case SupervisionForm::quota:
        describeQuota(form);
        break;
    case SupervisionForm::message:
        describeMessage(form);
        break;
    case SupervisionForm::closing:
        describeClosing(form);
        break;
    }
    if (act_.pending() && wish_ && wish_->ofForm) {
        form.note = m.tr("One moment …");
        form.noteTone = Tone::plain;
    } else if (wish_ && wish_->ofForm) {
        form.note = m.tr("No connection. This is done as soon as it is back.");
        form.noteTone = Tone::look;
    } else if (problem_) {
        form.note = describe(m, problem_);
        form.noteTone = Tone::look;
    }
    form.canSubmit = form.canSubmit && !act_.pending() && !wish_;
    return form;
}

void SupervisionPresenter::describeOpen(SupervisionState::Form& form) const
{
    const Messages& m = desk_.messages();
    const std::string number = numberOf(draft_.counter);
    form.title = m.tr("Open counter {0}", number);
    form.explains = m.tr("Who works there? Whoever sits elsewhere changes place.");
    for (const auto& one : now_.colleagues) {
        const CounterNow* at = find(one.counter);
        std::string where = at ? m.tr("Counter {0}", numberOf(one.counter)) : "";
        if (at && at->ticket) where += " · " + m.tr("with {0}", at->ticket->number);
        form.choices.push_back({one.id.value(), one.name, where, one.id == draft_.colleague});
        // A colleague without a visitor: the other one must finish first.
        if (one.id == draft_.colleague) form.canSubmit = !(at && at->ticket);
        if (one.id == draft_.colleague && at && at->ticket) {
            form.note = m.tr("{0} is still with a visitor, at counter {1}.", one.name, numberOf(one.counter));
            form.noteTone = Tone::look;
        }
    }
    form.submit = m.tr("Open counter {0}", number);
}

void SupervisionPresenter::describeClose(SupervisionState::Form& form) const
{
    const Messages& m = desk_.messages();
    const CounterNow* now = find(draft_.counter);
    form.title = form.submit = m.tr("Close counter {0}", numberOf(draft_.counter));
    form.canSubmit = now != nullptr;
    if (now && now->ticket)
        form.explains = m.tr("{0} is at this counter and will wait again, in the same place of the order.",
                             now->ticket->number);
    if (now && !now->name.empty())
        form.explains += (form.explains.empty() ? "" : " ") + m.tr("{0} leaves the counter.", now->name);
}

void SupervisionPresenter::describeServices(SupervisionState::Form& form) const
{
    const Messages& m = desk_.messages();
    form.title = m.tr("Services of counter {0}", numberOf(draft_.counter));
    form.explains = m.tr("Those it only helps are called when nobody waits for its own. The change stays "
                         "until you change it back.");
    for (const auto& service : desk_.catalogue().services()) {
        const auto part = draft_.parts.find(service.id);
        form.parts.push_back({service.id, service.shortName.in(desk_.language()),
                              part == draft_.parts.end() ? ServicePart::none : part->second});
        if (form.parts.back().part != ServicePart::none) form.canSubmit = true;
    }
    if (!form.canSubmit) {
        form.note = m.tr("A counter needs at least one service. Close it if nobody works there.");
        form.noteTone = Tone::look;
    }
    form.submit = m.tr("Change the services");
}

void SupervisionPresenter::describeAbsence(SupervisionState::Form& form) const
{
    const Messages& m = desk_.messages();
    form.title = m.tr("Counter {0} is absent today", numberOf(draft_.counter));
    form.explains = m.tr("From now on, no more places are given for:");
    if (const Counter* counter = desk_.catalogue().find(draft_.counter))
        for (const ServiceId id : counter->serves)
            form.choices.push_back({id.value(), nameOf(id), {}, draft_.missing.contains(id)});
    form.submit = m.tr("Note the absence");
    form.canSubmit = draft_.preview.has_value();
    if (draft_.missing.empty()) {
        form.note = m.tr("Choose at least one service.");
        return;
    }
    if (!draft_.preview) {
        form.note = previewProblem_ ? describe(m, previewProblem_) : m.tr("One moment …");
        form.noteTone = previewProblem_ ? Tone::look : Tone::plain;
        return;
    }
    for (const auto& one : draft_.preview->stranded)
        form.lines.push_back(
            {one.appointment.value(),
             {clockText(one.start), one.name, one.phone.empty() ? m.tr("no telephone") : one.phone}});
    const long people = std::ssize(form.lines);
    form.callsFirst = people > 0;
    form.note =
        m.trn("{0} place fewer today.", "{0} places fewer today.", draft_.preview->places) + " " +
        (people == 0 ? m.tr("Nobody loses a place.")
                     : m.trn("{0} person has no place any more. Nobody is moved without you.",
                             "{0} people have no place any more. Nobody is moved without you.", people));
    form.noteTone = people == 0 ? Tone::good : Tone::look;
}

void SupervisionPresenter::describeQuota(SupervisionState::Form& form) const
{
    const Messages& m = desk_.messages();
    form.title = m.tr("{0}: without appointment", nameOf(draft_.service));
    form.explains = m.tr("So many tickets without appointment are given in each half-hour, at the kiosk and "
                         "at the reception.");
    form.submit = m.tr("Set the limit");
    form.canSubmit = find(draft_.service) != nullptr;
}

void SupervisionPresenter::describeMessage(SupervisionState::Form& form) const
{
    const Messages& m = desk_.messages();
    form.title = m.tr("Message to the screens");
    for (const auto& area : desk_.catalogue().areas())
        form.choices.push_back(
            {area.id.value(), m.tr("Area {0}", area.code), {}, draft_.areas.contains(area.id)});
    for (const auto& sentence : sentences()) form.ready.push_back(sentence.in(desk_.language()));
    bool written = false, everywhere = true;
    for (const Language language : languages) {
        form.texts[static_cast<std::size_t>(language)] = draft_.text.in(language);
        const bool here = draft_.text.in(language).find_first_not_of(' ') != std::string::npos;
        written |= here;
        everywhere &= here;
    }
    form.canSubmit = written && !draft_.areas.empty();
    form.submit = m.tr("Show it");
    if (draft_.areas.empty())
        form.note = m.tr("Choose at least one area.");
    else if (written && !everywhere)
        form.note = m.tr("Languages left empty are not shown.");
}

void SupervisionPresenter::describeClosing(SupervisionState::Form& form) const
{
    const Messages& m = desk_.messages();
    form.title = m.tr("Close the day");
    form.explains = left_.empty()
                        ? m.tr("Every ticket has its end. There is nothing to close.")
                        : m.tr("These tickets have no end yet. Tick those that are over, and say why.");
    for (const auto& ticket : left_) {
        const auto at =
            desk_.local(std::max({ticket.arrivedAt, ticket.calledAt, ticket.servingAt, ticket.parkedAt}));
        const std::string since =
            (at.day == desk_.today() ? "" : shortDay(at.day) + " ") + clockText(at.minute);
        form.lines.push_back(
            {ticket.id.value(),
             {ticket.number, stateWord(m, shownAs(ticket.state)), since, numberOf(ticket.counter)},
             draft_.ticked.contains(ticket.id)});
    }
    const long ticked = std::ssize(draft_.ticked);
    form.submit =
        ticked == 0 ? m.tr("Close the tickets") : m.trn("Close {0} ticket", "Close {0} tickets", ticked);
    form.canSubmit = ticked > 0 && draft_.reason.has_value();
    if (ticked > 0 && !draft_.reason) form.note = m.tr("Please say why.");
}
} // namespace accueil
