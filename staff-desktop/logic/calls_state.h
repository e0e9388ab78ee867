// staff-desktop/logic/calls_state.h - what the page of people to call shows, in words. Every text is UTF-8.
#pragma once
#include "staff-desktop/logic/book_state.h"

namespace accueil
{
enum class CallAct {
    called,   ///< told on the telephone
    noAnswer, ///< later once more
    letter,   ///< written to; from the done ones: the same letter again
    settled,  ///< agreed otherwise
    move,     ///< to the offer that is chosen
    keep,     ///< comes as agreed although there is no place
    cancel,
    toCall, ///< somebody calls first
    email,  ///< the right address was spelled out
    back,   ///< no cancelling after all
};

struct CallsState
{
    enum class View { open, done };
    struct Row
    {
        long long key = 0;
        std::string when{}, name{}, phone{}, why{}, now{};
        Tone tone = Tone::plain; ///< of `why`
        bool dim = false;        ///< nothing to do at the moment
        friend bool operator==(const Row&, const Row&) = default;
    };
    struct Button
    {
        CallAct act = CallAct::called;
        std::string label{}; ///< `&` marks its key
        bool primary = false, enabled = true;
        friend bool operator==(const Button&, const Button&) = default;
    };
    struct Start
    {
        std::string label{}; ///< "jeu. 26 novembre à 10:40"
        bool chosen = false;
        friend bool operator==(const Start&, const Start&) = default;
    };
    struct Details
    {
        long long key = 0;
        std::string why{}, reference{}, name{}, what{};
        Tone tone = Tone::plain;
        std::string phone{}, phoneSpoken{}, noPhone{}; ///< empty: no telephone
        std::string knows{}, now{};                    ///< what the citizen knows of, and what is
        std::string sayTitle{};       ///< "À dire, en allemand"; without language where it is mine
        std::string say{}, sayMine{}; ///< in the citizen's language; the same in mine where that is another
        bool offering = false;        ///< times to propose are shown, or looked for
        std::vector<Start> starts{};
        std::string startsNote{}; ///< in place of the times
        bool asksEmail = false;   ///< the right address can be written
        std::string email{};
        bool cancelling = false; ///< the reason is asked for
        std::string reason{}, reasonNote{};
        std::vector<Button> acts{};
        std::string notice{};
        Tone noticeTone = Tone::plain;
        friend bool operator==(const Details&, const Details&) = default;
    };

    View view = View::open;
    std::string summary{}; ///< "7 personnes à appeler · 2 rendez-vous sans place"
    std::string nothing{}; ///< why there are no rows
    std::vector<Row> rows{};
    long long chosen = 0;
    std::optional<Details> details{};
    std::string said{}; ///< what was just done
    Tone saidTone = Tone::good;
    std::string letters{}; ///< label of the button for those without telephone; empty: there are none
    bool canPrint = false, canWrite = false;
};
} // namespace accueil
