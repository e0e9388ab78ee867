#include "core/agenda/absence.h"
#include "core/agenda/publication.h"
#include "core/store/sql.h"

namespace accueil
{
namespace
{
void publishDay(soci::session& session, ServiceId service, Day day)
{
    writeSlots(session, service, day, day, readHours(session, service, day, day, day));
}
} // namespace

std::vector<CounterAbsence> absences(store::Connection& connection, SiteId site, Day day)
{
    return store::reading(connection, [&](soci::session& session) {
        std::vector<CounterAbsence> all;
        for (const auto& [counter, service, from, to] : store::rows<CounterId, ServiceId, MinuteOfDay, MinuteOfDay>(
                 session,
                 "SELECT a.counter_id, a.service_id, a.from_minute, a.to_minute FROM counter_absence a JOIN counter c"
                 " ON c.id = a.counter_id WHERE c.site_id = :site AND a.day = :day ORDER BY c.number, a.service_id",
                 site, day))
            all.push_back({counter, service, day, from, to});
        return all;
    });
}

HoursPreview previewAbsence(store::Connection& connection, const Catalogue& catalogue, const CounterAbsence& absence)
{
    Hours hours = loadHours(connection, catalogue, absence.service, absence.day, absence.day);
    hours.absences.push_back({absence.day, absence.from, absence.to});
    return preview(connection, catalogue, absence.service, hours, absence.day, 1);
}

void noteAbsence(store::Connection& connection, const CounterAbsence& absence)
{
    store::inTx(connection, [&](soci::session& session) {
        store::exec(session, "CALL note_absence(:counter, :service, :day, :from)", absence.counter, absence.service, absence.day,
                    absence.from);
        publishDay(session, absence.service, absence.day);
    });
}

void endAbsence(store::Connection& connection, const CounterAbsence& absence, MinuteOfDay at)
{
    store::inTx(connection, [&](soci::session& session) {
        store::exec(session, "CALL end_absence(:counter, :service, :day, :until)", absence.counter, absence.service, absence.day, at);
        publishDay(session, absence.service, absence.day);
    });
}
} // namespace accueil
