// accueil-admin: makes and looks after the database, from the command line.
#include "core/base/log.h"
#include "installer/admin/commands.h"
#include <CLI/CLI.hpp>
#include <iostream>

namespace
{
using namespace accueil;

constexpr int exitFailed = 1;  // it was tried and did not work
constexpr int exitFaults = 3;  // `db check` found something

/// Everything that a command needs once the configuration is read.
struct Session
{
    explicit Session(const std::string& configFile)
        : config(Config::fromFile(configFile)), database(store::DatabaseConfig::from(config)), connection(database, clock)
    {
        database.ioTimeoutS = 600; // migrations and large publications take their time
    }
    Catalogue catalogue() { return Catalogue::load(connection, findSite(connection, config.text("site.code", ""))); }

    Config config;
    store::DatabaseConfig database;
    ServerClock clock;
    store::Connection connection;
};

void addDatabaseCommands(CLI::App& app, const std::string& config, int& exitCode)
{
    auto* db = app.add_subcommand("db", "The database itself")->require_subcommand(1);
    static std::string sqlFolder = store::defaultSqlFolder();
    static std::string sample;
    db->add_option("--sql", sqlFolder, "Folder of the SQL files")->capture_default_str();
    db->add_subcommand("create", "Make the database, its tables, routines and roles")->callback([&config] {
        Session session(config);
        store::Schema(session.database, sqlFolder).create();
        std::cout << "schema version " << store::schemaVersion << "\n";
    });
    db->add_subcommand("migrate", "Bring the tables, routines and grants up to this version")->callback([&config] {
        Session session(config);
        const int before = store::Schema(session.database, sqlFolder).migrate();
        std::cout << "schema version " << before << " -> " << store::schemaVersion << "\n";
    });
    auto* load = db->add_subcommand("sample", "Load a town from CSV files (default: Verviers)");
    load->add_option("--folder", sample, "Folder of the CSV files");
    load->callback([&config] {
        Session session(config);
        admin::loadSample(session.connection, sample.empty() ? sqlFolder + "/sample/verviers" : sample);
    });
    db->add_subcommand("check", "Recount every promise; exit code 3 when one is broken")->callback([&config, &exitCode] {
        Session session(config);
        if (const int faults = admin::check(session.connection); faults > 0) exitCode = exitFaults;
    });
}

void addAgendaCommands(CLI::App& app, const std::string& config)
{
    static int days = 60, count = 24;
    auto* slots = app.add_subcommand("slots", "The places that can be booked")->require_subcommand(1);
    auto* publish = slots->add_subcommand("publish", "Write the places of all services from their opening hours");
    publish->add_option("--days", days, "How many days from today")->check(CLI::Range(1, 800))->capture_default_str();
    publish->callback([&config] {
        Session session(config);
        admin::publishSlots(session.connection, session.catalogue(), days);
    });
    auto* sample = app.add_subcommand("sample", "Invented data, to try the suite")->require_subcommand(1);
    auto* bookings = sample->add_subcommand("bookings", "Invented bookings of today, through the real engine");
    bookings->add_option("--count", count, "How many")->check(CLI::Range(1, 1000))->capture_default_str();
    bookings->callback([&config] {
        Session session(config);
        const int made = admin::makeBookings(session.connection, session.catalogue(), count);
        std::cout << made << " bookings\n";
    });
}

void addAccountCommands(CLI::App& app, const std::string& config)
{
    static admin::NewAccount account;
    auto* staff = app.add_subcommand("staff", "People who work with the suite")->require_subcommand(1);
    auto* addStaff = staff->add_subcommand("add", "A new account for one person");
    addStaff->add_option("account", account.account, "Name to log in with")->required();
    addStaff->add_option("--name", account.name, "The person's name")->required();
    addStaff->add_option("--role", account.kind, "What the person may do")
        ->required()
        ->check(CLI::IsMember({"reception", "agent", "supervisor", "admin"}));
    addStaff->add_option("--password-file", account.passwordFile, "First line: the password")->required();
    addStaff->callback([&config] {
        Session session(config);
        admin::addStaff(session.connection, session.catalogue(), account);
    });

    auto* device = app.add_subcommand("device", "Kiosks, screens, web servers, mail daemons")->require_subcommand(1);
    auto* addDevice = device->add_subcommand("add", "A new account for one device");
    addDevice->add_option("account", account.account, "Name of the account")->required();
    addDevice->add_option("--name", account.name, "What people call it (default: the account)");
    addDevice->add_option("--kind", account.kind, "What it is")->required()->check(CLI::IsMember({"kiosk", "display", "web", "mail"}));
    addDevice->add_option("--area", account.area, "Waiting area of a display");
    addDevice->add_option("--password-file", account.passwordFile, "First line: the password")->required();
    addDevice->callback([&config] {
        Session session(config);
        admin::addDevice(session.connection, session.catalogue(), account);
    });
}
} // namespace

int main(int argc, char** argv)
{
    log::open("accueil-admin", {}, log::Level::warning);
    CLI::App app("Makes and looks after the Accueil database.\n\n"
                 "Exit codes: 0 done, 1 it did not work (the reason is printed), 3 `db check` found faults, "
                 "100 and more: the command line is wrong.");
    app.require_subcommand(1);
    std::string config = "/etc/accueil/accueil-admin.ini";
    app.add_option("--config", config, "Configuration with an account that may do this")->capture_default_str();
    int exitCode = 0;
    addDatabaseCommands(app, config, exitCode);
    addAgendaCommands(app, config);
    addAccountCommands(app, config);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& e) {
        return app.exit(e);
    } catch (const std::exception& e) {
        std::cerr << "accueil-admin: " << e.what() << "\n";
        return exitFailed;
    }
    return exitCode;
}
