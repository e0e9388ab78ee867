// staff-desktop/logic/import_service.h - what bringing in an older list asks of the shared data.
#pragma once
#include "core/booking/import.h"

namespace accueil
{
/// Errors: see DeskService. Worker thread.
class ImportService
{
public:
    virtual ~ImportService() = default;

    /// What would become of each line; reads only.
    virtual std::vector<ImportResult> planImport(const std::vector<ImportRow>& rows,
                                                 const ImportOptions& options) = 0;
    /// @param planned  of these rows, in their order  @param run  of one press of the button
    virtual std::vector<ImportResult> importPlanned(const std::vector<ImportRow>& rows,
                                                    const std::vector<ImportResult>& planned,
                                                    const ImportOptions& options, const std::string& run) = 0;
};
} // namespace accueil
