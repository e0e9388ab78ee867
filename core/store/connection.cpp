#include "core/store/connection.h"
#include "core/base/log.h"
#include "core/store/sql.h"
#include <mysql.h>
#include <soci/mysql/soci-mysql.h>

namespace accueil::store
{
namespace
{
/// A value of SOCI's connection string.
std::string quoted(const std::string& value)
{
    std::string out = "'";
    for (const char c : value) {
        if (c == '\'' || c == '\\') out += '\\';
        out += c;
    }
    return out + "'";
}

/// With a CA the host travels as a Connector/C DSN: SOCI's own sslca checks neither the host's name nor that the
/// server offers TLS at all.
std::string connectString(const DatabaseConfig& config, const std::string& host)
{
    std::string text = "db=" + quoted(config.name) + " user=" + quoted(config.user) + " password=" + quoted(config.password) +
                       " charset=utf8mb4 connect_timeout=" + std::to_string(config.connectTimeoutS) +
                       " read_timeout=" + std::to_string(config.ioTimeoutS) +
                       " write_timeout=" + std::to_string(config.ioTimeoutS);
    if (host.starts_with('/')) return text + " unix_socket=" + quoted(host);
    const auto colon = host.rfind(':');
    const std::string name = host.substr(0, colon);
    const std::string port = colon == std::string::npos ? "3306" : host.substr(colon + 1);
    if (config.tlsCa.empty()) return text + " host=" + quoted(name) + " port=" + port;
    return text + " host=" + quoted("host=" + name + ";port=" + port + ";ssl-ca=" + config.tlsCa + ";ssl-verify-server-cert=1;");
}

void prepareSession(soci::session& session)
{
    auto* connection = static_cast<soci::mysql_session_backend*>(session.get_backend())->conn_;
    unsigned off = 0; // a rogue server could read this machine's files; SOCI's own option does nothing
    mysql_options(connection, MYSQL_OPT_LOCAL_INFILE, &off);
    exec(session, "SET NAMES utf8mb4 COLLATE utf8mb4_unicode_520_ci");
    exec(session, "SET time_zone = '+00:00', sql_mode = 'STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ZERO_DATE,"
                  "NO_ZERO_IN_DATE,NO_ENGINE_SUBSTITUTION,ONLY_FULL_GROUP_BY'");
    exec(session, "SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED");
}

/// On a Galera node: later reads wait for what the cluster has already accepted.
void waitForCluster(soci::session& session)
{
    if (one<std::string, std::string>(session, "SHOW VARIABLES LIKE 'wsrep_on'").value_or(std::tuple("", "OFF")) ==
        std::tuple<std::string, std::string>("wsrep_on", "ON"))
        exec(session, "SET SESSION wsrep_sync_wait = 1");
}

void checkSchema(soci::session& session)
{
    int version = 0;
    try {
        version = std::get<0>(one<int>(session, "SELECT version FROM schema_version").value_or(std::tuple(0)));
    } catch (const ConnectionLost&) {
        throw;
    } catch (const StoreError&) {
        throw ForeignSchema(0, schemaVersion); // no such table: not a database of ours
    }
    if (version != schemaVersion) throw ForeignSchema(version, schemaVersion);
}
} // namespace

DatabaseConfig DatabaseConfig::withoutAccount(const Config& config)
{
    DatabaseConfig database;
    database.hosts = config.list("database.hosts");
    if (database.hosts.empty()) config.text("database.hosts"); // says that it is missing
    database.name = config.text("database.name", database.name);
    database.tlsCa = config.text("database.tls_ca", "");
    return database;
}

DatabaseConfig DatabaseConfig::from(const Config& config)
{
    DatabaseConfig database = withoutAccount(config);
    database.user = config.text("database.user");
    // None at all is allowed: an administrator may log in by the socket alone.
    if (config.find("database.password") || config.find("database.password_file"))
        database.password = config.secret("database.password");
    return database;
}

Connection::Connection(DatabaseConfig config, ServerClock& clock, Schema schema)
    : config_(std::move(config)), clock_(clock), schema_(schema)
{
}

Connection::~Connection() = default;

soci::session& Connection::session()
{
    if (!session_) open();
    return *session_;
}

void Connection::close() noexcept
{
    session_.reset();
}

void Connection::failOver() noexcept
{
    session_.reset();
    host_ = (host_ + 1) % config_.hosts.size();
    freshHost_ = true;
}

void Connection::open()
{
    for (std::size_t tried = 0;; ++tried) {
        try {
            session_ = tryHost(config_.hosts[host_]);
            return;
        } catch (const ConnectionLost&) {
            host_ = (host_ + 1) % config_.hosts.size();
            freshHost_ = true;
            if (tried + 1 == config_.hosts.size()) throw;
        }
    }
}

std::unique_ptr<soci::session> Connection::tryHost(const std::string& host)
{
    auto session = std::make_unique<soci::session>();
    try {
        session->open(soci::mysql, connectString(config_, host));
    } catch (const soci::soci_error& e) {
        rethrow(e, *session, "connect");
    }
    prepareSession(*session);
    if (freshHost_) waitForCluster(*session);
    if (schema_ == Schema::check) checkSchema(*session);
    const auto now = one<Instant>(*session, "SELECT UTC_TIMESTAMP(3)");
    clock_.set(std::get<0>(*now));
    log::info("db.open", "connected to {}", host);
    return session;
}
} // namespace accueil::store
