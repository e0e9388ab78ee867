// accueil-admin: makes and looks after the database, from the command line.
#include "core/base/describe.h"
#include "core/base/log.h"
#include "installer/admin/session.h"
#include <CLI/CLI.hpp>

namespace
{
using namespace accueil;

/// Plain English for the person at the terminal; the number for scripts.
int refused(const Refused& e, const admin::Output& output)
{
    const std::string sentence = describe(Messages(Language::en), e.why());
    if (output.json)
        std::cout << nlohmann::json{{"refused", static_cast<int>(e.why())}, {"message", sentence}}.dump(1) << "\n";
    else
        std::cerr << "accueil-admin: refused (" << static_cast<int>(e.why()) << "): " << sentence << "\n";
    return admin::exitRefused;
}
} // namespace

int main(int argc, char** argv)
{
    log::open("accueil-admin", {}, log::Level::warning);
    CLI::App app("Makes and looks after the Accueil database.\n\n"
                 "Exit codes: 0 done; 1 it did not work (the reason is printed); 2 the engine refused (place taken, day "
                 "closed …); 3 `db check` found faults; 100 and more: the command line is wrong.");
    app.set_help_all_flag("--help-all", "Every command with its options");
    app.require_subcommand(1);
    admin::Context context;
    app.add_option("--config", context.configFile, "Configuration with an account that may do this")->capture_default_str();
    app.add_flag("--json", context.output.json, "Print one JSON array instead of lines");
    admin::addDatabaseCommands(app, context);
    admin::addServiceCommands(app, context);
    admin::addHoursCommands(app, context);
    admin::addClosureCommands(app, context);
    admin::addBookingCommands(app, context);
    admin::addVisitCommands(app, context);
    admin::addStrandedCommands(app, context);
    admin::addPaperCommands(app, context);
    admin::addImportCommands(app, context);
    admin::addAccountCommands(app, context);
    try {
        app.parse(argc, argv);
        context.output.finish();
    } catch (const CLI::ParseError& e) {
        return app.exit(e);
    } catch (const Refused& e) {
        return refused(e, context.output);
    } catch (const InvalidInput& e) {
        std::cerr << "accueil-admin: this cannot be used: " << e.what() << "\n";
        return admin::exitFailed;
    } catch (const std::exception& e) {
        std::cerr << "accueil-admin: " << e.what() << "\n";
        return admin::exitFailed;
    }
    return context.exitCode;
}
