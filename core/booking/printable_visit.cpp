#include "core/booking/printable_visit.h"

namespace accueil
{
PrintableVisit printableVisit(store::Connection& connection, AppointmentId any)
{
    PrintableVisit visit{partsOfVisit(connection, any), {}};
    if (visit.parts.empty()) throw Refused(Refusal::appointmentGone);
    const VisitState state = visit.parts.front().state;
    if (state == VisitState::held || state == VisitState::cancelled) throw Refused(Refusal::appointmentGone);
    visit.secrets = secretsOf(connection, any);
    return visit;
}
} // namespace accueil
