#include "core/agenda/granules.h"
#include "core/store/sql.h"
#include <algorithm>

namespace accueil
{
namespace
{
using std::chrono::days;

Day todayOf(store::Connection& connection, const Catalogue& catalogue)
{
    connection.session(); // the clock is the server's from here on
    return catalogue.zone().toLocal(connection.clock().now()).day;
}
} // namespace

GranuleInUse::GranuleInUse(Day firstPossible)
    : InvalidInput("appointments stand on these days; the granule can change from " + isoDay(firstPossible) + " on"),
      firstPossible_(firstPossible)
{
}

Day firstDayForGranule(store::Connection& connection, const Catalogue& catalogue, ServiceId service)
{
    const Day today = todayOf(connection, catalogue);
    return store::reading(connection, [&](soci::session& session) {
        const auto last = store::one<std::optional<Day>>(
            session,
            "SELECT MAX(day) FROM appointment WHERE service_id = :service AND day >= :today AND (state IN ('booked', 'arrived',"
            " 'missed') OR (state = 'held' AND hold_expires_at > UTC_TIMESTAMP(3)))",
            service, today);
        const auto& day = std::get<0>(*last);
        return day ? *day + days(1) : today;
    });
}

PublishReport changeGranule(store::Connection& connection, const Catalogue& catalogue, ServiceId service, Day from, int minutes)
{
    // Every grid is a multiple of five minutes: that is how different ones are compared.
    if (minutes < shortestGranule || minutes > longestGranule || minutes % shortestGranule != 0) throw InvalidInput("minutes");
    const Day today = todayOf(connection, catalogue);
    if (from < today) throw InvalidInput("from");
    if (const Day first = firstDayForGranule(connection, catalogue, service); from < first) throw GranuleInUse(first);
    try {
        return store::inTx(connection, [&](soci::session& session) {
            const auto published = store::one<std::optional<Day>>(
                session, "SELECT MAX(day) FROM slot WHERE service_id = :service AND day >= :from", service, from);
            store::exec(session, "CALL change_granule(:service, :from, :minutes)", service, from, minutes);
            const auto& last = std::get<0>(*published);
            if (!last) return PublishReport{};
            return writeSlots(session, service, from, *last, readHours(session, service, from, *last, today));
        });
    } catch (const Refused& e) {
        if (e.why() != Refusal::granuleInUse) throw; // somebody booked a moment ago
        throw GranuleInUse(firstDayForGranule(connection, catalogue, service));
    }
}
} // namespace accueil
