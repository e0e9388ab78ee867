// staff-desktop/logic/desk_service.h - what the desk asks of the shared data.
#pragma once
#include "core/agenda/free_starts.h"
#include "core/booking/appointment.h"
#include "core/people/session.h"
#include "core/queue/arrival.h"
#include "core/queue/counter.h"
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace accueil
{
/// Who sits at this desk, and what the town offers.
struct DeskSession
{
    StaffMember staff;
    std::shared_ptr<const Catalogue> catalogue;
};

/// All that the counter's page shows, of one moment.
struct CounterSituation
{
    std::vector<Seat> seats;                ///< every counter, by number
    CounterId counter;                      ///< where this account sits, or 0
    std::optional<Ticket> visitor;          ///< called to this counter or served there
    std::optional<Appointment> appointment; ///< of the visitor
    std::vector<Ticket> own, helped; ///< waiting for the counter's services, and for those it only helps
};

/// What happened at the site since the last time.
struct News
{
    bool queue = false, agenda = false, settings = false;
    std::vector<std::pair<TicketId, CounterId>> called;
};

/// Every call waits for the database: worker thread only. All but logIn() need a log-in before.
/// All may throw ConnectionLost, AccessDenied, ForeignSchema, NotAllowed; refusals are those of core's
/// function.
class DeskService
{
public:
    virtual ~DeskService() = default;

    virtual DeskSession logIn(const std::string& account, const std::string& password) = 0;
    virtual std::shared_ptr<const Catalogue> catalogue() = 0; ///< read again
    virtual News news() = 0; ///< the first after a log-in says everything changed

    virtual std::vector<DayOfStarts> freeStarts(const StartQuery& query) = 0;
    virtual Hold hold(const HoldRequest& request) = 0;
    virtual void release(const Seed& seed, AppointmentId held) = 0;
    virtual Booked book(const Seed& seed, AppointmentId held, const Person& person) = 0;

    virtual std::vector<Appointment> appointmentsOf(Day day) = 0; ///< of the site
    virtual IssuedTicket checkIn(const RequestKey& key, AppointmentId appointment,
                                 const Admission& admission) = 0;

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
