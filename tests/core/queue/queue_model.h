// tests/core/queue/queue_model.h - what is promised of tickets and counters, again in memory, as simple as it
// can be said.
#pragma once
#include "core/base/errors.h"
#include "core/queue/counter.h"
#include "core/queue/turns.h"
#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace accueil::test
{
/// Every act answers how it must be refused, or nothing: then it is done. Agents are numbers.
class QueueModel
{
public:
    using Answer = std::optional<Refusal>;

    struct Visitor
    {
        TicketId id;
        int number = 0;
        TicketState state = TicketState::waiting;
        ServiceId service;
        Due due;
        bool dueNow = false; ///< the database's clock said it: about now, the test takes its word
        CounterId keptFor;
        Instant keptUntil;
        bool keptFromNow = false; ///< as dueNow
        int calls = 0, callsBefore = 0, turnCalls = 0; ///< turnCalls: before this turn
        CounterId counter; ///< where it is called or served
        TicketState endedFrom = TicketState::serving;
        Instant endedAt;
        CounterId endedAtCounter;
        ServiceId next; ///< the second half of a linked visit
        std::shared_ptr<const Visitor>
            wentOn{}; ///< as it was before it went on there; until it is called again
    };
    struct Help
    {
        int asker = 0;
        std::optional<int> coming;
    };
    struct Seat
    {
        std::optional<int> agent;
        TicketId visitor, ended; ///< ended: here last
        bool paused = false;
        std::optional<Help> help;
    };

    explicit QueueModel(const Catalogue& catalogue) : catalogue_(catalogue)
    {
        for (const auto& counter : catalogue.counters()) seats[counter.id];
    }

    std::map<TicketId, Visitor> visitors;
    std::map<CounterId, Seat> seats;
    Instant now; ///< set before each act
    std::chrono::seconds undo{60};

    // ---- the seat
    Answer open(int agent, CounterId counter)
    {
        for (auto& [id, seat] : seats)
            if (seat.agent == agent && id != counter && seat.visitor) return Refusal::counterBusy;
        return sit(agent, counter);
    }
    Answer close(int agent, CounterId counter)
    {
        if (const auto no = notMine(agent, counter)) return no;
        if (seats[counter].visitor) return Refusal::counterBusy;
        leave(counter);
        return {};
    }
    Answer pause(int agent, CounterId counter)
    {
        if (const auto no = notMine(agent, counter)) return no;
        if (seats[counter].visitor) return Refusal::counterBusy;
        seats[counter].paused = true;
        return {};
    }
    Answer goOn(int agent, CounterId counter)
    {
        if (const auto no = notMine(agent, counter)) return no;
        seats[counter].paused = false;
        return {};
    }
    Answer seatColleague(CounterId counter, int agent) { return open(agent, counter); }
    void free(CounterId counter)
    {
        if (const TicketId id = seats[counter].visitor) nextTurn(visitors.at(id));
        leave(counter);
    }

    // ---- the visitor of a counter
    Answer callNext(int agent, CounterId counter)
    {
        const auto next = whoIsNext(counter);
        if (!next) {
            const auto no = notReady(agent, counter);
            return no ? no : Refusal::nobodyWaiting;
        }
        return call(agent, counter, *next);
    }
    std::optional<TicketId> whoIsNext(CounterId counter) const
    {
        std::vector<Waiting> waiting;
        for (const auto& [id, one] : visitors)
            if (one.state == TicketState::waiting)
                waiting.push_back({id, one.service, one.number, one.due, one.keptFor, one.keptUntil});
        const Counter& at = *catalogue_.find(counter);
        return nextTicket(waiting, counter, at.serves, at.helps, now);
    }
    Answer callPicked(int agent, CounterId counter, TicketId id)
    {
        const Visitor& one = visitors.at(id);
        if (one.state != TicketState::waiting) return Refusal::ticketNotWaiting;
        if (one.keptFor && one.keptFor != counter && (one.keptUntil == Instant{} || now < one.keptUntil))
            return Refusal::keptForOther;
        return call(agent, counter, id);
    }
    Answer callAgain(int agent, CounterId counter)
    {
        if (const auto no = notMine(agent, counter)) return no;
        Visitor* one = at(counter, {TicketState::called});
        if (!one) return Refusal::notThisState;
        ++one->calls;
        return {};
    }
    Answer isHere(int agent, CounterId counter)
    {
        if (const auto no = notMine(agent, counter)) return no;
        Visitor* one = at(counter, {TicketState::called});
        if (!one) return Refusal::notThisState;
        one->state = TicketState::serving;
        return {};
    }
    Answer noShow(int agent, CounterId counter)
    {
        if (const auto no = notMine(agent, counter)) return no;
        Visitor* one = at(counter, {TicketState::called});
        if (!one) return Refusal::notThisState;
        if (one->calls - one->callsBefore < catalogue_.policy().callsBeforeNoShow)
            return Refusal::callAgainFirst;
        end(*one, counter, TicketState::missed);
        return {};
    }
    Answer finish(int agent, CounterId counter)
    {
        if (const auto no = notMine(agent, counter)) return no;
        Visitor* one = at(counter, {TicketState::called, TicketState::serving});
        if (!one) return Refusal::notThisState;
        seats[counter].help.reset();
        if (!one->next) {
            end(*one, counter, TicketState::done);
            return {};
        }
        const auto before = std::make_shared<const Visitor>(*one);
        end(*one, counter, TicketState::waiting);
        nextTurn(*one);
        one->service = std::exchange(one->next, ServiceId{});
        one->due.reason = DueReason::second;
        one->dueNow = true;
        one->wentOn = before;
        return {};
    }
    Answer park(int agent, CounterId counter)
    {
        if (const auto no = notMine(agent, counter)) return no;
        Visitor* one = at(counter, {TicketState::called, TicketState::serving});
        if (!one) return Refusal::notThisState;
        one->state = TicketState::parked;
        one->keptFor = counter;
        one->keptUntil = {};
        away(counter);
        return {};
    }
    Answer resume(int agent, CounterId counter, TicketId id)
    {
        Visitor& one = visitors.at(id);
        if (one.state != TicketState::parked) return Refusal::notThisState;
        if (one.keptFor != counter && seats[one.keptFor].agent) return Refusal::keptForOther;
        const int before = one.calls;
        const auto no = call(agent, counter, id);
        if (!no) one.callsBefore = before;
        return no;
    }
    Answer transfer(int agent, CounterId counter, const Transfer& to)
    {
        if (const auto no = notMine(agent, counter)) return no;
        Visitor* one = at(counter, {TicketState::called, TicketState::serving});
        if (!one) return Refusal::notThisState;
        if (to.counter && (to.counter == counter || !seats[to.counter].agent)) return Refusal::counterClosed;
        nextTurn(*one);
        one->service = to.service;
        one->keptFor = to.counter;
        if (to.second) {
            one->due.reason = DueReason::second;
            one->dueNow = true;
        }
        away(counter);
        return {};
    }
    Answer takeBack(int agent, CounterId counter)
    {
        if (const auto no = notMine(agent, counter)) return no;
        Seat& seat = seats[counter];
        if (seat.visitor) return Refusal::counterBusy;
        const auto found = visitors.find(seat.ended);
        if (found == visitors.end()) return Refusal::tooLate;
        Visitor& one = found->second;
        if (one.endedAtCounter != counter || now - one.endedAt >= undo) return Refusal::tooLate;
        if (one.state == TicketState::waiting && one.wentOn) {
            const int calls = one.calls;
            one = Visitor(*one.wentOn);
            one.calls = calls;
            one.callsBefore = one.turnCalls;
        } else if (one.state == TicketState::done || one.state == TicketState::missed) {
            one.state = one.endedFrom;
        } else {
            return Refusal::tooLate;
        }
        seat.visitor = seat.ended;
        seat.ended = {};
        return {};
    }

    // ---- the waiting room
    Answer unpark(TicketId id)
    {
        Visitor& one = visitors.at(id);
        if (one.state != TicketState::parked) return Refusal::notThisState;
        one.state = TicketState::waiting;
        one.keptFromNow = static_cast<bool>(seats[one.keptFor].agent);
        if (!one.keptFromNow) one.keptFor = {};
        one.callsBefore = one.calls;
        return {};
    }
    Answer putBack(TicketId id)
    {
        Visitor& one = visitors.at(id);
        if (one.state != TicketState::missed) return Refusal::notThisState;
        waitAgain(one);
        one.due.reason = DueReason::back;
        one.dueNow = true;
        return {};
    }
    Answer closeTicket(TicketId id)
    {
        Visitor& one = visitors.at(id);
        if (one.state == TicketState::done || one.state == TicketState::missed ||
            one.state == TicketState::closed)
            return Refusal::notThisState;
        for (auto& [counter, seat] : seats)
            if (seat.visitor == id) seat.visitor = {};
        one.state = TicketState::closed;
        return {};
    }

    // ---- help
    Answer askForHelp(int agent, CounterId counter)
    {
        if (const auto no = notMine(agent, counter)) return no;
        if (!seats[counter].help) seats[counter].help = Help{agent, {}};
        return {};
    }
    Answer comeToHelp(int person, CounterId counter)
    {
        auto& help = seats[counter].help;
        if (!help || help->asker == person || (help->coming && help->coming != person))
            return Refusal::helpIsComing;
        help->coming = person;
        return {};
    }
    Answer endHelp(int person, bool supervisor, CounterId counter)
    {
        auto& help = seats[counter].help;
        if (!help || !(help->asker == person || help->coming == person || supervisor))
            return Refusal::notThisState;
        help.reset();
        return {};
    }

private:
    Answer notMine(int agent, CounterId counter)
    {
        const Seat& seat = seats[counter];
        if (!seat.agent) return Refusal::counterClosed;
        if (seat.agent != agent) return Refusal::notYourCounter;
        return {};
    }
    Answer sit(int agent, CounterId counter)
    {
        Seat& seat = seats[counter];
        if (seat.agent == agent) return {};
        if (seat.agent) return Refusal::notYourCounter;
        for (auto& [id, other] : seats)
            if (other.agent == agent) leave(id);
        seat = Seat{};
        seat.agent = agent;
        return {};
    }
    /// Whoever was kept for it is everybody's again.
    void leave(CounterId counter)
    {
        seats[counter] = Seat{};
        for (auto& [id, one] : visitors)
            if (one.state == TicketState::waiting && one.keptFor == counter) {
                one.keptFor = {};
                one.keptUntil = {};
            }
    }
    void away(CounterId counter)
    {
        Seat& seat = seats[counter];
        seat.visitor = seat.ended = {};
        seat.help.reset();
    }
    Answer notReady(int agent, CounterId counter)
    {
        if (const auto no = notMine(agent, counter)) return no;
        if (seats[counter].paused) return Refusal::counterPaused;
        if (seats[counter].visitor) return Refusal::counterBusy;
        return {};
    }
    Answer call(int agent, CounterId counter, TicketId id)
    {
        if (const auto no = notReady(agent, counter)) return no;
        Seat& seat = seats[counter];
        seat.visitor = id;
        seat.ended = {};
        Visitor& one = visitors.at(id);
        one.state = TicketState::called;
        one.counter = counter;
        one.keptFor = {};
        one.keptUntil = {};
        ++one.calls;
        one.wentOn.reset();
        return {};
    }
    Visitor* at(CounterId counter, std::initializer_list<TicketState> states)
    {
        const TicketId id = seats[counter].visitor;
        if (!id) return nullptr;
        Visitor& one = visitors.at(id);
        return std::ranges::find(states, one.state) == states.end() ? nullptr : &one;
    }
    void end(Visitor& one, CounterId counter, TicketState state)
    {
        seats[counter].ended = one.id;
        seats[counter].visitor = {};
        one.endedFrom = one.state;
        one.endedAt = now;
        one.endedAtCounter = counter;
        one.state = state;
    }
    static void nextTurn(Visitor& one)
    {
        waitAgain(one);
        one.turnCalls = one.calls;
    }
    static void waitAgain(Visitor& one)
    {
        one.state = TicketState::waiting;
        one.callsBefore = one.calls;
        one.counter = {};
        one.keptFor = {};
        one.keptUntil = {};
        one.wentOn.reset();
    }

    const Catalogue& catalogue_;
};
} // namespace accueil::test
