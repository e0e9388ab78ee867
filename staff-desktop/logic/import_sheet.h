// staff-desktop/logic/import_sheet.h - the lines of an older list while they are looked over and corrected.
#pragma once
#include "core/booking/import.h"
#include <array>

namespace accueil
{
/// What can be corrected, in the order of the form; core's names.
inline constexpr std::array importFields{"date",       "time",       "procedure", "service", "last_name",
                                         "first_name", "birth_date", "phone",     "email",   "code",
                                         "minutes",    "language",   "note"};

/// The file itself stays as it is: what is corrected here lives as long as the page shows it.
class ImportSheet
{
public:
    ImportSheet() = default;
    /// Takes a while for a long list; any thread. @throws MissingColumns
    ImportSheet(CsvTable table, const Catalogue& catalogue, Day today);

    const std::vector<ImportRow>& rows() const { return rows_; } ///< in the order of the file
    const std::vector<std::string>& unusedColumns() const { return unused_; }

    /// As it stands in the file, or was corrected.
    std::string text(std::size_t row, const std::string& field) const;
    /// Understands the line again. A column that the file lacks is added.
    void correct(std::size_t row, const std::string& field, const std::string& text,
                 const Catalogue& catalogue, Day today);

private:
    std::vector<std::size_t> columnsOf(const std::string& field) const;

    CsvTable table_;
    std::vector<std::string> fields_; ///< our names of the columns; empty for one that is not used
    std::vector<std::string> unused_;
    std::vector<ImportRow> rows_;
};
} // namespace accueil
