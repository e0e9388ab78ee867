// find, history, send-again: what the desk sees and does, for scripts
#include "core/booking/corrections.h"
#include "core/booking/find.h"
#include "core/booking/history.h"
#include "installer/admin/commands.h"
#include <CLI/CLI.hpp>
#include <algorithm>
#include <fmt/format.h>

namespace accueil::admin
{
namespace
{
struct VisitOptions
{
    std::string text, day, service, state, reference;
    int most = 50;
};

const std::vector<std::string> states{"held",   "booked", "arrived",   "called", "serving",
                                      "served", "missed", "cancelled", "parked"};

const std::string& nameOf(VisitState state)
{
    return states.at(static_cast<std::size_t>(state));
}

FindQuery queryOf(Session& session, const VisitOptions& o)
{
    FindQuery query{.text = o.text, .most = o.most};
    if (!o.day.empty()) query.day = dayOf(o.day);
    if (!o.service.empty()) query.service = session.service(o.service).id;
    if (!o.state.empty())
        query.state = static_cast<VisitState>(std::ranges::find(states, o.state) - states.begin());
    return query;
}

void find(Context& context, const VisitOptions& o)
{
    Session session = context.session();
    const auto found = findVisits(session.connection(), session.catalogue().site().id, queryOf(session, o),
                                  session.now().day);
    for (const auto& visit : found.visits) {
        const Person& person = visit.person;
        const std::string service = session.catalogue().find(visit.service)->code;
        context.output.row({{"appointment", visit.id.value()},
                            {"reference", visit.reference},
                            {"service", service},
                            {"day", isoDay(visit.day)},
                            {"start", clockText(visit.start)},
                            {"minutes", visit.minutes},
                            {"parts", visit.parts},
                            {"state", nameOf(visit.state)},
                            {"ticket", visit.ticketNumber},
                            {"last_name", person.lastName},
                            {"first_name", person.firstName},
                            {"birth_date", birthDateText(person.birthDate)},
                            {"phone", person.phone},
                            {"email", person.email}},
                           fmt::format("{} {} {} {} {} {} {}", referenceInWords(visit.reference), service,
                                       isoDay(visit.day), clockText(visit.start), nameOf(visit.state),
                                       person.lastName, person.firstName));
    }
    if (found.more && !context.output.json)
        context.output.row({}, "… and more: narrow the search, or raise --most");
}

void history(Context& context, const VisitOptions& o)
{
    Session session = context.session();
    for (const auto& entry : visitHistory(session.connection(), appointmentOf(session, o.reference).id))
        context.output.row({{"at", utcText(entry.at)},
                            {"act", nameOf(entry.act)},
                            {"who", entry.who},
                            {"fields", entry.fields}},
                           fmt::format("{} {} {} {}", utcText(entry.at), nameOf(entry.act),
                                       fmt::join(entry.fields, ","), entry.who));
}
} // namespace

void addVisitCommands(CLI::App& app, Context& context)
{
    const auto o = std::make_shared<VisitOptions>();
    auto* finding =
        app.add_subcommand("find", "Appointments: today and later first, then the past, the latest first");
    finding->add_option(
        "text", o->text,
        "Beginning of a name, reference, phone number or e-mail address; a birth date; a ticket of today");
    finding->add_option("--day", o->day, "Only of this day: 2026-11-26");
    finding->add_option("--service", o->service, "Only of the service with this code");
    finding->add_option("--state", o->state, "Only in this state")->check(CLI::IsMember(states));
    finding->add_option("--most", o->most, "Lines")->check(CLI::Range(1, 1000))->capture_default_str();
    finding->callback([&context, o] { find(context, *o); });

    auto* telling = app.add_subcommand("history", "Who did what with an appointment, the newest first (UTC)");
    telling->callback([&context, o] { history(context, *o); });
    auto* sending = app.add_subcommand(
        "send-again", "Send the confirmation once more, of a cancelled appointment the cancellation");
    sending->callback([&context, o] {
        Session session = context.session();
        sendAgain(session.connection(), Seed::random().requestKey("send again"),
                  appointmentOf(session, o->reference).id);
    });
    for (auto* command : {telling, sending})
        command->add_option("reference", o->reference, "KXTR-BVLN")->required();
}
} // namespace accueil::admin
