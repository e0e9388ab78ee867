#include "core/booking/corrections.h"
#include "core/store/sql.h"

namespace accueil
{
VisitSecrets secretsOf(store::Connection& connection, AppointmentId appointment)
{
    return store::reading(connection, [appointment](soci::session& session) -> VisitSecrets {
        const auto row = store::one<std::string, std::string>(
            session,
            "SELECT s.check_in_token, s.manage_token FROM appointment a JOIN appointment f ON f.reference = "
            "a.reference AND f.part = 1"
            " JOIN attendee_secret s ON s.appointment_id = f.id WHERE a.id = :id AND f.state IN ('booked', "
            "'arrived')",
            appointment);
        if (!row) throw Refused(Refusal::appointmentGone);
        return {std::get<0>(*row), std::get<1>(*row)};
    });
}
} // namespace accueil
