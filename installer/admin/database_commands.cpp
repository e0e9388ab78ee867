// db create | migrate | sample | check, sample bookings
#include "installer/admin/commands.h"
#include "installer/admin/session.h"
#include <CLI/CLI.hpp>

namespace accueil::admin
{
namespace
{
struct DatabaseOptions
{
    std::string sqlFolder = store::defaultSqlFolder(), sample;
    int bookings = 24;
};

void addSample(CLI::App& app, Context& context, const std::shared_ptr<DatabaseOptions>& options)
{
    auto* sample = app.add_subcommand("sample", "Invented data, to try the suite")->require_subcommand(1);
    auto* bookings = sample->add_subcommand("bookings", "Invented bookings of today, through the real engine");
    bookings->add_option("--count", options->bookings, "How many")->check(CLI::Range(1, 1000))->capture_default_str();
    bookings->callback([&context, options] {
        Session session = context.session();
        const int made = makeBookings(session.connection(), session.catalogue(), options->bookings);
        context.output.row({{"bookings", made}}, std::to_string(made) + " bookings");
    });
}
} // namespace

void addDatabaseCommands(CLI::App& app, Context& context)
{
    const auto options = std::make_shared<DatabaseOptions>();
    auto* db = app.add_subcommand("db", "The database itself")->require_subcommand(1);
    db->add_option("--sql", options->sqlFolder, "Folder of the SQL files")->capture_default_str();
    db->add_subcommand("create", "Make the database, its tables, routines and roles")->callback([&context, options] {
        store::Schema(context.session().database(), options->sqlFolder).create();
        context.output.row({{"version", store::schemaVersion}}, "schema version " + std::to_string(store::schemaVersion));
    });
    db->add_subcommand("migrate", "Bring the tables, routines and grants up to this version")->callback([&context, options] {
        const int before = store::Schema(context.session().database(), options->sqlFolder).migrate();
        context.output.row({{"before", before}, {"version", store::schemaVersion}},
                           "schema version " + std::to_string(before) + " -> " + std::to_string(store::schemaVersion));
    });
    auto* load = db->add_subcommand("sample", "Load a town from CSV files (default: Verviers)");
    load->add_option("--folder", options->sample, "Folder of the CSV files");
    load->callback([&context, options] {
        Session session = context.session();
        loadSample(session.connection(), options->sample.empty() ? options->sqlFolder + "/sample/verviers" : options->sample);
    });
    const auto runCheck = [&context] {
        Session session = context.session();
        if (check(session.connection(), context.output) > 0) context.exitCode = exitFaults;
    };
    db->add_subcommand("check", "Recount every promise; exit code 3 when one is broken")->callback(runCheck);
    app.add_subcommand("check", "The same as db check")->callback(runCheck);
    addSample(app, context, options);
}
} // namespace accueil::admin
