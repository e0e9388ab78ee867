#include "display-app/service/database_display_service.h"
#include "tests/display/hall.h"
#include "tests/support/private_database.h"
#include <boost/test/unit_test.hpp>

using namespace accueil;
using namespace accueil::display;
using namespace accueil::test;

namespace
{
/// Verviers at 09:40, a screen in area A, an agent; each case begins with an empty queue.
struct Hall
{
    struct Server
    {
        PrivateDatabase database{{"2026-11-24 08:40:00", true, "verviers", 0}};
        std::string screen = database.device("ecran-a", "display", "A");
        std::string agent = database.config("ahmed", database.staff("ahmed", "agent"));
        std::string chief = database.config("chef", database.staff("chef", "supervisor"));
    };
    static Server& server()
    {
        static Server only;
        return only;
    }

    PrivateDatabase& database = server().database;
    ServerClock clock;
    DatabaseDisplayService service{store::DatabaseConfig::from(Config::fromFile(server().screen)), clock};
    Agent agent{server().agent};

    Hall()
    {
        database.execute("UPDATE counter_state SET ticket_id = NULL, staff_id = NULL, opened_at = NULL");
        database.execute("UPDATE ticket SET state = 'closed', last_called_at = NULL");
        service.poll("");
    }
};
} // namespace

BOOST_FIXTURE_TEST_SUITE(screen_service, Hall)

BOOST_AUTO_TEST_CASE(it_knows_its_area_and_what_is_served_there)
{
    DatabaseDisplayService another(store::DatabaseConfig::from(Config::fromFile(server().screen)), clock);
    const auto contents = another.poll("");
    BOOST_REQUIRE(contents);
    BOOST_TEST(contents->area == "A");
    BOOST_TEST(contents->town.in(Language::nl) == "Stad Verviers");
    BOOST_TEST(contents->timeZone == "Europe/Brussels");
    BOOST_REQUIRE(contents->waits.size() == 2U);
    BOOST_TEST(contents->waits[1].name.in(Language::fr) == "Passeports, permis, casiers");
    BOOST_TEST(contents->calls.empty());
}

BOOST_AUTO_TEST_CASE(nothing_is_read_again_while_nothing_happens)
{
    BOOST_TEST(!service.poll(""));
    BOOST_TEST(!service.poll(""));
}

BOOST_AUTO_TEST_CASE(a_call_arrives_with_the_next_poll_and_a_recall_with_its_number)
{
    const std::string number = agent.come("POP-RESIDENCE", Language::nl);
    BOOST_TEST(!service.poll(""), "an arrival changes the waits only");
    agent.call(3);
    auto contents = service.poll("");
    BOOST_REQUIRE(contents);
    BOOST_REQUIRE(contents->calls.size() == 1U);
    BOOST_TEST(contents->calls[0].number == number);
    BOOST_TEST(contents->calls[0].counter == 3);
    BOOST_TEST(contents->calls[0].callNo == 1);
    BOOST_TEST((contents->calls[0].language == Language::nl));
    agent.callAgain(3);
    contents = service.poll("");
    BOOST_REQUIRE(contents);
    BOOST_TEST(contents->calls[0].callNo == 2);
}

BOOST_AUTO_TEST_CASE(calls_of_the_other_area_are_not_shown)
{
    agent.come("CIV-EXTRACT");
    agent.call(14);
    const auto contents = service.poll("");
    BOOST_REQUIRE(contents);
    BOOST_TEST(contents->calls.empty());
}

BOOST_AUTO_TEST_CASE(the_newest_stands_first_and_five_are_read)
{
    std::vector<std::string> called;
    for (int i = 0; i < 7; ++i) {
        agent.come("POP-RESIDENCE");
        called.push_back(agent.call(3));
        agent.finish(3);
    }
    const auto contents = service.poll("");
    BOOST_REQUIRE(contents);
    BOOST_REQUIRE(contents->calls.size() == 5U);
    BOOST_TEST(contents->calls[0].number == called[6]);
    BOOST_TEST(contents->calls[4].number == called[2]);
}

BOOST_AUTO_TEST_CASE(the_waits_are_estimated_anew_every_fifteen_seconds_whatever_happens)
{
    for (int i = 0; i < 5; ++i) agent.come("POP-RESIDENCE");
    agent.call(3);
    auto contents = service.poll("");
    BOOST_REQUIRE(contents);
    BOOST_TEST(contents->waits[0].wait.fromMinutes == 0, "as before those five");
    clock.set(clock.now() + std::chrono::seconds(16));
    contents = service.poll("");
    BOOST_REQUIRE(contents);
    BOOST_TEST(contents->waits[0].wait.fromMinutes > 0);
    BOOST_TEST(!service.poll(""));
}

BOOST_AUTO_TEST_CASE(the_message_of_the_supervisor_is_shown_in_the_languages_it_is_written_in)
{
    Agent chief{server().chief};
    database.execute("REPLACE INTO site_setting (site_id, name, value) VALUES (1, 'screen.message', 'Fermé le 2 décembre.')");
    clock.set(clock.now() + std::chrono::seconds(16));
    BOOST_TEST(service.poll("")->message == "Fermé le 2 décembre.");
    chief.show("A", {{Language::de, "Population: 20 Minuten Verspätung."}, {Language::fr, "Population : 20 minutes de retard."}});
    auto contents = service.poll("");
    BOOST_REQUIRE(contents);
    BOOST_TEST(contents->message == "Population : 20 minutes de retard.\nPopulation: 20 Minuten Verspätung.\n");
    chief.show("B", {{Language::fr, "Ceci est pour l’autre zone."}});
    contents = service.poll("");
    BOOST_TEST((!contents || contents->message.starts_with("Population")));
    chief.withdraw("A");
    contents = service.poll("");
    BOOST_REQUIRE(contents);
    BOOST_TEST(contents->message == "Fermé le 2 décembre.");
    database.execute("DELETE FROM site_setting WHERE name = 'screen.message'");
}

BOOST_AUTO_TEST_CASE(the_supervision_hears_that_the_screen_lives_and_what_troubles_it)
{
    const std::string device = " FROM device WHERE account = 'ecran-a'";
    BOOST_TEST(database.value("SELECT seen_at IS NOT NULL" + device) == "1");
    for (const char* trouble : {"sound", ""}) {
        clock.set(clock.now() + std::chrono::seconds(16));
        service.poll(trouble);
        BOOST_TEST(database.value("SELECT trouble" + device) == trouble);
    }
}

BOOST_AUTO_TEST_CASE(after_a_lost_connection_everything_is_read_again)
{
    agent.come("POP-RESIDENCE");
    agent.call(3);
    database.stop();
    BOOST_CHECK_THROW(service.poll(""), ConnectionLost);
    BOOST_CHECK_THROW(service.poll(""), ConnectionLost);
    database.start();
    const auto contents = service.poll("");
    BOOST_REQUIRE(contents);
    BOOST_TEST(contents->calls.size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_foreign_version_a_wrong_password_and_a_foreign_account_are_told_apart)
{
    const std::string version = database.value("SELECT version FROM schema_version");
    database.execute("UPDATE schema_version SET version = 999");
    DatabaseDisplayService foreign(store::DatabaseConfig::from(Config::fromFile(server().screen)), clock);
    BOOST_CHECK_THROW(foreign.poll(""), ForeignSchema);
    database.execute("UPDATE schema_version SET version = " + version);
    BOOST_TEST(foreign.poll("").has_value());

    const auto config = [&](const std::string& account, const std::string& password) {
        return store::DatabaseConfig::from(Config::fromFile(database.config(account, password)));
    };
    DatabaseDisplayService refused(config("nobody", "wrong"), clock);
    BOOST_CHECK_THROW(refused.poll(""), AccessDenied);
    DatabaseDisplayService person(store::DatabaseConfig::from(Config::fromFile(server().agent)), clock);
    BOOST_CHECK_THROW(person.poll(""), NotAllowed);
}

BOOST_AUTO_TEST_SUITE_END()
