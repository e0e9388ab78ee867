#include "core/booking/appointment.h"
#include "core/store/sql.h"
#include <algorithm>
#include <fmt/format.h>
#include <map>

namespace accueil
{
namespace
{
constexpr const char* columns =
    "SELECT a.id, a.reference, a.revision, a.service_id, a.day, a.start_minute, a.minutes, a.channel, a.state, a.language,"
    " p.last_name, p.first_name, p.birth_year, p.birth_month, p.birth_day, p.email, p.phone, p.note,"
    " t.state, t.part, t.prefix, t.number, IFNULL(t.id, 0), a.part, (SELECT COUNT(*) FROM appointment o WHERE o.reference = a.reference)"
    " FROM appointment a JOIN appointment f ON f.reference = a.reference AND f.part = 1"
    " LEFT JOIN attendee p ON p.appointment_id = f.id LEFT JOIN ticket t ON t.appointment_id = f.id";

Channel parseChannel(const std::string& text)
{
    if (text == "online") return Channel::online;
    if (text == "phone") return Channel::phone;
    return text == "import" ? Channel::import : Channel::desk;
}

/// @param turn  the ticket's: which part it waits for or is served in
VisitState visitState(const std::string& appointment, int part, const std::optional<std::string>& ticket, int turn)
{
    if (ticket && part < turn) return VisitState::served;
    if (ticket && part > turn && *ticket != "missed" && *ticket != "closed") return VisitState::arrived;
    if (ticket) {
        if (*ticket == "called") return VisitState::called;
        if (*ticket == "serving") return VisitState::serving;
        if (*ticket == "done") return VisitState::served;
        if (*ticket == "missed" || *ticket == "closed") return VisitState::missed;
        if (*ticket == "parked") return VisitState::parked;
        return VisitState::arrived;
    }
    if (appointment == "held") return VisitState::held;
    if (appointment == "arrived") return VisitState::arrived;
    if (appointment == "cancelled") return VisitState::cancelled;
    return appointment == "missed" ? VisitState::missed : VisitState::booked;
}

using Text = std::optional<std::string>;
using Number = std::optional<int>;

template <class... Args>
std::vector<Appointment> load(soci::session& session, const std::string& condition, const Args&... args)
{
    const std::string sql = columns + condition;
    std::vector<Appointment> all;
    for (auto& [id, reference, revision, service, day, start, minutes, channel, state, language, last, first, year, month, birthDay, email,
                phone, note, ticketState, turn, prefix, number, ticket, part, parts] :
         store::rows<AppointmentId, std::string, int, ServiceId, Day, MinuteOfDay, int, std::string, std::string, Language, Text, Text,
                     Number, Number, Number, Text, Text, Text, Text, Number, Text, Number, TicketId, int, int>(session, sql.c_str(), args...)) {
        Appointment appointment{id, reference, revision, service, day, start, minutes, part, parts, parseChannel(channel),
                                visitState(state, part, ticketState, turn.value_or(1)), {}, {}, {}, ticket};
        appointment.person = {last.value_or(""), first.value_or(""), {year.value_or(0), month.value_or(0), birthDay.value_or(0)},
                              email.value_or(""), phone.value_or(""), note.value_or(""), language};
        if (prefix && number) appointment.ticketNumber = fmt::format("{}{:03}", *prefix, *number);
        all.push_back(std::move(appointment));
    }
    return all;
}

void addWanted(soci::session& session, std::vector<Appointment>& appointments)
{
    std::vector<AppointmentId> ids;
    for (const auto& appointment : appointments) ids.push_back(appointment.id);
    std::map<AppointmentId, std::vector<Wanted>> wanted;
    const std::string sql = "SELECT appointment_id, procedure_id, persons FROM appointment_procedure WHERE appointment_id IN " +
                            store::idList(ids) + " ORDER BY appointment_id, position";
    for (const auto& [id, procedure, persons] : store::rows<AppointmentId, ProcedureId, int>(session, sql.c_str()))
        wanted[id].push_back({procedure, persons});
    for (auto& appointment : appointments) appointment.wanted = wanted[appointment.id];
}
} // namespace

std::vector<Appointment> appointmentsOfDay(store::Connection& connection, SiteId site, Day day, ServiceId service)
{
    return store::reading(connection, [&](soci::session& session) {
        auto all = service ? load(session, " WHERE a.service_id = :service AND a.day = :day ORDER BY a.start_minute, a.id", service, day)
                           : load(session, " WHERE a.site_id = :site AND a.day = :day ORDER BY a.start_minute, a.id", site, day);
        addWanted(session, all);
        return all;
    });
}

std::optional<Appointment> findAppointment(store::Connection& connection, AppointmentId id)
{
    return store::reading(connection, [id](soci::session& session) -> std::optional<Appointment> {
        auto all = load(session, " WHERE a.id = :id", id);
        if (all.empty()) return {};
        addWanted(session, all);
        return std::move(all.front());
    });
}

std::vector<Appointment> partsOfVisit(store::Connection& connection, AppointmentId any)
{
    return store::reading(connection, [any](soci::session& session) {
        auto all = load(session, " WHERE a.reference = (SELECT reference FROM appointment WHERE id = :id) ORDER BY a.day, a.start_minute, a.part", any);
        if (!all.empty()) addWanted(session, all);
        return all;
    });
}

std::vector<Appointment> findAppointments(soci::session& session, const std::vector<AppointmentId>& ids)
{
    if (ids.empty()) return {};
    std::map<AppointmentId, std::size_t> place;
    for (const auto& id : ids) place.emplace(id, place.size());
    auto all = load(session, " WHERE a.id IN " + store::idList(ids));
    std::ranges::sort(all, {}, [&place](const Appointment& one) { return place.at(one.id); });
    addWanted(session, all);
    return all;
}

std::vector<Appointment> upcomingVisits(store::Connection& connection, const Person& person, Day today)
{
    const auto& [year, month, day] = person.birthDate;
    return store::reading(connection, [&](soci::session& session) {
        auto all = load(session,
                        " WHERE p.birth_year = :year AND p.birth_month = :month AND p.birth_day = :day AND p.last_name = :last"
                        " AND p.first_name = :first AND a.state = 'booked' AND a.day >= :today ORDER BY a.day, a.start_minute, a.id",
                        year, month, day, person.lastName, person.firstName, today);
        addWanted(session, all);
        return all;
    });
}

bool overlap(const Appointment& appointment, Day day, MinuteOfDay start, int minutes)
{
    return appointment.day == day && appointment.start < start + minutes && start < appointment.start + appointment.minutes;
}
} // namespace accueil
