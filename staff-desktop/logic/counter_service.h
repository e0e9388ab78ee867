// staff-desktop/logic/counter_service.h - what a counter asks of the shared data.
#pragma once
#include "core/booking/appointment.h"
#include "core/queue/help.h"
#include "core/queue/turns.h"

namespace accueil
{
/// All that the agent's bar and the counter's page show, of one moment.
struct CounterSituation
{
    std::vector<Seat> seats;                ///< every counter, by number
    CounterId counter;                      ///< where this account sits, or 0
    std::optional<Ticket> visitor;          ///< called to this counter or served there
    std::optional<Appointment> appointment; ///< of the visitor
    /// Waiting for the counter's services or sent to it, and for the services that it only helps. At no
    /// counter: all.
    std::vector<Ticket> own, helped;
    std::vector<Ticket> parked; ///< set aside by this counter, or by one where nobody sits any more
    std::vector<HelpCall> help; ///< of the whole site, the oldest first
    Instant pausedAt;           ///< epoch: not paused
    PauseReason pause = PauseReason::other;
    Instant undoUntil; ///< until then the last "finish" or "no-show" can be taken back; epoch: there is none
};

/// Errors: see DeskService. Worker thread.
class CounterService
{
public:
    virtual ~CounterService() = default;

    virtual CounterSituation situation() = 0;
    virtual void openCounter(CounterId counter) = 0;
    virtual void closeCounter(CounterId counter) = 0;
    virtual void pauseCounter(CounterId counter, PauseReason reason) = 0;
    virtual void continueCounter(CounterId counter) = 0;
    virtual Ticket callNext(const RequestKey& key, CounterId counter) = 0;
    virtual Ticket callPicked(const RequestKey& key, CounterId counter, TicketId ticket) = 0;
    virtual Ticket callAgain(const RequestKey& key, CounterId counter) = 0;
    virtual void isHere(const RequestKey& key, CounterId counter) = 0;
    virtual void noShow(const RequestKey& key, CounterId counter) = 0;
    virtual void finish(const RequestKey& key, CounterId counter) = 0;
    virtual Ticket takeEndBack(const RequestKey& key, CounterId counter) = 0;
    virtual void park(const RequestKey& key, CounterId counter, ParkReason reason,
                      std::optional<Instant> back) = 0;
    virtual Ticket resume(const RequestKey& key, CounterId counter, TicketId ticket) = 0;
    virtual void unpark(const RequestKey& key, TicketId ticket) = 0;
    virtual void transfer(const RequestKey& key, CounterId counter, const Transfer& to) = 0;
    virtual void askForHelp(CounterId counter) = 0;
    virtual void answerHelp(CounterId counter) = 0; ///< "I am coming"
    virtual void endHelp(CounterId counter) = 0;
};
} // namespace accueil
