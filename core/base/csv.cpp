#include "core/base/csv.h"
#include "core/base/errors.h"
#include <csv.h>
#include <fstream>
#include <iterator>

namespace accueil
{
namespace
{
struct Reading
{
    std::vector<std::string> header, fields;
    std::vector<CsvRow> rows;
    std::size_t line = 1;
    bool tooLong = false;
};

void endField(void* text, std::size_t length, void* data)
{
    static_cast<Reading*>(data)->fields.emplace_back(static_cast<const char*>(text), length);
}

void endRow(int, void* data)
{
    auto& reading = *static_cast<Reading*>(data);
    if (reading.header.empty()) {
        reading.header = std::move(reading.fields);
    } else if (reading.fields.size() > reading.header.size()) {
        reading.tooLong = true;
    } else if (!reading.tooLong) {
        CsvRow row;
        reading.fields.resize(reading.header.size());
        for (std::size_t i = 0; i < reading.header.size(); ++i) row[reading.header[i]] = reading.fields[i];
        reading.rows.push_back(std::move(row));
    }
    if (!reading.tooLong) ++reading.line;
    reading.fields.clear();
}
} // namespace

std::vector<CsvRow> readCsv(const std::string& path)
{
    std::ifstream file(path, std::ios::binary);
    if (!file) throw ConfigError("cannot read " + path);
    std::string text{std::istreambuf_iterator<char>(file), {}};
    if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3); // what spreadsheets put in front

    Reading reading;
    csv_parser parser;
    csv_init(&parser, CSV_APPEND_NULL);
    const bool read = csv_parse(&parser, text.data(), text.size(), endField, endRow, &reading) == text.size();
    csv_fini(&parser, endField, endRow, &reading);
    csv_free(&parser);
    if (!read || reading.tooLong) throw ConfigError(path + ", line " + std::to_string(reading.line) + ": not a CSV line");
    return reading.rows;
}
} // namespace accueil
