// stranded list | move | cancel | keep | call, calls list | done | pdf, letters
#include "core/base/private_file.h"
#include "core/booking/stranded_visits.h"
#include "core/booking/to_call.h"
#include "core/printing/call_sheet_pdf.h"
#include "core/printing/letter_pdf.h"
#include "installer/admin/session.h"
#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <set>

namespace accueil::admin
{
namespace
{
struct StrandedOptions
{
    std::string service, from, reference, day, time, reason, outcome = "called", file, language = "fr";
    int days = 60;
    bool all = false, mark = false;
};

RequestKey newKey()
{
    return Seed::random().requestKey("stranded");
}

std::string nameOf(const std::string& lastName, const std::string& firstName)
{
    return lastName + (firstName.empty() ? "" : " ") + firstName;
}

std::vector<StrandedVisit> found(Session& session, const StrandedOptions& o)
{
    const ServiceId service = o.service.empty() ? ServiceId{} : session.service(o.service).id;
    return strandedNow(session.connection(), session.catalogue(), service, o.from.empty() ? session.now().day : dayOf(o.from), o.days);
}

void list(Context& context, const StrandedOptions& o)
{
    Session session = context.session();
    for (const auto& visit : found(session, o)) {
        const std::string service = session.catalogue().find(visit.service)->code, name = nameOf(visit.lastName, visit.firstName);
        context.output.row({{"appointment", visit.appointment.value()}, {"reference", visit.reference}, {"service", service},
                            {"day", isoDay(visit.day)}, {"start", clockText(visit.start)}, {"minutes", visit.minutes}, {"name", name},
                            {"phone", visit.phone}, {"email", visit.hasEmail}, {"to_call", visit.toCall}},
                           fmt::format("{} {} {} {} {} {}{}{}", referenceInWords(visit.reference), service, isoDay(visit.day),
                                       clockText(visit.start), name, visit.phone, visit.hasEmail ? " (mail)" : "",
                                       visit.toCall ? " (to be called)" : ""));
    }
}

/// Does it for one reference, or for all that are stranded, each in a transaction of its own.
template <class Act>
void each(Context& context, const StrandedOptions& o, Act&& act)
{
    Session session = context.session();
    std::set<AppointmentId> chosen;
    if (!o.reference.empty()) chosen.insert(appointmentOf(session, o.reference).id);
    else if (!o.all) throw InvalidInput("say which: a reference, or --all");
    else
        for (const auto& visit : found(session, o)) chosen.insert(visit.appointment);
    for (const AppointmentId id : chosen) act(session.connection(), id);
    context.output.row({{"done", chosen.size()}}, fmt::format("{} done", chosen.size()));
}

void moveOne(Context& context, const StrandedOptions& o)
{
    Session session = context.session();
    const Appointment visit = appointmentOf(session, o.reference);
    moveByTown(session.connection(), session.catalogue(), newKey(), visit.id, visit.revision, dayOf(o.day), minuteOf(o.time));
}

void listCalls(Context& context, const StrandedOptions& o)
{
    Session session = context.session();
    for (const auto& person : callList(session.connection(), session.catalogue(), !o.all)) {
        const std::string service = session.catalogue().find(person.service)->code, name = nameOf(person.lastName, person.firstName);
        context.output.row({{"appointment", person.appointment.value()}, {"reference", person.reference}, {"reason", nameOf(person.reason)},
                            {"outcome", nameOf(person.outcome)}, {"name", name}, {"phone", person.phone}, {"service", service},
                            {"day", isoDay(person.day)}, {"start", clockText(person.start)}, {"was_day", isoDay(person.wasDay)},
                            {"was_start", clockText(person.wasStart)}, {"done_by", person.doneBy}},
                           fmt::format("{} {} {} {} {} {} {} {}", referenceInWords(person.reference), nameOf(person.reason),
                                       nameOf(person.outcome), service, isoDay(person.day), clockText(person.start), name, person.phone));
    }
}

void tickOff(Context& context, const StrandedOptions& o)
{
    Session session = context.session();
    const AppointmentId id = appointmentOf(session, o.reference).id;
    const CallOutcome outcome = o.outcome == "letter" ? CallOutcome::letter : CallOutcome::called;
    int count = 0;
    for (const auto& person : callList(session.connection(), session.catalogue(), true))
        if (person.appointment == id) {
            markCalled(session.connection(), newKey(), id, person.reason, outcome);
            ++count;
        }
    if (count == 0) throw InvalidInput("nobody is to be called for " + o.reference);
}

void printCalls(Context& context, const StrandedOptions& o)
{
    Session session = context.session();
    const auto people = callList(session.connection(), session.catalogue(), true);
    const Messages messages(parseLanguage(o.language).value_or(Language::fr));
    writePrivateFile(o.file, printing::callSheetPdf(printing::callSheetText(messages, session.catalogue(), people, session.now().day)));
    context.output.row({{"people", people.size()}, {"file", o.file}}, fmt::format("{} people in {}", people.size(), o.file));
}

void printLetters(Context& context, const StrandedOptions& o)
{
    Session session = context.session();
    auto people = callList(session.connection(), session.catalogue(), true);
    if (!o.all) std::erase_if(people, [](const PersonToCall& person) { return !person.phone.empty(); });
    if (people.empty()) {
        context.output.row({{"letters", 0}}, "no letters to write");
        return;
    }
    std::vector<printing::LetterText> letters;
    for (const auto& person : people) letters.push_back(printing::letterText(session.catalogue(), person, session.now().day));
    writePrivateFile(o.file, printing::lettersPdf(letters));
    for (const auto& person : people)
        if (o.mark) markCalled(session.connection(), newKey(), person.appointment, person.reason, CallOutcome::letter);
    context.output.row({{"letters", letters.size()}, {"file", o.file}}, fmt::format("{} letters in {}", letters.size(), o.file));
}

void addStranded(CLI::App& app, Context& context, const std::shared_ptr<StrandedOptions>& o)
{
    auto* group = app.add_subcommand("stranded", "Appointments that have lost their place")->require_subcommand(1);
    auto* listing = group->add_subcommand("list", "The latest booked first");
    listing->callback([&context, o] { list(context, *o); });

    auto* moving = group->add_subcommand("move", "Give another place; tells by mail, or puts it on the list of calls");
    moving->add_option("reference", o->reference, "KXTR-BVLN")->required();
    moving->add_option("--day", o->day, "2026-11-26")->required();
    moving->add_option("--time", o->time, "08:30")->required();
    moving->callback([&context, o] { moveOne(context, *o); });

    auto* cancelling = group->add_subcommand("cancel", "Cancel; tells by mail, or puts it on the list of calls");
    cancelling->add_option("--reason", o->reason, "The citizen reads it")->required();
    cancelling->callback([&context, o] {
        each(context, *o, [o](store::Connection& connection, AppointmentId id) { cancelByTown(connection, newKey(), id, o->reason); });
    });
    auto* keeping = group->add_subcommand("keep", "The citizen comes all the same; no longer listed");
    keeping->callback([&context, o] {
        each(context, *o, [](store::Connection& connection, AppointmentId id) { keepStranded(connection, newKey(), id); });
    });
    auto* calling = group->add_subcommand("call", "Put on the list of people to call, to agree on another time");
    calling->callback([&context, o] {
        each(context, *o, [](store::Connection& connection, AppointmentId id) { callStranded(connection, newKey(), id); });
    });
    for (auto* command : {cancelling, keeping, calling}) {
        command->add_option("reference", o->reference, "KXTR-BVLN");
        command->add_flag("--all", o->all, "All that `stranded list` shows with the same options");
    }
    for (auto* command : {listing, cancelling, keeping, calling}) {
        command->add_option("--service", o->service, "Code of the service (default: all)");
        command->add_option("--from", o->from, "First day (default: today)");
        command->add_option("--days", o->days, "How many days")->check(CLI::Range(1, 800))->capture_default_str();
    }
}

void addCalls(CLI::App& app, Context& context, const std::shared_ptr<StrandedOptions>& o)
{
    auto* group = app.add_subcommand("calls", "People to be told by telephone or letter")->require_subcommand(1);
    auto* listing = group->add_subcommand("list", "Who is still to be told, and of what");
    listing->add_flag("--all", o->all, "Also those who were");
    listing->callback([&context, o] { listCalls(context, *o); });
    auto* done = group->add_subcommand("done", "Tick one off");
    done->add_option("reference", o->reference, "KXTR-BVLN")->required();
    done->add_option("--outcome", o->outcome, "called, letter")->check(CLI::IsMember({"called", "letter"}))->capture_default_str();
    done->callback([&context, o] { tickOff(context, *o); });
    auto* paper = group->add_subcommand("pdf", "The list on paper, with boxes to tick");
    paper->add_option("file", o->file, "PDF to write")->required();
    paper->add_option("--language", o->language, "Of the list")->check(CLI::IsMember({"fr", "nl", "de", "en"}))->capture_default_str();
    paper->callback([&context, o] { printCalls(context, *o); });

    auto* letters = app.add_subcommand("letters", "A letter for each person to be told who has no telephone");
    letters->add_option("file", o->file, "PDF to write")->required();
    letters->add_flag("--all", o->all, "Also for those who have one");
    letters->add_flag("--done", o->mark, "Tick them off as told by letter");
    letters->callback([&context, o] { printLetters(context, *o); });
}
} // namespace

void addStrandedCommands(CLI::App& app, Context& context)
{
    const auto options = std::make_shared<StrandedOptions>();
    addStranded(app, context, options);
    addCalls(app, context, options);
}
} // namespace accueil::admin
