#include "tests/support/private_database.h"
#include <boost/test/unit_test.hpp>
#include <csignal>

using namespace accueil::test;

namespace
{
const PrivateDatabase::Options bare{"2026-11-24 07:40:00", false, {}, 0};
} // namespace

BOOST_AUTO_TEST_CASE(server_lives_on_the_chosen_morning)
{
    const PrivateDatabase database(bare);
    database.execute("CREATE DATABASE IF NOT EXISTS accueil");
    BOOST_TEST(database.value("SELECT DATE_FORMAT(UTC_TIMESTAMP(), '%Y-%m-%d %H')") == "2026-11-24 07");
}

BOOST_AUTO_TEST_CASE(what_was_written_and_the_clock_survive_a_kill)
{
    PrivateDatabase database(bare);
    const std::string host = database.host();
    database.execute("CREATE DATABASE accueil");
    database.execute("CREATE TABLE accueil.kept (id INT PRIMARY KEY) ENGINE = InnoDB");
    database.execute("INSERT INTO accueil.kept VALUES (7)");
    const std::string before = database.value("SELECT UTC_TIMESTAMP(3)");
    database.kill();
    database.start();
    BOOST_TEST(database.host() == host);
    BOOST_TEST(database.value("SELECT UTC_TIMESTAMP(3)") >= before);
    BOOST_TEST(database.value("SELECT DATE(UTC_TIMESTAMP())") == "2026-11-24");
}

BOOST_AUTO_TEST_CASE(clock_can_be_moved_on)
{
    PrivateDatabase database(bare);
    database.stop();
    database.start("2026-11-25 09:00:00");
    BOOST_TEST(database.value("SELECT DATE(UTC_TIMESTAMP())") == "2026-11-25");
}

BOOST_AUTO_TEST_CASE(two_servers_do_not_get_in_each_others_way)
{
    const PrivateDatabase one(bare), two(bare);
    BOOST_TEST(one.host() != two.host());
}

BOOST_AUTO_TEST_CASE(child_ends_with_its_object_and_tells_its_result)
{
    pid_t pid = 0;
    {
        const ChildProcess child({"sleep", "100"});
        pid = child.pid();
        BOOST_TEST(::kill(pid, 0) == 0);
    }
    BOOST_TEST(::kill(pid, 0) == -1);
    const Outcome outcome = run({"sh", "-c", "echo said; exit 3"});
    BOOST_TEST(outcome.code == 3);
    BOOST_TEST(outcome.output == "said\n");
}

BOOST_AUTO_TEST_CASE(the_town_of_verviers_comes_with_places_and_accounts)
{
    const PrivateDatabase database({"2026-11-24 07:40:00", true, "verviers", 3});
    BOOST_TEST(database.value("SELECT COUNT(*) > 0 FROM slot WHERE day = '2026-11-25'") == "1");
    const std::string config = database.device("borne-1", "kiosk");
    BOOST_TEST(contents(config).find("user = borne-1\n") != std::string::npos);
    BOOST_TEST(database.staff("marie", "agent") == "Pw-marie-1");
    BOOST_TEST(database.value("SELECT COUNT(*) FROM staff") == "1");
    BOOST_TEST(database.admin({"db", "check"}).find("holds") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_refusal_of_accueil_admin_is_told_in_its_own_words)
{
    const PrivateDatabase database(bare);
    BOOST_CHECK_EXCEPTION(database.admin({"staff", "add", "x"}), std::runtime_error,
                          [](const std::runtime_error& e) {
                              return std::string(e.what()).find("--name") != std::string::npos;
                          });
}
