#include "installer/admin/session.h"
#include "core/store/sql.h"

namespace accueil::admin
{
namespace
{
constexpr int patientSeconds = 600; // migrations and large publications take their time

store::DatabaseConfig patient(store::DatabaseConfig database)
{
    database.ioTimeoutS = patientSeconds;
    return database;
}
} // namespace

Session::Session(const std::string& configFile)
    : config_(Config::fromFile(configFile)), database_(patient(store::DatabaseConfig::from(config_))), connection_(database_, clock_)
{
}

const Catalogue& Session::catalogue()
{
    if (!catalogue_) catalogue_.emplace(Catalogue::load(connection_, findSite(connection_, config_.text("site.code", ""))));
    return *catalogue_;
}

LocalTime Session::now()
{
    connection_.session(); // sets the clock
    return catalogue().zone().toLocal(clock_.now());
}

const Service& Session::service(const std::string& code)
{
    const Service* found = catalogue().serviceByCode(code);
    if (!found) throw ConfigError("there is no service " + code);
    return *found;
}

std::vector<ServiceId> Session::services(const std::string& code)
{
    if (!code.empty()) return {service(code).id};
    std::vector<ServiceId> all;
    for (const auto& one : catalogue().services()) all.push_back(one.id);
    return all;
}

Appointment appointmentOf(Session& session, const std::string& text)
{
    const auto reference = parseReference(text);
    if (!reference) throw InvalidInput("not a reference: " + text);
    const auto row = store::one<AppointmentId>(session.connection().session(),
                                               "SELECT id FROM appointment WHERE reference = :reference AND part = 1", *reference);
    if (!row) throw Refused(Refusal::codeUnknown);
    return findAppointment(session.connection(), std::get<0>(*row)).value();
}

Day dayOf(const std::string& text)
{
    const auto day = parseIsoDay(text);
    if (!day) throw InvalidInput("not a day (2026-11-26): " + text);
    return *day;
}

MinuteOfDay minuteOf(const std::string& text)
{
    const auto minute = parseClock(text);
    if (!minute) throw InvalidInput("not a time (08:30): " + text);
    return *minute;
}
} // namespace accueil::admin
