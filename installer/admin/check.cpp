// Recounts every promise of the database from the rows that it rests on.
#include "core/store/sql.h"
#include "installer/admin/commands.h"
#include <array>

namespace accueil::admin
{
namespace
{
struct Promise
{
    const char* what; ///< said when it is broken
    const char* sql;  ///< rows that break it: an identifier and a detail
};

// Live appointments cover [start, start + minutes); each granule must have counted each of them once.
constexpr const char* slotRecount =
    "SELECT CONCAT(s.service_id, ' ', s.day, ' ', s.start_minute), CONCAT(s.booked, '/', s.booked_online, ' counted, ',"
    " COUNT(a.id), '/', IFNULL(SUM(a.channel = 'online'), 0), ' found') FROM slot s"
    " LEFT JOIN appointment a ON a.service_id = s.service_id AND a.day = s.day AND a.state IN ('held', 'booked', 'arrived', 'missed')"
    " AND a.start_minute <= s.start_minute AND a.start_minute + a.minutes > s.start_minute"
    " GROUP BY s.service_id, s.day, s.start_minute, s.booked, s.booked_online"
    " HAVING COUNT(a.id) <> s.booked OR IFNULL(SUM(a.channel = 'online'), 0) <> s.booked_online";

constexpr std::array promises{
    Promise{"a place counts other appointments than it has", slotRecount},
    Promise{"a place has more booked than it allows",
            "SELECT CONCAT(service_id, ' ', day, ' ', start_minute), booked FROM slot WHERE booked > capacity + excess"},
    Promise{"an appointment stands outside the places",
            "SELECT a.id, a.day FROM appointment a WHERE a.state IN ('held', 'booked', 'arrived') AND a.minutes <>"
            " (SELECT IFNULL(SUM(s.minutes), 0) FROM slot s WHERE s.service_id = a.service_id AND s.day = a.day"
            " AND s.start_minute >= a.start_minute AND s.start_minute < a.start_minute + a.minutes)"},
    Promise{"a booked appointment has no attendee or secret",
            "SELECT a.id, a.state FROM appointment a LEFT JOIN attendee p ON p.appointment_id = a.id"
            " LEFT JOIN attendee_secret s ON s.appointment_id = a.id"
            " WHERE a.state = 'booked' AND a.part = 1 AND a.day >= UTC_DATE() AND (p.appointment_id IS NULL OR s.appointment_id IS NULL)"},
    Promise{"an appointment's mail is missing",
            // An import of a visit so near that no reminder could go out any more has none, unless it was changed here.
            "SELECT a.id, a.state FROM appointment a JOIN attendee p ON p.appointment_id = a.id AND p.email <> ''"
            " LEFT JOIN mail m ON m.appointment_id = a.id WHERE a.state IN ('booked', 'arrived') AND m.id IS NULL"
            " AND (a.channel <> 'import' OR a.revision > 0 OR a.day > a.created_at + INTERVAL 3 DAY)"},
    Promise{"nobody is told that the town cancelled",
            "SELECT a.id, a.day FROM appointment a JOIN attendee p ON p.appointment_id = a.id"
            " LEFT JOIN to_call c ON c.appointment_id = a.id AND c.reason IN ('cancelled', 'mail_failed')"
            " LEFT JOIN mail m ON m.appointment_id = a.id AND m.kind = 'cancellation'"
            " WHERE a.cancelled_by_town = 1 AND c.appointment_id IS NULL AND m.id IS NULL"},
    Promise{"an arrived appointment has no ticket",
            "SELECT a.id, a.day FROM appointment a JOIN appointment f ON f.reference = a.reference AND f.part = 1"
            " LEFT JOIN ticket t ON t.appointment_id = f.id WHERE a.state = 'arrived' AND t.id IS NULL"},
    Promise{"linked appointments disagree",
            "SELECT b.id, CONCAT(IFNULL(a.state, 'none'), '/', b.state) FROM appointment b"
            " LEFT JOIN appointment a ON a.reference = b.reference AND a.part = 1 WHERE b.part > 1 AND (a.id IS NULL OR a.day <> b.day"
            " OR a.state <> b.state OR a.site_id <> b.site_id OR a.start_minute + a.minutes > b.start_minute OR b.part > 2)"},
    Promise{"a ticket number is above its series",
            "SELECT t.id, t.number FROM ticket t JOIN ticket_series s ON s.site_id = t.site_id AND s.day = t.day AND s.prefix = t.prefix"
            " WHERE t.number > s.last_number"},
    Promise{"a called visitor has no counter, or the counter another visitor",
            "SELECT t.id, t.state FROM ticket t LEFT JOIN counter_state c ON c.ticket_id = t.id"
            " WHERE t.state IN ('called', 'serving') AND (c.counter_id IS NULL OR c.counter_id <> t.counter_id)"},
    Promise{"a counter holds a visitor who is not called",
            "SELECT c.counter_id, t.state FROM counter_state c JOIN ticket t ON t.id = c.ticket_id WHERE t.state NOT IN ('called', 'serving')"},
    Promise{"a ticket's calls are not all kept",
            "SELECT t.id, t.calls FROM ticket t LEFT JOIN ticket_call c ON c.ticket_id = t.id GROUP BY t.id, t.calls"
            " HAVING COUNT(c.call_no) <> t.calls"},
    Promise{"a version has no event",
            "SELECT CONCAT(v.site_id, ' ', v.topic), v.version FROM site_version v LEFT JOIN site_event e"
            " ON e.site_id = v.site_id AND e.topic = v.topic AND e.version = v.version WHERE v.version > 0 AND e.version IS NULL"},
};
} // namespace

int check(store::Connection& connection, Output& output)
{
    int faults = 0;
    for (const auto& promise : promises)
        for (const auto& [row, detail] : store::rows<std::string, std::string>(connection.session(), promise.sql)) {
            output.row({{"fault", promise.what}, {"row", row}, {"detail", detail}},
                       std::string(promise.what) + ": " + row + " (" + detail + ")");
            ++faults;
        }
    if (!output.json) std::cout << (faults == 0 ? "every promise holds" : std::to_string(faults) + " faults") << "\n";
    return faults;
}
} // namespace accueil::admin
