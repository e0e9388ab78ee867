#include "core/booking/known_people.h"
#include "core/booking/appointment.h"
#include "core/booking/attendee_index.h"
#include "core/booking/find.h"
#include <fmt/format.h>

namespace accueil
{
namespace
{
using detail::AttendeeRange;
using detail::beginsWith;

constexpr std::size_t fewestOfPhone = 4, fewestOfEmail = 3;
constexpr int fewestFields = 2;
constexpr int rowsOfCalendar = 100; ///< of a beginning that many share: enough to meet several of them

/// All that is typed; nothing below two fields.
AttendeeRange typedSoFar(const Person& typed)
{
    AttendeeRange range;
    int fields = 0;
    const auto take = [&](const AttendeeRange& one) {
        range.also(one);
        ++fields;
    };
    if (const auto key = nameKey(typed.lastName); !key.empty()) take(beginsWith("last_key", key));
    if (const auto key = nameKey(typed.firstName); !key.empty()) take(beginsWith("first_key", key));
    if (typed.birthDate.year != 0) take(detail::bornOn(typed.birthDate));
    if (const auto key = phoneKey(typed.phone); key.size() >= fewestOfPhone)
        take(beginsWith("phone_key", key));
    if (typed.email.size() >= fewestOfEmail) take(beginsWith("email", typed.email));
    return fields < fewestFields ? AttendeeRange{} : range;
}

/// The visits to look at: all that fit, or of very many the latest.
std::string visitsOf(soci::session& session, SiteId site, const AttendeeRange& range)
{
    if (detail::hasFewHits(session, {range}))
        return fmt::format("({}) AS found STRAIGHT_JOIN appointment a ON a.id = found.id"
                           " STRAIGHT_JOIN attendee p ON p.appointment_id = a.id WHERE a.site_id = {}",
                           detail::idsOf({range}, "UNION"), site.value());
    return fmt::format(
        "(SELECT a.id, a.day, a.start_minute FROM appointment a FORCE INDEX (appointment_site_day)"
        " STRAIGHT_JOIN attendee p ON p.appointment_id = a.id WHERE a.site_id = {} AND {}"
        " ORDER BY a.day DESC, a.start_minute DESC LIMIT {}) AS a STRAIGHT_JOIN attendee p ON "
        "p.appointment_id = a.id",
        site.value(), range.where, rowsOfCalendar);
}
} // namespace

std::vector<KnownPerson> knownPeople(store::Connection& connection, SiteId site, const Person& typed,
                                     int most)
{
    const AttendeeRange range = typedSoFar(typed);
    if (range.where.empty()) return {};
    return store::reading(connection, [&](soci::session& session) {
        const std::string sql =
            "SELECT SUBSTRING_INDEX(MAX(CONCAT(a.day, ' ', LPAD(a.start_minute, 4, '0'), ' ', LPAD(a.id, 19, "
            "'0'))), ' ', -1)"
            " FROM " +
            visitsOf(session, site, range) +
            " GROUP BY p.last_key, p.first_key, p.birth_year, p.birth_month, p.birth_day" +
            fmt::format(" ORDER BY MAX(a.day) DESC, MAX(a.start_minute) DESC LIMIT {}", most);
        std::vector<AppointmentId> latest;
        for (const auto& [id] : store::rows<std::string>(session, sql.c_str(), range.values))
            latest.emplace_back(std::stoll(id));
        std::vector<KnownPerson> people;
        for (auto& visit : findAppointments(session, latest)) {
            visit.person.note.clear();
            people.push_back({std::move(visit.person), visit.day});
        }
        return people;
    });
}
} // namespace accueil
