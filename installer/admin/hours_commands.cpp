// openings list | add | remove | import, closures …, holidays …, slots publish | show
#include "core/agenda/hours.h"
#include "core/agenda/publication.h"
#include "core/base/csv.h"
#include "core/store/sql.h"
#include "installer/admin/session.h"
#include <CLI/CLI.hpp>
#include <array>
#include <fmt/format.h>

namespace accueil::admin
{
namespace
{
constexpr std::array weekdays{"mon", "tue", "wed", "thu", "fri", "sat", "sun"};

struct HoursOptions
{
    std::string service, weekday, from, to, validFrom, validTo, firstWeek, file, reason, name, day;
    int counters = 1, online = -1, everyWeeks = 1, nth = 0, year = 0, days = 60;
    long long id = 0;
    bool dryRun = false, onHoliday = false, yearly = false;
};

std::optional<Day> maybeDay(const std::string& text)
{
    if (text.empty()) return {};
    return dayOf(text);
}

int weekdayOf(const std::string& name)
{
    const auto found = std::ranges::find(weekdays, name);
    if (found == weekdays.end()) throw InvalidInput("not a weekday (mon to sun): " + name);
    return static_cast<int>(found - weekdays.begin()) + 1;
}

Opening openingOf(const HoursOptions& o)
{
    return {{},         weekdayOf(o.weekday),  minuteOf(o.from),     minuteOf(o.to), o.counters, o.online < 0 ? o.counters : o.online,
            maybeDay(o.validFrom), maybeDay(o.validTo), o.everyWeeks, maybeDay(o.firstWeek), o.nth};
}

nlohmann::json fields(const Opening& o)
{
    const auto day = [](const std::optional<Day>& at) { return at ? nlohmann::json(isoDay(*at)) : nlohmann::json(); };
    return {{"id", o.id.value()},
            {"weekday", weekdays.at(static_cast<std::size_t>(o.weekday - 1))},
            {"from", clockText(o.from)},
            {"to", clockText(o.to)},
            {"counters", o.counters},
            {"counters_online", o.countersOnline},
            {"valid_from", day(o.validFrom)},
            {"valid_to", day(o.validTo)},
            {"every_weeks", o.everyWeeks},
            {"first_week", day(o.firstWeek)},
            {"nth_of_month", o.nthOfMonth}};
}

/// Says what the edit would do, then makes and publishes it unless it is only tried.
void edit(Context& context, const HoursOptions& options, Session& session, const HoursEdit& change)
{
    const Service& service = session.service(options.service);
    const Day today = session.now().day;
    const Hours hours = edited(loadHours(session.connection(), session.catalogue(), service.id, today,
                                         today + std::chrono::days(options.days)), change);
    const HoursPreview shown = preview(session.connection(), session.catalogue(), service.id, hours, today, options.days);
    nlohmann::json stranded = nlohmann::json::array();
    std::string lines;
    for (const auto& one : shown.stranded) {
        stranded.push_back({{"appointment", one.appointment.value()}, {"reference", one.reference}, {"day", isoDay(one.day)},
                            {"start", clockText(one.start)}});
        lines += fmt::format("\n  stranded: {} {} {}", one.reference, isoDay(one.day), clockText(one.start));
    }
    context.output.row({{"appearing", shown.appearing}, {"vanishing", shown.vanishing}, {"changing", shown.changing},
                        {"stranded", stranded}, {"done", !options.dryRun}},
                       fmt::format("{} places appear, {} vanish, {} change, {} appointments stranded{}", shown.appearing,
                                   shown.vanishing, shown.changing, shown.stranded.size(), lines));
    if (options.dryRun) return;
    save(session.connection(), service.id, change);
    publish(session.connection(), session.catalogue(), service.id, today, options.days);
}

void importOpenings(Context& context, HoursOptions options)
{
    Session session = context.session();
    std::map<std::string, HoursEdit> edits;
    for (const auto& row : readCsv(options.file)) {
        HoursOptions one;
        one.weekday = row.at("weekday");
        one.from = row.at("from");
        one.to = row.at("to");
        one.counters = std::stoi(row.at("counters"));
        one.online = std::stoi(row.at("counters_online"));
        edits[row.at("service")].added.push_back(openingOf(one));
    }
    for (auto& [code, change] : edits) {
        for (const auto& old : openings(session.connection(), session.service(code).id)) change.removed.push_back(old.id);
        options.service = code;
        edit(context, options, session, change);
    }
}

void addOpenings(CLI::App& app, Context& context, const std::shared_ptr<HoursOptions>& o)
{
    auto* group = app.add_subcommand("openings", "Weekly opening hours")->require_subcommand(1);
    auto* list = group->add_subcommand("list", "The hours of one service, or of all");
    list->add_option("--service", o->service, "Code of the service");
    list->callback([&context, o] {
        Session session = context.session();
        for (const ServiceId id : session.services(o->service))
            for (const auto& opening : openings(session.connection(), id)) {
                auto row = fields(opening);
                row["service"] = session.catalogue().find(id)->code;
                context.output.row(row, fmt::format("{:>5} {} {}", opening.id.value(), session.catalogue().find(id)->code, inWords(opening)));
            }
    });

    auto* add = group->add_subcommand("add", "One more opening; says first what it does");
    add->add_option("--service", o->service, "Code of the service")->required();
    add->add_option("--weekday", o->weekday, "mon to sun")->required();
    add->add_option("--from", o->from, "08:30")->required();
    add->add_option("--to", o->to, "12:00")->required();
    add->add_option("--counters", o->counters, "Visitors at once")->required();
    add->add_option("--online", o->online, "Of them online (default: all)");
    add->add_option("--valid-from", o->validFrom, "First day");
    add->add_option("--valid-to", o->validTo, "Last day");
    add->add_option("--every-weeks", o->everyWeeks, "2: every other week");
    add->add_option("--first-week", o->firstWeek, "A day of the first week, with --every-weeks");
    add->add_option("--nth", o->nth, "1 to 5: so many of the month; -1: the last");
    add->callback([&context, o] {
        Session session = context.session();
        edit(context, *o, session, {{}, {openingOf(*o)}});
    });

    auto* remove = group->add_subcommand("remove", "One opening less; says first what it does");
    remove->add_option("--service", o->service, "Code of the service")->required();
    remove->add_option("id", o->id, "Number of the opening, from the list")->required();
    remove->callback([&context, o] {
        Session session = context.session();
        edit(context, *o, session, {{OpeningId(o->id)}, {}});
    });

    auto* import = group->add_subcommand("import", "Replace the hours of the services in a CSV file "
                                                   "(service,weekday,from,to,counters,counters_online)");
    import->add_option("file", o->file, "The file")->required();
    import->callback([&context, o] { importOpenings(context, *o); });

    for (auto* command : {add, remove, import}) {
        command->add_flag("--dry-run", o->dryRun, "Only say what would happen");
        command->add_option("--days", o->days, "How many days to publish")->capture_default_str();
    }
}

void addClosures(CLI::App& app, Context& context, const std::shared_ptr<HoursOptions>& o)
{
    auto* group = app.add_subcommand("closures", "Days and hours on which nobody is received")->require_subcommand(1);
    group->add_subcommand("list", "All closures")->callback([&context] {
        Session session = context.session();
        for (const auto& one : closures(session.connection(), session.catalogue().site().id)) {
            const std::string service = one.service ? session.catalogue().find(one.service)->code : "";
            context.output.row({{"id", one.id}, {"service", service}, {"from", isoDay(one.when.fromDay)}, {"to", isoDay(one.when.toDay)},
                                {"from_time", clockText(one.when.from)}, {"to_time", clockText(one.when.to)},
                                {"reason", one.reason.in(Language::fr)}},
                               fmt::format("{:>5} {:4} {} to {} {}-{} {}", one.id, service, isoDay(one.when.fromDay),
                                           isoDay(one.when.toDay), clockText(one.when.from), clockText(one.when.to),
                                           one.reason.in(Language::fr)));
        }
    });
    auto* add = group->add_subcommand("add", "Close a service, or the whole site");
    add->add_option("--service", o->service, "Code of the service (default: the whole site)");
    add->add_option("--from", o->from, "First day")->required();
    add->add_option("--to", o->to, "Last day (default: the same)");
    add->add_option("--reason", o->reason, "Shown to citizens (French)");
    add->callback([&context, o] {
        Session session = context.session();
        StoredClosure closure;
        if (!o->service.empty()) closure.service = session.service(o->service).id;
        closure.when.fromDay = dayOf(o->from);
        closure.when.toDay = o->to.empty() ? closure.when.fromDay : dayOf(o->to);
        closure.reason.set(Language::fr, o->reason);
        const int id = addClosure(session.connection(), session.catalogue().site().id, closure);
        context.output.row({{"id", id}}, "closure " + std::to_string(id) + "; publish to make it count");
    });
    auto* remove = group->add_subcommand("remove", "Open again");
    remove->add_option("id", o->id, "Number of the closure")->required();
    remove->callback([&context, o] {
        Session session = context.session();
        if (!removeClosure(session.connection(), session.catalogue().site().id, static_cast<int>(o->id)))
            throw InvalidInput("there is no closure " + std::to_string(o->id));
    });
}

void listHolidays(Context& context, const HoursOptions& o)
{
    Session session = context.session();
    const int year = o.year != 0 ? o.year : static_cast<int>(std::chrono::year_month_day{session.now().day}.year());
    for (const Day day : belgianHolidays(year))
        context.output.row({{"day", isoDay(day)}, {"legal", true}}, isoDay(day) + " legal");
    for (const auto& added : addedHolidays(session.connection(), session.catalogue().site().id))
        context.output.row({{"day", isoDay(added.day)}, {"legal", false}, {"yearly", added.yearly}, {"name", added.name}},
                           isoDay(added.day) + (added.yearly ? " every year " : " once ") + added.name);
}

void addHolidays(CLI::App& app, Context& context, const std::shared_ptr<HoursOptions>& o)
{
    auto* group = app.add_subcommand("holidays", "Legal holidays of a year, and the days that the town adds");
    group->add_option("--year", o->year, "Which year (default: this one)");
    auto* add = group->add_subcommand("add", "A day of the town's own");
    add->add_option("day", o->day, "2026-09-27")->required();
    add->add_flag("--yearly", o->yearly, "Every year");
    add->add_option("--name", o->name, "What it is");
    add->callback([&context, o] {
        Session session = context.session();
        addHoliday(session.connection(), session.catalogue().site().id, {dayOf(o->day), o->yearly, o->name});
    });
    auto* remove = group->add_subcommand("remove", "No longer a holiday of the town");
    remove->add_option("day", o->day, "The day as it was added")->required();
    remove->callback([&context, o] {
        Session session = context.session();
        if (!removeHoliday(session.connection(), session.catalogue().site().id, dayOf(o->day)))
            throw InvalidInput("the town added no such day: " + o->day);
    });
    group->callback([&context, o, group] {
        if (group->get_subcommands().empty()) listHolidays(context, *o);
    });
}

void showSlots(Context& context, const HoursOptions& o)
{
    Session session = context.session();
    const Day day = dayOf(o.day);
    const ServiceId service = session.service(o.service).id;
    for (const auto& [start, capacity, online, booked, bookedOnline, excess] : store::rows<MinuteOfDay, int, int, int, int, int>(
             session.connection().session(),
             "SELECT start_minute, capacity, capacity_online, booked, booked_online, excess FROM slot"
             " WHERE service_id = :service AND day = :day ORDER BY start_minute",
             service, day))
        context.output.row({{"start", clockText(start)}, {"capacity", capacity}, {"capacity_online", online}, {"booked", booked},
                            {"booked_online", bookedOnline}, {"excess", excess}},
                           fmt::format("{} {}/{} booked, online {}/{}{}", clockText(start), booked, capacity, bookedOnline, online,
                                       excess > 0 ? ", over by " + std::to_string(excess) : ""));
}

void addSlots(CLI::App& app, Context& context, const std::shared_ptr<HoursOptions>& o)
{
    auto* group = app.add_subcommand("slots", "The places that can be booked")->require_subcommand(1);
    auto* publishing = group->add_subcommand("publish", "Write the places from the opening hours; never touches what is booked");
    publishing->add_option("--service", o->service, "Code of the service (default: all)");
    publishing->add_option("--days", o->days, "How many days from today")->check(CLI::Range(1, 800))->capture_default_str();
    publishing->callback([&context, o] {
        Session session = context.session();
        const Day today = session.now().day;
        for (const ServiceId id : session.services(o->service)) {
            const PublishReport report = publish(session.connection(), session.catalogue(), id, today, o->days);
            const std::string& code = session.catalogue().find(id)->code;
            context.output.row({{"service", code}, {"written", report.written}, {"removed", report.removed}, {"stranded", report.stranded}},
                               fmt::format("{}: {} places written, {} removed, {} over capacity", code, report.written,
                                           report.removed, report.stranded));
        }
    });
    auto* show = group->add_subcommand("show", "The places of one day");
    show->add_option("--service", o->service, "Code of the service")->required();
    show->add_option("--day", o->day, "2026-11-26")->required();
    show->callback([&context, o] { showSlots(context, *o); });
}
} // namespace

void addHoursCommands(CLI::App& app, Context& context)
{
    const auto options = std::make_shared<HoursOptions>();
    addOpenings(app, context, options);
    addClosures(app, context, options);
    addHolidays(app, context, options);
    addSlots(app, context, options);
}
} // namespace accueil::admin
