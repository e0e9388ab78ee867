#include "core/base/log.h"
#include "tests/core/town.h"
#include <fstream>
#include <iterator>

using namespace accueil;
using namespace accueil::test;

namespace
{
store::DatabaseConfig configOf(const std::string& file)
{
    return store::DatabaseConfig::from(Config::fromFile(file));
}
} // namespace

BOOST_AUTO_TEST_SUITE(connection)

BOOST_AUTO_TEST_CASE(clock_is_the_servers_whatever_this_machine_says)
{
    Client client(Town::instance().kiosk);
    client.connection.session();
    BOOST_TEST(isoDay(Town::instance().catalogue.zone().toLocal(client.clock.now()).day) == "2026-11-24");
}

BOOST_AUTO_TEST_CASE(session_is_utf8_utc_strict_and_reads_committed)
{
    Client client(Town::instance().kiosk);
    const auto row = store::one<std::string, std::string, std::string>(
        client.connection.session(), "SELECT @@session.time_zone, @@collation_connection, @@session.sql_mode");
    const auto& [zone, collation, mode] = row.value();
    BOOST_TEST(zone == "+00:00");
    BOOST_TEST(collation == "utf8mb4_unicode_520_ci");
    BOOST_TEST(mode.find("STRICT_TRANS_TABLES") != std::string::npos);
    const std::string typed = "Élodie ẞ 👋 \\ ' \" % _";
    BOOST_TEST(std::get<0>(store::one<std::string>(client.connection.session(), "SELECT :text", typed).value()) == typed);
}

BOOST_AUTO_TEST_CASE(wrong_password_and_no_server_are_told_apart)
{
    auto config = configOf(Town::instance().kiosk);
    ServerClock clock;
    config.password += "x";
    store::Connection wrong(config, clock);
    BOOST_CHECK_THROW(wrong.session(), AccessDenied);
    config.hosts = {"127.0.0.1:1"};
    store::Connection nowhere(config, clock);
    BOOST_CHECK_THROW(nowhere.session(), ConnectionLost);
    config.hosts = {"/nowhere.sock"};
    store::Connection noSocket(config, clock);
    BOOST_CHECK_THROW(noSocket.session(), ConnectionLost);
}

BOOST_AUTO_TEST_CASE(the_next_host_is_tried_when_the_first_is_away)
{
    auto config = configOf(Town::instance().kiosk);
    config.hosts.insert(config.hosts.begin(), "127.0.0.1:1");
    ServerClock clock;
    store::Connection connection(config, clock);
    BOOST_CHECK_NO_THROW(connection.session());
}

BOOST_AUTO_TEST_CASE(tls_is_required_where_a_ca_is_named)
{
    auto config = configOf(Town::instance().kiosk);
    config.hosts = {Town::instance().database.host()}; // this server has no certificate
    config.tlsCa = "/etc/ssl/certs/ca-certificates.crt";
    ServerClock clock;
    store::Connection connection(config, clock);
    BOOST_CHECK_THROW(connection.session(), StoreError);
}

BOOST_AUTO_TEST_CASE(the_server_cannot_read_this_machines_files)
{
    Town& town = Town::instance();
    town.database.execute("SET GLOBAL local_infile = 1");
    Client client(town.root);
    store::exec(client.connection.session(), "CREATE TEMPORARY TABLE stolen (line TEXT)");
    BOOST_CHECK_THROW(store::exec(client.connection.session(), "LOAD DATA LOCAL INFILE '/etc/passwd' INTO TABLE stolen"), StoreError);
}

BOOST_AUTO_TEST_CASE(a_foreign_schema_version_is_said_and_not_used)
{
    Town& town = Town::instance();
    town.database.execute("UPDATE schema_version SET version = 999");
    Client client(town.kiosk);
    BOOST_CHECK_EXCEPTION(client.connection.session(), ForeignSchema,
                          [](const ForeignSchema& e) { return e.found() == 999 && e.expected() == store::schemaVersion; });
    town.database.execute("UPDATE schema_version SET version = " + std::to_string(store::schemaVersion));
    BOOST_CHECK_NO_THROW(client.connection.session());
}

BOOST_AUTO_TEST_CASE(errors_carry_numbers_and_never_values)
{
    Client client(Town::instance().root);
    const std::string secret = "camille@exemple.be";
    try {
        store::exec(client.connection.session(), "INSERT INTO nowhere VALUES (:secret)", secret);
        BOOST_FAIL("must throw");
    } catch (const StoreError& e) {
        BOOST_TEST(e.number() == 1146U);
        BOOST_TEST(std::string(e.what()).find("camille") == std::string::npos);
    }
    try {
        store::exec(client.connection.session(), "INSERT INTO document (code) VALUES (:a), (:b)", secret, secret);
        BOOST_FAIL("must throw");
    } catch (const Duplicate& e) {
        BOOST_TEST(e.key() == "document_code");
        BOOST_TEST(std::string(e.what()).find("camille") == std::string::npos);
    }
}

BOOST_AUTO_TEST_CASE(a_killed_connection_is_opened_again_by_the_next_use)
{
    Town& town = Town::instance();
    Client client(town.root), other(town.root);
    const auto id = std::get<0>(store::one<long long>(client.connection.session(), "SELECT CONNECTION_ID()").value());
    store::exec(other.connection.session(), ("KILL " + std::to_string(id)).c_str());
    int runs = 0;
    const int answer = store::inTx(client, [&runs](soci::session& session) {
        ++runs;
        return std::get<0>(store::one<int>(session, "SELECT 42").value());
    });
    BOOST_TEST(answer == 42);
    BOOST_TEST(runs == 1); // BEGIN already failed: the body ran on the new connection only
}

BOOST_AUTO_TEST_CASE(server_away_and_back_is_survived_within_the_budget)
{
    Town& town = Town::instance();
    Client client(town.root);
    store::exec(client.connection.session(), "CREATE TABLE IF NOT EXISTS kept_test (id INT PRIMARY KEY) ENGINE = InnoDB");
    bool first = true;
    store::inTx(client, [&](soci::session& session) {
        store::exec(session, "REPLACE INTO kept_test VALUES (1)");
        if (std::exchange(first, false)) {
            town.database.kill();
            town.database.start();
        }
        store::exec(session, "REPLACE INTO kept_test VALUES (2)");
    });
    BOOST_TEST(town.database.value("SELECT COUNT(*) FROM kept_test") == "2");
}

BOOST_AUTO_TEST_CASE(a_deadlock_is_repeated_and_an_error_rolls_back)
{
    Town& town = Town::instance();
    Client client(town.root);
    store::exec(client.connection.session(), "CREATE TABLE IF NOT EXISTS rolled_back_test (id INT PRIMARY KEY) ENGINE = InnoDB");
    int runs = 0;
    store::inTx(client, [&runs](soci::session& session) {
        store::exec(session, "INSERT INTO rolled_back_test VALUES (1)");
        if (++runs < 3) throw Deadlock("as the server would say", 1213);
    });
    BOOST_TEST(runs == 3);
    BOOST_CHECK_THROW(store::inTx(client, [](soci::session& session) {
        store::exec(session, "INSERT INTO rolled_back_test VALUES (2)");
        throw Refused(Refusal::slotTaken);
    }), Refused);
    BOOST_TEST(town.database.value("SELECT GROUP_CONCAT(id) FROM rolled_back_test") == "1");
}

BOOST_AUTO_TEST_SUITE_END()
