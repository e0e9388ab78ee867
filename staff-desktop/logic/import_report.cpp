#include "staff-desktop/logic/import_report.h"
#include "staff-desktop/logic/import_words.h"
#include <algorithm>

namespace accueil
{
namespace
{
std::string quoted(const std::string& text)
{
    std::string out = "\"";
    for (const char c : text) out += c == '"' ? std::string("\"\"") : std::string(1, c);
    return out + '"';
}

std::string rowOf(const std::vector<std::string>& fields)
{
    std::string row;
    for (const auto& field : fields) row += (row.empty() ? "" : ";") + quoted(field);
    return row + "\r\n";
}

std::string outcomeWord(const Messages& m, const ImportResult& result)
{
    switch (result.outcome) {
    case ImportOutcome::imported:
        return result.reference.empty() ? m.trc("import", "Not imported") : m.trc("import", "Imported");
    case ImportOutcome::alreadyThere:
        return m.trc("import", "Already there");
    case ImportOutcome::refused:
        return m.trc("import", "To correct");
    }
    return "";
}

std::string remarks(const Messages& m, const ImportResult& result)
{
    std::string text = faultInWords(m, result.fault, result.field);
    for (const ImportWarning warning : result.warnings)
        text += (text.empty() ? "" : " ") + warningInWords(m, warning);
    return text;
}
} // namespace

std::string importReport(const Messages& m, const Catalogue& catalogue,
                         const std::vector<ImportResult>& results)
{
    std::string csv = "\xEF\xBB\xBF"; // by it spreadsheets know that this is UTF-8
    csv += rowOf({m.tr("Line"), m.trc("import", "What became of it"), m.tr("Date"), m.tr("Time"),
                  m.tr("Service"), m.tr("Reference"), m.trc("import", "Field"), m.trc("import", "Remark")});
    for (const auto& result : results) {
        const Service* service = catalogue.find(result.service);
        csv += rowOf({std::to_string(result.line), outcomeWord(m, result),
                      service ? isoDay(result.start.day) : "", service ? clockText(result.start.minute) : "",
                      service ? service->name.in(m.language()) : "",
                      result.reference.empty() ? "" : referenceInWords(result.reference),
                      importFieldName(m, result.field), remarks(m, result)});
    }
    return csv;
}

printing::CallSheetText withoutBirthDate(const Messages& m, const Catalogue& catalogue,
                                         const std::vector<ImportRow>& rows,
                                         const std::vector<ImportResult>& results, Day today)
{
    printing::CallSheetText sheet;
    sheet.title = m.tr("Appointments without date of birth");
    sheet.subtitle = catalogue.site().name.in(m.language()) + ", " + dayWithYear(m, today);
    sheet.nobody = m.tr("Every appointment has a date of birth.");
    sheet.person = m.trc("people to call", "Person");
    sheet.appointment = m.trc("people to call", "Appointment");
    sheet.toSay = m.tr("Date of birth");
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (results[i].outcome != ImportOutcome::refused && rows[i].visit.person.birthDate == BirthDate{} &&
            !results[i].sameAsLine)
            order.push_back(i);
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return results[i].start; });
    for (const std::size_t i : order) {
        const ImportVisit& visit = rows[i].visit;
        const Person& person = visit.person;
        const Service* service = catalogue.find(visit.service);
        sheet.lines.push_back({person.lastName + " " + person.firstName, person.phone,
                               service ? service->name.in(m.language()) : "",
                               capitalised(dayAndTime(m, visit.day, visit.start)),
                               results[i].reference.empty() ? "" : referenceInWords(results[i].reference),
                               "…………………………………", std::string(ownName(person.language))});
    }
    return sheet;
}
} // namespace accueil
