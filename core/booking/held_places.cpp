#include "core/booking/held_places.h"
#include "core/store/sql.h"

namespace accueil
{
std::vector<HeldSpan> heldPlaces(store::Connection& connection, ServiceId service, Day day)
{
    return store::reading(connection, [&](soci::session& session) {
        std::vector<HeldSpan> all;
        for (const auto& [id, start, minutes, online, until] :
             store::rows<AppointmentId, MinuteOfDay, int, int, Instant>(
                 session,
                 "SELECT id, start_minute, minutes, channel = 'online', hold_expires_at FROM appointment"
                 " WHERE service_id = :service AND day = :day AND state = 'held'"
                 " AND hold_expires_at > UTC_TIMESTAMP(3) ORDER BY start_minute, id",
                 service, day))
            all.push_back({id, start, minutes, online ? Channel::online : Channel::desk, until});
        return all;
    });
}
} // namespace accueil
