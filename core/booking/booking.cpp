#include "core/booking/booking.h"
#include "core/booking/stranded_visits.h"
#include "core/store/request.h"
#include <algorithm>
#include <nlohmann/json.hpp>

namespace accueil
{
namespace
{
using std::chrono::days;
using nlohmann::json;
constexpr int mostProcedures = 5;
constexpr int mostReferences = 8; // attempts at a reference that nobody has yet

const Procedure& procedureOf(const Catalogue& catalogue, const Wanted& wanted)
{
    const Procedure* procedure = catalogue.find(wanted.procedure);
    if (!procedure) throw InvalidInput("procedure");
    return *procedure;
}

std::string proceduresJson(const std::vector<Wanted>& wanted)
{
    json list = json::array();
    for (const auto& [procedure, persons] : wanted) list.push_back({{"procedure", procedure.value()}, {"persons", persons}});
    return list.dump();
}

const char* nameOf(Channel channel)
{
    switch (channel) {
    case Channel::online: return "online";
    case Channel::phone: return "phone";
    case Channel::desk: return "desk";
    case Channel::import: return "import";
    }
    return "";
}

std::string hashed(const std::string& content)
{
    return hexOf(sha256(content));
}

/// What online booking may not take. @throws Refused notBookableOnline, outsideHorizon
void checkOnline(const Catalogue& catalogue, ServiceId of, const std::vector<Wanted>& wanted, const LocalTime& start, Instant now)
{
    const Service& service = *catalogue.find(of);
    for (const auto& one : wanted)
        if (!procedureOf(catalogue, one).online) throw Refused(Refusal::notBookableOnline);
    const LocalTime earliest = catalogue.zone().toLocal(now + std::chrono::minutes(service.leadMinutes));
    if (start <= earliest || start.day >= catalogue.zone().toLocal(now).day + days(service.horizonDays))
        throw Refused(Refusal::outsideHorizon);
}

/// The desk may book until the start; what has begun can still be given: the person stands at the desk.
void checkPolicy(const Catalogue& catalogue, const HoldRequest& request, Instant now)
{
    if (request.channel == Channel::import) return;
    const Service& service = *catalogue.find(procedureOf(catalogue, request.wanted.front()).service);
    if (request.channel == Channel::online)
        return checkOnline(catalogue, service.id, request.wanted, {request.day, request.start}, now);
    if (LocalTime{request.day, request.start + service.granuleMinutes} <= catalogue.zone().toLocal(now))
        throw Refused(Refusal::outsideHorizon);
}

Hold parseHold(const std::string& text)
{
    const json result = json::parse(text);
    return {AppointmentId(result.at("appointment").get<long long>()), result.at("reference").get<std::string>(),
            result.at("minutes").get<int>(), parseUtc(result.at("until").get<std::string>()).value()};
}
} // namespace

std::optional<Instant> reminderAt(const Catalogue& catalogue, Day day, MinuteOfDay start, Instant now)
{
    const Instant at = catalogue.zone().toUtc(day - days(1), start);
    if (at <= now) return {};
    return at;
}

int visitMinutes(const Catalogue& catalogue, const std::vector<Wanted>& wanted)
{
    if (wanted.empty() || wanted.size() > mostProcedures) throw InvalidInput("procedure");
    const ServiceId service = procedureOf(catalogue, wanted.front()).service;
    int minutes = 0;
    for (const auto& one : wanted) {
        const Procedure& procedure = procedureOf(catalogue, one);
        if (procedure.service != service) throw InvalidInput("service");
        if (one.persons < 1 || one.persons > procedure.maxPersons) throw InvalidInput("persons");
        minutes += procedure.minutes * one.persons;
    }
    const int granule = catalogue.find(service)->granuleMinutes;
    return (minutes + granule - 1) / granule * granule;
}

Hold hold(store::Connection& connection, const Catalogue& catalogue, const HoldRequest& request)
{
    const int minutes = visitMinutes(catalogue, request.wanted);
    const ServiceId service = procedureOf(catalogue, request.wanted.front()).service;
    connection.session(); // the clock is the server's from here on
    checkPolicy(catalogue, request, connection.clock().now());

    const std::string procedures = proceduresJson(request.wanted), channel = nameOf(request.channel);
    const store::Request once{hexOf(request.seed.requestKey("hold")),
                              hashed(procedures + isoDay(request.day) + clockText(request.start) + channel)};
    const std::string checkIn = hexOf(tokenHash(request.seed.checkInToken()));
    const std::string manage = hexOf(tokenHash(request.seed.manageToken()));
    const int seconds = catalogue.booking().holdMinutes * 60;

    for (int attempt = 0;; ++attempt) {
        const std::string reference = makeReference(request.seed, attempt);
        try {
            return parseHold(store::once(connection, once, [&](soci::session& session) {
                const auto row = store::one<long long, Instant>(
                    session,
                    "CALL hold_place(:service, :day, :start, :minutes, :channel, :language, :reference, :checkin, :manage,"
                    " :seconds, :procedures)",
                    service, request.day, request.start, minutes, channel, request.language, reference, checkIn, manage, seconds,
                    procedures);
                const auto& [appointment, until] = row.value();
                return json{{"appointment", appointment}, {"reference", reference}, {"minutes", minutes}, {"until", utcText(until)}}
                    .dump();
            }));
        } catch (const Duplicate& e) {
            if (e.key() != "appointment_reference" || attempt == mostReferences) throw;
        }
    }
}

Booked book(store::Connection& connection, const Catalogue& catalogue, const Seed& seed, AppointmentId held, const Person& raw)
{
    connection.session();
    const Instant now = connection.clock().now();
    const Person person = checked(raw, catalogue.zone().toLocal(now).day);
    const auto& [year, month, day] = person.birthDate;
    const store::Request once{hexOf(seed.requestKey("book")),
                              hashed(std::to_string(held.value()) + '\n' + person.lastName + '\n' + person.firstName + '\n' +
                                     birthDateText(person.birthDate) + '\n' + person.email + '\n' + person.phone + '\n' + person.note)};
    const std::string checkIn = seed.checkInToken(), manage = seed.manageToken();

    const json result = json::parse(store::once(connection, once, [&](soci::session& session) {
        const auto row = store::one<Day, MinuteOfDay, std::string>(
            session, "SELECT day, start_minute, reference FROM appointment WHERE id = :id", held);
        if (!row) throw Refused(Refusal::holdExpired);
        const auto& [on, start, reference] = *row;
        const auto reminder = reminderAt(catalogue, on, start, now);
        store::exec(session,
                    "CALL book_held(:id, :checkin, :manage, :language, :last, :first, :year, :month, :day, :email, :phone, :note,"
                    " :reminder)",
                    held, checkIn, manage, person.language, person.lastName, person.firstName, year, month, day, person.email,
                    person.phone, person.note, reminder);
        return json{{"appointment", held.value()}, {"reference", reference}}.dump();
    }));
    return {AppointmentId(result.at("appointment").get<long long>()), result.at("reference").get<std::string>()};
}

void release(store::Connection& connection, const Seed& seed, AppointmentId held)
{
    const std::string manage = hexOf(tokenHash(seed.manageToken()));
    store::inTx(connection, [&](soci::session& session) { store::exec(session, "CALL release_hold(:id, :manage)", held, manage); });
}

void cancel(store::Connection& connection, const RequestKey& key, AppointmentId appointment, const std::string& reason)
{
    const store::Request once{hexOf(key), hashed("cancel " + std::to_string(appointment.value()))};
    store::once(connection, once, [&](soci::session& session) {
        store::exec(session, "CALL cancel_appointment(:id, :reason)", appointment, reason);
        return std::string("{}");
    });
}

void cancelByCitizen(store::Connection& connection, const Catalogue& catalogue, const RequestKey& key, const std::string& manageToken)
{
    const std::string manage = hexOf(tokenHash(manageToken));
    const store::Request once{hexOf(key), hashed("cancel " + manage)};
    store::once(connection, once, [&](soci::session& session) {
        const LocalTime now = catalogue.zone().toLocal(connection.clock().now());
        store::exec(session, "CALL cancel_by_citizen(:manage, :day, :minute)", manage, now.day, now.minute);
        return std::string("{}");
    });
}

namespace
{
/// @param routine  takes what move_appointment takes
void moveWith(const char* routine, store::Connection& connection, const Catalogue& catalogue, const RequestKey& key,
              AppointmentId appointment, int revision, Day day, MinuteOfDay start)
{
    const std::string call = "CALL " + std::string(routine) + "(:id, :revision, :day, :start, :reminder)";
    const store::Request once{hexOf(key), hashed("move " + std::to_string(appointment.value()) + " " + std::to_string(revision) +
                                                 isoDay(day) + clockText(start))};
    store::once(connection, once, [&](soci::session& session) {
        const Instant now = connection.clock().now();
        if (LocalTime{day, start} < catalogue.zone().toLocal(now)) throw Refused(Refusal::outsideHorizon);
        const auto reminder = reminderAt(catalogue, day, start, now);
        store::exec(session, call.c_str(), appointment, revision, day, start, reminder);
        return std::string("{}");
    });
}
} // namespace

void move(store::Connection& connection, const Catalogue& catalogue, const RequestKey& key, AppointmentId appointment, int revision,
          Day day, MinuteOfDay start)
{
    moveWith("move_appointment", connection, catalogue, key, appointment, revision, day, start);
}

void moveByTown(store::Connection& connection, const Catalogue& catalogue, const RequestKey& key, AppointmentId appointment,
                int revision, Day day, MinuteOfDay start)
{
    moveWith("move_by_town", connection, catalogue, key, appointment, revision, day, start);
}

void moveByCitizen(store::Connection& connection, const Catalogue& catalogue, const RequestKey& key, const std::string& manageToken,
                   int revision, Day day, MinuteOfDay start)
{
    const ManagedAppointment managed = appointmentByManageToken(connection, manageToken);
    const std::string manage = hexOf(tokenHash(manageToken));
    const store::Request once{hexOf(key), hashed("move " + manage + " " + std::to_string(revision) + isoDay(day) + clockText(start))};
    store::once(connection, once, [&](soci::session& session) {
        const Instant now = connection.clock().now();
        checkOnline(catalogue, managed.service, managed.wanted, {day, start}, now);
        const auto reminder = reminderAt(catalogue, day, start, now);
        const LocalTime today = catalogue.zone().toLocal(now);
        store::exec(session, "CALL move_by_citizen(:manage, :revision, :day, :start, :reminder, :today, :minute)", manage, revision,
                    day, start, reminder, today.day, today.minute);
        return std::string("{}");
    });
}

ManagedAppointment appointmentByManageToken(store::Connection& connection, const std::string& manageToken)
{
    const std::string manage = hexOf(tokenHash(manageToken));
    return store::reading(connection, [&manage](soci::session& session) {
        const auto row = store::one<AppointmentId, std::string, int, std::string, Instant, ServiceId, Day, MinuteOfDay, int, std::string,
                                    int>(session, "CALL appointment_by_manage_token(:manage)", manage);
        if (!row) throw Refused(Refusal::codeUnknown);
        ManagedAppointment appointment;
        std::string state;
        int mail = 0;
        std::tie(appointment.appointment, appointment.reference, appointment.revision, state, appointment.holdExpiresAt, appointment.service,
                 appointment.day, appointment.start, appointment.minutes, appointment.checkInToken, mail) = *row;
        appointment.cancelled = state == "cancelled";
        appointment.held = state == "held";
        appointment.mailGoesOut = mail != 0;
        for (const auto& [procedure, persons] : store::rows<ProcedureId, int>(
                 session, "SELECT procedure_id, persons FROM appointment_procedure WHERE appointment_id = :id ORDER BY position",
                 appointment.appointment))
            appointment.wanted.push_back({procedure, persons});
        return appointment;
    });
}
} // namespace accueil
