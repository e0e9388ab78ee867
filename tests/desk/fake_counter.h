// tests/desk/fake_counter.h - a counter that does what it is told, as the test wrote it down.
#pragma once
#include "staff-desktop/logic/counter_service.h"
#include "tests/desk/fake_calls.h"
#include <optional>
#include <utility>

namespace accueil
{
struct FakeCounter : virtual CounterService, virtual FakeCalls
{
    CounterSituation now;
    Ticket called; ///< who comes at callNext
    std::vector<RequestKey> keys;
    std::vector<std::pair<ParkReason, std::optional<Instant>>> asides;
    std::vector<Transfer> transfers;
    Instant undoUntil; ///< what an end leaves behind
    std::optional<Ticket> ended;

    CounterSituation situation() override
    {
        ask("situation");
        return now;
    }
    void openCounter(CounterId counter) override
    {
        ask("openCounter");
        now.counter = counter;
    }
    void closeCounter(CounterId) override
    {
        ask("closeCounter");
        now.counter = {};
    }
    void pauseCounter(CounterId, PauseReason reason) override
    {
        ask("pauseCounter");
        now.pausedAt = pausesAt;
        now.pause = reason;
    }
    void continueCounter(CounterId) override
    {
        ask("continueCounter");
        now.pausedAt = {};
    }
    Ticket callNext(const RequestKey& key, CounterId) override
    {
        keys.push_back(key);
        ask("callNext");
        return bring(called);
    }
    Ticket callPicked(const RequestKey& key, CounterId, TicketId ticket) override
    {
        keys.push_back(key);
        ask("callPicked " + std::to_string(ticket.value()));
        return bring(called);
    }
    Ticket callAgain(const RequestKey& key, CounterId) override
    {
        keys.push_back(key);
        ask("callAgain");
        ++now.visitor->calls;
        return *now.visitor;
    }
    void isHere(const RequestKey&, CounterId) override
    {
        ask("isHere");
        now.visitor->state = TicketState::serving;
    }
    void noShow(const RequestKey&, CounterId) override
    {
        ask("noShow");
        end();
    }
    void finish(const RequestKey& key, CounterId) override
    {
        keys.push_back(key);
        ask("finish");
        end();
    }
    Ticket takeEndBack(const RequestKey&, CounterId) override
    {
        ask("takeEndBack");
        now.undoUntil = {};
        now.visitor = ended;
        return *ended;
    }
    void park(const RequestKey& key, CounterId, ParkReason reason, std::optional<Instant> back) override
    {
        keys.push_back(key);
        ask("park");
        asides.emplace_back(reason, back);
        now.visitor.reset();
    }
    Ticket resume(const RequestKey&, CounterId, TicketId ticket) override
    {
        ask("resume " + std::to_string(ticket.value()));
        return bring(takeAside(ticket));
    }
    void unpark(const RequestKey&, TicketId ticket) override
    {
        ask("unpark " + std::to_string(ticket.value()));
        takeAside(ticket);
    }
    void transfer(const RequestKey&, CounterId, const Transfer& to) override
    {
        ask("transfer");
        transfers.push_back(to);
        now.visitor.reset();
    }
    void askForHelp(CounterId) override { ask("askForHelp"); }
    void answerHelp(CounterId) override { ask("answerHelp"); }
    void endHelp(CounterId) override { ask("endHelp"); }

    Instant pausesAt;

private:
    Ticket bring(const Ticket& ticket)
    {
        now.undoUntil = {};
        now.visitor = ticket;
        std::erase_if(now.own, [&](const Ticket& one) { return one.id == ticket.id; });
        return ticket;
    }
    void end()
    {
        ended = std::exchange(now.visitor, {});
        now.undoUntil = undoUntil;
    }
    Ticket takeAside(TicketId id)
    {
        const auto at = std::ranges::find(now.parked, id, &Ticket::id);
        Ticket ticket = *at;
        now.parked.erase(at);
        return ticket;
    }
};
} // namespace accueil
