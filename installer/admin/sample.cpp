// Loads a town from the CSV files of a folder (sql/sample/verviers).
#include "core/base/csv.h"
#include "core/store/sql.h"
#include "installer/admin/commands.h"
#include <algorithm>
#include <array>
#include <sstream>

namespace accueil::admin
{
namespace
{
using store::exec;
using store::one;

/// One site's rows by code, kept while the files are read.
struct Loader
{
    soci::session& session;
    std::string folder;
    int site = 0;

    std::vector<CsvRow> read(const char* file) const { return readCsv(folder + "/" + file); }
    int id(const char* sql, const std::string& code) const
    {
        const auto row = one<int>(session, sql, code);
        if (!row) throw ConfigError(folder + ": unknown code " + code);
        return std::get<0>(*row);
    }
    int service(const std::string& code) const { return id("SELECT id FROM service WHERE code = :code", code); }
    int area(const std::string& code) const { return id("SELECT id FROM waiting_area WHERE code = :code", code); }
};

std::vector<std::string> split(const std::string& text)
{
    std::vector<std::string> parts;
    std::istringstream stream(text);
    for (std::string part; std::getline(stream, part, '|');)
        if (!part.empty()) parts.push_back(part);
    return parts;
}

int weekdayNumber(const std::string& name)
{
    static constexpr std::array names{"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
    const auto found = std::ranges::find(names, name);
    if (found == names.end()) throw ConfigError("unknown weekday " + name);
    return static_cast<int>(found - names.begin()) + 1;
}

MinuteOfDay clockOf(const std::string& text)
{
    const auto minute = parseClock(text);
    if (!minute) throw ConfigError("not a time: " + text);
    return *minute;
}

/// The four translations of a row, with a prefix: name_fr …
template <class Write>
void eachLanguage(const CsvRow& row, const std::string& column, Write&& write)
{
    for (const Language language : languages) write(language, row.at(column + "_" + std::string(code(language))));
}

void loadSite(Loader& loader)
{
    CsvRow values;
    for (const auto& row : loader.read("site.csv")) values[row.at("key")] = row.at("value");
    const std::string name = "main";
    exec(loader.session,
         "INSERT INTO site (code, address, time_zone, phone, email, booking_url, eguichet_url)"
         " VALUES (:code, :address, :zone, :phone, :email, :booking, :eguichet)",
         name, values.at("address"), values.at("time_zone"), values.at("phone"), values.at("email"), values.at("booking_url"),
         values.at("eguichet_url"));
    loader.site = loader.id("SELECT id FROM site WHERE code = :code", name);
    eachLanguage(values, "name", [&](Language language, const std::string& text) {
        exec(loader.session, "INSERT INTO site_text (site_id, language, name) VALUES (:site, :language, :name)", loader.site,
             language, text);
    });
    for (const auto& area : split(values.at("waiting_areas")))
        exec(loader.session, "INSERT INTO waiting_area (site_id, code) VALUES (:site, :code)", loader.site, area);
}

void loadServices(const Loader& loader)
{
    int position = 0;
    for (const auto& row : loader.read("services.csv")) {
        const int area = loader.area(row.at("waiting_area"));
        ++position;
        exec(loader.session,
             "INSERT INTO service (site_id, code, waiting_area_id, ticket_prefix, position)"
             " VALUES (:site, :code, :area, :prefix, :position)",
             loader.site, row.at("code"), area, row.at("ticket_prefix"), position);
        const int service = loader.service(row.at("code"));
        eachLanguage(row, "name", [&](Language language, const std::string& name) {
            const std::string& shortName = row.at("short_" + std::string(code(language)));
            exec(loader.session,
                 "INSERT INTO service_text (service_id, language, name, short_name) VALUES (:service, :language, :name, :short)",
                 service, language, name, shortName);
        });
    }
}

void loadDocuments(const Loader& loader)
{
    for (const auto& row : loader.read("documents.csv")) {
        exec(loader.session, "INSERT INTO document (code) VALUES (:code)", row.at("code"));
        const int document = loader.id("SELECT id FROM document WHERE code = :code", row.at("code"));
        eachLanguage(row, "name", [&](Language language, const std::string& name) {
            exec(loader.session, "INSERT INTO document_text (document_id, language, name) VALUES (:id, :language, :name)", document,
                 language, name);
        });
    }
}

void loadProcedure(const Loader& loader, const CsvRow& row, int position)
{
    const int service = loader.service(row.at("service")), minutes = std::stoi(row.at("minutes"));
    const int online = row.at("online") == "yes", eguichet = row.at("eguichet") == "yes", persons = std::stoi(row.at("max_persons"));
    exec(loader.session,
         "INSERT INTO service_procedure (service_id, code, position, minutes, online, eguichet, walk_in, max_persons)"
         " VALUES (:service, :code, :position, :minutes, :online, :eguichet, :walkin, :persons)",
         service, row.at("code"), position, minutes, online, eguichet, row.at("walk_in"), persons);
    const int procedure = loader.id("SELECT id FROM service_procedure WHERE code = :code", row.at("code"));
    eachLanguage(row, "name", [&](Language language, const std::string& name) {
        exec(loader.session, "INSERT INTO procedure_text (procedure_id, language, name) VALUES (:id, :language, :name)", procedure,
             language, name);
    });
    int paper = 0;
    for (const auto& document : split(row.at("documents"))) {
        const int id = loader.id("SELECT id FROM document WHERE code = :code", document);
        ++paper;
        exec(loader.session, "INSERT INTO procedure_document (procedure_id, position, document_id) VALUES (:procedure, :position, :id)",
             procedure, paper, id);
    }
}

void loadCounters(const Loader& loader)
{
    for (const auto& row : loader.read("counters.csv")) {
        const int number = std::stoi(row.at("number")), area = loader.area(row.at("waiting_area"));
        exec(loader.session, "INSERT INTO counter (site_id, number, waiting_area_id) VALUES (:site, :number, :area)", loader.site,
             number, area);
        const int counter = std::get<0>(
            one<int>(loader.session, "SELECT id FROM counter WHERE site_id = :site AND number = :number", loader.site, number).value());
        exec(loader.session, "INSERT INTO counter_state (counter_id) VALUES (:counter)", counter);
        for (const int helps : {0, 1})
            for (const auto& code : split(row.at(helps ? "helps" : "services"))) {
                const int service = loader.service(code);
                exec(loader.session, "INSERT INTO counter_service (counter_id, service_id, helps) VALUES (:counter, :service, :helps)",
                     counter, service, helps);
            }
    }
}

void loadOpenings(const Loader& loader)
{
    for (const auto& row : loader.read("opening_hours.csv")) {
        const int service = loader.service(row.at("service")), weekday = weekdayNumber(row.at("weekday"));
        const MinuteOfDay from = clockOf(row.at("from")), to = clockOf(row.at("to"));
        const int counters = std::stoi(row.at("counters")), online = std::stoi(row.at("counters_online"));
        exec(loader.session,
             "INSERT INTO opening (service_id, weekday, from_minute, to_minute, counters, counters_online)"
             " VALUES (:service, :weekday, :from, :to, :counters, :online)",
             service, weekday, from, to, counters, online);
    }
}
} // namespace

void loadSample(store::Connection& connection, const std::string& folder)
{
    store::inTx(connection, [&folder](soci::session& session) {
        if (one<int>(session, "SELECT id FROM site LIMIT 1")) return; // a town is there: its edits are not ours to undo
        Loader loader{session, folder, 0};
        loadSite(loader);
        loadServices(loader);
        loadDocuments(loader);
        int position = 0;
        for (const auto& row : loader.read("procedures.csv")) loadProcedure(loader, row, ++position);
        loadCounters(loader);
        loadOpenings(loader);
    });
}
} // namespace accueil::admin
