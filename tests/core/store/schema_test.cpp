#include "core/store/schema.h"
#include "tests/core/town.h"

using namespace accueil;
using namespace accueil::test;

BOOST_AUTO_TEST_SUITE(schema)

BOOST_AUTO_TEST_CASE(scripts_are_split_as_the_mysql_client_does)
{
    const auto statements = store::statementsOf("-- a comment; with a semicolon\nCREATE TABLE a (b INT); -- why\n\n"
                                                "INSERT INTO a VALUES ('x -- no comment; really');\n"
                                                "DELIMITER //\nCREATE PROCEDURE p()\nBEGIN\n  SELECT 1;\n  SELECT 2;\nEND //\nDELIMITER ;\n"
                                                "DROP TABLE a");
    BOOST_REQUIRE(statements.size() == 4U);
    BOOST_TEST(statements[0] == "CREATE TABLE a (b INT)");
    BOOST_TEST(statements[1] == "INSERT INTO a VALUES ('x -- no comment; really')");
    BOOST_TEST(statements[2].ends_with("SELECT 2;\nEND"));
    BOOST_TEST(statements[3] == "DROP TABLE a");
}

BOOST_AUTO_TEST_CASE(creating_and_migrating_again_changes_nothing)
{
    Town& town = Town::instance();
    const std::string places = town.database.value("SELECT COUNT(*) FROM slot");
    town.database.admin({"db", "create"});
    town.database.admin({"db", "migrate"});
    town.database.admin({"db", "sample"});
    BOOST_TEST(town.database.value("SELECT version FROM schema_version") == std::to_string(store::schemaVersion));
    BOOST_TEST(town.database.value("SELECT COUNT(*) FROM slot") == places);
    BOOST_TEST(town.database.value("SELECT COUNT(*) FROM service_procedure") == "43");
}

BOOST_AUTO_TEST_CASE(each_migration_may_be_run_again_after_a_kill_half_way)
{
    PrivateDatabase database(PrivateDatabase::Options{"2026-11-24 07:40:00", true, {}, 0});
    database.execute("UPDATE schema_version SET version = 2");
    BOOST_TEST(database.admin({"db", "migrate"}).find("schema version 2 -> ") != std::string::npos);
    BOOST_TEST(database.value("SELECT version FROM schema_version") == std::to_string(store::schemaVersion));
}

BOOST_AUTO_TEST_CASE(a_newer_database_is_not_migrated_back)
{
    PrivateDatabase database(PrivateDatabase::Options{"2026-11-24 07:40:00", true, {}, 0});
    database.execute("UPDATE schema_version SET version = 999");
    BOOST_CHECK_THROW(database.admin({"db", "migrate"}), std::runtime_error);
}

BOOST_AUTO_TEST_SUITE_END()
