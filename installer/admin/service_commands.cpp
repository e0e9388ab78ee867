// services list | set | granule, settings list | set
#include "core/agenda/granules.h"
#include "core/catalogue/settings.h"
#include "core/store/sql.h"
#include "installer/admin/day_edit.h"
#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace accueil::admin
{
namespace
{
struct ServiceOptions
{
    std::string service, from, name, value;
    int minutes = 0, lead = -1, horizon = -1, release = -1;
};

void listServices(Context& context)
{
    Session session = context.session();
    const Day today = session.now().day;
    for (const Service& one : session.catalogue().services()) {
        nlohmann::json changes = nlohmann::json::array();
        std::string later;
        for (const auto& change : one.granules) {
            changes.push_back({{"from", isoDay(change.from)}, {"minutes", change.minutes}});
            if (change.from > today) later += fmt::format(", {} from {}", change.minutes, isoDay(change.from));
        }
        context.output.row({{"service", one.code}, {"granule_minutes", one.granuleOn(today)}, {"granules", changes},
                            {"lead_minutes", one.leadMinutes}, {"horizon_days", one.horizonDays}, {"release_days", one.releaseDays}},
                           fmt::format("{:6} places of {} minutes{}; online until {} minutes before, {} days ahead; desk's share {}",
                                       one.code, one.granuleOn(today), later, one.leadMinutes, one.horizonDays,
                                       one.releaseDays == 0 ? "never released" : fmt::format("released {} days before", one.releaseDays)));
    }
}

void setService(Context& context, const ServiceOptions& o)
{
    Session session = context.session();
    const Service& service = session.service(o.service);
    const int lead = o.lead < 0 ? service.leadMinutes : o.lead, horizon = o.horizon < 0 ? service.horizonDays : o.horizon;
    const int release = o.release < 0 ? service.releaseDays : o.release;
    store::inTx(session.connection(), [&](soci::session& sql) {
        store::exec(sql, "CALL change_service(:service, :lead, :horizon, :release)", service.id, lead, horizon, release);
    });
    using std::chrono::days;
    const Day today = session.now().day, last = lastDay(session, {service.id}, today + days(horizon - 1));
    publish(session.connection(), session.catalogue(), service.id, today, static_cast<int>((last - today).count()) + 1);
    context.output.row({{"service", service.code}, {"lead_minutes", lead}, {"horizon_days", horizon}, {"release_days", release}},
                       fmt::format("{}: lead {} minutes, horizon {} days, release {} days", service.code,
                                   lead, horizon, release));
}

void setGranule(Context& context, const ServiceOptions& o)
{
    Session session = context.session();
    const Service& service = session.service(o.service);
    const Day from = o.from.empty() ? firstDayForGranule(session.connection(), session.catalogue(), service.id) : dayOf(o.from);
    const PublishReport report = changeGranule(session.connection(), session.catalogue(), service.id, from, o.minutes);
    context.output.row({{"service", service.code}, {"from", isoDay(from)}, {"minutes", o.minutes}, {"written", report.written}},
                       fmt::format("{}: places of {} minutes from {} on, {} written", service.code, o.minutes, isoDay(from),
                                   report.written));
}

void addServices(CLI::App& app, Context& context, const std::shared_ptr<ServiceOptions>& o)
{
    auto* group = app.add_subcommand("services", "How far ahead and how finely a service can be booked")->require_subcommand(1);
    group->add_subcommand("list", "The rules of every service")->callback([&context] { listServices(context); });
    auto* set = group->add_subcommand("set", "Change the rules that are named");
    set->add_option("service", o->service, "Code of the service")->required();
    set->add_option("--lead-minutes", o->lead, "Online booking of a start closes so long before it")->check(CLI::Range(0, 10080));
    set->add_option("--horizon-days", o->horizon, "Online booking so many days ahead, today included")->check(CLI::Range(1, 730));
    set->add_option("--release-days", o->release, "So many days ahead the desk's unused share goes online; 0: never")
        ->check(CLI::Range(0, 365));
    set->callback([&context, o] { setService(context, *o); });
    auto* granule = group->add_subcommand("granule", "Another length of the places, from a day without appointments on");
    granule->add_option("service", o->service, "Code of the service")->required();
    granule->add_option("minutes", o->minutes, "5 to 60, by fives")->required();
    granule->add_option("--from", o->from, "First day (default: the first that is possible)");
    granule->callback([&context, o] { setGranule(context, *o); });
}

void listSettings(Context& context)
{
    Session session = context.session();
    const auto rows = siteSettings(session.connection().session(), session.catalogue().site().id);
    for (const auto& rule : settingRules()) {
        const std::string own = settingInWords(rule, rows), standard = standardInWords(rule), value = own.empty() ? standard : own;
        context.output.row({{"name", rule.name}, {"value", value}, {"default", standard}, {"set", !own.empty()}, {"unit", rule.unit},
                            {"least", rule.least}, {"most", rule.most}, {"meaning", rule.meaning}},
                           fmt::format("{:30} {:>6} {:8} {}{}", rule.name, value, rule.unit, rule.meaning,
                                       own.empty() || own == standard ? "" : " (default " + standard + ")"));
    }
}

void addSettings(CLI::App& app, Context& context, const std::shared_ptr<ServiceOptions>& o)
{
    auto* group = app.add_subcommand("settings", "Minutes and limits of the site")->require_subcommand(1);
    group->add_subcommand("list", "Every setting, its value and its meaning")->callback([&context] { listSettings(context); });
    auto* set = group->add_subcommand("set", "Change one; the programs take it over by themselves");
    set->add_option("name", o->name, "From the list")->required();
    set->add_option("value", o->value, "A number; 07:00 for a time of day")->required();
    set->callback([&context, o] {
        Session session = context.session();
        changeSetting(session.connection(), session.catalogue().site().id, o->name, o->value);
        context.output.row({{"name", o->name}, {"value", o->value}}, o->name + " = " + o->value);
    });
}
} // namespace

void addServiceCommands(CLI::App& app, Context& context)
{
    const auto options = std::make_shared<ServiceOptions>();
    addServices(app, context, options);
    addSettings(app, context, options);
}
} // namespace accueil::admin
