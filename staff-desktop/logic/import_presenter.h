// staff-desktop/logic/import_presenter.h - an older list: read, looked over line by line, corrected,
// imported.
#pragma once
#include "staff-desktop/logic/desk.h"
#include "staff-desktop/logic/import_state.h"
#include "staff-desktop/logic/inquiry.h"
#include "staff-desktop/logic/print_presenter.h"
#include <map>
#include <set>

namespace accueil
{
/// GUI thread. The file is read, and its lines are tried and written, by the worker; a long import goes in
/// small pieces, between which the other pages get their answers. What is imported stays so, also when one
/// stops; the rest may follow later.
class ImportPresenter
{
public:
    using Print = std::function<void(PrintDocument)>;
    ImportPresenter(Desk& desk, Print print);

    ImportState state() const;

    void read(const std::string& path);
    void close(); ///< another file
    void setOptions(const ImportOptions& options);
    void filter(ImportState::Filter filter);
    void choose(int line); ///< 0 for none
    void take(int line, bool on);
    void takeAll(bool on);
    /// What is typed into the form of the chosen line; it is tried as soon as the typing rests.
    void correct(const std::string& field, const std::string& text);
    /// What a field is completed with while one types: procedures and services, by name and by code.
    std::map<std::string, std::vector<std::string>> usualTexts() const;
    void import();
    void stop(); ///< after the piece that is on its way
    void printWithoutBirthDate();
    void saveReport(const std::string& path);
    void renewed(); ///< the catalogue was read again
    void tick();

    Listening onChanged(std::function<void()> listener) { return changed_.connect(std::move(listener)); }

private:
    using Results = std::vector<ImportResult>;
    /// One press of the button.
    struct Run
    {
        std::string id;
        std::vector<std::size_t> lines; ///< places in the sheet
        Results planned;
        std::size_t next = 0;
        long imported = 0;
        bool stopping = false;
    };

    void tryAll();
    void tryCorrected();
    void tried(const std::exception_ptr& error);
    void goOn();
    void finish();
    void settle(std::size_t at, const ImportResult& result);
    std::vector<ImportRow> rowsOf(const std::vector<std::size_t>& lines) const;
    std::optional<std::size_t> placeOf(int line) const;
    bool waits(std::size_t at) const; ///< good, not there yet, and wanted
    bool isGood(std::size_t at) const;
    void touch() const { rows_.reset(); }

    // import_state.cpp
    ImportState::Row rowOf(std::size_t at) const;
    ImportState::Form formOf(std::size_t at) const;
    bool suits(std::size_t at) const;
    std::pair<std::string, Tone> verdictOf(std::size_t at) const;
    std::shared_ptr<const std::vector<ImportState::Row>> rows() const;
    void count(ImportState& state) const;
    std::string progressText() const;

    Desk& desk_;
    const Print print_;
    Link fileLink_; ///< a file says nothing of the shared data
    Inquiry file_, try_, write_, save_;
    ImportState::Stage stage_ = ImportState::Stage::empty;
    std::string path_;
    std::exception_ptr fileProblem_, problem_;
    ImportSheet sheet_;
    Results results_;            ///< of each line, as far as known
    std::set<std::size_t> rest_; ///< lines that are left out
    std::set<std::size_t> due_;  ///< corrected, not tried yet
    bool known_ = false;         ///< every line was tried
    bool again_ = false;         ///< what failed is tried again when somebody answers
    Instant dueAt_;
    ImportState::Filter filter_ = ImportState::Filter::all;
    int chosen_ = 0;
    ImportOptions options_;
    std::optional<Run> run_;
    enum class Said { nothing, imported, stopped, saved, notSaved } said_ = Said::nothing;
    long saidCount_ = 0;
    mutable std::shared_ptr<const std::vector<ImportState::Row>> rows_;
    Signal<> changed_;
    Listening restored_, spoken_;
};
} // namespace accueil
