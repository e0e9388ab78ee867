#include "core/base/describe.h"
#include "staff-desktop/logic/calendar_words.h"
#include "staff-desktop/logic/import_presenter.h"
#include "staff-desktop/logic/import_words.h"
#include <algorithm>

namespace accueil
{
namespace
{
ImportState::Column columnOf(const std::string& field)
{
    if (field == "date") return ImportState::date;
    if (field == "time" || field == "minutes") return ImportState::time;
    if (field == "procedure" || field == "service" || field == "code") return ImportState::what;
    return ImportState::who;
}

std::string joined(const std::string& left, const std::string& right)
{
    return left + (left.empty() || right.empty() ? "" : " ") + right;
}

std::string procedureName(const Catalogue& catalogue, Language language, const ImportVisit& visit)
{
    if (const Procedure* procedure = catalogue.find(visit.procedure)) return procedure->name.in(language);
    const Service* service = catalogue.find(visit.service);
    return service ? service->name.in(language) : "";
}

std::string shortDayName(const Messages& m, Day day)
{
    return shortWeekday(m, isoWeekday(day)) + " " + numericDay(day);
}
} // namespace

ImportState ImportPresenter::state() const
{
    const Messages& m = desk_.messages();
    ImportState state{.stage = stage_, .path = path_, .chosen = chosen_, .options = options_};
    if (fileProblem_) {
        state.problem = fileProblem(m, fileProblem_);
        if (state.problem.empty()) state.problem = describe(m, fileProblem_);
    }
    if (problem_) {
        state.problem = describe(m, problem_);
        if (again_) state.problem += " " + m.tr("It goes on by itself.");
    }
    for (const auto& column : sheet_.unusedColumns())
        state.unused += (state.unused.empty() ? "" : ", ") + column;
    if (!state.unused.empty()) state.unused = m.tr("Columns that are left aside: {0}", state.unused);
    state.rows = rows();
    count(state);
    if (stage_ == ImportState::Stage::reading) state.nothing = m.tr("One moment …");
    if (stage_ == ImportState::Stage::ready && state.rows->empty())
        state.nothing = sheet_.rows().empty() ? m.tr("There are no lines in this file.")
                                              : m.tr("No line is left here. Well done.");
    if (const auto at = placeOf(chosen_); at && stage_ != ImportState::Stage::reading)
        state.form = formOf(*at);
    state.canChange = stage_ == ImportState::Stage::ready;
    if (run_) {
        state.progressDone = static_cast<int>(run_->next);
        state.progressTotal = static_cast<int>(run_->lines.size());
        state.progress = progressText();
    }
    switch (said_) {
    case Said::nothing:
        break;
    case Said::imported:
        state.said = m.trn("{0} appointment is imported.", "{0} appointments are imported.", saidCount_);
        break;
    case Said::stopped:
        state.said =
            m.trn("Stopped: {0} appointment is imported. The others can follow at any time.",
                  "Stopped: {0} appointments are imported. The others can follow at any time.", saidCount_);
        state.saidTone = Tone::look;
        break;
    case Said::saved:
        state.said = m.tr("The report is saved. It names nobody.");
        break;
    case Said::notSaved:
        state.said = m.tr("The report cannot be saved there. Please choose another folder.");
        state.saidTone = Tone::look;
        break;
    }
    return state;
}

std::map<std::string, std::vector<std::string>> ImportPresenter::usualTexts() const
{
    std::map<std::string, std::vector<std::string>> texts;
    const auto add = [&texts, language = desk_.language()](const std::string& field, const auto& all) {
        for (const auto& one : all)
            texts[field].insert(texts[field].end(), {one.name.in(language), one.code});
    };
    add("procedure", desk_.catalogue().procedures());
    add("service", desk_.catalogue().services());
    return texts;
}

std::string ImportPresenter::progressText() const
{
    const Messages& m = desk_.messages();
    if (run_->stopping) return m.tr("One moment …");
    return m.tr("{0} of {1} lines", run_->next, run_->lines.size());
}

void ImportPresenter::count(ImportState& state) const
{
    const Messages& m = desk_.messages();
    if (stage_ == ImportState::Stage::empty || stage_ == ImportState::Stage::reading) return;
    long waiting = 0, wrong = 0, there = 0, imported = 0, look = 0, unborn = 0;
    for (std::size_t at = 0; at < results_.size(); ++at) {
        const ImportResult& result = results_[at];
        if (waits(at)) ++waiting;
        if (result.outcome == ImportOutcome::refused) ++wrong;
        if (result.outcome == ImportOutcome::alreadyThere) ++there;
        if (result.outcome == ImportOutcome::imported && !result.reference.empty()) ++imported;
        if (!result.warnings.empty() && result.outcome != ImportOutcome::refused) ++look;
        if (result.outcome != ImportOutcome::refused && !result.sameAsLine &&
            sheet_.rows()[at].visit.person.birthDate == BirthDate{})
            ++unborn;
    }
    const auto add = [&state](const std::string& part) {
        state.summary += (state.summary.empty() ? "" : " · ") + part;
    };
    if (known_) {
        if (imported > 0) add(m.tr("{0} imported", imported));
        if (waiting > 0 || imported == 0) add(m.tr("{0} to import", waiting));
        if (wrong > 0) add(m.tr("{0} to correct", wrong));
        if (there > 0) add(m.tr("{0} already there", there));
    }
    const auto button = [&](ImportState::Filter filter, const std::string& label) {
        state.filters.push_back({filter, label, filter == filter_});
    };
    button(ImportState::Filter::all, m.trc("import", "All lines ({0})", results_.size()));
    button(ImportState::Filter::wrong, m.trc("import", "To correct ({0})", wrong));
    button(ImportState::Filter::look, m.trc("import", "To look at ({0})", look));
    if (waiting > 0) state.import = m.trn("Import {0} appointment", "Import {0} appointments", waiting);
    state.canImport = waiting > 0 && stage_ == ImportState::Stage::ready && !try_.pending() && !again_;
    if (unborn > 0)
        state.withoutBirthDate =
            m.trn("Print {0} without date of birth", "Print {0} without date of birth", unborn);
    state.canSave = known_ && stage_ == ImportState::Stage::ready;
}

bool ImportPresenter::suits(std::size_t at) const
{
    const ImportResult& result = results_[at];
    switch (filter_) {
    case ImportState::Filter::all:
        return true;
    case ImportState::Filter::wrong:
        return result.outcome == ImportOutcome::refused || result.line == chosen_;
    case ImportState::Filter::look:
        return (!result.warnings.empty() && result.outcome != ImportOutcome::refused) ||
               result.line == chosen_;
    }
    return true;
}

std::shared_ptr<const std::vector<ImportState::Row>> ImportPresenter::rows() const
{
    if (rows_) return rows_;
    auto rows = std::make_shared<std::vector<ImportState::Row>>();
    for (std::size_t at = 0; at < results_.size(); ++at)
        if (suits(at)) rows->push_back(rowOf(at));
    rows_ = rows;
    return rows;
}

/// What is understood as we write it, what is not as it stands in the file.
ImportState::Row ImportPresenter::rowOf(std::size_t at) const
{
    const Messages& m = desk_.messages();
    const ImportRow& source = sheet_.rows()[at];
    const ImportResult& result = results_[at];
    ImportState::Row row{.line = source.line, .canChoose = isGood(at), .chosen = waits(at)};
    const auto written = [&](const char* field) { return sheet_.text(at, field); };
    if (source.fault == ImportFault::none) {
        const ImportVisit& visit = source.visit;
        row.cells = {shortDayName(m, visit.day), clockText(visit.start),
                     joined(visit.person.lastName, visit.person.firstName),
                     procedureName(desk_.catalogue(), desk_.language(), visit)};
    } else {
        row.cells = {written("date"), written("time"), joined(written("last_name"), written("first_name")),
                     joined(written("procedure"), written("service"))};
    }
    if (result.outcome == ImportOutcome::refused && !result.field.empty()) {
        row.wrong = columnOf(result.field);
        auto& cell = row.cells[*row.wrong];
        const std::string text = written(result.field.c_str());
        if (*row.wrong == ImportState::who && !text.empty()) cell += " · " + text;
        if (cell.empty()) cell = m.trc("import", "(empty)");
    }
    std::tie(row.verdict, row.tone) = verdictOf(at);
    return row;
}

std::pair<std::string, Tone> ImportPresenter::verdictOf(std::size_t at) const
{
    const Messages& m = desk_.messages();
    const ImportResult& result = results_[at];
    if (result.outcome == ImportOutcome::refused) {
        const std::string name = importFieldName(m, result.field),
                          why = faultInWords(m, result.fault, result.field);
        return {name.empty() ? why : m.tr("{0}: {1}", name, why), Tone::wrong};
    }
    if (!known_ || due_.contains(at)) return {m.tr("One moment …"), Tone::plain};
    std::string text;
    Tone tone = Tone::plain;
    if (result.outcome == ImportOutcome::alreadyThere) {
        text = result.sameAsLine ? m.tr("The same as line {0}.", *result.sameAsLine)
                                 : m.tr("Already there: {0}.", referenceInWords(result.reference));
    } else if (!result.reference.empty()) {
        text = m.tr("Imported: {0}.", referenceInWords(result.reference));
        tone = Tone::good;
    } else if (rest_.contains(at)) {
        text = m.tr("Left out.");
    } else {
        text = m.tr("Good.");
        tone = Tone::good;
    }
    if (result.warnings.empty()) return {text, tone};
    if (result.outcome == ImportOutcome::imported && result.reference.empty() && !rest_.contains(at))
        text.clear();
    for (const ImportWarning warning : result.warnings) text = joined(text, warningInWords(m, warning));
    return {text, Tone::look};
}

ImportState::Form ImportPresenter::formOf(std::size_t at) const
{
    const Messages& m = desk_.messages();
    const ImportResult& result = results_[at];
    ImportState::Form form{.line = result.line, .title = m.tr("Line {0} of the file", result.line)};
    form.canEdit = !run_ && result.reference.empty();
    for (std::size_t i = 0; i < importFields.size(); ++i) {
        form.texts[i] = sheet_.text(at, importFields[i]);
        if (result.outcome == ImportOutcome::refused && result.field == importFields[i])
            form.problems[i] = faultInWords(m, result.fault, result.field);
    }
    std::tie(form.verdict, form.tone) = verdictOf(at);
    return form;
}
} // namespace accueil
