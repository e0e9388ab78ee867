// core/base/clock.h - the only source of "now". Every part takes a Clock, so tests choose the date.
#pragma once
#include <atomic>
#include <chrono>

namespace accueil
{
/// A moment, UTC, to the millisecond (the database's DATETIME(3)).
using Instant = std::chrono::sys_time<std::chrono::milliseconds>;

class Clock
{
public:
    virtual ~Clock() = default;
    virtual Instant now() const = 0; ///< any thread
};

/// Stands still until told. For tests.
class FixedClock : public Clock
{
public:
    explicit FixedClock(Instant at) : at_(at) {}
    Instant now() const override { return at_; }
    void advance(std::chrono::milliseconds by) { at_ += by; }
    void set(Instant at) { at_ = at; }

private:
    Instant at_;
};

/// The server's clock as read once, carried on by the steady clock: this machine's own clock does not matter.
class ServerClock : public Clock
{
public:
    ServerClock();                    ///< until the first set(): this machine's clock
    void set(Instant serverNow);      ///< any thread
    Instant now() const override;

private:
    std::atomic<long long> offsetMs_; ///< server's UTC minus the steady clock
};
} // namespace accueil
