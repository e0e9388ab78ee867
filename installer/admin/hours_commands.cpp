// openings list | add | remove | import, slots publish | show
#include "core/base/csv.h"
#include "core/store/sql.h"
#include "installer/admin/day_edit.h"
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
    std::string service, weekday, from, to, validFrom, validTo, firstWeek, file, day;
    int counters = 1, online = -1, everyWeeks = 1, nth = 0, days = 0;
    long long id = 0;
    bool dryRun = false, onHoliday = false, special = false;
};

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
            {"special", false},
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

nlohmann::json fields(const SpecialOpening& o)
{
    return {{"id", o.id.value()},         {"special", true},
            {"day", isoDay(o.day)},       {"from", clockText(o.from)},
            {"to", clockText(o.to)},      {"counters", o.counters},
            {"counters_online", o.countersOnline}, {"on_holiday", o.onHoliday}};
}

/// Shown and published: the days asked for, or all that are published.
Day lastOf(Session& session, const HoursOptions& o, ServiceId service, Day today)
{
    using std::chrono::days;
    if (o.days > 0) return today + days(o.days - 1);
    return lastDay(session, {service}, today + days(session.catalogue().find(service)->horizonDays - 1));
}

void editWeekly(Context& context, const HoursOptions& o, Session& session, const HoursEdit& change)
{
    const ServiceId service = session.service(o.service).id;
    const Day today = session.now().day;
    perform(context, session, {{service}, today, lastOf(session, o, service, today),
                               [&](Hours hours) { return edited(std::move(hours), change); },
                               [&] {
                                   save(session.connection(), service, change);
                                   return nlohmann::json::object();
                               },
                               o.dryRun});
}

void addSpecial(Context& context, const HoursOptions& o)
{
    Session session = context.session();
    const ServiceId service = session.service(o.service).id;
    const Day today = session.now().day;
    const SpecialOpening special{{}, dayOf(o.day), minuteOf(o.from), minuteOf(o.to), o.counters, o.online < 0 ? o.counters : o.online,
                                 o.onHoliday};
    if (special.day < today) throw InvalidInput("the day is over: " + o.day);
    perform(context, session, {{service}, special.day, special.day,
                               [&](Hours hours) { return withSpecial(std::move(hours), special); },
                               [&] { return nlohmann::json{{"id", addSpecialOpening(session.connection(), service, special).value()}}; },
                               o.dryRun});
}

void removeSpecial(Context& context, const HoursOptions& o)
{
    Session session = context.session();
    const ServiceId service = session.service(o.service).id;
    const auto all = specialOpenings(session.connection(), service, session.now().day);
    const auto found = std::ranges::find(all, OpeningId(o.id), &SpecialOpening::id);
    if (found == all.end()) throw InvalidInput("there is no special opening " + std::to_string(o.id) + " to come");
    perform(context, session, {{service}, found->day, found->day,
                               [&](Hours hours) {
                                   std::erase(hours.specials, *found);
                                   return hours;
                               },
                               [&] {
                                   removeSpecialOpening(session.connection(), service, found->id);
                                   return nlohmann::json::object();
                               },
                               o.dryRun});
}

void addOne(Context& context, const HoursOptions& o)
{
    if (o.day.empty() == o.weekday.empty()) throw InvalidInput("say either --weekday or --day");
    if (!o.day.empty()) return addSpecial(context, o);
    Session session = context.session();
    editWeekly(context, o, session, {{}, {openingOf(o)}});
}

void removeOne(Context& context, const HoursOptions& o)
{
    if (o.special) return removeSpecial(context, o);
    Session session = context.session();
    const auto all = openings(session.connection(), session.service(o.service).id);
    if (std::ranges::find(all, OpeningId(o.id), &Opening::id) == all.end())
        throw InvalidInput("there is no weekly opening " + std::to_string(o.id));
    editWeekly(context, o, session, {{OpeningId(o.id)}, {}});
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
        editWeekly(context, options, session, change);
    }
}

void listOpenings(Context& context, const HoursOptions& o)
{
    Session session = context.session();
    const Day today = session.now().day;
    for (const ServiceId id : session.services(o.service)) {
        const std::string& code = session.catalogue().find(id)->code;
        const auto print = [&](const auto& opening, const char* kind) {
            auto row = fields(opening);
            row["service"] = code;
            context.output.row(row, fmt::format("{:>5} {} {}{}", opening.id.value(), code, kind, inWords(opening)));
        };
        for (const auto& opening : openings(session.connection(), id)) print(opening, "");
        for (const auto& special : specialOpenings(session.connection(), id, today))
            print(special, special.onHoliday ? "special, on a holiday: " : "special: ");
    }
}

void addOpeningOptions(CLI::App& add, const std::shared_ptr<HoursOptions>& o)
{
    add.add_option("--service", o->service, "Code of the service")->required();
    auto* weekday = add.add_option("--weekday", o->weekday, "mon to sun: every week");
    add.add_option("--day", o->day, "2026-12-24: that day only, in place of the weekly hours")->excludes(weekday);
    add.add_flag("--on-holiday", o->onHoliday, "With --day: it is meant for a holiday");
    add.add_option("--from", o->from, "08:30")->required();
    add.add_option("--to", o->to, "12:00")->required();
    add.add_option("--counters", o->counters, "Visitors at once")->required();
    add.add_option("--online", o->online, "Of them online (default: all)");
    add.add_option("--valid-from", o->validFrom, "First day");
    add.add_option("--valid-to", o->validTo, "Last day");
    add.add_option("--every-weeks", o->everyWeeks, "2: every other week");
    add.add_option("--first-week", o->firstWeek, "A day of the first week, with --every-weeks");
    add.add_option("--nth", o->nth, "1 to 5: so many of the month; -1: the last");
}

void addOpenings(CLI::App& app, Context& context, const std::shared_ptr<HoursOptions>& o)
{
    auto* group = app.add_subcommand("openings", "Weekly opening hours, and special openings of one day")->require_subcommand(1);
    auto* list = group->add_subcommand("list", "The hours of one service, or of all");
    list->add_option("--service", o->service, "Code of the service");
    list->callback([&context, o] { listOpenings(context, *o); });

    auto* add = group->add_subcommand("add", "One more opening; says what it does");
    addOpeningOptions(*add, o);
    add->callback([&context, o] { addOne(context, *o); });

    auto* remove = group->add_subcommand("remove", "One opening less; says what it does");
    remove->add_option("--service", o->service, "Code of the service")->required();
    remove->add_flag("--special", o->special, "It is a special opening");
    remove->add_option("id", o->id, "Number of the opening, from the list")->required();
    remove->callback([&context, o] { removeOne(context, *o); });

    auto* import = group->add_subcommand("import", "Replace the hours of the services in a CSV file "
                                                   "(service,weekday,from,to,counters,counters_online)");
    import->add_option("file", o->file, "The file")->required();
    import->callback([&context, o] { importOpenings(context, *o); });

    for (auto* command : {add, remove, import}) {
        command->add_flag("--dry-run", o->dryRun, "Only say what would happen");
        command->add_option("--days", o->days, "How many days to publish (default: as many as are published)")->check(CLI::Range(1, 800));
    }
}

void showSlots(Context& context, const HoursOptions& o)
{
    Session session = context.session();
    const Day day = dayOf(o.day);
    const ServiceId service = session.service(o.service).id;
    for (const auto& [start, minutes, capacity, online, booked, bookedOnline, excess] :
         store::rows<MinuteOfDay, int, int, int, int, int, int>(
             session.connection().session(),
             "SELECT start_minute, minutes, capacity, capacity_online, booked, booked_online, excess FROM slot"
             " WHERE service_id = :service AND day = :day ORDER BY start_minute",
             service, day))
        context.output.row({{"start", clockText(start)}, {"minutes", minutes}, {"capacity", capacity}, {"capacity_online", online},
                            {"booked", booked}, {"booked_online", bookedOnline}, {"excess", excess}},
                           fmt::format("{} {:>2} min {}/{} booked, online {}/{}{}", clockText(start), minutes, booked, capacity,
                                       bookedOnline, online, excess > 0 ? ", over by " + std::to_string(excess) : ""));
}

void publishSlots(Context& context, const HoursOptions& o)
{
    Session session = context.session();
    const Day today = session.now().day;
    for (const ServiceId id : session.services(o.service)) {
        const auto count = static_cast<int>((lastOf(session, o, id, today) - today).count()) + 1;
        const PublishReport report = publish(session.connection(), session.catalogue(), id, today, count);
        const std::string& code = session.catalogue().find(id)->code;
        context.output.row({{"service", code}, {"written", report.written}, {"removed", report.removed}, {"stranded", report.stranded}},
                           fmt::format("{}: {} places written, {} removed, {} over capacity", code, report.written, report.removed,
                                       report.stranded));
    }
}

void addSlots(CLI::App& app, Context& context, const std::shared_ptr<HoursOptions>& o)
{
    auto* group = app.add_subcommand("slots", "The places that can be booked")->require_subcommand(1);
    auto* publishing = group->add_subcommand("publish", "Write the places from the opening hours; never touches what is booked");
    publishing->add_option("--service", o->service, "Code of the service (default: all)");
    publishing->add_option("--days", o->days, "How many days from today (default: the horizon, or as many as are published)")
        ->check(CLI::Range(1, 800));
    publishing->callback([&context, o] { publishSlots(context, *o); });
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
    addSlots(app, context, options);
}
} // namespace accueil::admin
