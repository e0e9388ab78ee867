#include "core/booking/known_people.h"
#include "core/booking/appointment.h"
#include "core/booking/attendee_index.h"
#include "core/booking/find.h"
#include <algorithm>
#include <fmt/format.h>

namespace accueil
{
namespace
{
using detail::AttendeeRange;
using detail::beginsWith;

constexpr std::size_t fewestOfPhone = 4, fewestOfEmail = 3;
constexpr int fewestFields = 2;
constexpr int mostVisits = 100; ///< looked at for the latest people

/// What is typed so far, each part as one index answers it; nothing below two fields.
std::vector<AttendeeRange> typedSoFar(const Person& typed)
{
    std::vector<AttendeeRange> ranges;
    AttendeeRange names; // one index holds both
    int fields = 0;
    for (const auto& [column, name] :
         {std::pair("last_key", &typed.lastName), std::pair("first_key", &typed.firstName)})
        if (const auto key = nameKey(*name); !key.empty()) {
            names.also(beginsWith(column, key));
            ++fields;
        }
    if (fields > 0) ranges.push_back(names);
    if (typed.birthDate.year != 0) ranges.push_back(detail::bornOn(typed.birthDate));
    if (const auto key = phoneKey(typed.phone); key.size() >= fewestOfPhone)
        ranges.push_back(beginsWith("phone_key", key));
    if (typed.email.size() >= fewestOfEmail) ranges.push_back(beginsWith("email", typed.email));
    fields += static_cast<int>(ranges.size()) - (fields > 0 ? 1 : 0);
    if (fields < fewestFields) ranges.clear();
    return ranges;
}

/// The first of them that tells few apart from the many; nothing if all are shared by thousands.
const AttendeeRange* telling(soci::session& session, const std::vector<AttendeeRange>& ranges)
{
    const auto found = std::ranges::find_if(ranges, [&](const AttendeeRange& range) {
        return detail::hasAtMost(session, {range}, detail::fewHits);
    });
    return found == ranges.end() ? nullptr : &*found;
}
} // namespace

std::vector<KnownPerson> knownPeople(store::Connection& connection, SiteId site, const Person& typed,
                                     int most)
{
    const auto ranges = typedSoFar(typed);
    if (ranges.empty()) return {};
    return store::reading(connection, [&](soci::session& session) -> std::vector<KnownPerson> {
        const AttendeeRange* few = telling(session, ranges);
        if (!few) return {};
        AttendeeRange all;
        for (const auto& range : ranges) all.also(range);
        // Grouped are only the latest: to group thousands by their names takes longer than to find them.
        const std::string sql =
            fmt::format("SELECT SUBSTRING_INDEX(MAX(CONCAT(a.day, ' ', LPAD(a.start_minute, 4, '0'), ' ', "
                        "LPAD(a.id, 19, '0'))), ' ', -1)"
                        " FROM (SELECT a.id, a.day, a.start_minute FROM ({}) AS found"
                        " STRAIGHT_JOIN attendee p ON p.appointment_id = found.id"
                        " STRAIGHT_JOIN appointment a ON a.id = found.id WHERE {} AND a.site_id = {}"
                        " ORDER BY a.day DESC, a.start_minute DESC LIMIT {}) AS a"
                        " STRAIGHT_JOIN attendee p ON p.appointment_id = a.id"
                        " GROUP BY p.last_key, p.first_key, p.birth_year, p.birth_month, p.birth_day"
                        " ORDER BY MAX(a.day) DESC, MAX(a.start_minute) DESC LIMIT {}",
                        detail::idsOf({*few}, "UNION"), all.where, site.value(), mostVisits, most);
        std::vector<AppointmentId> latest;
        for (const auto& [id] : store::rows<std::string>(session, sql.c_str(), few->values, all.values))
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
