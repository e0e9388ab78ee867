#include "tests/core/town.h"
#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>

using namespace accueil;
using namespace accueil::test;
using nlohmann::json;

namespace
{
/// accueil-admin as an administrator of the town.
struct Administrator
{
    Town& town = Town::instance();
    static const std::string& config()
    {
        static const std::string file = Town::instance().database.config("chief", Town::instance().database.staff("chief", "admin"));
        return file;
    }

    static Outcome run(std::vector<std::string> arguments)
    {
        arguments.insert(arguments.begin(), {program("accueil-admin"), "--config", config()});
        return test::run(arguments);
    }
    static json rows(std::vector<std::string> arguments)
    {
        arguments.insert(arguments.begin(), "--json");
        const Outcome outcome = run(std::move(arguments));
        BOOST_TEST(outcome.code == 0, outcome.output);
        return json::parse(outcome.output);
    }
    static std::vector<std::string> booking(const std::string& day, const std::string& time)
    {
        return {"book",    "--procedure", "POP-EID:2", "--day",        day,       "--time",       time,
                "--last-name", "Exemple", "--first-name", "Camille", "--birth-date", "14/3/58"};
    }
};
} // namespace

BOOST_FIXTURE_TEST_SUITE(admin_commands, Administrator)

BOOST_AUTO_TEST_CASE(a_visit_from_the_search_to_the_cancellation)
{
    const json starts = rows({"starts", "--procedure", "POP-EID:2", "--from", "2026-11-26", "--days", "1", "--channel", "online"});
    BOOST_TEST(starts.size() == 20U);
    BOOST_TEST(starts[0] == json({{"day", "2026-11-26"}, {"start", "08:30"}, {"places", 3}}));

    const std::string reference = rows(booking("2026-11-26", "08:30"))[0]["reference"];
    BOOST_TEST(rows({"slots", "show", "--service", "POP", "--day", "2026-11-26"})[1]["booked"] == 1);
    BOOST_TEST(run({"move", reference, "--day", "2026-11-26", "--time", "08:40"}).code == 0);
    BOOST_TEST(rows({"slots", "show", "--service", "POP", "--day", "2026-11-26"})[0]["booked"] == 0);
    BOOST_TEST(run({"cancel", reference}).code == 0);
    BOOST_TEST(run({"cancel", reference}).code == 2);
    BOOST_TEST(rows({"check"}).empty());
}

BOOST_AUTO_TEST_CASE(a_key_books_once_however_often_a_script_runs)
{
    auto command = booking("2026-11-27", "09:00");
    command.insert(command.end(), {"--key", Seed::random().hex()});
    const json first = rows(command), second = rows(command);
    BOOST_TEST(first == second);
    BOOST_TEST(rows({"slots", "show", "--service", "POP", "--day", "2026-11-27"})[3]["booked"] == 1);
}

BOOST_AUTO_TEST_CASE(exit_codes_tell_refusals_from_mistakes)
{
    BOOST_TEST(run(booking("2026-11-28", "09:00")).code == 2, "a Saturday");
    BOOST_TEST(run(booking("2026-11-31", "09:00")).code == 1, "no such day");
    BOOST_TEST(run({"starts", "--procedure", "POP-NOTHING"}).code == 1);
    BOOST_TEST(run({"starts"}).code >= 100);
    BOOST_TEST(run({"nonsense"}).code >= 100);
    const Outcome refused = run({"--json", "cancel", makeReference(Seed::random())});
    BOOST_TEST(refused.code == 2);
    BOOST_TEST(json::parse(refused.output)["refused"] == static_cast<int>(Refusal::codeUnknown));
    // A typing error gives the held place back at once.
    auto nameless = booking("2026-12-03", "09:00");
    nameless[8] = " ";
    BOOST_TEST(run(nameless).code == 1);
    BOOST_TEST(rows({"slots", "show", "--service", "POP", "--day", "2026-12-03"})[3]["booked"] == 0);
}

BOOST_AUTO_TEST_CASE(hours_are_tried_before_they_are_changed)
{
    const auto count = [] { return rows({"openings", "list", "--service", "PPC"}).size(); };
    const auto before = count();
    const std::vector<std::string> evening{"openings", "add", "--service", "PPC", "--weekday", "thu", "--from", "16:00",
                                           "--to", "18:00", "--counters", "2", "--online", "1", "--every-weeks", "2",
                                           "--first-week", "2026-11-26", "--days", "30"};
    auto tried = evening;
    tried.emplace_back("--dry-run");
    const json shown = rows(tried)[0];
    BOOST_TEST(shown["appearing"] == 2 * 12, "two Thursdays within thirty days, every other week");
    BOOST_TEST(count() == before);
    rows(evening);
    BOOST_TEST(count() == before + 1);
    BOOST_TEST(rows({"slots", "show", "--service", "PPC", "--day", "2026-12-10"}).size() == 21U + 12U);
    BOOST_TEST(rows({"slots", "show", "--service", "PPC", "--day", "2026-12-03"}).size() == 21U);

    auto overlapping = evening;
    overlapping[7] = "17:30";
    overlapping[9] = "19:00";
    const Outcome refused = run(overlapping);
    BOOST_TEST(refused.code == 1);
    BOOST_TEST(refused.output.find("Thursday 16:00-18:00") != std::string::npos);
    BOOST_TEST(refused.output.find("Thursday 17:30-19:00") != std::string::npos);
    const json listed = rows({"openings", "list", "--service", "PPC"});
    const auto evenings = std::ranges::find_if(listed, [](const json& row) { return row["from"] == "16:00"; });
    BOOST_REQUIRE((evenings != listed.end()));
    BOOST_TEST(rows({"openings", "remove", "--service", "PPC", std::to_string((*evenings)["id"].get<int>()), "--days", "30"})[0]["vanishing"] == 24);
}

BOOST_AUTO_TEST_CASE(closures_and_holidays_can_be_listed_added_and_removed)
{
    const int id = rows({"closures", "add", "--service", "CIV", "--from", "2026-12-08", "--reason", "déménagement"})[0]["id"];
    BOOST_TEST(rows({"closures", "list"})[0]["service"] == "CIV");
    rows({"slots", "publish", "--service", "CIV"});
    BOOST_TEST(rows({"slots", "show", "--service", "CIV", "--day", "2026-12-08"}).empty());
    BOOST_TEST(run({"closures", "remove", std::to_string(id)}).code == 0);
    BOOST_TEST(run({"closures", "remove", std::to_string(id)}).code == 1);
    BOOST_TEST(rows({"holidays", "--year", "2027"}).size() == 10U);
    BOOST_TEST(run({"holidays", "add", "2026-09-27", "--yearly", "--name", "Communauté française"}).code == 0);
    BOOST_TEST(rows({"holidays"}).size() == 11U);
    BOOST_TEST(run({"holidays", "remove", "2026-09-27"}).code == 0);
}

BOOST_AUTO_TEST_CASE(hours_of_a_file_replace_those_of_its_services)
{
    const std::string file = town.database.folder() / "hours.csv";
    std::ofstream(file) << "service,weekday,from,to,counters,counters_online\nCIV,mon,09:00,11:00,1,1\nCIV,tue,09:00,11:00,1,0\n";
    rows({"openings", "import", file, "--dry-run"});
    BOOST_TEST(rows({"openings", "list", "--service", "CIV"}).size() == 6U);
    rows({"openings", "import", file});
    BOOST_TEST(rows({"openings", "list", "--service", "CIV"}).size() == 2U);
    BOOST_TEST(rows({"check"}).empty());
}

BOOST_AUTO_TEST_SUITE_END()
