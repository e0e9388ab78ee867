// What the lines of an old list say.
#include "core/booking/import.h"
#include "core/catalogue/search.h"
#include <algorithm>
#include <charconv>
#include <fmt/ranges.h>
#include <map>

namespace accueil
{
namespace
{
constexpr int mostMinutes = 480;

/// The names of the columns, in lower case without accents, blanks and dashes. The first name is ours.
const std::map<std::string, std::vector<std::string>>& columnNames()
{
    static const std::map<std::string, std::vector<std::string>> names{
        {"date", {"date", "day", "jour"}},
        {"time", {"time", "start", "heure"}},
        {"procedure", {"procedure", "demarche", "motif"}},
        {"service", {"service"}},
        {"last_name", {"lastname", "name", "nom", "nomdefamille"}},
        {"first_name", {"firstname", "prenom"}},
        {"birth_date", {"birthdate", "birth", "dateofbirth", "naissance", "datedenaissance"}},
        {"email", {"email", "mail", "courriel"}},
        {"phone", {"phone", "telephone", "tel", "gsm"}},
        {"code", {"code"}},
        {"language", {"language", "langue"}},
        {"note", {"note", "remarque", "remarques"}},
        {"minutes", {"minutes", "duration", "duree"}}};
    return names;
}

std::string trimmed(const std::string& text)
{
    const auto begin = text.find_first_not_of(" \t\r\n");
    if (begin == std::string::npos) return {};
    return text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
}

std::string lettersOf(const std::string& header)
{
    std::string letters = folded(header);
    std::erase_if(letters, [](char c) { return !(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9'); });
    return letters;
}

/// Stops the reading of one line.
struct Unusable
{
    ImportFault fault;
    std::string field;
};

/// The fields of one line by our names. Of two columns with the same meaning, the first that is filled.
using Fields = std::map<std::string, std::string>;

const std::string& needed(const Fields& fields, const std::string& field)
{
    const std::string& text = fields.at(field);
    if (text.empty()) throw Unusable{ImportFault::missing, field};
    return text;
}

/// As names are compared: without case, accents, typographic apostrophes and blanks, and double blanks.
std::string simplified(const std::string& text)
{
    std::string simple = folded(text);
    for (const auto& [typographic, plain] : {std::pair{"\u2019", "'"}, std::pair{"\u00A0", " "}, std::pair{"\u202F", " "}})
        for (auto at = simple.find(typographic); at != std::string::npos; at = simple.find(typographic))
            simple.replace(at, std::string_view(typographic).size(), plain);
    const auto end = std::ranges::unique(simple, [](char a, char b) { return a == ' ' && b == ' '; });
    simple.erase(end.begin(), end.end());
    return simple;
}

template <class Thing>
bool isCalled(const Thing& thing, const std::string& simple)
{
    return simplified(thing.code) == simple ||
           std::ranges::any_of(languages, [&](Language language) { return simplified(thing.name.in(language)) == simple; });
}

const Service* serviceCalled(const Catalogue& catalogue, const std::string& text)
{
    const std::string simple = simplified(text);
    for (const auto& service : catalogue.services())
        if (isCalled(service, simple) ||
            std::ranges::any_of(languages, [&](Language language) { return simplified(service.shortName.in(language)) == simple; }))
            return &service;
    return nullptr;
}

/// The procedures of this code or name; of one service when it is known.
std::vector<const Procedure*> proceduresCalled(const Catalogue& catalogue, const std::string& text, const Service* service)
{
    const std::string simple = simplified(text);
    std::vector<const Procedure*> found;
    for (const auto& procedure : catalogue.procedures())
        if (isCalled(procedure, simple) && (!service || procedure.service == service->id)) found.push_back(&procedure);
    return found;
}

void readWhat(const Catalogue& catalogue, const Fields& fields, ImportVisit& visit)
{
    const std::string &what = fields.at("procedure"), &where = fields.at("service");
    if (what.empty() && where.empty()) throw Unusable{ImportFault::missing, "procedure"};
    const Service* service = where.empty() ? nullptr : serviceCalled(catalogue, where);
    if (!where.empty() && !service) throw Unusable{ImportFault::unknown, "service"};
    if (!what.empty()) {
        const auto found = proceduresCalled(catalogue, what, service);
        if (found.size() > 1) throw Unusable{ImportFault::ambiguous, "procedure"};
        if (found.empty()) {
            if (service && !proceduresCalled(catalogue, what, nullptr).empty()) throw Unusable{ImportFault::contradictory, "service"};
            const Service* named = serviceCalled(catalogue, what); // an old list may have the service only
            if (!named) throw Unusable{ImportFault::unknown, "procedure"};
            if (service && named != service) throw Unusable{ImportFault::contradictory, "service"};
            service = named;
        } else {
            visit.procedure = found.front()->id;
            visit.minutes = found.front()->minutes;
            service = catalogue.find(found.front()->service);
        }
    }
    visit.service = service->id;
    if (visit.minutes == 0) visit.minutes = service->granuleOn(visit.day);
}

void readWhen(const Fields& fields, Day today, ImportVisit& visit)
{
    const auto day = parseWrittenDay(needed(fields, "date"));
    if (!day) throw Unusable{ImportFault::notUnderstood, "date"};
    const auto start = parseWrittenTime(needed(fields, "time"));
    if (!start) throw Unusable{ImportFault::notUnderstood, "time"};
    if (*day < today) throw Unusable{ImportFault::past, "date"};
    visit.day = *day;
    visit.start = *start;
}

void readMinutes(const Fields& fields, ImportVisit& visit)
{
    const std::string& text = fields.at("minutes");
    if (!text.empty()) {
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), visit.minutes);
        const bool whole = error == std::errc() && (end == text.data() + text.size() || std::string_view(end).starts_with(" min"));
        if (!whole || visit.minutes < 1 || visit.minutes > mostMinutes) throw Unusable{ImportFault::notUnderstood, "minutes"};
    }
    constexpr int midnight = 1440, widestGranule = 60;
    if (visit.start.value + visit.minutes > midnight - widestGranule) throw Unusable{ImportFault::notUnderstood, "time"};
}

void readWho(const Fields& fields, Day today, ImportVisit& visit)
{
    Person person{needed(fields, "last_name"), needed(fields, "first_name"), {}, fields.at("email"), fields.at("phone"),
                  fields.at("note"), Language::fr};
    if (const std::string& born = fields.at("birth_date"); !born.empty()) {
        const auto date = parseBirthDate(born, today);
        if (!date) throw Unusable{ImportFault::notUnderstood, "birth_date"};
        person.birthDate = *date;
    }
    if (const std::string& language = fields.at("language"); !language.empty()) {
        const auto known = parseLanguage(language);
        if (!known) throw Unusable{ImportFault::unknown, "language"};
        person.language = *known;
    }
    try {
        visit.person = checkedButBirthDate(std::move(person));
    } catch (const InvalidInput& e) {
        throw Unusable{ImportFault::notUnderstood, e.what()}; // it names the field
    }
    if (const std::string& code = fields.at("code"); !code.empty()) {
        const auto scanned = parseScannedCode(code);
        if (!scanned) throw Unusable{ImportFault::notUnderstood, "code"};
        visit.code = *scanned;
    }
}

std::string keyOf(const ImportVisit& visit)
{
    const auto& person = visit.person;
    const std::string identity = isoDay(visit.day) + '\n' + clockText(visit.start) + '\n' + std::to_string(visit.service.value()) + '\n' +
                                 simplified(person.lastName) + '\n' + simplified(person.firstName) + '\n' +
                                 birthDateText(person.birthDate) + '\n' + visit.code;
    return hexOf(sha256(identity)).substr(0, 32);
}

ImportRow understood(const Catalogue& catalogue, const std::vector<std::string>& columns, const CsvLine& line, Day today)
{
    ImportRow row;
    row.line = line.line;
    try {
        if (line.fields.size() > columns.size()) throw Unusable{ImportFault::tooManyFields, ""};
        Fields fields;
        for (const auto& [field, names] : columnNames()) fields[field];
        for (std::size_t i = 0; i < columns.size(); ++i)
            if (!columns[i].empty() && fields[columns[i]].empty()) fields[columns[i]] = trimmed(line.fields[i]);
        readWhen(fields, today, row.visit);
        readWhat(catalogue, fields, row.visit);
        readMinutes(fields, row.visit);
        readWho(fields, today, row.visit);
        row.visit.key = keyOf(row.visit);
    } catch (const Unusable& e) {
        row.fault = e.fault;
        row.field = e.field;
    }
    return row;
}

void requireColumns(const std::vector<std::string>& columns)
{
    std::vector<std::string> lacking;
    const auto has = [&](const char* name) { return std::ranges::find(columns, name) != columns.end(); };
    for (const char* name : {"date", "time", "last_name", "first_name"})
        if (!has(name)) lacking.emplace_back(name);
    if (!has("procedure") && !has("service")) lacking.emplace_back("procedure or service");
    if (!lacking.empty()) throw MissingColumns(lacking);
}

/// The groups of digits, and what stands between them.
bool split(const std::string& text, std::vector<int>& numbers, std::vector<std::size_t>& lengths, std::string& between)
{
    for (std::size_t i = 0; i < text.size();) {
        std::size_t end = i;
        while (end < text.size() && text[end] >= '0' && text[end] <= '9') ++end;
        if (end == i) {
            if (numbers.empty()) return false;
            between += text[i++];
            continue;
        }
        if (end - i > 4) return false;
        numbers.push_back(std::stoi(text.substr(i, end - i)));
        lengths.push_back(end - i);
        i = end;
    }
    return true;
}
} // namespace

MissingColumns::MissingColumns(std::vector<std::string> columns)
    : ConfigError("the first line does not name these columns: " + fmt::format("{}", fmt::join(columns, ", "))),
      columns_(std::move(columns))
{
}

std::string importField(const std::string& header)
{
    const std::string letters = lettersOf(header);
    for (const auto& [field, names] : columnNames())
        if (std::ranges::find(names, letters) != names.end()) return field;
    return {};
}

std::optional<Day> parseWrittenDay(const std::string& text)
{
    std::vector<int> numbers;
    std::vector<std::size_t> lengths;
    std::string between;
    if (!split(text, numbers, lengths, between) || numbers.size() != 3 || between.size() != 2 || between[0] != between[1] ||
        std::string_view("-/.").find(between[0]) == std::string_view::npos)
        return {};
    if (lengths[0] == 4) {
        std::swap(numbers[0], numbers[2]);
        std::swap(lengths[0], lengths[2]);
    }
    if (lengths[2] != 4 || lengths[0] > 2 || lengths[1] > 2) return {};
    const std::chrono::year_month_day date{std::chrono::year(numbers[2]), std::chrono::month(static_cast<unsigned>(numbers[1])),
                                           std::chrono::day(static_cast<unsigned>(numbers[0]))};
    if (!date.ok()) return {};
    return Day{date};
}

std::optional<MinuteOfDay> parseWrittenTime(const std::string& text)
{
    std::vector<int> numbers;
    std::vector<std::size_t> lengths;
    std::string between;
    if (!split(folded(text), numbers, lengths, between)) return {};
    std::erase(between, ' ');
    const bool onTheHour = numbers.size() == 1 && between == "h";
    const bool toTheMinute = numbers.size() == 2 && (between == ":" || between == "h" || between == ".");
    const bool toTheSecond = numbers.size() == 3 && between == "::" && numbers[2] < 60;
    if (!onTheHour && !toTheMinute && !toTheSecond) return {};
    const int minute = onTheHour ? 0 : numbers[1];
    if (lengths[0] > 2 || numbers[0] > 23 || minute > 59 || (!onTheHour && lengths[1] != 2)) return {};
    return MinuteOfDay{numbers[0] * 60 + minute};
}

ImportFile understandImport(const Catalogue& catalogue, const CsvTable& table, Day today)
{
    ImportFile file;
    std::vector<std::string> columns;
    for (const auto& header : table.header) {
        columns.push_back(importField(header));
        if (columns.back().empty() && !header.empty()) file.unusedColumns.push_back(header);
    }
    requireColumns(columns);
    for (const auto& line : table.lines) file.rows.push_back(understood(catalogue, columns, line, today));
    return file;
}

std::vector<ImportRow> onlyLines(const std::vector<ImportRow>& rows, const std::set<int>& lines)
{
    std::vector<ImportRow> chosen;
    std::ranges::copy_if(rows, std::back_inserter(chosen), [&](const ImportRow& row) { return lines.contains(row.line); });
    if (chosen.size() != lines.size()) throw InvalidInput("the file has no such line");
    return chosen;
}
} // namespace accueil
