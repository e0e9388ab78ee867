// staff-desktop/logic/import_report.h - what became of an imported list, to keep and to print.
#pragma once
#include "core/booking/import.h"
#include "core/printing/letter_text.h"

namespace accueil
{
/// A line for each line of the file, as spreadsheets here read it. Names nobody.
std::string importReport(const Messages& messages, const Catalogue& catalogue,
                         const std::vector<ImportResult>& results);

/// Those whom the kiosk cannot find by birth date, in order of time, with room to write it.
printing::CallSheetText withoutBirthDate(const Messages& messages, const Catalogue& catalogue,
                                         const std::vector<ImportRow>& rows,
                                         const std::vector<ImportResult>& results, Day today);
} // namespace accueil
