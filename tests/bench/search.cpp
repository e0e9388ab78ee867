// Free starts over sixty days: with a thousand appointments, and with a million and three years of history.
#include "core/agenda/free_starts.h"
#include "core/agenda/publication.h"
#include "core/store/sql.h"
#include "tests/bench/bench.h"
#include <map>

namespace accueil::bench
{
namespace
{
constexpr int days = 60, searches = 400, historyDays = 1095;
constexpr long long many = 1'000'000, few = 1'000;

StartQuery query(const Place& place, int number, int minutes)
{
    const auto& services = place.catalogue.services();
    return {services[static_cast<std::size_t>(number) % services.size()].id, place.today, days, minutes, Channel::desk,
            {place.today, {520}}};
}

/// The statements of a search as text, values included.
std::vector<std::string> statementsOf(const StartQuery& q)
{
    const std::string range = " AND day BETWEEN '" + isoDay(q.from) + "' AND '" + isoDay(q.from + std::chrono::days(q.days - 1)) + "'";
    const std::string service = std::to_string(q.service.value());
    return {"SELECT service_id, day, start_minute, minutes, opening_id, capacity, capacity_online, booked, booked_online FROM slot"
            " WHERE service_id IN (" + service + ")" + range + " ORDER BY service_id, day, start_minute",
            "SELECT service_id, day, start_minute, minutes, channel = 'online' FROM appointment WHERE state = 'held'"
            " AND hold_expires_at <= UTC_TIMESTAMP(3) AND service_id IN (" + service + ")" + range};
}

struct Times
{
    double p50 = 0, p99 = 0, bareP50 = 0, bareP99 = 0;
    long long statements = 0;
};

long long questions(Bare& bare)
{
    return std::stoll(bare.run("SELECT VARIABLE_VALUE FROM information_schema.GLOBAL_STATUS WHERE VARIABLE_NAME = 'QUESTIONS'"));
}

Times measure(Place& place, int minutes)
{
    Client client(place.account);
    Bare bare(place.database, place.account);
    std::vector<double> ours, theirs;
    std::size_t found = 0;
    for (int i = 0; i < searches; ++i) { // in turn: both see the same weather
        const StartQuery asked = query(place, i, minutes);
        ours.push_back(milliseconds([&] { found += freeStarts(client.connection, asked).size(); }));
        const auto statements = statementsOf(asked);
        theirs.push_back(milliseconds([&] {
            for (const auto& sql : statements) bare.run(sql);
        }));
    }
    if (found != static_cast<std::size_t>(searches * days)) throw std::runtime_error("a search missed a day");
    const long long before = questions(bare);
    freeStarts(client.connection, query(place, 0, minutes));
    const long long after = questions(bare);
    return {percentile(ours, 0.5), percentile(ours, 0.99), percentile(theirs, 0.5), percentile(theirs, 0.99), after - before - 1};
}
} // namespace

void grow(Place& place, long long from, long long to)
{
    auto& database = place.database;
    database.execute("DROP TRIGGER IF EXISTS appointment_audit_insert"); // filled in bulk; migrate lays it anew
    database.execute("SET GLOBAL max_recursive_iterations = 2000000");
    database.execute(
        "INSERT INTO appointment (site_id, service_id, day, start_minute, minutes, state, channel, reference, check_in_hash,"
        " manage_hash, created_at, changed_at)"
        " WITH RECURSIVE n (i) AS (SELECT " + std::to_string(from) + " UNION ALL SELECT i + 1 FROM n WHERE i < " +
        std::to_string(to - 1) + ")"
        " SELECT 1, 1 + i MOD 4, DATE('2023-11-25') + INTERVAL (i DIV 4) MOD " + std::to_string(historyDays + days) + " DAY,"
        " 510 + 10 * ((i DIV 4000) MOD 21), 10, 'booked', 'desk', LPAD(CONV(i, 10, 36), 8, '0'), UNHEX(SHA2(CONCAT('c', i), 256)),"
        " UNHEX(SHA2(CONCAT('m', i), 256)), UTC_TIMESTAMP(3), UTC_TIMESTAMP(3) FROM n");
    database.execute("ANALYZE TABLE appointment, slot");
    database.admin({"db", "migrate"});
}

Report search()
{
    Place place(0);
    {
        Client root(place.root);
        for (const auto& service : place.catalogue.services())
            publish(root.connection, place.catalogue, service.id, place.today - std::chrono::days(historyDays), historyDays + days);
    }
    Report report;
    grow(place, 0, few);
    std::map<int, Times> small;
    for (const int granules : {1, 4}) small[granules] = measure(place, granules * 10);
    grow(place, few, many);
    for (const int granules : {1, 4}) {
        const Times large = measure(place, granules * 10);
        const std::string name = "granules_" + std::to_string(granules) + "_";
        report.figures[name + "p50_ms"] = rounded(large.p50);
        report.figures[name + "p99_ms"] = rounded(large.p99);
        report.figures[name + "p50_ms_with_1000_appointments"] = rounded(small[granules].p50);
        report.figures[name + "p99_ms_with_1000_appointments"] = rounded(small[granules].p99);
        report.figures[name + "statements"] = large.statements;
        report.bare[name + "p50_ms"] = rounded(large.bareP50);
        report.bare[name + "p99_ms"] = rounded(large.bareP99);
        report.ratio[name + "to_bare_p50"] = rounded(large.p50 / large.bareP50);
        report.ratio[name + "million_to_thousand_p50"] = rounded(large.p50 / small[granules].p50);
    }
    report.figures["appointments"] = std::stoll(place.database.value("SELECT COUNT(*) FROM appointment"));
    return report;
}
} // namespace accueil::bench
