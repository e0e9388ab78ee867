// Finding visits and known people letter by letter, among a million appointments of a hundred thousand
// people.
#include "core/booking/find.h"
#include "core/booking/known_people.h"
#include "core/store/sql.h"
#include "tests/bench/bench.h"
#include <algorithm>
#include <functional>

namespace accueil::bench
{
namespace
{
constexpr long long visits = 1'000'000, people = 100'000;
constexpr int historyDays = 1095, daysAhead = 60, rounds = 3;

/// Each person ten times, months apart; numbers grow with the days. One in fifty is called Dupont: 20,000
/// visits. A thousand visits only are of service 4.
void fill(const Place& place)
{
    const auto& database = place.database;
    for (const char* trigger :
         {"appointment_audit_insert", "ticket_audit_insert"}) // filled in bulk; migrate lays them anew
        database.execute(std::string("DROP TRIGGER IF EXISTS ") + trigger);
    database.execute("SET GLOBAL max_recursive_iterations = 2000000");
    // References in the alphabet of their own, spread over it; the check letter does not matter here.
    const std::string hexadecimal = "0123456789abcdef", letters = "GHJKLNPRSTBCDFVX";
    std::string reference = "LPAD(LOWER(CONV((i * 2654435761) MOD 268435456, 10, 16)), 7, '0')";
    for (std::size_t k = 0; k < letters.size(); ++k)
        reference = "REPLACE(" + reference + ", '" + hexadecimal[k] + "', '" + letters[k] + "')";
    database.execute(
        "INSERT INTO appointment (id, site_id, service_id, day, start_minute, minutes, state, "
        "channel, reference, created_at, changed_at)"
        " WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < " +
        std::to_string(visits - 1) +
        ")"
        " SELECT 1 + i, 1, IF(i MOD 997 = 5, 4, 1 + (i DIV 3) MOD 3), DATE('2026-11-24') + INTERVAL (i DIV " +
        std::to_string(visits / (historyDays + daysAhead) + 1) + " - " + std::to_string(historyDays) +
        ") DAY, 510 + 10 * ((i DIV 4) MOD 40), 10, IF((i DIV 50) MOD 20 = 7, 'cancelled', IF(i DIV " +
        std::to_string(visits / (historyDays + daysAhead) + 1) + " < " + std::to_string(historyDays) +
        ", 'arrived', 'booked')), 'desk', CONCAT(" + reference +
        ", 'B'), UTC_TIMESTAMP(3), UTC_TIMESTAMP(3) FROM n");
    database.execute("INSERT INTO attendee (appointment_id, last_name, first_name, birth_year, birth_month, "
                     "birth_day, email, phone)"
                     " SELECT id, last_name, first_name, 1930 + p MOD 90, 1 + p MOD 12, 1 + p MOD 28,"
                     " IF(p MOD 3 = 0, '', CONCAT(LOWER(first_name), '.', LOWER(REPLACE(last_name, ' ', "
                     "'')), p, '@exemple.be')),"
                     " CONCAT(ELT(1 + p MOD 3, '+32 4', '04', '0032 4'), 70 + p MOD 30, '/', LPAD((p * 7919) "
                     "MOD 1000000, 6, '0')) FROM (SELECT id, p,"
                     " IF(p MOD 50 = 0, 'Dupont', CONCAT(ELT(1 + p MOD 23, 'Du', 'La', 'Le', 'Ma', 'Ber', "
                     "'Col', 'De ', 'Van ', 'Jan', 'Gil', 'Hen', 'Lam',"
                     " 'Mi', 'Pé', 'Re', 'Sa', 'Ti', 'Wil', 'Bo', 'Ca', 'Fra', 'Gro', 'Ho'), ELT(1 + (p DIV "
                     "23) MOD 29, 'ba', 'be', 'ch', 'cq', 'de', 'don',"
                     " 'fè', 'gi', 'hu', 'ja', 'ke', 'lan', 'lin', 'mon', 'mar', 'net', 'nou', 'pin', 'pon', "
                     "'qui', 'ron', 'ri', 'sen', 'ser', 'ta', 'ti',"
                     " 'vi', 'war', 'zo'), ELT(1 + (p DIV 667) MOD 31, 'rd', 'rt', 'nt', 'ns', 'x', 'l', "
                     "'lle', 's', 't', 'z', 'y', 'ck', 'ghe', 'eau',"
                     " 'in', 'is', 'on', 'ot', 'ard', 'ier', 'ens', 'ers', 'art', 'ac', 'é', 'aux', 'er', "
                     "'ay', 'ville', 'mont', 'court'))) AS last_name,"
                     " ELT(1 + (p DIV 50) MOD 24, 'Marie', 'Jean', 'Élodie', 'Luc', 'Léa', 'Ahmed', "
                     "'Camille', 'Noé', 'Fatima', 'Paul', 'Anne', 'Jos',"
                     " 'Jürgen', 'Ines', 'Sofie', 'Karel', 'Yasmine', 'Hugo', 'Lina', 'Omar', 'Greet', "
                     "'Emma', 'Zoé', 'Marc') AS first_name"
                     " FROM (SELECT id, (id * 48271) MOD " +
                     std::to_string(people) + " AS p FROM appointment) AS numbered) AS named");
    database.execute("INSERT INTO appointment_procedure (appointment_id, position, procedure_id)"
                     " SELECT a.id, 1, (SELECT MIN(p.id) FROM service_procedure p WHERE p.service_id = "
                     "a.service_id) FROM appointment a");
    database.execute(
        "INSERT INTO ticket (site_id, day, prefix, number, service_id, waiting_area_id, appointment_id, "
        "start_minute, language, state, due,"
        " due_reason, arrived_at) SELECT 1, day, 'A', id MOD 30000, service_id, 1, id, start_minute, 'fr',"
        " IF((id DIV 60) MOD 25 = 3, 'missed', 'done'), UTC_TIMESTAMP(3), 'appointment', UTC_TIMESTAMP(3) "
        "FROM "
        "appointment WHERE state = 'arrived'");
    database.execute("ANALYZE TABLE appointment, attendee, ticket, appointment_procedure");
    database.admin({"db", "migrate"});
}

/// Every beginning of a text, from its first letter to the whole of it.
std::vector<std::string> letterByLetter(const std::string& text)
{
    std::vector<std::string> all;
    for (std::size_t i = 1; i <= text.size(); ++i)
        if (i == text.size() || (static_cast<unsigned char>(text[i]) & 0xC0) != 0x80)
            all.push_back(text.substr(0, i));
    return all;
}

using Ask = std::function<std::size_t(store::Connection&)>; ///< answers how many it found

std::vector<Ask> searches(const Place& place)
{
    const auto& database = place.database;
    const std::string reference = database.value("SELECT reference FROM appointment WHERE id = 654321");
    const std::string email =
        database.value("SELECT email FROM attendee WHERE email <> '' AND appointment_id > 700000 LIMIT 1");
    const std::string name = database.value(
        "SELECT CONCAT(last_name, ' ', first_name) FROM attendee WHERE appointment_id = 123456");
    std::vector<Ask> all;
    for (const std::string& text :
         {std::string("dupont"), std::string("dupont marie"), std::string("élodie dupont"),
          std::string("van den"), std::string("marie lam"), name, std::string("péchard"),
          std::string("0470/12"), std::string("+32 471 234"), std::string("14.03.1958"),
          std::string("01021980"), reference.substr(0, 4) + "-" + reference.substr(4), email,
          std::string("zzz"), std::string("A042")})
        for (const auto& typed : letterByLetter(text))
            all.emplace_back([typed, today = place.today](store::Connection& connection) {
                return findVisits(connection, SiteId(1), {.text = typed}, today).visits.size();
            });
    return all;
}

std::vector<Ask> filters(const Place& place)
{
    std::vector<FindQuery> queries{{},
                                   {.day = place.today},
                                   {.day = place.today - std::chrono::days(400)},
                                   {.service = ServiceId(3)},
                                   {.service = ServiceId(4)}};
    for (const auto state : {VisitState::booked, VisitState::cancelled, VisitState::missed,
                             VisitState::served, VisitState::arrived, VisitState::called, VisitState::held})
        for (const auto& text : {"", "dupont", "ma"}) {
            queries.push_back({.text = text, .state = state});
            queries.push_back({.text = text, .service = ServiceId(2), .state = state});
            queries.push_back({.text = text, .service = ServiceId(4), .state = state});
            queries.push_back({.text = text, .day = place.today, .state = state});
        }
    std::vector<Ask> all;
    for (const auto& query : queries)
        all.emplace_back([query, today = place.today](store::Connection& connection) {
            return findVisits(connection, SiteId(1), query, today).visits.size();
        });
    return all;
}

std::vector<Ask> proposals()
{
    const auto person = [](const std::string& last, const std::string& first, const BirthDate& born,
                           const std::string& email, const std::string& phone) {
        return Person{last, first, born, email, phone, "", Language::fr};
    };
    std::vector<Person> typed;
    for (const auto& first : letterByLetter("élodie")) typed.push_back(person("dupont", first, {}, "", ""));
    for (const auto& last : letterByLetter("lambert")) typed.push_back(person(last, "m", {}, "", ""));
    for (const auto& last : letterByLetter("pé")) typed.push_back(person(last, "", {1958, 3, 14}, "", ""));
    for (const auto& phone : letterByLetter("0470 123")) typed.push_back(person("du", "", {}, "", phone));
    for (const auto& email : letterByLetter("marie.d")) typed.push_back(person("d", "", {}, email, ""));
    std::vector<Ask> all;
    for (const auto& one : typed)
        all.emplace_back(
            [one](store::Connection& connection) { return knownPeople(connection, SiteId(1), one).size(); });
    return all;
}

/// The statements that an act sends, as the server has heard them.
std::vector<std::string> heard(const Place& place, store::Connection& connection, const Ask& ask)
{
    const auto thread = std::get<0>(*store::one<long long>(connection.session(), "SELECT CONNECTION_ID()"));
    place.database.execute("SET GLOBAL log_output = 'TABLE'");
    place.database.execute("TRUNCATE TABLE mysql.general_log");
    place.database.execute("SET GLOBAL general_log = 1");
    ask(connection);
    place.database.execute("SET GLOBAL general_log = 0");
    Client root(place.root);
    std::vector<std::string> statements;
    for (const auto& [text] : store::rows<std::string>(
             root.connection.session(),
             "SELECT argument FROM mysql.general_log WHERE command_type = 'Query' AND thread_id = :thread",
             thread))
        statements.push_back(text);
    return statements;
}

void measure(Place& place, const std::string& name, const std::vector<Ask>& asks, Report& report)
{
    Client client(place.account);
    Bare bare(place.database, place.account);
    std::vector<double> ours, theirs;
    std::size_t statements = 0, found = 0;
    for (const auto& ask : asks) {
        const auto sent = heard(place, client.connection, ask);
        statements = std::max(statements, sent.size());
        for (int i = 0; i < rounds; ++i) { // in turn: both see the same weather
            ours.push_back(milliseconds([&] { found += ask(client.connection); }));
            theirs.push_back(milliseconds([&] {
                for (const auto& sql : sent) bare.run(sql);
            }));
        }
    }
    if (found == 0) throw std::runtime_error(name + ": nothing was found");
    for (const auto& [share, text] :
         {std::pair(0.5, "_p50_ms"), std::pair(0.95, "_p95_ms"), std::pair(1.0, "_max_ms")}) {
        report.figures[name + text] = rounded(percentile(ours, share));
        report.bare[name + text] = rounded(percentile(theirs, share));
    }
    report.figures[name + "_asked"] = asks.size();
    report.figures[name + "_statements"] = statements;
    report.ratio[name + "_to_bare_p95"] = rounded(percentile(ours, 0.95) / percentile(theirs, 0.95));
}
} // namespace

Report find()
{
    Place place(0);
    fill(place);
    Report report;
    measure(place, "find", searches(place), report);
    measure(place, "filters", filters(place), report);
    measure(place, "known_people", proposals(), report);
    report.figures["appointments"] = std::stoll(place.database.value("SELECT COUNT(*) FROM appointment"));
    report.figures["people"] =
        std::stoll(place.database.value("SELECT COUNT(*) FROM (SELECT 1 FROM attendee GROUP BY last_name, "
                                        "first_name, birth_year, birth_month, birth_day, phone) AS p"));
    return report;
}
} // namespace accueil::bench
