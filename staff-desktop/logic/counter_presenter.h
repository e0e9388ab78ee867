// staff-desktop/logic/counter_presenter.h - an agent's counter: whom to call, who is here, who waits, who was
// set aside.
#pragma once
#include "staff-desktop/logic/counter_state.h"
#include "staff-desktop/logic/desk.h"
#include "staff-desktop/logic/inquiry.h"
#include <map>

namespace accueil
{
/// Behind the agent's bar and the counter's page; each has its own. GUI thread.
class CounterPresenter
{
public:
    explicit CounterPresenter(Desk& desk);

    CounterState state() const;                 ///< counter_state.cpp
    TransferChoices transferChoices() const;    ///< counter_lists.cpp
    bool canTransfer(const Transfer& to) const; ///< it would change something

    void usual(CounterId counter) { usual_ = counter; } ///< where this person sat last time
    void propose(CounterId counter);
    void choose(TicketId ticket); ///< a row of the list: why it comes when it comes
    void show(bool visible);
    void news(const News& news);
    void tick();

    // ---- what is done: counter_acts.cpp. Each does nothing while it cannot be done.
    void sitDown();
    void leave();
    void callNextOrAgain(); ///< one key for both: it never ends anything
    void call(TicketId picked);
    void here();
    void noShow();
    void finish();
    void undo(); ///< the last finish or no-show
    void pause(PauseReason reason);
    void goOn();
    void park(ParkReason reason, std::chrono::minutes back = {}); ///< @param back  in how long; 0: not known
    void resume(TicketId parked); ///< to the counter when it is free, otherwise to the waiting room
    void transfer(const Transfer& to);
    void renewed(); ///< the catalogue is a new one
    void goHome();  ///< the window closes: leaves the counter, unless a visitor is there
    bool busy() const { return act_.pending(); }
    bool known() const { return loaded_; }
    std::string tabName() const; ///< and how many ask for help
    void askForHelp();
    void answerHelp(CounterId counter);
    void endHelp(CounterId counter);
    void help(const CounterState::Help& line); ///< its button was pressed

    Listening onChanged(std::function<void()> listener) { return changed_.connect(std::move(listener)); }
    Listening onArrival(std::function<void(const Arrival&)> listener)
    {
        return arrival_.connect(std::move(listener));
    }

private:
    enum class Act {
        none,
        sitDown,
        leave,
        callNext,
        pick,
        callAgain,
        here,
        noShow,
        finish,
        undo,
        pause,
        goOn,
        park,
        resume,
        unpark,
        transfer,
        help,
        answer,
        endHelp
    };
    /// An act, its key, and what it began from: kept while its outcome is not known.
    struct Wish
    {
        Act act;
        std::string what; ///< whom, why: what tells it from another act of the kind
        Seed seed;
        TicketId visitor; ///< then, or 0
        int calls;
    };
    /// The visitor that the agent saw as next, and who came instead.
    struct Surprise
    {
        TicketId expected;
        std::string expectedNumber, cameNumber;
        CounterId by; ///< the colleague's counter, 0 while it is not known
    };
    struct Line
    {
        const Ticket* ticket;
        bool helped;
        int keptFor; ///< number of the other counter that keeps it now, or 0
    };
    using Work = std::function<std::optional<Ticket>(const RequestKey&)>;

    CounterPhase phase() const;
    CounterActs acts() const;
    const Ticket* next() const;
    CounterId proposed() const;
    void reload();
    void learn(CounterSituation now);
    void settle();
    bool wasDone(const Wish& wish) const;
    void announce(const CounterSituation& before);
    void noteHelp();
    void run(Act act, const std::string& what, Work work);
    void came(const Ticket* expected, const Ticket& visitor);
    std::vector<Line> lines() const; ///< who waits, in the order of this counter
    Standing standing(const Line& line) const;
    void fillVisitor(CounterState& state) const;
    void fillFree(CounterState& state) const;
    void fillTurn(CounterState& state) const;
    void fillWaiting(CounterState& state) const;
    void fillParked(CounterState& state) const;
    void fillHelp(CounterState& state) const;
    std::string asideInWords(const Ticket& ticket) const;
    std::vector<CounterState::Fact> factsOf(const Ticket& visitor) const;
    void fillNotice(CounterState& state) const;
    std::string lossInWords() const;

    Desk& desk_;
    Inquiry situation_, act_;
    CounterSituation now_;
    bool loaded_ = false, visible_ = false, stale_ = false;
    CounterId proposed_, usual_;
    TicketId chosen_;
    std::optional<Wish> wish_;
    std::exception_ptr problem_;
    std::optional<bool> outcome_; ///< after a loss: whether the last act had been done
    std::string ended_;           ///< number of the ticket that was ended last
    bool missed_ = false;         ///< by a no-show
    std::optional<Surprise> surprise_;
    std::map<TicketId, CounterId> calledBy_;
    std::map<CounterId, Instant> helpedSince_; ///< when it was first seen that a colleague goes there
    Instant shownAt_;
    Signal<> changed_;
    Signal<const Arrival&> arrival_;
    Listening restored_, linked_;
};
} // namespace accueil
