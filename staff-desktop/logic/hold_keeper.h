// staff-desktop/logic/hold_keeper.h - keeps one place for the caller, never two, and gives it back.
#pragma once
#include "staff-desktop/logic/desk.h"
#include "staff-desktop/logic/inquiry.h"
#include "staff-desktop/logic/offers.h"

namespace accueil
{
/// What is to be held: these procedures at this time.
struct Wish
{
    std::vector<Wanted> wanted;
    Offer at;
    bool beyond = false; ///< a supervisor takes it although it is full
    friend bool operator==(const Wish&, const Wish&) = default;
};

struct HeldPlace
{
    Wish wish;
    Seed seed; ///< of this wish: every repetition of the same click carries it
    Hold hold;
};

/// One request at a time; the newest wish wins. The old place is given back in the same breath as the new one
/// is taken, and taken again if the new one is refused. GUI thread.
class HoldKeeper
{
public:
    explicit HoldKeeper(Desk& desk);

    void want(Wish wish, Language mails);
    void prolong(); ///< the same place for a whole hold time again
    void giveUp();
    void booked();  ///< the held place has become an appointment
    void mayBeBooked() { unsure_ = true; } ///< the answer of its booking was lost: looked up before it is given back
    void expired(); ///< the server says that the time was over
    void tick();    ///< notices when the time is over
    void pauseExpiry(bool paused)
    {
        expiryPaused_ = paused;
    } ///< while a booking is on its way the server decides

    /// Null also while it is being given back.
    const HeldPlace* held() const { return held_ && !leaving_ ? &*held_ : nullptr; }
    const std::optional<Wish>& onItsWay() const { return target_; }
    bool atRest() const { return !inquiry_.pending() && !target_ && !held_; }
    std::chrono::seconds left() const;

    /// Why the last wish failed; cleared by the next one.
    const std::exception_ptr& problem() const { return problem_; }
    /// The time that was wished for and refused.
    const std::optional<Offer>& refused() const { return refused_; }

    std::function<void(const HeldPlace&)> onBooked; ///< it was: nothing is held any more

    Listening onChanged(std::function<void()> listener) { return changed_.connect(std::move(listener)); }

private:
    struct Outcome
    {
        std::optional<HeldPlace> held;
        std::exception_ptr refusal; ///< of the wish; `held` is then what there was before
        bool booked = false;        ///< the old place is an appointment; nothing was done
    };
    static Outcome exchange(DeskService& service, const std::optional<HeldPlace>& old, bool unsure,
                            const std::optional<HoldRequest>& wanted, const Seed& spare);
    void next();
    void end();
    void forgiveRefusal();
    void answered(const std::optional<Seed>& asked, const Outcome& outcome);
    void foundBooked();
    void failed(const std::optional<Seed>& asked, const std::exception_ptr& error);

    Desk& desk_;
    Inquiry inquiry_;
    std::optional<HeldPlace> held_;
    std::optional<Wish> target_;
    Seed seed_; ///< of the target
    Language mails_ = Language::fr;
    bool leaving_ = false; ///< what is held goes back
    bool unsure_ = false;  ///< whether what is held has been booked
    bool expiryPaused_ = false;
    std::exception_ptr problem_;
    std::optional<Offer> refused_;
    Signal<> changed_;
    Listening restored_;
};
} // namespace accueil
