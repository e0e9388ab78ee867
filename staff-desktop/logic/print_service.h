// staff-desktop/logic/print_service.h - what paper asks of the shared data.
#pragma once
#include "core/booking/appointment.h"
#include "core/booking/corrections.h"

namespace accueil
{
/// A visit with what no screen shows.
struct PrintableVisit
{
    std::vector<Appointment> parts; ///< one, or two in order of time
    VisitSecrets secrets;
};

/// Errors: see DeskService. Worker thread.
class PrintService
{
public:
    virtual ~PrintService() = default;

    /// @param appointment  any part of the visit  @throws Refused  appointmentGone
    virtual PrintableVisit printableVisit(AppointmentId appointment) = 0;
    virtual std::vector<Appointment> dayOnPaper(Day day, ServiceId service) = 0; ///< 0: of the site
};
} // namespace accueil
