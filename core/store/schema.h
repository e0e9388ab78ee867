// core/store/schema.h - makes and migrates the database, for accueil-admin and the tests.
#pragma once
#include "core/store/connection.h"

namespace accueil::store
{
/// Statements of a script, split as the mysql client does it, DELIMITER lines included; comments are dropped.
std::vector<std::string> statementsOf(const std::string& script);

class Schema
{
public:
    /// @param root       an account that may create databases, users and routines; opened with Connection::Schema::ignore
    /// @param sqlFolder  the folder with migrations/, routines/ and accounts/
    Schema(DatabaseConfig root, std::string sqlFolder);

    /// Makes the database if it is missing, then migrates.
    void create();
    /// Runs the migrations above the present version, each file once, then all routines and grants anew.
    /// @return the version before. @throws ForeignSchema if the database is newer than this program
    int migrate();

private:
    void run(soci::session& session, const std::string& file) const;
    void dropRoutines(soci::session& session) const;

    DatabaseConfig root_;
    std::string folder_;
};

/// Folder of the SQL files: $ACCUEIL_SQL_DIR, the source tree of this build, or the installed one.
std::string defaultSqlFolder();
} // namespace accueil::store
