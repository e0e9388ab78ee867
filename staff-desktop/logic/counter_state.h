// staff-desktop/logic/counter_state.h - what the agent's bar and the counter's page show, in words.
#pragma once
#include "core/base/clock.h"
#include "core/base/ids.h"
#include "staff-desktop/logic/tone.h"
#include <string>
#include <vector>

namespace accueil
{
enum class CounterPhase {
    away,    ///< at no counter
    free,    ///< nobody is called
    paused,  ///< nobody is called, nor will be until one goes on
    called,  ///< somebody is on the way
    serving, ///< somebody sits there
};

/// What the acts depend on.
struct CounterFacts
{
    CounterPhase phase = CounterPhase::away;
    bool mayServe = false, mayPick = false;
    bool somebodyWaits = false;
    int calls = 0, needed = 3; ///< so far, of the visitor; before a no-show may be noted
    bool atOnce = false;       ///< no step between called and served: whoever does not come is "served"
    bool canUndo = false;
    bool busy = false; ///< an act is on its way, or nobody would answer
};

/// Which of the acts can be done now.
struct CounterActs
{
    bool sitDown = false, leave = false, callNext = false, recall = false, here = false, noShow = false,
         finish = false, pause = false, goOn = false, park = false, transfer = false, undo = false,
         pick = false, resume = false, unpark = false, help = false;
    friend bool operator==(const CounterActs&, const CounterActs&) = default;
};

CounterActs actsIn(const CounterFacts& facts);

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
        std::string number{}, due{}, arrived{}, waits{}, why{}, brief{}, what{}; ///< brief: why, in a column
        bool dim = false; ///< not of this counter's turn: only helped, or kept for another counter
        friend bool operator==(const Row&, const Row&) = default;
    };
    struct Fact
    {
        std::string name{}, text{};
        friend bool operator==(const Fact&, const Fact&) = default;
    };
    struct Aside
    {
        TicketId id{};
        std::string number{}, text{}; ///< "cherche une photo, revient vers 10:55"
        friend bool operator==(const Aside&, const Aside&) = default;
    };
    struct Help
    {
        enum class Act { none, come, end };
        CounterId counter{};
        std::string text{}, label{}; ///< "Guichet 8 demande de l'aide (Luc).", "J'y vais"
        Act act = Act::none;
        friend bool operator==(const Help&, const Help&) = default;
    };

    CounterPhase phase = CounterPhase::away;
    CounterActs acts{};
    bool atOnce = false; ///< as CounterFacts has it
    bool stale = false;  ///< what is shown is of the time before the link was lost
    std::vector<Choice> counters{};
    CounterId proposed{}; ///< to sit down at, or where one sits
    std::string chip{};   ///< "Prochain", "Appelé", "En cours", "Pause"
    std::string number{}, what{}, why{};
    std::string first{}, second{}; ///< "1er appel", "il y a 20 s"
    std::string noShow{};          ///< the label: "Absent", or from which call on
    std::string undo{}, ended{};   ///< "Annuler (58 s)", "A044 : terminé"
    std::string notice{};
    Tone tone = Tone::plain;
    std::vector<Help> help{};
    std::vector<Fact> facts{}; ///< papers, note, calls of the visitor
    std::string waitingTitle{}, nobody{};
    std::vector<Row> waiting{};
    TicketId chosen{};       ///< a row
    std::string whyChosen{}; ///< whom it comes after, and why
    std::string parkedTitle{};
    std::vector<Aside> parked{};
    std::string resume{}; ///< the label beside each: back to the counter, or to the waiting room
    std::string where{};  ///< "Guichet 3 · Population"
};

/// Somebody waits now who did not a moment ago, and the counter is free.
struct Arrival
{
    std::string title{}, text{};
};

/// Whom a visitor can be sent to.
struct TransferChoices
{
    struct To
    {
        ServiceId service{};
        std::string name{};
    };
    std::vector<To> services{};                   ///< the present one first
    std::vector<CounterState::Choice> counters{}; ///< where a colleague sits
};
} // namespace accueil
