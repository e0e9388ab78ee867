#include "tests/bench/queue_town.h"
#include "core/queue/act.h"
#include <fmt/format.h>

namespace accueil::bench
{
QueueTown::QueueTown(int sites, int counters)
    : database(test::PrivateDatabase::Options{{}, true, "verviers", 0, true}),
      root(database.config("root", database.rootPassword()))
{
    database.execute("SET GLOBAL max_connections = 800");
    database.execute("SET GLOBAL max_recursive_iterations = 2000000");
    database.execute("DELETE FROM opening"); // nobody is refused because it is late
    for (int site = 2; site <= sites; ++site) addSite(site);
    for (int site = 1; site <= sites; ++site) addCounters(site, counters);
    Client client(root);
    today = accueil::today(client.connection, Catalogue::load(client.connection, SiteId(1)));
}

/// Ids of the site's rows are those of the first site plus a thousand for each.
void QueueTown::addSite(int site) const
{
    const int plus = 1000 * (site - 1);
    const auto run = [&](const char* sql) { database.execute(fmt::format(fmt::runtime(sql), site, plus)); };
    run("INSERT INTO site SELECT {0}, CONCAT('site', {0}), address, time_zone, phone, email, booking_url, "
        "eguichet_url FROM site WHERE id = 1");
    run("INSERT INTO site_text SELECT {0}, language, name FROM site_text WHERE site_id = 1");
    run("INSERT INTO waiting_area SELECT id + {1}, {0}, code FROM waiting_area WHERE site_id = 1");
    run("INSERT INTO service (id, site_id, code, waiting_area_id, ticket_prefix, position)"
        " SELECT id + {1}, {0}, code, waiting_area_id + {1}, ticket_prefix, position FROM service WHERE "
        "site_id = 1");
    run("INSERT INTO service_text SELECT service_id + {1}, language, name, short_name FROM service_text "
        "WHERE service_id < 1000");
    run("INSERT INTO service_procedure (id, service_id, code, position, minutes, walk_in) SELECT id + {1}, "
        "service_id + {1},"
        " CONCAT(code, {0}), position, minutes, walk_in FROM service_procedure WHERE service_id < 1000");
    run("INSERT INTO procedure_text SELECT procedure_id + {1}, language, name FROM procedure_text WHERE "
        "procedure_id < 1000");
}

/// Each serves one service and helps another.
void QueueTown::addCounters(int site, int counters) const
{
    const int plus = 1000 * (site - 1);
    if (site == 1) database.execute("DELETE FROM counter");
    database.execute(fmt::format("INSERT INTO counter (id, site_id, number, waiting_area_id) WITH RECURSIVE "
                                 "n (i) AS (SELECT 1 UNION ALL"
                                 " SELECT i + 1 FROM n WHERE i < {0}) SELECT n.i + {2}, {1}, n.i, "
                                 "s.waiting_area_id FROM n JOIN service s"
                                 " ON s.id = {2} + 1 + n.i MOD 4",
                                 counters, site, plus));
    for (const int helps : {0, 1})
        database.execute(fmt::format("INSERT INTO counter_service (counter_id, service_id, helps) SELECT id, "
                                     "{0} + 1 + (number + {1}) MOD 4, {1}"
                                     " FROM counter WHERE site_id = {2}",
                                     plus, helps, site));
}

Catalogue QueueTown::catalogue(SiteId site) const
{
    Client client(root);
    return Catalogue::load(client.connection, site);
}

std::vector<QueueTown::Agent> QueueTown::agents(SiteId site, int count)
{
    const Catalogue offered = catalogue(site);
    std::vector<Agent> all;
    for (int i = 0; i < count; ++i) {
        const std::string account = fmt::format("agent{}x{}", site.value(), i),
                          password = "Pw-" + account + "-1";
        database.execute(fmt::format("CALL add_staff('{0}', '{0}', 'agent', {1}, '{2}')", account,
                                     site.value(), password));
        all.push_back({database.config(account, password), site,
                       offered.counters().at(static_cast<std::size_t>(i)).id});
        Client client(all.back().file);
        openCounter(client.connection, offered, all.back().counter);
    }
    return all;
}

std::string QueueTown::screen(SiteId site) const
{
    const std::string account = fmt::format("screen{}", site.value()), password = "Pw-" + account + "-1";
    database.execute(fmt::format("CALL add_device('{0}', 'display', '{0}', {1}, {2}, '{3}')", account,
                                 site.value(), 1000 * (site.value() - 1) + 1, password));
    return database.config(account, password);
}

void QueueTown::fill(SiteId site, int visitors) const
{
    database.execute("UPDATE counter_state SET ticket_id = NULL, ended_ticket_id = NULL");
    database.execute(
        fmt::format("DELETE FROM ticket WHERE site_id = {} AND day = '{}'", site.value(), isoDay(today)));
    database.execute(
        fmt::format("INSERT INTO ticket (site_id, day, prefix, number, service_id, waiting_area_id, "
                    "language, state, due, due_reason, arrived_at)"
                    " WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < {1} - 1)"
                    " SELECT {0}, '{2}', s.ticket_prefix, n.i + 1, s.id, s.waiting_area_id, 'fr', 'waiting', "
                    "UTC_TIMESTAMP(3) - INTERVAL ({1} - n.i) SECOND,"
                    " 'walk_in', UTC_TIMESTAMP(3) - INTERVAL ({1} - n.i) SECOND FROM n JOIN service s ON "
                    "s.id = 1000 * ({0} - 1) + 1 + n.i MOD 4",
                    site.value(), visitors, isoDay(today)));
    database.execute(fmt::format(
        "INSERT INTO ticket_procedure (ticket_id, position, procedure_id) SELECT t.id, 1, (SELECT MIN(p.id)"
        " FROM service_procedure p WHERE p.service_id = t.service_id) FROM ticket t WHERE t.site_id = {}"
        " AND t.day = '{}'",
        site.value(), isoDay(today)));
    database.execute(fmt::format(
        "REPLACE INTO ticket_series (site_id, day, prefix, last_number) SELECT {0}, '{1}', p.letter, {2}"
        " FROM (SELECT 'A' AS letter UNION ALL SELECT 'B') AS p",
        site.value(), isoDay(today), visitors));
}

void QueueTown::emptyCounters() const
{
    database.execute("UPDATE counter_state SET ticket_id = NULL, ended_ticket_id = NULL");
    database.execute(fmt::format(
        "DELETE c FROM ticket_call c JOIN ticket t ON t.id = c.ticket_id WHERE t.day = '{}'", isoDay(today)));
    database.execute(fmt::format(
        "UPDATE ticket SET state = 'waiting', counter_id = NULL, calls = 0, calls_before = 0, called_at = "
        "NULL,"
        " last_called_at = NULL, serving_at = NULL, ended_at = NULL, ended_from = NULL WHERE day = '{}'",
        isoDay(today)));
}

void QueueTown::history(int tickets, int days) const
{
    const int each = tickets / days;
    database.execute("DROP TRIGGER IF EXISTS ticket_audit_insert"); // filled in bulk; migrate lays it anew
    database.execute(fmt::format(
        "INSERT INTO ticket (site_id, day, prefix, number, service_id, waiting_area_id, language, state, "
        "due, due_reason, arrived_at, counter_id,"
        " calls, called_at, last_called_at, serving_at, ended_at, ended_from)"
        " WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < {0} * {1} - 1),"
        " v AS (SELECT n.i, DATE('{2}') - INTERVAL (1 + n.i DIV {1}) DAY AS day, n.i MOD {1} AS k FROM n)"
        " SELECT 1, v.day, s.ticket_prefix, v.k + 1, s.id, s.waiting_area_id, 'fr', IF(v.k MOD 20 = 7, "
        "'missed', 'done'),"
        " TIMESTAMP(v.day, '08:00:00') + INTERVAL v.k * 40 SECOND, 'walk_in', TIMESTAMP(v.day, '08:00:00') + "
        "INTERVAL v.k * 40 SECOND,"
        " 1 + v.k MOD 40, 1, TIMESTAMP(v.day, '08:12:00') + INTERVAL v.k * 40 SECOND, TIMESTAMP(v.day, "
        "'08:12:00') + INTERVAL v.k * 40 SECOND,"
        " TIMESTAMP(v.day, '08:13:00') + INTERVAL v.k * 40 SECOND,"
        " TIMESTAMP(v.day, '08:16:00') + INTERVAL v.k * 40 + (v.k * 37) MOD 900 SECOND, 'serving' FROM v "
        "JOIN service s ON s.id = 1 + v.k MOD 4",
        days, each, isoDay(today)));
    database.execute(fmt::format("INSERT INTO ticket_call (ticket_id, call_no, counter_id, called_at) SELECT "
                                 "id, 1, counter_id, called_at FROM ticket"
                                 " WHERE day < '{}'",
                                 isoDay(today)));
    database.execute(fmt::format("INSERT INTO ticket_procedure (ticket_id, position, procedure_id) SELECT "
                                 "t.id, 1, p.id FROM ticket t JOIN"
                                 " (SELECT service_id, MIN(id) AS id FROM service_procedure GROUP BY "
                                 "service_id) AS p ON p.service_id = t.service_id"
                                 " WHERE t.day < '{}'",
                                 isoDay(today)));
    database.execute("ANALYZE TABLE ticket, ticket_call, ticket_procedure");
    database.admin({"db", "migrate"});
}
} // namespace accueil::bench
