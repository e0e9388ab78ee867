#include "core/base/csv.h"
#include <algorithm>
#include <boost/locale/encoding.hpp>
#include <csv.h>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace accueil
{
namespace
{
using Why = UnreadableCsv::Why;
constexpr std::uintmax_t largest = 32 << 20; // bytes

struct Reading
{
    CsvTable table;
    CsvLine row;
    int at = 1;    ///< the line that is being read
    int above = 0; ///< line ends inside the fields of this row
};

void endField(void* text, std::size_t length, void* data)
{
    auto& reading = *static_cast<Reading*>(data);
    reading.row.fields.emplace_back(static_cast<const char*>(text), length);
    reading.above += static_cast<int>(std::ranges::count(reading.row.fields.back(), '\n'));
}

void endRow(int, void* data)
{
    auto& reading = *static_cast<Reading*>(data);
    auto& [header, lines] = reading.table;
    auto& fields = reading.row.fields;
    if (header.empty()) {
        header = std::move(fields);
    } else {
        // Spreadsheets end their lines with separators that mean nothing.
        while (fields.size() > header.size() && fields.back().empty()) fields.pop_back();
        fields.resize(std::max(fields.size(), header.size()));
        if (std::ranges::any_of(fields, [](const std::string& field) { return !field.empty(); }))
            lines.push_back({reading.at - reading.above, std::move(fields)});
    }
    fields = {};
    reading.above = 0;
}

std::string utf8(std::string text)
{
    using namespace boost::locale::conv;
    if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3); // what spreadsheets put in front
    try {
        return utf_to_utf<char>(text, stop);
    } catch (const conversion_error&) {
        return to_utf<char>(text, "Windows-1252");
    }
}

std::string textOf(const std::string& path)
{
    namespace fs = std::filesystem;
    std::error_code unknown;
    if (!fs::exists(path, unknown) || fs::is_directory(path, unknown)) throw UnreadableCsv(Why::missing, "cannot read " + path);
    if (fs::is_regular_file(path, unknown) && fs::file_size(path, unknown) > largest)
        throw UnreadableCsv(Why::tooLarge, path + " is too large");
    std::ifstream file(path, std::ios::binary);
    if (!file) throw UnreadableCsv(Why::locked, "cannot read " + path);
    std::string bytes{std::istreambuf_iterator<char>(file), {}};
    if (bytes.find('\0') != std::string::npos) throw UnreadableCsv(Why::noText, path + " is not a text file");
    std::string text = utf8(std::move(bytes));
    if (text.find('\n') == std::string::npos) std::ranges::replace(text, '\r', '\n');
    return text;
}

char separatorOf(const std::string& text)
{
    const std::string_view first(text.data(), std::min(text.find('\n'), text.size()));
    const auto count = [first](char c) { return std::ranges::count(first, c); };
    const char best = count(';') > count(',') ? ';' : ',';
    return count('\t') > count(best) ? '\t' : best;
}

/// Line by line, so that a row knows where it stands. @return false if the reader gave up at `reading.at`
bool parse(const std::string& text, Reading& reading)
{
    csv_parser parser;
    csv_init(&parser, CSV_APPEND_NULL);
    csv_set_delim(&parser, static_cast<unsigned char>(separatorOf(text)));
    bool good = true;
    for (std::size_t from = 0; good && from < text.size();) {
        const std::size_t to = std::min(text.find('\n', from), text.size() - 1) + 1;
        good = csv_parse(&parser, text.data() + from, to - from, endField, endRow, &reading) == to - from;
        from = to;
        if (good && from < text.size()) ++reading.at;
    }
    csv_fini(&parser, endField, endRow, &reading);
    csv_free(&parser);
    return good;
}
} // namespace

CsvTable readCsvTable(const std::string& path)
{
    Reading reading;
    if (!parse(textOf(path), reading))
        throw UnreadableCsv(Why::notCsv, path + ", line " + std::to_string(reading.at) + ": not a CSV line");
    if (reading.table.header.empty()) throw UnreadableCsv(Why::empty, path + " names no columns");
    return std::move(reading.table);
}

std::vector<CsvRow> readCsv(const std::string& path)
{
    const auto [header, lines] = readCsvTable(path);
    std::vector<CsvRow> rows;
    for (const auto& [line, fields] : lines) {
        if (fields.size() > header.size()) throw ConfigError(path + ", line " + std::to_string(line) + ": not a CSV line");
        CsvRow& row = rows.emplace_back();
        for (std::size_t i = 0; i < header.size(); ++i) row[header[i]] = fields[i];
    }
    return rows;
}
} // namespace accueil
