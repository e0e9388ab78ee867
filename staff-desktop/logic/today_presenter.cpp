#include "staff-desktop/logic/today_presenter.h"
#include "core/base/describe.h"
#include "core/catalogue/search.h"
#include "staff-desktop/logic/visit_words.h"
#include <algorithm>

namespace accueil
{
namespace
{
std::string joined(std::initializer_list<std::string> parts)
{
    std::string line;
    for (const auto& part : parts) {
        if (part.empty()) continue;
        if (!line.empty()) line += " · ";
        line += part;
    }
    return line;
}
} // namespace

TodayPresenter::TodayPresenter(Desk& desk)
    : desk_(desk), list_(desk.tasks, desk.link), act_(desk.tasks, desk.link), shownAt_(desk.now()),
      restored_(desk.link.onRestored([this] { changed(); }))
{
}

// ---- the list

void TodayPresenter::show(bool visible)
{
    visible_ = visible;
    if (visible_ && (stale_ || !loaded_)) reload();
}

void TodayPresenter::changed()
{
    stale_ = true;
    if (visible_) reload();
}

void TodayPresenter::reload()
{
    stale_ = false;
    list_.ask([&service = desk_.service, day = desk_.today()] { return service.appointmentsOf(day); },
              [this](std::vector<Appointment> all) {
                  std::erase_if(all, [](const Appointment& one) { return one.state == VisitState::held; });
                  appointments_ = std::move(all);
                  loaded_ = true;
                  listProblem_ = nullptr;
                  if (!chosen()) choose({});
                  changed_();
              },
              [this](const std::exception_ptr& error) {
                  listProblem_ = error;
                  stale_ = true;
                  changed_();
              });
}

void TodayPresenter::tick()
{
    const LocalTime now = desk_.now();
    if (now == shownAt_) return;
    const bool nextDay = now.day != shownAt_.day;
    shownAt_ = now;
    if (nextDay) changed();
    changed_();
}

void TodayPresenter::filter(ServiceId service)
{
    service_ = service;
    changed_();
}

void TodayPresenter::look(const std::string& name)
{
    looked_ = name;
    changed_();
}

void TodayPresenter::choose(AppointmentId appointment)
{
    if (appointment == chosen_) return;
    chosen_ = appointment;
    outcome_ = {};
    tooLate_ = false;
    act_.forget();
    changed_();
}

const Appointment* TodayPresenter::chosen() const
{
    const auto it = std::ranges::find(appointments_, chosen_, &Appointment::id);
    return it == appointments_.end() ? nullptr : &*it;
}

bool TodayPresenter::suits(const Appointment& one) const
{
    if (service_ && one.service != service_) return false;
    const std::string wanted = folded(looked_),
                      name = folded(one.person.lastName + " " + one.person.firstName + " " +
                                    one.person.lastName);
    return wanted.empty() || name.find(wanted) != std::string::npos || folded(one.ticketNumber) == wanted ||
           folded(one.reference).starts_with(wanted);
}

bool TodayPresenter::isOver(const Appointment& one) const
{
    return one.start + one.minutes < desk_.now().minute;
}

TodayState::Row TodayPresenter::rowOf(const Appointment& one) const
{
    const Messages& m = desk_.messages();
    const Service* service = desk_.catalogue().find(one.service);
    return {.id = one.id,
            .state = one.state,
            .time = clockText(one.start),
            .word = stateWord(m, one.state),
            .name = joined({one.person.lastName + " " + one.person.firstName}),
            .what = proceduresInOneLine(m, desk_.catalogue(), one.wanted),
            .service = service ? service->shortName.in(desk_.language()) : "",
            .ticket = one.ticketNumber,
            .past = isOver(one)};
}

TodayState TodayPresenter::state() const
{
    const Messages& m = desk_.messages();
    TodayState state{
        .title = capitalised(dayInWords(m, desk_.today())), .looked = looked_, .chosen = chosen_};
    state.services.push_back({{}, m.trc("services", "All"), !service_});
    for (const auto& service : desk_.catalogue().services())
        state.services.push_back(
            {service.id, service.shortName.in(desk_.language()), service.id == service_});
    long expected = 0, shown = 0;
    for (const auto& one : appointments_) {
        if (!suits(one)) continue;
        ++shown;
        if (one.state == VisitState::booked) ++expected;
        state.rows.push_back(rowOf(one));
        if (isOver(one)) state.soon = state.rows.size();
    }
    if (loaded_)
        state.summary = m.trn("{0} appointment", "{0} appointments", shown) + " · " +
                        m.trn("{0} still expected", "{0} still expected", expected);
    if (!loaded_)
        state.nothing = listProblem_ ? describe(m, listProblem_) : m.tr("One moment …");
    else if (state.rows.empty())
        state.nothing =
            looked_.empty() && !service_ ? m.tr("No appointment today.") : m.tr("No appointment today fits.");
    if (const auto* one = chosen()) state.details = detailsOf(*one);
    return state;
}

// ---- the panel

TodayState::Act TodayPresenter::actFor(const Appointment& one) const
{
    if (one.state != VisitState::booked || outcome_.ticket) return TodayState::Act::none;
    return tooLate_ ? TodayState::Act::admitLate : TodayState::Act::checkIn;
}

TodayState::Details TodayPresenter::detailsOf(const Appointment& one) const
{
    const Messages& m = desk_.messages();
    const Service* service = desk_.catalogue().find(one.service);
    const WaitingArea* area = service ? desk_.catalogue().find(service->area) : nullptr;
    std::vector<ProcedureId> procedures;
    for (const auto& wanted : one.wanted) procedures.push_back(wanted.procedure);
    TodayState::Details details{.state = one.state, .word = stateWord(m, one.state)};
    details.reference = m.tr("Reference {0}", referenceInWords(one.reference));
    details.name = one.person.firstName + " " + one.person.lastName;
    const BirthDate& born = one.person.birthDate; // an old list may lack it
    details.born = joined({born == BirthDate{} ? "" : m.tr("born {0}", birthDateText(born)), one.person.phone});
    details.what = clockText(one.start) + " · " + proceduresInOneLine(m, desk_.catalogue(), one.wanted);
    details.where = joined(
        {service ? m.tr("{0}, area {1}", service->shortName.in(desk_.language()), area ? area->code : "")
                 : "",
         inHowLong(m, one.start.value - desk_.now().minute.value)});
    details.papers = desk_.catalogue().papers(procedures, desk_.language());
    details.note = one.person.note;
    details.ticket = one.ticketNumber;
    details.act = actFor(one);
    details.canAct = details.act != TodayState::Act::none && !act_.pending();
    addOutcome(details);
    return details;
}

void TodayPresenter::addOutcome(TodayState::Details& details) const
{
    const Messages& m = desk_.messages();
    if (outcome_.ticket) {
        const auto& ticket = *outcome_.ticket;
        details.ticket = ticket.number;
        details.ticketLine = joined(
            {m.tr("Waiting area {0}", ticket.area),
             ticket.ahead == 0 ? ""
                               : m.trn("{0} person ahead of you", "{0} people ahead of you", ticket.ahead),
             waitShort(m, ticket.wait)});
        details.notice = m.tr("The arrival is recorded. Give this number to the person.");
        details.tone = Tone::good;
    } else if (tooLate_) {
        details.notice =
            m.tr("More than {0} minutes late: you decide. A ticket in the order of arrival, or another day?",
                 desk_.catalogue().policy().receptionAfter);
        details.tone = Tone::look;
    } else if (outcome_.problem) {
        details.notice = describe(m, outcome_.problem);
        details.tone = Tone::look;
    } else if (act_.pending()) {
        details.notice = m.tr("One moment …");
    }
}

RequestKey TodayPresenter::keyFor(AppointmentId appointment)
{
    return wishes_.try_emplace(appointment, Seed::random()).first->second.requestKey("check-in");
}

void TodayPresenter::act()
{
    const Appointment* one = chosen();
    if (!one || act_.pending()) return;
    const TodayState::Act act = actFor(*one);
    if (act == TodayState::Act::none) return;
    outcome_ = {};
    const Admission admission{.priority = false, .byReception = act == TodayState::Act::admitLate};
    act_.ask([&service = desk_.service, key = keyFor(one->id), id = one->id,
              admission] { return service.checkIn(key, id, admission); },
             [this](const IssuedTicket& ticket) {
                 outcome_.ticket = ticket;
                 changed();
                 changed_();
             },
             [this](const std::exception_ptr& error) {
                 tooLate_ = tooLate_ || isRefusal(error, Refusal::tooLate);
                 outcome_.problem = error;
                 changed();
                 changed_();
             });
    changed_();
}
} // namespace accueil
