// staff-desktop/logic/print_service.h - what paper asks of the shared data.
#pragma once
#include "core/booking/printable_visit.h"
#include "core/printing/day_list_text.h"

namespace accueil
{
/// Errors: see DeskService. Worker thread.
class PrintService
{
public:
    virtual ~PrintService() = default;

    /// @param any  part of the visit  @throws Refused  appointmentGone
    virtual PrintableVisit printableVisit(AppointmentId any) = 0;
    virtual printing::DayOnPaper dayOnPaper(Day day, ServiceId service) = 0; ///< 0: of the site
};
} // namespace accueil
