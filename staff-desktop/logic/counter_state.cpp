#include "core/base/date_words.h"
#include "core/base/describe.h"
#include "staff-desktop/logic/counter_presenter.h"
#include "staff-desktop/logic/counter_words.h"
#include "staff-desktop/logic/status_line.h"
#include "staff-desktop/logic/visit_words.h"
#include <algorithm>

namespace accueil
{
CounterState CounterPresenter::state() const
{
    const Messages& m = desk_.messages();
    const Catalogue& catalogue = desk_.catalogue();
    CounterState state{.phase = phase(),
                       .acts = acts(),
                       .atOnce = desk_.catalogue().policy().presenceStep == 0,
                       .stale = !desk_.link.up(),
                       .proposed = proposed()};
    for (const auto& seat : now_.seats)
        if (const auto* counter = catalogue.find(seat.counter)) {
            const bool taken = seat.open && !seat.mine;
            const std::string name = counterInWords(m, catalogue, *counter);
            state.counters.push_back(
                {seat.counter, taken ? m.tr("{0}, taken by {1}", name, seat.staff) : name, !taken});
        }
    const auto chosen = std::ranges::find(state.counters, state.proposed, &CounterState::Choice::id);
    state.acts.sitDown = state.acts.sitDown && state.proposed != now_.counter &&
                         chosen != state.counters.end() && chosen->free;
    if (const auto* counter = catalogue.find(now_.counter))
        state.where = counterInWords(m, catalogue, *counter);
    state.noShow = m.tr("No-show");
    fillVisitor(state);
    fillWaiting(state);
    fillParked(state);
    fillHelp(state);
    fillNotice(state);
    return state;
}

void CounterPresenter::fillVisitor(CounterState& state) const
{
    const Messages& m = desk_.messages();
    switch (state.phase) {
    case CounterPhase::away:
        state.what = loaded_ ? m.tr("Choose your counter.") : m.tr("One moment …");
        break;
    case CounterPhase::free:
    case CounterPhase::paused:
        fillFree(state);
        break;
    case CounterPhase::called:
    case CounterPhase::serving:
        fillTurn(state);
        break;
    }
}

/// Who is next, and how many; in the pause why and since when, and still how many.
void CounterPresenter::fillFree(CounterState& state) const
{
    const Messages& m = desk_.messages();
    const auto waiting = static_cast<long>(now_.own.size() + now_.helped.size());
    if (const auto* counter = desk_.catalogue().find(now_.counter))
        state.first = m.tr("Counter {0}", counter->number);
    state.second = m.trn("{0} waits", "{0} wait", waiting);
    if (!now_.parked.empty())
        state.second += " · " + m.trn("{0} aside", "{0} aside", static_cast<long>(now_.parked.size()));
    if (state.acts.undo) {
        const auto left = std::chrono::ceil<std::chrono::seconds>(now_.undoUntil - desk_.clock.now());
        state.undo = m.tr("Undo ({0} s)", left.count());
        if (!ended_.empty())
            state.ended = missed_ ? m.tr("{0}: no-show", ended_) : m.tr("{0}: finished", ended_);
    }
    if (state.phase == CounterPhase::paused) {
        state.chip = m.trc("state", "Pause");
        state.what = capitalised(inWords(m, now_.pause));
        state.why = m.tr("since {0}: nobody is called here", clockOf(desk_, now_.pausedAt));
        return;
    }
    const Ticket* shown = next();
    if (!shown) {
        state.what = m.tr("Nobody is waiting for this counter.");
        return;
    }
    state.chip = m.trc("state", "Next");
    state.number = shown->number;
    state.what = proceduresOf(m, desk_.catalogue(), *shown);
    state.why = whyOf(desk_, *shown);
}

void CounterPresenter::fillTurn(CounterState& state) const
{
    const Messages& m = desk_.messages();
    const Ticket& visitor = *now_.visitor;
    const Instant now = desk_.clock.now();
    state.number = visitor.number;
    state.what = proceduresOf(m, desk_.catalogue(), visitor);
    state.why = whyOf(desk_, visitor);
    state.facts = factsOf(visitor);
    if (state.phase == CounterPhase::called) {
        const int needed = desk_.catalogue().policy().callsBeforeNoShow;
        state.chip = stateWord(m, VisitState::called);
        state.first = callInWords(m, visitor.calls);
        state.second = m.tr("{0} ago", lasting(m, now - visitor.calledAt));
        if (visitor.calls < needed) state.noShow = m.tr("No-show from call no. {0}", needed);
    } else {
        const int needed = desk_.catalogue().policy().callsBeforeNoShow;
        if (state.atOnce && visitor.calls < needed) state.noShow = m.tr("No-show from call no. {0}", needed);
        state.chip = stateWord(m, VisitState::serving);
        state.first = lasting(m, now - visitor.servingAt);
        if (const auto* counter = desk_.catalogue().find(now_.counter))
            state.second = m.tr("Counter {0}", counter->number);
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
                              clockOf(desk_, visitor.calledAt));
    if (visitor.state == TicketState::serving)
        calls += ", " + m.tr("at the counter since {0}", clockOf(desk_, visitor.servingAt));
    facts.push_back({m.tr("Calls"), calls});
    if (const Service* next = desk_.catalogue().find(visitor.next))
        facts.push_back({m.tr("Afterwards"), m.tr("{0}, area {1}", next->shortName.in(desk_.language()),
                                                  desk_.catalogue().find(next->area)->code)});
    return facts;
}

std::string CounterPresenter::lossInWords() const
{
    const Messages& m = desk_.messages();
    if (desk_.link.health() != Link::Health::lost) return statusLine(desk_).text;
    const std::string since = clockOf(desk_, desk_.link.lastAnswer());
    return wish_
               ? m.tr(
                     "No connection since {0}. Whether your last click counted will be seen when it is back.",
                     since)
               : m.tr("No connection since {0}. It comes back by itself.", since);
}

void CounterPresenter::fillNotice(CounterState& state) const
{
    const Messages& m = desk_.messages();
    const Counter* by = surprise_ ? desk_.catalogue().find(surprise_->by) : nullptr;
    state.tone = Tone::look;
    if (state.stale)
        state.notice = lossInWords();
    else if (problem_)
        state.notice = isRefusal(problem_, Refusal::tooLate) ? m.tr("This can no longer be taken back.")
                                                             : describe(m, problem_);
    else if (outcome_ && *outcome_)
        state.notice = m.tr("The connection is back: your last click counted.");
    else if (outcome_)
        state.notice = m.tr("The connection is back: your last click did not count. Please do it again.");
    else if (desk_.staff().role < Role::agent)
        state.notice = m.tr("Your account is for the reception: it shows who waits, but does not call.");
    else if (by)
        state.notice = m.tr("{0} has just been called to counter {1}. Next: {2}.", surprise_->expectedNumber,
                            by->number, surprise_->cameNumber);
    else
        state.tone = Tone::plain;
    if (!state.stale && !problem_ && outcome_ && *outcome_) state.tone = Tone::good;
}
} // namespace accueil
