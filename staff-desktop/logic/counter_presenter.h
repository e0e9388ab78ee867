// staff-desktop/logic/counter_presenter.h - an agent's counter: whom to call, who is here, who waits.
#pragma once
#include "staff-desktop/logic/book_state.h"
#include "staff-desktop/logic/desk.h"
#include "staff-desktop/logic/inquiry.h"
#include <map>

namespace accueil
{
enum class CounterPhase {
    away,    ///< at no counter
    free,    ///< nobody is called
    called,  ///< somebody is on the way
    serving, ///< somebody sits there
};

/// Which of the acts can be done now.
struct CounterActs
{
    bool sitDown = false, leave = false, callNext = false, recall = false, here = false, noShow = false,
         finish = false;
    friend bool operator==(const CounterActs&, const CounterActs&) = default;
};

/// @param calls   so far, of the visitor
/// @param needed  before a no-show may be noted
/// @param busy    an act is on its way
CounterActs actsIn(CounterPhase phase, bool mayServe, bool somebodyWaits, int calls, int needed, bool busy);

struct CounterState
{
    struct Choice
    {
        CounterId id{};
        std::string name{}; ///< "Guichet 3 · Population", and who has taken it
        bool free = true;
        friend bool operator==(const Choice&, const Choice&) = default;
    };
    struct Row
    {
        TicketId id{};
        std::string number{}, due{}, arrived{}, waits{}, why{}, what{};
        bool helped = false; ///< only when the counter's own services have nobody
        friend bool operator==(const Row&, const Row&) = default;
    };
    struct Fact
    {
        std::string name{}, text{};
        friend bool operator==(const Fact&, const Fact&) = default;
    };

    CounterPhase phase = CounterPhase::away;
    CounterActs acts{};
    std::vector<Choice> counters{};
    CounterId proposed{}; ///< to sit down at, or where one sits
    std::string chip{};   ///< "Prochain", "Appelé", "En cours"
    std::string number{}, what{}, why{};
    std::string first{}, second{}; ///< "1er appel", "il y a 20 s"
    std::string noShow{};          ///< the label: "Absent", or from which call on
    std::string notice{};
    Tone tone = Tone::plain;
    std::vector<Fact> facts{}; ///< papers, note, calls of the visitor
    std::string waitingTitle{}, nobody{};
    std::vector<Row> waiting{};
};

/// GUI thread.
class CounterPresenter
{
public:
    explicit CounterPresenter(Desk& desk);

    CounterState state() const; ///< counter_state.cpp

    void propose(CounterId counter);
    void sitDown();
    void leave();
    void callNextOrAgain(); ///< one key for both: it never ends anything
    void here();
    void noShow();
    void finish();
    void show(bool visible);
    void news(const News& news);
    void tick();

    Listening onChanged(std::function<void()> listener) { return changed_.connect(std::move(listener)); }

private:
    enum class Act { none, sitDown, leave, callNext, callAgain, here, noShow, finish };
    /// The visitor that the agent saw as next, and who came instead.
    struct Surprise
    {
        TicketId expected;
        std::string expectedNumber, cameNumber;
        CounterId by; ///< the colleague's counter, 0 while it is not known
    };

    CounterPhase phase() const;
    CounterActs acts() const;
    const Ticket* next() const;
    CounterId proposed() const;
    void reload();
    void run(Act act, std::function<std::optional<Ticket>(const RequestKey&)> work);
    void called(const std::optional<TicketId>& expected, const std::string& expectedNumber,
                const Ticket& came);
    void fillVisitor(CounterState& state) const;
    void fillWaiting(CounterState& state) const;
    std::vector<CounterState::Fact> factsOf(const Ticket& visitor) const;
    std::string notice() const;

    Desk& desk_;
    Inquiry situation_, act_;
    CounterSituation now_;
    bool loaded_ = false, visible_ = false, stale_ = false;
    CounterId proposed_;
    Act acting_ = Act::none;
    std::optional<std::pair<Act, Seed>> wish_; ///< kept while its outcome is not known
    std::exception_ptr problem_;
    std::optional<Surprise> surprise_;
    std::map<TicketId, CounterId> calledBy_;
    Instant shownAt_;
    Signal<> changed_;
    Listening restored_;
};
} // namespace accueil
