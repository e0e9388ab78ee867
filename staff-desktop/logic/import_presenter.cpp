#include "staff-desktop/logic/import_presenter.h"
#include "core/base/private_file.h"
#include "core/printing/call_sheet_pdf.h"
#include "staff-desktop/logic/import_report.h"
#include <algorithm>
#include <numeric>

namespace accueil
{
namespace
{
constexpr std::size_t piece = 20; // lines: a tenth of a second, then somebody else
constexpr std::chrono::milliseconds typingRests{400};
constexpr std::size_t linesOnPage = 10; // of the printed list; about
} // namespace

ImportPresenter::ImportPresenter(Desk& desk, Print print)
    : desk_(desk), print_(std::move(print)), fileLink_(desk.clock, Link::Log::no),
      file_(desk.tasks, fileLink_), try_(desk.tasks, desk.link), write_(desk.tasks, desk.link),
      save_(desk.tasks, fileLink_), restored_(desk.link.onRestored([this] {
          if (!again_) return;
          again_ = false;
          problem_ = nullptr;
          if (run_)
              goOn();
          else
              tryAll();
      })),
      spoken_(desk.speech.onChanged([this] { touch(); }))
{
}

// ---- the file

void ImportPresenter::read(const std::string& path)
{
    if (run_) return;
    close();
    path_ = path;
    stage_ = ImportState::Stage::reading;
    file_.ask([path, catalogue = desk_.sharedCatalogue(),
               today = desk_.today()] { return ImportSheet(readCsvTable(path), *catalogue, today); },
              [this](ImportSheet sheet) {
                  sheet_ = std::move(sheet);
                  for (const auto& row : sheet_.rows()) {
                      ImportResult result;
                      result.line = row.line;
                      results_.push_back(result);
                  }
                  tryAll();
              },
              [this](const std::exception_ptr& error) {
                  fileProblem_ = error;
                  stage_ = ImportState::Stage::empty;
                  changed_();
              });
    changed_();
}

void ImportPresenter::close()
{
    if (run_) return;
    for (Inquiry* inquiry : {&file_, &try_, &save_}) inquiry->forget();
    stage_ = ImportState::Stage::empty;
    sheet_ = {};
    results_.clear();
    rest_.clear();
    due_.clear();
    known_ = again_ = false;
    fileProblem_ = problem_ = nullptr;
    filter_ = ImportState::Filter::all;
    chosen_ = 0;
    said_ = Said::nothing;
    touch();
    changed_();
}

/// Places and opening hours may be others now.
void ImportPresenter::renewed()
{
    touch();
    if (stage_ == ImportState::Stage::ready && !run_) tryAll();
}

// ---- trying

std::vector<ImportRow> ImportPresenter::rowsOf(const std::vector<std::size_t>& lines) const
{
    std::vector<ImportRow> rows;
    for (const std::size_t at : lines) rows.push_back(sheet_.rows()[at]);
    return rows;
}

void ImportPresenter::tryAll()
{
    problem_ = nullptr;
    due_.clear();
    try_.ask([&service = desk_.service, rows = sheet_.rows(),
              options = options_] { return service.planImport(rows, options); },
             [this](const Results& results) {
                 for (std::size_t at = 0; at < results.size(); ++at)
                     if (sheet_.rows()[at].fault == results[at].fault ||
                         sheet_.rows()[at].fault == ImportFault::none)
                         settle(at, results[at]); // not what was corrected while one tried
                 known_ = true;
                 tried(nullptr);
             },
             [this](const std::exception_ptr& error) { tried(error); });
    changed_();
}

void ImportPresenter::tried(const std::exception_ptr& error)
{
    problem_ = error;
    again_ = isLoss(error);
    stage_ = ImportState::Stage::ready;
    touch();
    changed_();
}

/// A line that is imported stays so, whatever is tried later.
void ImportPresenter::settle(std::size_t at, const ImportResult& result)
{
    const ImportResult& before = results_[at];
    const bool done = before.outcome == ImportOutcome::imported && !before.reference.empty();
    if (!done) results_[at] = result;
}

void ImportPresenter::correct(const std::string& field, const std::string& text)
{
    const auto at = placeOf(chosen_);
    if (!at || run_ || !formOf(*at).canEdit || sheet_.text(*at, field) == text) return;
    sheet_.correct(*at, field, text, desk_.catalogue(), desk_.today());
    const ImportRow& row = sheet_.rows()[*at];
    ImportResult& result = results_[*at];
    result = {};
    result.line = row.line;
    result.outcome = row.fault == ImportFault::none ? ImportOutcome::imported : ImportOutcome::refused;
    result.fault = row.fault;
    result.field = row.field;
    if (row.fault == ImportFault::none)
        due_.insert(*at);
    else
        due_.erase(*at);
    dueAt_ = desk_.clock.now() + typingRests;
    said_ = Said::nothing;
    touch();
    changed_();
}

void ImportPresenter::tick()
{
    if (!due_.empty() && known_ && !again_ && !run_ && !try_.pending() && desk_.clock.now() >= dueAt_)
        tryCorrected();
}

void ImportPresenter::tryCorrected()
{
    const std::vector<std::size_t> lines(due_.begin(), due_.end());
    try_.ask([&service = desk_.service, rows = rowsOf(lines),
              options = options_] { return service.planImport(rows, options); },
             [this, lines, asked = rowsOf(lines)](const Results& results) {
                 for (std::size_t i = 0; i < lines.size(); ++i) {
                     if (sheet_.rows()[lines[i]].visit.key != asked[i].visit.key)
                         continue; // typed on meanwhile
                     due_.erase(lines[i]);
                     settle(lines[i], results[i]);
                 }
                 tried(nullptr);
             },
             [this](const std::exception_ptr& error) { tried(error); });
    changed_();
}

// ---- choosing

std::optional<std::size_t> ImportPresenter::placeOf(int line) const
{
    const auto& rows = sheet_.rows();
    const auto it = std::ranges::lower_bound(rows, line, {}, &ImportRow::line);
    if (it == rows.end() || it->line != line) return {};
    return static_cast<std::size_t>(it - rows.begin());
}

bool ImportPresenter::isGood(std::size_t at) const
{
    const ImportResult& result = results_[at];
    return known_ && result.outcome == ImportOutcome::imported && result.reference.empty() &&
           !due_.contains(at);
}

bool ImportPresenter::waits(std::size_t at) const
{
    return isGood(at) && !rest_.contains(at);
}

void ImportPresenter::setOptions(const ImportOptions& options)
{
    if (run_) return;
    const bool other = options.outsideHours != options_.outsideHours;
    options_ = options;
    if (other && stage_ == ImportState::Stage::ready) return tryAll();
    changed_();
}

void ImportPresenter::filter(ImportState::Filter filter)
{
    filter_ = filter;
    touch();
    changed_();
}

void ImportPresenter::choose(int line)
{
    if (line == chosen_) return;
    chosen_ = line;
    if (filter_ != ImportState::Filter::all) touch(); // a line that has become good goes when one leaves it
    changed_();
}

void ImportPresenter::take(int line, bool on)
{
    const auto at = placeOf(line);
    if (!at || run_ || !isGood(*at)) return;
    if (on)
        rest_.erase(*at);
    else
        rest_.insert(*at);
    touch();
    changed_();
}

void ImportPresenter::takeAll(bool on)
{
    if (run_) return;
    rest_.clear();
    for (std::size_t at = 0; !on && at < results_.size(); ++at) rest_.insert(at);
    touch();
    changed_();
}

// ---- importing

void ImportPresenter::import()
{
    if (run_ || stage_ != ImportState::Stage::ready || try_.pending()) return;
    Run run{.id = Seed::random().hex(), .lines = {}, .planned = {}};
    for (std::size_t at = 0; at < results_.size(); ++at)
        if (waits(at)) run.lines.push_back(at);
    if (run.lines.empty()) return;
    run_ = std::move(run);
    stage_ = ImportState::Stage::importing;
    said_ = Said::nothing;
    problem_ = nullptr;
    goOn();
}

/// First all chosen lines are tried once more, together; then they are written, piece by piece.
void ImportPresenter::goOn()
{
    const auto failed = [this](const std::exception_ptr& error) {
        problem_ = error;
        again_ = isLoss(error);
        if (!again_) return finish();
        changed_();
    };
    if (run_->planned.empty()) {
        write_.ask([&service = desk_.service, rows = rowsOf(run_->lines),
                    options = options_] { return service.planImport(rows, options); },
                   [this](Results results) {
                       run_->planned = std::move(results);
                       goOn();
                   },
                   failed);
        return changed_();
    }
    if (run_->stopping || run_->next >= run_->lines.size()) return finish();
    const std::size_t from = run_->next, to = std::min(from + piece, run_->lines.size());
    const auto cut = [&](const auto& all) {
        return std::vector(all.begin() + static_cast<std::ptrdiff_t>(from),
                           all.begin() + static_cast<std::ptrdiff_t>(to));
    };
    write_.ask([&service = desk_.service, rows = rowsOf(cut(run_->lines)), planned = cut(run_->planned),
                options = options_,
                run = run_->id] { return service.importPlanned(rows, planned, options, run); },
               [this, from, to](const Results& results) {
                   for (std::size_t i = 0; i < results.size(); ++i) {
                       settle(run_->lines[from + i], results[i]);
                       if (results[i].outcome == ImportOutcome::imported) ++run_->imported;
                   }
                   run_->next = to;
                   goOn();
               },
               failed);
    changed_();
}

void ImportPresenter::stop()
{
    if (!run_) return;
    run_->stopping = true;
    if (again_) { // nothing is on its way: nobody answers
        again_ = false;
        problem_ = nullptr;
        return finish();
    }
    changed_();
}

void ImportPresenter::finish()
{
    said_ = run_->next < run_->lines.size() ? Said::stopped : Said::imported;
    saidCount_ = run_->imported;
    run_.reset();
    stage_ = ImportState::Stage::ready;
    touch();
    changed_();
}

// ---- paper and files

void ImportPresenter::printWithoutBirthDate()
{
    if (stage_ != ImportState::Stage::ready) return;
    print_({.title = [](const Messages& m) { return m.tr("Appointments without date of birth"); },
            .fileName = "without-birth-date",
            .draw =
                [text = withoutBirthDate(desk_.messages(), desk_.catalogue(), sheet_.rows(), results_,
                                         desk_.today())] {
                    const int pages = 1 + static_cast<int>(text.lines.size() / linesOnPage);
                    return printing::a4Sheet(printing::callSheetPdf(text), pages);
                }});
}

void ImportPresenter::saveReport(const std::string& path)
{
    if (stage_ != ImportState::Stage::ready) return;
    save_.ask([path, m = desk_.messages(), catalogue = desk_.sharedCatalogue(),
               results = results_] { writePrivateFile(path, importReport(m, *catalogue, results)); },
              [this] {
                  said_ = Said::saved;
                  changed_();
              },
              [this](const std::exception_ptr&) {
                  said_ = Said::notSaved;
                  changed_();
              });
}
} // namespace accueil
