// tests/core/town.h - Verviers on a chosen morning, on a server of the test's own, shared by the cases of one executable.
#pragma once
#include "core/agenda/free_starts.h"
#include "core/booking/booking.h"
#include "core/store/sql.h"
#include "tests/support/private_database.h"
#include <boost/test/unit_test.hpp>

namespace accueil::test
{
/// A connection with a clock of its own.
struct Client
{
    explicit Client(const std::string& configFile)
        : connection(store::DatabaseConfig::from(Config::fromFile(configFile)), clock)
    {
    }
    ServerClock clock;
    store::Connection connection;
    operator store::Connection&() { return connection; }
};

/// Tuesday 24 November 2026, 08:40 in Verviers; 30 days of places; accounts of every kind.
class Town
{
public:
    static Town& instance()
    {
        static Town town;
        return town;
    }

    PrivateDatabase database{{"2026-11-24 07:40:00", true, "verviers", 30}};
    const std::string web = database.device("web-1", "web"), kiosk = database.device("kiosk-1", "kiosk");
    const std::string reception = person("marie", "reception"), agent = person("ahmed", "agent"), secondAgent = person("lena", "agent");
    const std::string root = database.config("root", database.rootPassword());
    const Catalogue catalogue = load();
    const Day today = makeDay(2026, 11, 24);

    ProcedureId procedure(const char* code) const { return catalogue.procedureByCode(code)->id; }
    ServiceId service(const char* code) const { return catalogue.serviceByCode(code)->id; }

    /// Every promise, recounted by accueil-admin; it fails the test otherwise.
    void check() const { BOOST_TEST(database.admin({"db", "check"}).find("every promise holds") != std::string::npos); }

private:
    Town() = default;
    std::string person(const std::string& account, const std::string& role) const
    {
        return database.config(account, database.staff(account, role));
    }
    /// One invented person books everything here: the limits are off, and have tests of their own.
    Catalogue load() const
    {
        database.execute("INSERT INTO site_setting (site_id, name, value) SELECT id, 'booking.most_per_email', '0' FROM site"
                         " UNION ALL SELECT id, 'booking.most_per_person', '0' FROM site");
        Client client(root);
        return Catalogue::load(client, findSite(client));
    }
};

inline Person camille(const std::string& email = "camille@exemple.be")
{
    return {"Exemple", "Camille", {1958, 3, 14}, email, "0470 12 34 56", "", Language::fr};
}

inline auto refusedWith(Refusal why)
{
    return [why](const Refused& e) { return e.why() == why; };
}

/// Holds and books one visit. @return its appointment
inline AppointmentId bookVisit(store::Connection& connection, const Seed& seed, const char* procedure, Day day, MinuteOfDay start,
                               const Person& person = camille())
{
    const Town& town = Town::instance();
    const Hold held = hold(connection, town.catalogue, {seed, {{town.procedure(procedure), 1}}, day, start, Channel::desk, Language::fr});
    return book(connection, town.catalogue, seed, held.appointment, person).appointment;
}
} // namespace accueil::test
