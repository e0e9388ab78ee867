// tests/desk/fake_import.h - takes every line that is understood, unless the test says otherwise.
#pragma once
#include "staff-desktop/logic/import_service.h"
#include "tests/desk/fake_calls.h"
#include <map>

namespace accueil
{
struct FakeImport : virtual ImportService, virtual FakeCalls
{
    std::map<int, ImportResult> answers; ///< by line; only outcome, fault, field and warnings count
    std::vector<std::vector<int>> planned, written; ///< lines, of each call
    std::vector<std::string> runs;
    ImportOptions lastOptions;

    std::vector<ImportResult> planImport(const std::vector<ImportRow>& rows,
                                         const ImportOptions& options) override
    {
        lastOptions = options;
        auto& lines = planned.emplace_back();
        ask("planImport");
        std::vector<ImportResult> results;
        for (const auto& row : rows) {
            lines.push_back(row.line);
            results.push_back(resultOf(row));
        }
        return results;
    }
    std::vector<ImportResult> importPlanned(const std::vector<ImportRow>& rows,
                                            const std::vector<ImportResult>& plan,
                                            const ImportOptions& options, const std::string& run) override
    {
        lastOptions = options;
        runs.push_back(run);
        ask("importPlanned");
        auto& lines = written.emplace_back();
        auto results = plan;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            lines.push_back(rows[i].line);
            if (results[i].outcome == ImportOutcome::imported) results[i].reference = "KXTRBVLN";
        }
        return results;
    }

private:
    ImportResult resultOf(const ImportRow& row) const
    {
        ImportResult result;
        const auto answer = answers.find(row.line);
        if (answer != answers.end()) result = answer->second;
        result.line = row.line;
        if (row.fault != ImportFault::none) {
            result.outcome = ImportOutcome::refused;
            result.fault = row.fault;
            result.field = row.field;
            return result;
        }
        result.start = {row.visit.day, row.visit.start};
        result.service = row.visit.service;
        return result;
    }
};
} // namespace accueil
