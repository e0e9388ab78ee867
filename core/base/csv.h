// core/base/csv.h - reads CSV files whose first line names the columns (UTF-8, RFC 4180).
#pragma once
#include <map>
#include <string>
#include <vector>

namespace accueil
{
using CsvRow = std::map<std::string, std::string>; ///< by column; every column of the header is there

/// @throws ConfigError  if the file cannot be read, or a line has more fields than the header; names file and line
std::vector<CsvRow> readCsv(const std::string& path);
} // namespace accueil
