// core/booking/import.h - appointments made before this system, from a CSV file: understood line by line, tried first,
// then written. A line that cannot be used never stops the others, and a line that is already there is told, not doubled.
#pragma once
#include "core/base/csv.h"
#include "core/booking/booking.h"
#include <functional>
#include <set>

namespace accueil
{
/// Why a line is not imported.
enum class ImportFault {
    none,
    missing,       ///< the field is needed and empty
    notUnderstood, ///< not a date, a time, an e-mail address …
    unknown,       ///< no procedure, service or language of this name
    ambiguous,     ///< several procedures have this name: the code says which
    contradictory, ///< the procedure is not of the service
    past,          ///< the day is over
    tooManyFields, ///< more fields than columns: a separator inside a field without quotes
    notPublished,  ///< the service has no places on that day
    outsideHours,  ///< the service has places on that day, but not then
    codeTaken,     ///< another appointment has this code of the older system
};

/// What the administrator should look at, although the line is imported.
enum class ImportWarning {
    overCapacity,    ///< the places then are all taken
    outsideHours,    ///< there are no places then; allowed by the option
    noBirthDate,     ///< the kiosk cannot find this visitor by birth date, the reception can
    samePersonThen,  ///< the same person has another appointment at that time
    codeNotReadable, ///< the kiosk's reader takes codes of eight characters or more, without accents
    cancelledHere,   ///< it is there, but was cancelled meanwhile; it stays cancelled
};

/// One line, understood.
struct ImportVisit
{
    Day day;
    MinuteOfDay start;
    int minutes = 0; ///< as the line or the procedure has it; not yet in whole granules
    ServiceId service;
    ProcedureId procedure; ///< none: only the service is known
    Person person;         ///< the birth date is all zeros when it is not known
    std::string code;      ///< of the older system, as parseScannedCode gives it; or empty
    std::string key;       ///< 32 hexadecimal digits that name the line: date, time, service, person, code
};

struct ImportRow
{
    int line = 0; ///< in the file; the header stands in line 1
    ImportVisit visit;
    ImportFault fault = ImportFault::none; ///< then `visit` cannot be used
    std::string field;                     ///< at fault: "date", "birth_date" …
};

struct ImportFile
{
    std::vector<ImportRow> rows;
    std::vector<std::string> unusedColumns; ///< as the file has them
};

/// The columns that the first line lacks, by our names: "date", "procedure or service".
class MissingColumns : public ConfigError
{
public:
    explicit MissingColumns(std::vector<std::string> columns);
    const std::vector<std::string>& columns() const { return columns_; }

private:
    std::vector<std::string> columns_;
};

/// Our name of a column ("last_name" for "Nom de famille"); empty for one that is not used.
std::string importField(const std::string& header);

/// Pure. Columns are known by their English or French names, whatever the case, accents and order: date, time, procedure
/// and/or service, last_name, first_name are needed; birth_date, email, phone, code, language, note, minutes may be there.
/// @throws MissingColumns
ImportFile understandImport(const Catalogue& catalogue, const CsvTable& table, Day today);

/// What people and old systems write: 2026-11-26, 26/11/2026, 26.11.2026, 26-11-2026.
std::optional<Day> parseWrittenDay(const std::string& text);
/// 8:30, 08:30:00, 08h30, 8.30, 8h.
std::optional<MinuteOfDay> parseWrittenTime(const std::string& text);

/// Only the lines asked for. @throws InvalidInput  if one is not in the file
std::vector<ImportRow> onlyLines(const std::vector<ImportRow>& rows, const std::set<int>& lines);

struct ImportOptions
{
    bool outsideHours = false; ///< also where the service has no places then
    bool sendMails = false;    ///< a confirmation with a QR code now; a reminder goes out the day before in any case
};

enum class ImportOutcome { imported, alreadyThere, refused };

/// What becomes of one line. No name, no address.
struct ImportResult
{
    int line = 0;
    ImportOutcome outcome = ImportOutcome::imported;
    LocalTime start;   ///< unless refused for what it says
    ServiceId service; ///< the same
    std::string reference;          ///< of the appointment that is there now; empty when only tried
    std::optional<int> sameAsLine;  ///< already there, because an earlier line of the file says the same
    ImportFault fault = ImportFault::none;
    std::string field;
    std::vector<ImportWarning> warnings;
};

/// A dry run: what would become of each line. Reads only.
std::vector<ImportResult> planImport(store::Connection& connection, const Catalogue& catalogue, const std::vector<ImportRow>& rows,
                                     const ImportOptions& options);

/// Each line in a transaction of its own; may be run again, killed, or run twice at once. For accounts of the reception
/// and above, and the administrator of the server.
/// @param told  hears of each line as soon as it is done
/// @throws StoreError  when the database cannot go on: the lines told so far are done
std::vector<ImportResult> importLines(store::Connection& connection, const Catalogue& catalogue, const std::vector<ImportRow>& rows,
                                      const ImportOptions& options, const std::function<void(const ImportResult&)>& told = {});

/// Writes what planImport() said a moment ago would be imported; for a long list in pieces, between which others come in.
/// @param planned  of these rows, in their order
/// @param run  names one press of the button: a piece repeated after a loss counts what it had done as imported
std::vector<ImportResult> importPlanned(store::Connection& connection, const Catalogue& catalogue, const std::vector<ImportRow>& rows,
                                        std::vector<ImportResult> planned, const ImportOptions& options, const std::string& run,
                                        const std::function<void(const ImportResult&)>& told = {});
} // namespace accueil
