#include "core/base/date_words.h"
#include "core/base/describe.h"
#include "staff-desktop/logic/counter_presenter.h"
#include "staff-desktop/logic/visit_words.h"
#include <algorithm>

namespace accueil
{
namespace
{
std::string counterName(const Messages& m, const Catalogue& catalogue, const Counter& counter)
{
    std::string name = m.tr("Counter {0}", counter.number);
    for (std::size_t i = 0; i < counter.serves.size(); ++i)
        if (const auto* service = catalogue.find(counter.serves[i]))
            name += (i == 0 ? " · " : ", ") + service->shortName.in(m.language());
    return name;
}

std::string proceduresOf(const Messages& m, const Catalogue& catalogue, const Ticket& ticket)
{
    std::vector<Wanted> wanted;
    for (const auto id : ticket.procedures) wanted.push_back({id, 1});
    const Service* service = catalogue.find(ticket.service); // all that an old list may say
    if (wanted.empty() && service) return service->shortName.in(m.language());
    return proceduresInOneLine(m, catalogue, wanted);
}

/// "20 s" within the first minute, then whole minutes.
std::string lasting(const Messages& m, std::chrono::milliseconds time)
{
    const auto seconds = std::max<long>(std::chrono::floor<std::chrono::seconds>(time).count(), 0);
    return seconds < 60 ? m.tr("{0} s", seconds) : m.tr("{0} min", seconds / 60);
}

std::string callWords(const Messages& m, int calls)
{
    return calls <= 1 ? m.tr("1st call") : m.tr("call no. {0}", calls);
}
} // namespace

CounterState CounterPresenter::state() const
{
    const Messages& m = desk_.messages();
    const Catalogue& catalogue = desk_.catalogue();
    CounterState state{.phase = phase(), .acts = acts(), .proposed = proposed()};
    for (const auto& seat : now_.seats)
        if (const auto* counter = catalogue.find(seat.counter)) {
            const bool taken = seat.open && !seat.mine;
            const std::string name = counterName(m, catalogue, *counter);
            state.counters.push_back(
                {seat.counter, taken ? m.tr("{0}, taken by {1}", name, seat.staff) : name, !taken});
        }
    const auto chosen = std::ranges::find(state.counters, state.proposed, &CounterState::Choice::id);
    state.acts.sitDown = state.acts.sitDown && state.proposed != now_.counter &&
                         chosen != state.counters.end() && chosen->free;
    state.noShow = m.tr("No-show");
    fillVisitor(state);
    fillWaiting(state);
    state.notice = notice();
    state.tone = state.notice.empty() ? Tone::plain : Tone::look;
    return state;
}

void CounterPresenter::fillVisitor(CounterState& state) const
{
    const Messages& m = desk_.messages();
    const Catalogue& catalogue = desk_.catalogue();
    const auto* counter = catalogue.find(now_.counter);
    const std::string where = counter ? m.tr("Counter {0}", counter->number) : "";
    const Ticket* shown = now_.visitor ? &*now_.visitor : next();
    if (state.phase == CounterPhase::away) {
        state.what = loaded_ ? m.tr("Choose your counter.") : m.tr("One moment …");
        return;
    }
    state.first = where;
    if (!shown) {
        state.what = m.tr("Nobody is waiting for this counter.");
        return;
    }
    state.number = shown->number;
    state.what = proceduresOf(m, catalogue, *shown);
    state.why = whyDue(m, catalogue.zone(), shown->due, shown->appointmentStart, shown->arrivedAt);
    const Instant now = desk_.clock.now();
    if (state.phase == CounterPhase::free) {
        state.chip = m.trc("state", "Next");
        state.second =
            m.trn("{0} waits", "{0} wait", static_cast<long>(now_.own.size() + now_.helped.size()));
        return;
    }
    state.facts = factsOf(*shown);
    if (state.phase == CounterPhase::called) {
        const int needed = catalogue.policy().callsBeforeNoShow;
        state.chip = stateWord(m, VisitState::called);
        state.first = callWords(m, shown->calls);
        state.second = m.tr("{0} ago", lasting(m, now - shown->calledAt));
        if (shown->calls < needed) state.noShow = m.tr("No-show from call no. {0}", needed);
    } else {
        state.chip = stateWord(m, VisitState::serving);
        state.first = lasting(m, now - shown->servingAt);
        state.second = where;
    }
}

std::vector<CounterState::Fact> CounterPresenter::factsOf(const Ticket& visitor) const
{
    const Messages& m = desk_.messages();
    std::vector<CounterState::Fact> facts;
    if (now_.appointment) {
        const Person& person = now_.appointment->person;
        facts.push_back({m.tr("Person"), person.firstName + " " + person.lastName});
        if (!person.note.empty()) facts.push_back({m.tr("Note"), person.note});
    }
    std::string papers;
    for (const auto& paper : desk_.catalogue().papers(visitor.procedures, desk_.language()))
        papers += (papers.empty() ? "" : " · ") + paper;
    if (!papers.empty()) facts.push_back({m.tr("Papers"), papers});
    std::string calls = m.trn("{0} call, the last at {1}", "{0} calls, the last at {1}", visitor.calls,
                              clockText(desk_.local(visitor.calledAt).minute));
    if (visitor.state == TicketState::serving)
        calls += ", " + m.tr("at the counter since {0}", clockText(desk_.local(visitor.servingAt).minute));
    facts.push_back({m.tr("Calls"), calls});
    if (const Service* next = desk_.catalogue().find(visitor.next))
        facts.push_back({m.tr("Afterwards"), m.tr("{0}, area {1}", next->shortName.in(desk_.language()),
                                                  desk_.catalogue().find(next->area)->code)});
    return facts;
}

void CounterPresenter::fillWaiting(CounterState& state) const
{
    const Messages& m = desk_.messages();
    const Instant now = desk_.clock.now();
    const auto add = [&](const Ticket& ticket, bool helped) {
        const auto waits =
            std::max<long>(std::chrono::floor<std::chrono::minutes>(now - ticket.arrivedAt).count(), 0);
        state.waiting.push_back({.id = ticket.id,
                                 .number = ticket.number,
                                 .due = clockText(desk_.local(ticket.due.at).minute),
                                 .arrived = clockText(desk_.local(ticket.arrivedAt).minute),
                                 .waits = m.tr("{0} min", waits),
                                 .why = capitalised(whyDue(m, desk_.catalogue().zone(), ticket.due,
                                                           ticket.appointmentStart, ticket.arrivedAt)),
                                 .what = proceduresOf(m, desk_.catalogue(), ticket),
                                 .helped = helped});
    };
    for (const auto& ticket : now_.own) add(ticket, false);
    for (const auto& ticket : now_.helped) add(ticket, true);
    state.waitingTitle = state.phase == CounterPhase::away ? m.tr("Waiting in the building")
                                                           : m.tr("Waiting for this counter");
    if (state.waiting.empty()) state.nobody = loaded_ ? m.tr("Nobody is waiting.") : m.tr("One moment …");
}

std::string CounterPresenter::notice() const
{
    const Messages& m = desk_.messages();
    if (problem_) return describe(m, problem_);
    if (desk_.staff().role < Role::agent)
        return m.tr("Your account is for the reception: it shows who waits, but does not call.");
    const Counter* by = surprise_ ? desk_.catalogue().find(surprise_->by) : nullptr;
    if (!by) return "";
    return m.tr("{0} has just been called to counter {1}. Next: {2}.", surprise_->expectedNumber, by->number,
                surprise_->cameNumber);
}
} // namespace accueil
