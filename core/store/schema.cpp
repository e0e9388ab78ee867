#include "core/store/schema.h"
#include "core/base/log.h"
#include "core/store/sql.h"
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <mysql.h>
#include <soci/mysql/soci-mysql.h>
#include <sstream>

namespace accueil::store
{
namespace
{
namespace fs = std::filesystem;

std::string trimmed(const std::string& text)
{
    const auto begin = text.find_first_not_of(" \t\r\n");
    if (begin == std::string::npos) return {};
    return text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
}

/// The line without a trailing "-- comment"; quotes are respected.
std::string withoutComment(const std::string& line)
{
    bool quoted = false;
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
        if (line[i] == '\'') quoted = !quoted;
        if (!quoted && line[i] == '-' && line[i + 1] == '-') return line.substr(0, i);
    }
    return line;
}

std::vector<fs::path> filesIn(const fs::path& folder)
{
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(folder))
        if (entry.path().extension() == ".sql") files.push_back(entry.path());
    std::ranges::sort(files);
    return files;
}

/// Straight to the server: SOCI would look for ":names" in the text of a routine.
void send(soci::session& session, const std::string& statement, const std::string& file)
{
    auto* connection = static_cast<soci::mysql_session_backend*>(session.get_backend())->conn_;
    if (mysql_real_query(connection, statement.data(), statement.size()) != 0)
        throw StoreError(file + ": " + mysql_error(connection), mysql_errno(connection));
    mysql_free_result(mysql_store_result(connection));
    detail::drain(session);
}

int versionOf(const fs::path& migration)
{
    return std::stoi(migration.filename().string().substr(0, 4));
}
} // namespace

std::vector<std::string> statementsOf(const std::string& script)
{
    std::vector<std::string> statements;
    std::istringstream lines(script);
    std::string line, current, delimiter = ";";
    while (std::getline(lines, line)) {
        if (line.starts_with("DELIMITER ")) {
            delimiter = trimmed(line.substr(10));
            continue;
        }
        current += trimmed(withoutComment(line)) + "\n";
        const std::string so_far = trimmed(current);
        if (!so_far.ends_with(delimiter)) continue;
        const std::string statement = trimmed(so_far.substr(0, so_far.size() - delimiter.size()));
        if (!statement.empty()) statements.push_back(statement);
        current.clear();
    }
    if (const auto rest = trimmed(current); !rest.empty()) statements.push_back(rest);
    return statements;
}

Schema::Schema(DatabaseConfig root, std::string sqlFolder) : root_(std::move(root)), folder_(std::move(sqlFolder)) {}

void Schema::create()
{
    DatabaseConfig server = root_;
    server.name = "mysql"; // ours does not exist yet
    ServerClock clock;
    Connection connection(server, clock, Connection::Schema::ignore);
    send(connection.session(), "CREATE DATABASE IF NOT EXISTS `" + root_.name +
                                   "` CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci", "create");
    migrate();
}

int Schema::migrate()
{
    ServerClock clock;
    Connection connection(root_, clock, Connection::Schema::ignore);
    auto& session = connection.session();
    send(session, "CREATE TABLE IF NOT EXISTS schema_version (only_row TINYINT NOT NULL DEFAULT 1, version INT NOT NULL,"
                  " PRIMARY KEY (only_row), CONSTRAINT schema_version_one CHECK (only_row = 1)) ENGINE = InnoDB", "create");
    send(session, "INSERT IGNORE INTO schema_version (only_row, version) VALUES (1, 0)", "create");
    const auto current = [&] { return std::get<0>(*one<int>(session, "SELECT version FROM schema_version")); };
    const int before = current();
    if (before > schemaVersion) throw ForeignSchema(before, schemaVersion);

    for (const auto& file : filesIn(fs::path(folder_) / "migrations")) {
        if (versionOf(file) <= current()) continue;
        if (versionOf(file) != current() + 1) throw StoreError("a migration is missing before " + file.filename().string(), 0);
        run(session, file);
        if (current() != versionOf(file)) throw StoreError(file.filename().string() + " did not raise the version", 0);
        log::info("db.migrated", "schema version {}", current());
    }
    run(session, fs::path(folder_) / "accounts" / "1-owner.sql");
    run(session, fs::path(folder_) / "accounts" / "2-roles.sql");
    dropRoutines(session);
    for (const auto& file : filesIn(fs::path(folder_) / "routines")) run(session, file);
    run(session, fs::path(folder_) / "accounts" / "3-grants.sql");
    return before;
}

void Schema::run(soci::session& session, const std::string& path) const
{
    std::ifstream file(path);
    if (!file) throw StoreError("cannot read " + path, 0);
    std::string text{std::istreambuf_iterator<char>(file), {}};
    for (std::size_t at; (at = text.find("{database}")) != std::string::npos;) text.replace(at, 10, root_.name);
    for (const auto& statement : statementsOf(text)) send(session, statement, fs::path(path).filename().string());
}

void Schema::dropRoutines(soci::session& session) const
{
    for (const auto& [type, name] : rows<std::string, std::string>(
             session, "SELECT routine_type, routine_name FROM information_schema.routines WHERE routine_schema = DATABASE()"))
        send(session, "DROP " + type + " `" + name + "`", "routines");
    for (const auto& [name] :
         rows<std::string>(session, "SELECT trigger_name FROM information_schema.triggers WHERE trigger_schema = DATABASE()"))
        send(session, "DROP TRIGGER `" + name + "`", "routines");
}

std::string defaultSqlFolder()
{
    if (const char* fromEnvironment = std::getenv("ACCUEIL_SQL_DIR")) return fromEnvironment;
    if (fs::exists(ACCUEIL_SOURCE_SQL_DIR)) return ACCUEIL_SOURCE_SQL_DIR;
    return ACCUEIL_INSTALL_SQL_DIR;
}
} // namespace accueil::store
