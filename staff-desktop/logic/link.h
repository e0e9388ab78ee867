// staff-desktop/logic/link.h - whether the shared data answers, and since when not.
#pragma once
#include "core/base/clock.h"
#include "core/base/errors.h"
#include "core/base/signal.h"
#include <exception>

namespace accueil
{
/// Nobody answered: what was asked may or may not have happened.
bool isLoss(const std::exception_ptr& error);
bool isRefusal(const std::exception_ptr& error, Refusal why);

/// Hears the outcome of everything the desk asks. GUI thread.
class Link
{
public:
    enum class Health {
        up,
        lost,    ///< nobody answers: keep what is shown, try again
        closed,  ///< the account or its password no longer opens: log in again
        foreign, ///< the shared data are of another version than this program
    };

    enum class Log { yes, no };
    explicit Link(const Clock& clock, Log log = Log::yes) : clock_(clock), log_(log), lastAnswer_(clock.now())
    {
    }

    /// @param error  what a task ended with; null for success. A refusal is an answer too.
    void heard(const std::exception_ptr& error);

    Health health() const { return health_; }
    bool up() const { return health_ == Health::up; }
    Instant lastAnswer() const { return lastAnswer_; } ///< what is shown is as old as this

    /// How long to rest before asking again: half a second while all is well, more and more while it is not.
    std::chrono::milliseconds pause() const;

    Listening onChanged(std::function<void()> listener) { return changed_.connect(std::move(listener)); }
    /// After a loss, at the first answer: read everything again, send what waits.
    Listening onRestored(std::function<void()> listener) { return restored_.connect(std::move(listener)); }

private:
    void become(Health health);

    const Clock& clock_;
    Log log_;
    Health health_ = Health::up;
    Instant lastAnswer_;
    int failures_ = 0;
    Signal<> changed_, restored_;
};
} // namespace accueil
