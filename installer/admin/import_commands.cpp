// import: appointments made before this system
#include "core/booking/import.h"
#include "installer/admin/session.h"
#include <CLI/CLI.hpp>
#include <array>
#include <charconv>
#include <fmt/format.h>

namespace accueil::admin
{
namespace
{
constexpr int linesRefused = 1, unusable = 2;

constexpr const char* howTo =
    "The first line names the columns, in English or French: date, time, procedure and/or service, last_name and first_name "
    "are needed; birth_date, email, phone, code (of the older system, taken at the kiosk), language, note and minutes may be "
    "there. A line that was imported before is not imported again, so the same file may be run as often as needed.\n\n"
    "Exit codes: 0 every line is imported or was already there; 1 some lines were refused (each says why); 2 the file "
    "cannot be read, names too few columns or has not the lines asked for.";

struct ImportCommand
{
    std::string file, lines;
    ImportOptions options;
    bool dryRun = false;
};

/// A whole number of a line, 2 or more; 0 for anything else.
int lineNumber(std::string_view text)
{
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    constexpr int longest = 1'000'000;
    return error == std::errc() && end == text.data() + text.size() && number >= 2 && number <= longest ? number : 0;
}

/// "2,5-9". @throws InvalidInput
std::set<int> lineNumbers(const std::string& text)
{
    std::set<int> all;
    for (const auto& part : CLI::detail::split(text, ',')) {
        const auto dash = std::min(part.find('-'), part.size());
        const int from = lineNumber(std::string_view(part).substr(0, dash));
        const int to = dash == part.size() ? from : lineNumber(std::string_view(part).substr(dash + 1));
        if (from == 0 || to < from) throw InvalidInput("--lines takes numbers of lines (the first after the header is 2), as 2,5-9");
        for (int line = from; line <= to; ++line) all.insert(line);
    }
    return all;
}

struct Words
{
    const char *code, *text;
};

Words wordsOf(ImportFault fault)
{
    switch (fault) {
    case ImportFault::none: break;
    case ImportFault::missing: return {"missing", "missing"};
    case ImportFault::notUnderstood: return {"not_understood", "not understood"};
    case ImportFault::unknown: return {"unknown", "not known here"};
    case ImportFault::ambiguous: return {"ambiguous", "several have this name: give the code, or the service"};
    case ImportFault::contradictory: return {"contradictory", "this service does not offer the procedure"};
    case ImportFault::past: return {"past", "over"};
    case ImportFault::tooManyFields: return {"too_many_fields", "the line has more fields than the header: quote those that hold a separator"};
    case ImportFault::notPublished:
        return {"not_published", "no places on this day: publish them first, or use --outside-hours"};
    case ImportFault::outsideHours: return {"outside_hours", "outside the opening hours; --outside-hours imports it all the same"};
    case ImportFault::codeTaken: return {"code_taken", "another appointment has it"};
    }
    return {"", ""};
}

Words wordsOf(ImportWarning warning)
{
    switch (warning) {
    case ImportWarning::overCapacity: return {"over_capacity", "all places are taken then"};
    case ImportWarning::outsideHours: return {"outside_hours", "outside the opening hours"};
    case ImportWarning::noBirthDate: return {"no_birth_date", "no birth date: only the code or the reception finds this visitor"};
    case ImportWarning::samePersonThen: return {"same_person_then", "the same person has another appointment at that time"};
    case ImportWarning::codeNotReadable: return {"code_not_readable", "the kiosk reads codes of 8 plain characters or more only"};
    case ImportWarning::cancelledHere: return {"cancelled_here", "cancelled meanwhile, and stays so"};
    }
    return {"", ""};
}

const char* codeOf(ImportOutcome outcome)
{
    constexpr std::array codes{"imported", "already_there", "refused"};
    return codes.at(static_cast<std::size_t>(outcome));
}

/// Counts, and prints a row a line. Names no person.
class Report
{
public:
    Report(Context& context, const Catalogue& catalogue, bool dryRun) : context_(context), catalogue_(catalogue), dryRun_(dryRun) {}

    void tell(const ImportResult& result)
    {
        ++counts_.at(static_cast<std::size_t>(result.outcome));
        if (!result.warnings.empty()) ++warned_;
        nlohmann::json row{{"line", result.line}, {"outcome", codeOf(result.outcome)}};
        std::string text = fmt::format("line {}: ", result.line);
        if (result.outcome == ImportOutcome::refused) {
            row.update({{"field", result.field}, {"why", wordsOf(result.fault).code}});
            text += "refused" + (result.field.empty() ? "" : " (" + result.field + ")") + ": " + wordsOf(result.fault).text;
        } else {
            addVisit(result, row, text);
        }
        row["warnings"] = nlohmann::json::array();
        for (const ImportWarning warning : result.warnings) {
            row["warnings"].push_back(wordsOf(warning).code);
            text += std::string("; warning: ") + wordsOf(warning).text;
        }
        context_.output.row(row, text);
    }

    void sum()
    {
        const auto [imported, there, refused] = counts_;
        context_.output.row({{"imported", imported}, {"already_there", there}, {"refused", refused}, {"with_warnings", warned_},
                             {"dry_run", dryRun_}},
                            fmt::format("{} {}, {} already there, {} refused, {} with warnings{}", imported,
                                        dryRun_ ? "to import" : "imported", there, refused, warned_,
                                        dryRun_ ? "; nothing was written" : ""));
        if (refused > 0) context_.exitCode = linesRefused;
    }

private:
    void addVisit(const ImportResult& result, nlohmann::json& row, std::string& text) const
    {
        const Service* service = catalogue_.find(result.service);
        const std::string day = isoDay(result.start.day), start = clockText(result.start.minute), code = service ? service->code : "";
        row.update({{"day", day}, {"start", start}, {"service", code}});
        text += result.outcome == ImportOutcome::alreadyThere ? "already there: " : dryRun_ ? "to import: " : "imported: ";
        text += day + " " + start + " " + code;
        if (!result.reference.empty()) {
            row["reference"] = result.reference;
            text += " " + referenceInWords(result.reference);
        }
        if (result.sameAsLine) {
            row["same_as_line"] = *result.sameAsLine;
            text += fmt::format(" (the same as line {})", *result.sameAsLine);
        }
    }

    Context& context_;
    const Catalogue& catalogue_;
    bool dryRun_;
    std::array<int, 3> counts_{};
    int warned_ = 0;
};

ImportFile read(const ImportCommand& command, const Catalogue& catalogue, Day today)
{
    ImportFile file = understandImport(catalogue, readCsvTable(command.file), today);
    if (!command.lines.empty()) file.rows = onlyLines(file.rows, lineNumbers(command.lines));
    return file;
}

void run(Context& context, const ImportCommand& command)
{
    Session session = context.session();
    const Catalogue& catalogue = session.catalogue();
    ImportFile file;
    try {
        file = read(command, catalogue, session.now().day);
    } catch (const StoreError&) {
        throw;
    } catch (const std::exception& e) { // the words of the reader: the file or the lines asked for
        std::cerr << "accueil-admin: " << e.what() << "\n";
        context.exitCode = unusable;
        return;
    }
    for (const auto& column : file.unusedColumns) std::cerr << "accueil-admin: the column " << column << " is not used\n";
    Report report(context, catalogue, command.dryRun);
    const auto tell = [&report](const ImportResult& result) { report.tell(result); };
    if (command.dryRun)
        std::ranges::for_each(planImport(session.connection(), catalogue, file.rows, command.options), tell);
    else
        importLines(session.connection(), catalogue, file.rows, command.options, tell);
    report.sum();
}
} // namespace

void addImportCommands(CLI::App& app, Context& context)
{
    const auto command = std::make_shared<ImportCommand>();
    auto* import = app.add_subcommand("import", "Appointments made before this system, from a CSV file")->footer(howTo);
    import->add_option("file", command->file, "The CSV file")->required();
    import->add_flag("--dry-run", command->dryRun, "Only say what would become of each line");
    import->add_option("--lines", command->lines, "Only these lines of the file: 2,5-9");
    import->add_flag("--send-mails", command->options.sendMails,
                     "Send a confirmation with a QR code where there is an address (a reminder goes out the day before in any case)");
    import->add_flag("--outside-hours", command->options.outsideHours, "Also import what lies outside the opening hours");
    import->callback([&context, command] { run(context, *command); });
}
} // namespace accueil::admin
