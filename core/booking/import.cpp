#include "core/booking/import.h"
#include "core/catalogue/search.h"
#include "core/store/request.h"
#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

namespace accueil
{
namespace
{
using nlohmann::json;
constexpr int mostReferences = 8;             // attempts at a reference that nobody has yet
constexpr std::size_t shortestReadable = 8;   // of the kiosk's reader: shorter bursts may be a person who types

/// A visit as far as "the same person then" needs it.
struct Known
{
    MinuteOfDay start;
    int minutes = 0;
    std::string name; ///< folded
    BirthDate born;
};

struct Places
{
    int minutes = 0, capacity = 0, booked = 0;
};
using DayOfPlaces = std::map<MinuteOfDay, Places>;

/// What the database holds, as far as the lines touch it; and what the lines before have added.
struct Scene
{
    struct Former
    {
        std::string reference;
        bool cancelled = false;
    };
    std::map<std::string, Former> imported; ///< by key
    std::map<std::string, int> lines;       ///< by key: lines of this file
    std::set<std::string> codes;            ///< SHA-256 in hexadecimal
    std::map<Day, std::vector<Known>> people;
    std::map<std::pair<ServiceId, Day>, DayOfPlaces> places;
};

std::string nameOf(const std::string& last, const std::string& first)
{
    return folded(last) + '\n' + folded(first);
}

void loadPlaces(soci::session& session, ServiceId service, Day from, Day to, Scene& scene)
{
    for (const auto& [day, start, minutes, capacity, booked] : store::rows<Day, MinuteOfDay, int, int, int>(
             session,
             "SELECT day, start_minute, minutes, capacity, booked FROM slot"
             " WHERE service_id = :service AND day BETWEEN :from AND :to",
             service, from, to))
        scene.places[{service, day}][start] = {minutes, capacity, booked};
}

void loadPeople(soci::session& session, SiteId site, Day from, Day to, Scene& scene)
{
    for (const auto& [day, start, minutes, last, first, year, month, birthDay] :
         store::rows<Day, MinuteOfDay, int, std::string, std::string, int, int, int>(
             session,
             "SELECT a.day, a.start_minute, a.minutes, p.last_name, p.first_name, p.birth_year, p.birth_month, p.birth_day"
             " FROM appointment a JOIN attendee p ON p.appointment_id = a.id"
             " WHERE a.site_id = :site AND a.day BETWEEN :from AND :to AND a.state IN ('booked', 'arrived')",
             site, from, to))
        scene.people[day].push_back({start, minutes, nameOf(last, first), {year, month, birthDay}});
}

Scene load(store::Connection& connection, SiteId site, const std::vector<ImportRow>& rows)
{
    std::set<ServiceId> services;
    std::set<Day> days;
    for (const auto& row : rows)
        if (row.fault == ImportFault::none) {
            services.insert(row.visit.service);
            days.insert(row.visit.day);
        }
    if (days.empty()) return {};
    const Day from = *days.begin(), to = *days.rbegin();
    return store::reading(connection, [&](soci::session& session) {
        Scene scene;
        for (const auto& [key, reference, cancelled] : store::rows<std::string, std::string, int>(
                 session, "SELECT LOWER(HEX(s.import_key)), a.reference, a.state = 'cancelled' FROM attendee_secret s"
                          " JOIN appointment a ON a.id = s.appointment_id WHERE s.import_key IS NOT NULL"))
            scene.imported[key] = {reference, cancelled != 0};
        for (const auto& [hash] : store::rows<std::string>(
                 session, "SELECT LOWER(HEX(legacy_hash)) FROM appointment WHERE legacy_hash IS NOT NULL"))
            scene.codes.insert(hash);
        loadPeople(session, site, from, to, scene);
        for (const ServiceId service : services) loadPlaces(session, service, from, to, scene);
        return scene;
    });
}

void refuse(ImportResult& result, ImportFault fault, const std::string& field)
{
    result.outcome = ImportOutcome::refused;
    result.fault = fault;
    result.field = field;
}

/// As the routine does it: the granules that begin during the visit.
void takePlaces(const ImportVisit& visit, const ImportOptions& options, int granule, DayOfPlaces& places, ImportResult& result)
{
    if (const auto near = places.lower_bound(visit.start); near != places.end())
        granule = near->second.minutes;
    else if (!places.empty())
        granule = places.rbegin()->second.minutes;
    const int span = (visit.minutes + granule - 1) / granule * granule;
    const auto begin = places.lower_bound(visit.start), end = places.lower_bound(visit.start + span);
    int covered = 0;
    bool over = false;
    for (auto at = begin; at != end; ++at) {
        if (at->second.capacity > 0) covered += at->second.minutes;
        over = over || at->second.booked >= at->second.capacity;
    }
    if (covered != span) {
        if (!options.outsideHours)
            return places.empty() ? refuse(result, ImportFault::notPublished, "date") : refuse(result, ImportFault::outsideHours, "time");
        result.warnings.push_back(ImportWarning::outsideHours);
    } else if (over) {
        result.warnings.push_back(ImportWarning::overCapacity);
    }
    for (auto at = begin; at != end; ++at) ++at->second.booked;
}

void warnOfPerson(const ImportVisit& visit, Scene& scene, ImportResult& result)
{
    const Known now{visit.start, visit.minutes, nameOf(visit.person.lastName, visit.person.firstName), visit.person.birthDate};
    auto& others = scene.people[visit.day];
    const BirthDate unknown;
    if (now.born == unknown) result.warnings.push_back(ImportWarning::noBirthDate);
    const bool twice = std::ranges::any_of(others, [&](const Known& other) {
        return other.start < now.start + now.minutes && now.start < other.start + other.minutes && other.name == now.name &&
               (other.born == now.born || other.born == unknown || now.born == unknown);
    });
    if (twice) result.warnings.push_back(ImportWarning::samePersonThen);
    others.push_back(now);
}

bool readable(const std::string& code)
{
    return code.empty() ||
           (code.size() >= shortestReadable && std::ranges::all_of(code, [](char c) { return c > ' ' && c < 127; }));
}

ImportResult planned(const Catalogue& catalogue, const ImportRow& row, const ImportOptions& options, Scene& scene)
{
    ImportResult result;
    result.line = row.line;
    if (row.fault != ImportFault::none) {
        refuse(result, row.fault, row.field);
        return result;
    }
    const ImportVisit& visit = row.visit;
    result.start = {visit.day, visit.start};
    result.service = visit.service;
    if (const auto former = scene.imported.find(visit.key); former != scene.imported.end()) {
        result.outcome = ImportOutcome::alreadyThere;
        result.reference = former->second.reference;
        if (former->second.cancelled) result.warnings.push_back(ImportWarning::cancelledHere);
        return result;
    }
    if (const auto earlier = scene.lines.find(visit.key); earlier != scene.lines.end()) {
        result.outcome = ImportOutcome::alreadyThere;
        result.sameAsLine = earlier->second;
        return result;
    }
    const std::string code = visit.code.empty() ? "" : hexOf(tokenHash(visit.code));
    if (scene.codes.contains(code)) {
        refuse(result, ImportFault::codeTaken, "code");
        return result;
    }
    takePlaces(visit, options, catalogue.find(visit.service)->granuleOn(visit.day), scene.places[{visit.service, visit.day}], result);
    if (result.outcome == ImportOutcome::refused) return result;
    warnOfPerson(visit, scene, result);
    if (!readable(visit.code)) result.warnings.push_back(ImportWarning::codeNotReadable);
    if (!code.empty()) scene.codes.insert(code);
    scene.lines[visit.key] = row.line;
    return result;
}

/// Thrown through the transaction: the line is there, and nothing was written.
struct IsThere
{
    std::string reference;
};

/// Writes one line. @param run  of this import, so that an answer remembered from another one is told apart
json writeLine(store::Connection& connection, const Catalogue& catalogue, const ImportVisit& visit, const ImportOptions& options,
               const Seed& seed, const std::string& reference, const std::string& run)
{
    const Person& person = visit.person;
    const auto& [year, month, day] = person.birthDate;
    const std::string checkIn = seed.checkInToken(), manage = seed.manageToken();
    const std::string legacy = visit.code.empty() ? "" : hexOf(tokenHash(visit.code));
    const int outside = options.outsideHours, mails = options.sendMails;
    const std::string line = hexOf(sha256("import " + visit.key));
    const store::Request request{line.substr(0, 32), line};
    const auto write = [&](soci::session& session) {
        const auto reminder = reminderAt(catalogue, visit.day, visit.start, connection.clock().now());
        const auto row = store::one<long long, std::string, int>(
            session,
            "CALL import_appointment(:key, :service, :procedure, :day, :start, :minutes, :outside, :language, :reference, :checkin,"
            " :manage, :legacy, :last, :first, :year, :month, :born, :email, :phone, :note, :mails, :reminder)",
            visit.key, visit.service, visit.procedure, visit.day, visit.start, visit.minutes, outside, person.language, reference,
            checkIn, manage, legacy, person.lastName, person.firstName, year, month, day, person.email, person.phone, person.note, mails,
            reminder);
        const auto& [appointment, known, isNew] = row.value();
        if (!isNew) throw IsThere{known};
        return json{{"appointment", appointment}, {"reference", known}, {"run", run}}.dump();
    };
    try {
        return json::parse(store::once(connection, request, write));
    } catch (const IsThere&) {
        // By this very run, whose answer was lost?
        const auto earlier = store::detail::recall(connection, request);
        if (!earlier || json::parse(*earlier).at("run") != run) throw;
        return json::parse(*earlier);
    }
}

void importOne(store::Connection& connection, const Catalogue& catalogue, const ImportVisit& visit, const ImportOptions& options,
               const std::string& run, ImportResult& result)
{
    const Seed seed = Seed::random();
    for (int attempt = 0;; ++attempt) {
        try {
            const json made = writeLine(connection, catalogue, visit, options, seed, makeReference(seed, attempt), run);
            result.reference = made.at("reference").get<std::string>();
            if (made.at("run") != run) result.outcome = ImportOutcome::alreadyThere; // another import was faster
            return;
        } catch (const IsThere& e) {
            result.reference = e.reference;
            result.outcome = ImportOutcome::alreadyThere;
            return;
        } catch (const Duplicate& e) {
            if (e.key() == "appointment_legacy") return refuse(result, ImportFault::codeTaken, "code");
            if (e.key() != "appointment_reference" || attempt == mostReferences) throw;
        } catch (const Refused& e) {
            if (e.why() != Refusal::noSuchSlot) throw;
            return refuse(result, ImportFault::outsideHours, "time");
        }
    }
}
} // namespace

std::vector<ImportResult> planImport(store::Connection& connection, const Catalogue& catalogue, const std::vector<ImportRow>& rows,
                                     const ImportOptions& options)
{
    Scene scene = load(connection, catalogue.site().id, rows);
    std::vector<ImportResult> results;
    for (const auto& row : rows) results.push_back(planned(catalogue, row, options, scene));
    return results;
}

std::vector<ImportResult> importLines(store::Connection& connection, const Catalogue& catalogue, const std::vector<ImportRow>& rows,
                                      const ImportOptions& options, const std::function<void(const ImportResult&)>& told)
{
    return importPlanned(connection, catalogue, rows, planImport(connection, catalogue, rows, options), options, Seed::random().hex(),
                         told);
}

std::vector<ImportResult> importPlanned(store::Connection& connection, const Catalogue& catalogue, const std::vector<ImportRow>& rows,
                                        std::vector<ImportResult> results, const ImportOptions& options, const std::string& run,
                                        const std::function<void(const ImportResult&)>& told)
{
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (results[i].outcome == ImportOutcome::imported)
            importOne(connection, catalogue, rows[i].visit, options, run, results[i]);
        if (told) told(results[i]);
    }
    return results;
}
} // namespace accueil
