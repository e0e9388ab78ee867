// core/booking/printable_visit.h - all that paper says of a visit. Staff accounts only.
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

/// @param any  part of the visit  @throws Refused  appointmentGone: cancelled, only held, or erased
PrintableVisit printableVisit(store::Connection& connection, AppointmentId any);
} // namespace accueil
