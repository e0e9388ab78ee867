#include "staff-desktop/service/desk_session.h"

namespace accueil
{
std::vector<ImportResult> DatabaseDesk::planImport(const std::vector<ImportRow>& rows,
                                                   const ImportOptions& options)
{
    return accueil::planImport(session().connection, *session().catalogue, rows, options);
}

std::vector<ImportResult> DatabaseDesk::importPlanned(const std::vector<ImportRow>& rows,
                                                      const std::vector<ImportResult>& planned,
                                                      const ImportOptions& options, const std::string& run)
{
    return accueil::importPlanned(session().connection, *session().catalogue, rows, planned, options, run);
}
} // namespace accueil
