#include "staff-desktop/logic/hold_keeper.h"
#include "core/base/errors.h"
#include <algorithm>

namespace accueil
{
namespace
{
HoldRequest requestOf(const Wish& wish, const Seed& seed, Language mails)
{
    return {.seed = seed,
            .wanted = wish.wanted,
            .day = wish.at.day,
            .start = wish.at.start,
            .channel = Channel::desk,
            .language = mails,
            .beyondCapacity = wish.beyond};
}
} // namespace

HoldKeeper::HoldKeeper(Desk& desk)
    : desk_(desk), inquiry_(desk.tasks, desk.link), restored_(desk.link.onRestored([this] { next(); }))
{
}

void HoldKeeper::want(Wish wish, Language mails)
{
    const bool same = target_ ? *target_ == wish : held() && held()->wish == wish;
    if (same) { // a double click is one wish
        forgiveRefusal();
        return;
    }
    target_ = std::move(wish);
    leaving_ = false;
    seed_ = Seed::random();
    mails_ = mails;
    problem_ = nullptr;
    refused_.reset();
    next();
    changed_();
}

/// Back to what is held: what was refused matters no more.
void HoldKeeper::forgiveRefusal()
{
    if (!problem_) return;
    problem_ = nullptr;
    refused_.reset();
    changed_();
}

void HoldKeeper::prolong()
{
    if (!held() || target_) return;
    target_ = held_->wish;
    seed_ = Seed::random();
    next();
    changed_();
}

void HoldKeeper::giveUp()
{
    target_.reset();
    problem_ = nullptr;
    refused_.reset();
    leaving_ = true;
    next();
    changed_();
}

void HoldKeeper::booked()
{
    end();
    target_.reset();
    changed_();
}

/// Whatever is still on its way goes back as soon as its answer is there.
void HoldKeeper::end()
{
    held_.reset();
    unsure_ = false;
    if (!inquiry_.pending()) return;
    target_.reset();
    leaving_ = true;
}

void HoldKeeper::expired()
{
    end();
    problem_ = std::make_exception_ptr(Refused(Refusal::holdExpired));
    changed_();
}

void HoldKeeper::tick()
{
    if (held() && !expiryPaused_ && !inquiry_.pending() && left().count() <= 0) unsure_ ? giveUp() : expired();
}

std::chrono::seconds HoldKeeper::left() const
{
    if (!held_) return {};
    return std::max(std::chrono::floor<std::chrono::seconds>(held_->hold.expiresAt - desk_.clock.now()),
                    std::chrono::seconds(0));
}

/// Worker thread. The old place goes first: it may overlap the new one, and be the last there.
HoldKeeper::Outcome HoldKeeper::exchange(DeskService& service, const std::optional<HeldPlace>& old, bool unsure,
                                         const std::optional<HoldRequest>& wanted, const Seed& spare)
{
    // A place that is only held has no file yet.
    if (old && unsure && !service.visitFile(old->hold.appointment).parts.empty())
        return {.held = {}, .refusal = {}, .booked = true};
    if (old) service.release(old->seed, old->hold.appointment);
    if (!wanted) return {};
    const Wish wish{
        .wanted = wanted->wanted, .at = {wanted->day, wanted->start}, .beyond = wanted->beyondCapacity};
    try {
        return {.held = HeldPlace{wish, wanted->seed, service.hold(*wanted)}, .refusal = {}};
    } catch (const Refused&) {
        const auto refusal = std::current_exception();
        if (!old || old->wish == wish) return {.held = {}, .refusal = refusal};
        try {
            return {.held = HeldPlace{old->wish, spare,
                                      service.hold(requestOf(old->wish, spare, wanted->language))},
                    .refusal = refusal};
        } catch (const Refused&) {
            return {.held = {}, .refusal = refusal};
        }
    }
}

void HoldKeeper::next()
{
    if (inquiry_.pending()) return; // its answer comes here again
    if (!target_ && !(leaving_ && held_)) return;
    std::optional<HoldRequest> wanted;
    if (target_) wanted = requestOf(*target_, seed_, mails_);
    const auto asked = wanted ? std::optional(seed_) : std::nullopt;
    inquiry_.ask([&service = desk_.service, old = held_, unsure = unsure_, wanted,
                  spare = Seed::random()] { return exchange(service, old, unsure, wanted, spare); },
                 [this, asked](const Outcome& outcome) { answered(asked, outcome); },
                 [this, asked](const std::exception_ptr& error) { failed(asked, error); });
}

void HoldKeeper::answered(const std::optional<Seed>& asked, const Outcome& outcome)
{
    if (outcome.booked) return foundBooked();
    held_ = outcome.held;
    unsure_ = false;
    if (asked && target_ && seed_ == *asked) { // else a newer wish has replaced it
        if (outcome.refusal) {
            problem_ = outcome.refusal;
            refused_ = target_->at;
        }
        target_.reset();
    }
    next();
    changed_();
}

void HoldKeeper::foundBooked()
{
    const HeldPlace place = *held_;
    target_.reset();
    leaving_ = false;
    end();
    if (onBooked) onBooked(place);
    changed_();
}

void HoldKeeper::failed(const std::optional<Seed>& asked, const std::exception_ptr& error)
{
    // Without a link the wish waits and is sent again with the same key: whatever has happened is found, not
    // doubled.
    if (!isLoss(error)) {
        unsure_ = false;
        held_.reset(); // given back, or it goes back by itself when its time is over
        if (target_ && asked && seed_ == *asked) {
            problem_ = error;
            target_.reset();
        }
        next();
    }
    changed_();
}
} // namespace accueil
