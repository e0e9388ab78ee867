// closures list | add | remove, holidays, holidays add | remove
#include "installer/admin/day_edit.h"
#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace accueil::admin
{
namespace
{
struct ClosureOptions
{
    std::string service, from, to, fromTime = "00:00", toTime = "24:00", name, day;
    std::array<std::string, languages.size()> reasons;
    int year = 0, id = 0;
    bool yearly = false, dryRun = false;
};

void listClosures(Context& context)
{
    Session session = context.session();
    for (const auto& one : closures(session.connection(), session.catalogue().site().id)) {
        const Service* service = session.catalogue().find(one.service);
        const std::string code = service ? service->code : "";
        nlohmann::json reasons;
        for (const Language language : languages) reasons[std::string(accueil::code(language))] = one.reason.in(language);
        context.output.row({{"id", one.id}, {"service", code}, {"from", isoDay(one.when.fromDay)}, {"to", isoDay(one.when.toDay)},
                            {"from_time", clockText(one.when.from)}, {"to_time", clockText(one.when.to)},
                            {"reason", one.reason.in(Language::fr)}, {"reasons", reasons}},
                           fmt::format("{:>5} {:4} {} to {} {}-{} {}", one.id, code, isoDay(one.when.fromDay), isoDay(one.when.toDay),
                                       clockText(one.when.from), clockText(one.when.to), one.reason.in(Language::fr)));
    }
}

/// The published days that a closure touches.
DayEdit editOf(Session& session, const StoredClosure& closure, bool dryRun)
{
    DayEdit edit;
    edit.services = closure.service ? std::vector{closure.service} : session.services({});
    const Day today = session.now().day;
    edit.from = std::max(closure.when.fromDay, today);
    edit.to = std::min(closure.when.toDay, lastDay(session, edit.services, today));
    edit.dryRun = dryRun;
    return edit;
}

void addOneClosure(Context& context, const ClosureOptions& o)
{
    Session session = context.session();
    StoredClosure closure;
    if (!o.service.empty()) closure.service = session.service(o.service).id;
    closure.when = {dayOf(o.from), dayOf(o.to.empty() ? o.from : o.to), minuteOf(o.fromTime), minuteOf(o.toTime)};
    for (std::size_t i = 0; i < languages.size(); ++i) closure.reason.set(languages[i], o.reasons[i]);
    checkClosure(closure.when);
    DayEdit edit = editOf(session, closure, o.dryRun);
    edit.altered = [&](Hours hours) {
        hours.closures.push_back(closure.when);
        return hours;
    };
    edit.write = [&] {
        return nlohmann::json{{"id", addClosure(session.connection(), session.catalogue().site().id, closure)}};
    };
    perform(context, session, edit);
}

void removeOneClosure(Context& context, const ClosureOptions& o)
{
    Session session = context.session();
    const SiteId site = session.catalogue().site().id;
    const auto all = closures(session.connection(), site);
    const auto found = std::ranges::find(all, o.id, &StoredClosure::id);
    if (found == all.end()) throw InvalidInput("there is no closure " + std::to_string(o.id));
    DayEdit edit = editOf(session, *found, o.dryRun);
    edit.altered = [&](Hours hours) {
        const auto same = std::ranges::find(hours.closures, found->when); // another one may be the same
        if (same != hours.closures.end()) hours.closures.erase(same);
        return hours;
    };
    edit.write = [&] {
        removeClosure(session.connection(), site, o.id);
        return nlohmann::json::object();
    };
    perform(context, session, edit);
}

void addClosures(CLI::App& app, Context& context, const std::shared_ptr<ClosureOptions>& o)
{
    auto* group = app.add_subcommand("closures", "Days and hours on which nobody is received")->require_subcommand(1);
    group->add_subcommand("list", "All closures")->callback([&context] { listClosures(context); });
    auto* add = group->add_subcommand("add", "Close a service, or the whole site; says what it does");
    add->add_option("--service", o->service, "Code of the service (default: the whole site)");
    add->add_option("--from", o->from, "First day")->required();
    add->add_option("--to", o->to, "Last day (default: the same)");
    add->add_option("--from-time", o->fromTime, "13:00: on each of these days from then on")->capture_default_str();
    add->add_option("--to-time", o->toTime, "Until then")->capture_default_str();
    for (std::size_t i = 0; i < languages.size(); ++i) {
        const std::string language(code(languages[i]));
        add->add_option(languages[i] == Language::fr ? "--reason,--reason-fr" : "--reason-" + language, o->reasons[i],
                        "Shown to citizens (" + language + ")");
    }
    add->callback([&context, o] { addOneClosure(context, *o); });
    auto* remove = group->add_subcommand("remove", "Open again; says what it does");
    remove->add_option("id", o->id, "Number of the closure")->required();
    remove->callback([&context, o] { removeOneClosure(context, *o); });
    for (auto* command : {add, remove}) command->add_flag("--dry-run", o->dryRun, "Only say what would happen");
}

void listHolidays(Context& context, const ClosureOptions& o)
{
    Session session = context.session();
    const int year = o.year != 0 ? o.year : static_cast<int>(std::chrono::year_month_day{session.now().day}.year());
    for (const Day day : belgianHolidays(year))
        context.output.row({{"day", isoDay(day)}, {"legal", true}}, isoDay(day) + " legal");
    for (const auto& added : addedHolidays(session.connection(), session.catalogue().site().id))
        context.output.row({{"day", isoDay(added.day)}, {"legal", false}, {"yearly", added.yearly}, {"name", added.name}},
                           isoDay(added.day) + (added.yearly ? " every year " : " once ") + added.name);
}

/// Every published day of every service, with `altered` on the holidays that the town's own day makes.
void editHolidays(Context& context, Session& session, const AddedHoliday& own, bool adding, bool dryRun)
{
    const SiteId site = session.catalogue().site().id;
    DayEdit edit;
    edit.services = session.services({});
    edit.from = session.now().day;
    edit.to = lastDay(session, edit.services, edit.from);
    edit.dryRun = dryRun;
    edit.altered = [&](Hours hours) {
        auto town = addedHolidays(session.connection(), site);
        std::erase_if(town, [&](const AddedHoliday& one) { return one.day == own.day; });
        if (adding) town.push_back(own);
        hours.holidays = holidaysBetween(town, edit.from, edit.to);
        return hours;
    };
    edit.write = [&] {
        if (adding) addHoliday(session.connection(), site, own);
        else removeHoliday(session.connection(), site, own.day);
        return nlohmann::json::object();
    };
    perform(context, session, edit);
}

void addHolidays(CLI::App& app, Context& context, const std::shared_ptr<ClosureOptions>& o)
{
    auto* group = app.add_subcommand("holidays", "Legal holidays of a year, and the days that the town adds");
    group->add_option("--year", o->year, "Which year (default: this one)")->check(CLI::Range(1583, 9999));
    auto* add = group->add_subcommand("add", "A day of the town's own; says what it does");
    add->add_option("day", o->day, "2026-09-27")->required();
    add->add_flag("--yearly", o->yearly, "Every year");
    add->add_option("--name", o->name, "What it is");
    add->callback([&context, o] {
        Session session = context.session();
        editHolidays(context, session, {dayOf(o->day), o->yearly, o->name}, true, o->dryRun);
    });
    auto* remove = group->add_subcommand("remove", "No longer a holiday of the town; says what it does");
    remove->add_option("day", o->day, "The day as it was added")->required();
    remove->callback([&context, o] {
        Session session = context.session();
        const auto all = addedHolidays(session.connection(), session.catalogue().site().id);
        const auto found = std::ranges::find(all, dayOf(o->day), &AddedHoliday::day);
        if (found == all.end()) throw InvalidInput("the town added no such day: " + o->day);
        editHolidays(context, session, *found, false, o->dryRun);
    });
    for (auto* command : {add, remove}) command->add_flag("--dry-run", o->dryRun, "Only say what would happen");
    group->callback([&context, o, group] {
        if (group->get_subcommands().empty()) listHolidays(context, *o);
    });
}
} // namespace

void addClosureCommands(CLI::App& app, Context& context)
{
    const auto options = std::make_shared<ClosureOptions>();
    addClosures(app, context, options);
    addHolidays(app, context, options);
}
} // namespace accueil::admin
