#include "core/booking/appointment.h"
#include "core/store/sql.h"
#include <fmt/format.h>
#include <map>

namespace accueil
{
namespace
{
constexpr const char* columns =
    "SELECT a.id, a.reference, a.revision, a.service_id, a.day, a.start_minute, a.minutes, a.channel, a.state, a.language,"
    " p.last_name, p.first_name, p.birth_year, p.birth_month, p.birth_day, p.email, p.phone, p.note,"
    " t.state, t.prefix, t.number"
    " FROM appointment a LEFT JOIN attendee p ON p.appointment_id = a.id LEFT JOIN ticket t ON t.appointment_id = a.id";

Channel parseChannel(const std::string& text)
{
    if (text == "online") return Channel::online;
    if (text == "phone") return Channel::phone;
    return text == "import" ? Channel::import : Channel::desk;
}

VisitState visitState(const std::string& appointment, const std::optional<std::string>& ticket)
{
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
                phone, note, ticketState, prefix, number] :
         store::rows<AppointmentId, std::string, int, ServiceId, Day, MinuteOfDay, int, std::string, std::string, Language, Text, Text,
                     Number, Number, Number, Text, Text, Text, Text, Text, Number>(session, sql.c_str(), args...)) {
        Appointment appointment{id, reference, revision, service, day, start, minutes, parseChannel(channel), visitState(state, ticketState), {}, {}, {}};
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
} // namespace accueil
