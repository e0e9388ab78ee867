// staff-desktop/logic/day_service.h - what the day's appointments ask of the shared data.
#pragma once
#include "core/booking/appointment.h"
#include "core/queue/arrival.h"

namespace accueil
{
/// Errors: see DeskService. Worker thread.
class DayService
{
public:
    virtual ~DayService() = default;

    virtual std::vector<Appointment> appointmentsOf(Day day) = 0; ///< of the site
    virtual IssuedTicket checkIn(const RequestKey& key, AppointmentId appointment,
                                 const Admission& admission) = 0;
};
} // namespace accueil
