#include "core/booking/corrections.h"
#include "core/store/request.h"

namespace accueil
{
namespace
{
/// A birth date that nobody knew may stay unknown.
Person checkedChange(const Person& before, const Person& after, Day today)
{
    const bool unknown = before.birthDate == BirthDate{} && after.birthDate == BirthDate{};
    return unknown ? checkedButBirthDate(after) : checked(after, today);
}

/// What change_person in sql/routines/corrections.sql holds its row against.
std::string fingerprint(const Person& person)
{
    const auto& [year, month, day] = person.birthDate;
    return hexOf(
        sha256(fmt::format("{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}", code(person.language), person.lastName,
                           person.firstName, year, month, day, person.email, person.phone, person.note)));
}
} // namespace

void changePerson(store::Connection& connection, const Catalogue& catalogue, const RequestKey& key,
                  AppointmentId appointment, const Person& before, const Person& after)
{
    connection.session();
    const Instant now = connection.clock().now();
    const Day today = catalogue.zone().toLocal(now).day;
    const Person person = checkedChange(before, after, today);
    const auto& [year, month, day] = person.birthDate;
    const std::string was = fingerprint(before), is = fingerprint(person);
    const store::Request once{hexOf(key),
                              hexOf(sha256("change " + std::to_string(appointment.value()) + was + is))};
    store::once(connection, once, [&](soci::session& session) {
        const auto when =
            store::one<Day, MinuteOfDay>(session,
                                         "SELECT f.day, f.start_minute FROM appointment a JOIN appointment f"
                                         " ON f.reference = a.reference AND f.part = 1 WHERE a.id = :id",
                                         appointment);
        if (!when) throw Refused(Refusal::appointmentGone);
        const auto reminder = reminderAt(catalogue, std::get<0>(*when), std::get<1>(*when), now);
        store::exec(session,
                    "CALL change_person(:id, :was, :is, :language, :last, :first, :year, :month, :day, "
                    ":email, :phone, :note, :reminder,"
                    " :today)",
                    appointment, was, is, person.language, person.lastName, person.firstName, year, month,
                    day, person.email, person.phone, person.note, reminder, today);
        return std::string("{}");
    });
}

void sendAgain(store::Connection& connection, const RequestKey& key, AppointmentId appointment)
{
    const store::Request once{hexOf(key), hexOf(sha256("send again " + std::to_string(appointment.value())))};
    store::once(connection, once, [&](soci::session& session) {
        store::exec(session, "CALL send_again(:id)", appointment);
        return std::string("{}");
    });
}

VisitSecrets secretsOf(store::Connection& connection, AppointmentId appointment)
{
    return store::reading(connection, [appointment](soci::session& session) -> VisitSecrets {
        const auto row = store::one<std::string, std::string>(
            session,
            "SELECT s.check_in_token, s.manage_token FROM appointment a JOIN appointment f ON f.reference = "
            "a.reference AND f.part = 1"
            " JOIN attendee_secret s ON s.appointment_id = f.id WHERE a.id = :id",
            appointment);
        if (!row) throw Refused(Refusal::appointmentGone);
        return {std::get<0>(*row), std::get<1>(*row)};
    });
}
} // namespace accueil
