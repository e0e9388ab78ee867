// staff add, device add
#include "installer/admin/commands.h"
#include "installer/admin/session.h"
#include <CLI/CLI.hpp>

namespace accueil::admin
{
void addAccountCommands(CLI::App& app, Context& context)
{
    const auto account = std::make_shared<NewAccount>();
    auto* staff = app.add_subcommand("staff", "People who work with the suite")->require_subcommand(1);
    auto* person = staff->add_subcommand("add", "A new account for one person");
    person->add_option("account", account->account, "Name to log in with")->required();
    person->add_option("--name", account->name, "The person's name")->required();
    person->add_option("--role", account->kind, "What the person may do")
        ->required()
        ->check(CLI::IsMember({"reception", "agent", "supervisor", "admin"}));
    person->add_option("--password-file", account->passwordFile, "First line: the password")->required();
    person->callback([&context, account] {
        Session session = context.session();
        addStaff(session.connection(), session.catalogue(), *account);
    });

    auto* device = app.add_subcommand("device", "Kiosks, screens, web servers, mail daemons")->require_subcommand(1);
    auto* machine = device->add_subcommand("add", "A new account for one device");
    machine->add_option("account", account->account, "Name of the account")->required();
    machine->add_option("--name", account->name, "What people call it (default: the account)");
    machine->add_option("--kind", account->kind, "What it is")->required()->check(CLI::IsMember({"kiosk", "display", "web", "mail"}));
    machine->add_option("--area", account->area, "Waiting area of a display");
    machine->add_option("--password-file", account->passwordFile, "First line: the password")->required();
    machine->callback([&context, account] {
        Session session = context.session();
        addDevice(session.connection(), session.catalogue(), *account);
    });
}
} // namespace accueil::admin
