// installer/admin/session.h - what every command of accueil-admin works with.
#pragma once
#include "core/booking/appointment.h"
#include "core/catalogue/catalogue.h"
#include "core/store/schema.h"
#include <functional>
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>

namespace CLI
{
class App;
}

namespace accueil::admin
{
inline constexpr int exitFailed = 1;  // it was tried and did not work
inline constexpr int exitRefused = 2; // the engine said no: the place is taken, the day is closed …
inline constexpr int exitFaults = 3;  // `db check` found something

/// Prints rows: for people one line each, for scripts (--json) one array at the end.
class Output
{
public:
    void row(const nlohmann::json& fields, const std::string& text)
    {
        if (json) rows_.push_back(fields);
        else std::cout << text << "\n";
    }
    void finish() const
    {
        if (json) std::cout << rows_.dump(1) << "\n";
    }
    bool json = false;

private:
    nlohmann::json rows_ = nlohmann::json::array();
};

/// The configuration, a connection as its account, and the town.
class Session
{
public:
    explicit Session(const std::string& configFile);

    const store::DatabaseConfig& database() const { return database_; } ///< with time for long statements
    store::Connection& connection() { return connection_; }
    const Catalogue& catalogue(); ///< read at the first use
    LocalTime now();              ///< on the site's wall clock
    const Service& service(const std::string& code);                          ///< @throws ConfigError
    std::vector<ServiceId> services(const std::string& code);                 ///< of this code, or all when it is empty

private:
    Config config_;
    store::DatabaseConfig database_;
    ServerClock clock_;
    store::Connection connection_;
    std::optional<Catalogue> catalogue_;
};

/// What a command is given. It runs after the whole command line is read.
struct Context
{
    std::string configFile = "/etc/accueil/accueil-admin.ini";
    Output output;
    int exitCode = 0;
    Session session() const { return Session(configFile); }
};

void addDatabaseCommands(CLI::App& app, Context& context);
void addHoursCommands(CLI::App& app, Context& context);
void addClosureCommands(CLI::App& app, Context& context);
void addServiceCommands(CLI::App& app, Context& context);
void addBookingCommands(CLI::App& app, Context& context);
void addVisitCommands(CLI::App& app, Context& context);
void addImportCommands(CLI::App& app, Context& context);
void addAccountCommands(CLI::App& app, Context& context);
void addStrandedCommands(CLI::App& app, Context& context);
void addPaperCommands(CLI::App& app, Context& context);

/// The first part of the visit with this reference. @throws InvalidInput; Refused  codeUnknown
Appointment appointmentOf(Session& session, const std::string& reference);

Day dayOf(const std::string& text);            ///< @throws InvalidInput
MinuteOfDay minuteOf(const std::string& text); ///< @throws InvalidInput
} // namespace accueil::admin
