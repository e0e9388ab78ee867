// sheet, day-list: what the desk prints, from the command line.
#include "core/base/private_file.h"
#include "core/printing/day_list_pdf.h"
#include "core/printing/visit_sheet_pdf.h"
#include "installer/admin/session.h"
#include <CLI/CLI.hpp>
#include <algorithm>
#include <fmt/format.h>

namespace accueil::admin
{
namespace
{
struct PaperOptions
{
    std::string reference, day, service, file, format = "a4", language = "fr";
};

void printSheet(Context& context, const PaperOptions& o)
{
    Session session = context.session();
    const auto visit = printableVisit(session.connection(), appointmentOf(session, o.reference).id);
    const auto paper = o.format == "a4" ? printing::Paper::a4 : printing::Paper::roll;
    writePrivateFile(o.file, printing::visitSheetPdf(printing::visitSheetText(session.catalogue(), visit), paper).pdf);
    const std::string reference = visit.parts.front().reference;
    context.output.row({{"reference", reference}, {"file", o.file}}, fmt::format("{} in {}", referenceInWords(reference), o.file));
}

void printDay(Context& context, const PaperOptions& o)
{
    Session session = context.session();
    const Day day = o.day.empty() ? session.now().day : dayOf(o.day);
    const ServiceId service = o.service.empty() ? ServiceId{} : session.service(o.service).id;
    printing::DayOnPaper read{appointmentsOfDay(session.connection(), session.catalogue().site().id, day, service), {}};
    for (const auto& one : session.catalogue().services())
        if (!service || one.id == service) read.places[one.id] = slotsOfDays(session.connection(), one.id, day, 1);
    const Messages messages(parseLanguage(o.language).value_or(Language::fr));
    const auto list = printing::dayListText(messages, session.catalogue(), read, day, service, session.now());
    const auto sheet = printing::dayListPdf(list);
    writePrivateFile(o.file, sheet.pdf);
    std::size_t lines = 0;
    for (const auto& section : list.sections)
        lines += static_cast<std::size_t>(std::ranges::count(section.lines, false, &printing::DayListLine::free));
    context.output.row({{"appointments", lines}, {"pages", sheet.pages}, {"file", o.file}},
                       fmt::format("{} appointments on {} pages in {}", lines, sheet.pages, o.file));
}
} // namespace

void addPaperCommands(CLI::App& app, Context& context)
{
    const auto o = std::make_shared<PaperOptions>();
    auto* sheet = app.add_subcommand("sheet", "The sheet of an appointment, for a citizen without e-mail");
    sheet->add_option("reference", o->reference, "KXTR-BVLN")->required();
    sheet->add_option("--out", o->file, "PDF to write")->required();
    sheet->add_option("--format", o->format, "a4, 80mm")->check(CLI::IsMember({"a4", "80mm"}))->capture_default_str();
    sheet->callback([&context, o] { printSheet(context, *o); });

    auto* list = app.add_subcommand("day-list", "The appointments of a day on paper, with boxes to tick");
    list->add_option("--out", o->file, "PDF to write; names stand in it")->required();
    list->add_option("--day", o->day, "2026-11-26 (default: today)");
    list->add_option("--service", o->service, "Code of the service (default: each on pages of its own)");
    list->add_option("--language", o->language, "Of the list")->check(CLI::IsMember({"fr", "nl", "de", "en"}))->capture_default_str();
    list->callback([&context, o] { printDay(context, *o); });
}
} // namespace accueil::admin
