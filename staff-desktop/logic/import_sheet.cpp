#include "staff-desktop/logic/import_sheet.h"

namespace accueil
{
ImportSheet::ImportSheet(CsvTable table, const Catalogue& catalogue, Day today) : table_(std::move(table))
{
    ImportFile file = understandImport(catalogue, table_, today);
    rows_ = std::move(file.rows);
    unused_ = std::move(file.unusedColumns);
    for (const auto& header : table_.header) fields_.push_back(importField(header));
}

std::vector<std::size_t> ImportSheet::columnsOf(const std::string& field) const
{
    std::vector<std::size_t> columns;
    for (std::size_t i = 0; i < fields_.size(); ++i)
        if (fields_[i] == field) columns.push_back(i);
    return columns;
}

/// Of several columns of one name the first that is filled counts.
std::string ImportSheet::text(std::size_t row, const std::string& field) const
{
    const auto& texts = table_.lines.at(row).fields;
    for (const std::size_t column : columnsOf(field))
        if (!texts[column].empty()) return texts[column];
    return {};
}

void ImportSheet::correct(std::size_t row, const std::string& field, const std::string& text,
                          const Catalogue& catalogue, Day today)
{
    auto columns = columnsOf(field);
    if (columns.empty()) {
        columns.push_back(fields_.size());
        fields_.push_back(field);
        table_.header.push_back(field);
        for (auto& line : table_.lines)
            line.fields.insert(line.fields.begin() + static_cast<std::ptrdiff_t>(fields_.size()) - 1, "");
    }
    CsvLine& line = table_.lines.at(row);
    line.fields.resize(
        fields_.size()); // one field too many came from a separator: whoever corrects has seen it
    for (const std::size_t column : columns) line.fields[column].clear();
    line.fields[columns.front()] = text;
    rows_[row] = understandImport(catalogue, {table_.header, {line}}, today).rows.front();
}
} // namespace accueil
