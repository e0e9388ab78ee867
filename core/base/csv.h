// core/base/csv.h - reads CSV files whose first line names the columns (RFC 4180).
//
// The separator is the one that the first line has most of: comma, semicolon or tab. The text is UTF-8, with or without
// the mark that spreadsheets put in front; what is not UTF-8 is taken for Windows-1252.
#pragma once
#include "core/base/errors.h"
#include <map>
#include <string>
#include <vector>

namespace accueil
{
struct CsvLine
{
    int line = 0;                    ///< in the file, from 1; where the line begins if a field goes over several
    std::vector<std::string> fields; ///< at least as many as the header; more only if the line has too many
};

struct CsvTable
{
    std::vector<std::string> header;
    std::vector<CsvLine> lines; ///< empty lines are left out
};

/// Why a file gives no table, for whoever chose it.
class UnreadableCsv : public ConfigError
{
public:
    enum class Why {
        missing,  ///< no such file, or a folder
        locked,   ///< it is there, but this account may not read it
        tooLarge, ///< no list of people is as large
        noText,   ///< a workbook, a picture, text in sixteen bits
        empty,
        notCsv, ///< a quote that is never closed
    };
    UnreadableCsv(Why why, const std::string& what) : ConfigError(what), why_(why) {}
    Why why() const { return why_; }

private:
    Why why_;
};

/// @throws UnreadableCsv
CsvTable readCsvTable(const std::string& path);

using CsvRow = std::map<std::string, std::string>; ///< by column; every column of the header is there

/// @throws ConfigError  if the file cannot be read (UnreadableCsv), or a line has more fields than the header; names file and line
std::vector<CsvRow> readCsv(const std::string& path);
} // namespace accueil
