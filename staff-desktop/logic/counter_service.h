// staff-desktop/logic/counter_service.h - what a counter asks of the shared data.
#pragma once
#include "core/booking/appointment.h"
#include "core/queue/counter.h"

namespace accueil
{
/// All that the counter's page shows, of one moment.
struct CounterSituation
{
    std::vector<Seat> seats;                ///< every counter, by number
    CounterId counter;                      ///< where this account sits, or 0
    std::optional<Ticket> visitor;          ///< called to this counter or served there
    std::optional<Appointment> appointment; ///< of the visitor
    std::vector<Ticket> own, helped; ///< waiting for the counter's services, and for those it only helps
};

/// Errors: see DeskService. Worker thread.
class CounterService
{
public:
    virtual ~CounterService() = default;

    virtual CounterSituation situation() = 0;
    virtual void openCounter(CounterId counter) = 0;
    virtual void closeCounter(CounterId counter) = 0;
    virtual Ticket callNext(const RequestKey& key, CounterId counter) = 0;
    virtual Ticket callAgain(const RequestKey& key, CounterId counter) = 0;
    virtual void isHere(const RequestKey& key, CounterId counter) = 0;
    virtual void noShow(const RequestKey& key, CounterId counter) = 0;
    virtual void finish(const RequestKey& key, CounterId counter) = 0;
};
} // namespace accueil
