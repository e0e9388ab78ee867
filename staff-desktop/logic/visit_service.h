// staff-desktop/logic/visit_service.h - what the card of one appointment asks of the shared data.
#pragma once
#include "core/booking/appointment.h"
#include "core/booking/history.h"
#include "core/queue/arrival.h"

namespace accueil
{
/// A visit as it stands, and how it came to that.
struct VisitFile
{
    std::vector<Appointment> parts; ///< in their order: one, or two linked; none when nobody has it any more
    std::vector<HistoryEntry> history; ///< the newest first
};

/// Any part names the visit, except for move(): the first. Errors: see DeskService. Worker thread.
class VisitService
{
public:
    virtual ~VisitService() = default;

    virtual VisitFile visitFile(AppointmentId appointment) = 0;
    virtual void moveVisit(const RequestKey& key, AppointmentId first, int revision, Day day,
                           MinuteOfDay start) = 0;
    /// @throws Refused  changedMeanwhile: it is still booked, but not as it was read
    virtual void cancelVisit(const RequestKey& key, AppointmentId first, int revision,
                             const std::string& reason) = 0;
    virtual IssuedTicket putBack(const RequestKey& key, TicketId ticket) = 0;
    virtual IssuedTicket ticketAgain(TicketId ticket) = 0;
    virtual void sendAgain(const RequestKey& key, AppointmentId appointment) = 0;
    virtual void changePerson(const RequestKey& key, AppointmentId appointment, const Person& before,
                              const Person& after) = 0;
};
} // namespace accueil
