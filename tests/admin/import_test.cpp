#include "tests/core/town.h"
#include "tests/support/wait.h"
#include <csignal>
#include <fstream>
#include <nlohmann/json.hpp>

using namespace accueil;
using namespace accueil::test;
using nlohmann::json;

namespace
{
/// accueil-admin import, as somebody of the reception.
struct OldSystem
{
    Town& town = Town::instance();

    Outcome import(const std::string& file, const std::vector<std::string>& options = {}, const std::string& config = {}) const
    {
        std::vector<std::string> command{program("accueil-admin"), "--json", "--config", config.empty() ? town.reception : config, "import", file};
        command.insert(command.end(), options.begin(), options.end());
        return run(command);
    }
    std::string write(const std::string& name, const std::string& text) const
    {
        const std::string file = town.database.folder() / name;
        std::ofstream(file) << text;
        return file;
    }
    std::string appointmentsOf(const std::string& day) const
    {
        return town.database.value("SELECT COUNT(*) FROM appointment WHERE day = '" + day + "'");
    }
};

constexpr const char* header = "date;time;procedure;last_name;first_name;birth_date\n";
} // namespace

BOOST_FIXTURE_TEST_SUITE(admin_import, OldSystem)

BOOST_AUTO_TEST_CASE(the_example_of_the_manual_is_tried_imported_and_imported_again)
{
    const std::string example = ACCUEIL_DOCS_DIR "/import-example.csv";
    const Outcome tried = import(example, {"--dry-run"});
    BOOST_TEST(tried.code == 0, tried.output);
    const json plan = json::parse(tried.output);
    BOOST_REQUIRE(plan.size() == 4U);
    BOOST_TEST(plan[0]["outcome"] == "imported");
    BOOST_TEST(plan[2]["warnings"] == json::array({"no_birth_date"}));
    BOOST_TEST(plan[3] == json({{"imported", 3}, {"already_there", 0}, {"refused", 0}, {"with_warnings", 1}, {"dry_run", true}}));
    BOOST_TEST(appointmentsOf("2026-11-26") == "0");

    const json made = json::parse(import(example, {}, town.root).output);
    BOOST_TEST(made[3]["imported"] == 3);
    const json again = json::parse(import(example).output);
    BOOST_TEST(again[3]["already_there"] == 3);
    for (std::size_t i = 0; i < 3; ++i) BOOST_TEST(made[i]["reference"] == again[i]["reference"]);
    BOOST_TEST(appointmentsOf("2026-11-26") == "3");
    town.check();
}

BOOST_AUTO_TEST_CASE(chosen_lines_only_and_each_refused_line_says_why)
{
    const std::string file = write("chosen.csv", std::string(header) + "27/11/2026;09:00;POP-EID;Exemple;Two;1.1.1960\n"
                                                                       "27/11/2026;09:10;POP-EID;Exemple;Three;1.1.1960\n"
                                                                       "27/11/2026;18:00;POP-EID;Exemple;Four;1.1.1960\n"
                                                                       "27/11/2026;09:30;POP-NOTHING;Exemple;Five;1.1.1960\n"
                                                                       "27/11/2026;09:40;POP-EID;Exemple;Six;1.1.1960\n");
    const Outcome chosen = import(file, {"--lines", "2,4-5"});
    BOOST_TEST(chosen.code == 1);
    const json rows = json::parse(chosen.output);
    BOOST_REQUIRE(rows.size() == 4U);
    BOOST_TEST(rows[0]["line"] == 2);
    BOOST_TEST(rows[1] == json({{"line", 4}, {"outcome", "refused"}, {"field", "time"}, {"why", "outside_hours"}, {"warnings", json::array()}}));
    BOOST_TEST(rows[2]["field"] == "procedure");
    BOOST_TEST(rows[2]["why"] == "unknown");
    BOOST_TEST(appointmentsOf("2026-11-27") == "1");
    BOOST_TEST(import(file, {"--lines", "4", "--outside-hours"}).code == 0);
    BOOST_TEST(import(file, {"--lines", "3,6"}).code == 0);
    BOOST_TEST(appointmentsOf("2026-11-27") == "4");
    for (const char* wrong : {"7", "1", "5-3", "two", "2-", "2,,3", "2;3"})
        BOOST_TEST(import(file, {"--lines", wrong}).code == 2, wrong);
    town.check();
}

BOOST_AUTO_TEST_CASE(a_file_that_cannot_be_used_is_told_apart)
{
    BOOST_TEST(import("/nowhere.csv").code == 2);
    BOOST_TEST(import(write("empty.csv", "")).code == 2);
    const Outcome headless = import(write("headless.csv", "27/11/2026;09:00;POP-EID;Exemple;Two;1.1.1960\n"));
    BOOST_TEST(headless.code == 2);
    BOOST_TEST(headless.output.find("date, time, last_name, first_name, procedure or service") != std::string::npos, headless.output);
    BOOST_TEST(headless.output.find("Exemple") == std::string::npos, "what may be a person is not repeated");
    BOOST_TEST(import(write("only.csv", header)).code == 0, "nothing to do");
}

BOOST_AUTO_TEST_CASE(a_program_killed_half_way_is_run_again_and_nothing_is_missing_or_doubled)
{
    std::string lines = header;
    const int most = 300;
    for (int i = 0; i < most; ++i)
        lines += "0" + std::to_string(1 + i / 100) + "/12/2026;" + clockText({510 + i % 20 * 10}) + ";POP-EID;Exemple;N" + std::to_string(i) + ";1.1.1960\n";
    const std::string file = write("long.csv", lines);
    const auto written = [this] {
        return std::stoi(town.database.value("SELECT COUNT(*) FROM appointment WHERE day BETWEEN '2026-12-01' AND '2026-12-03'"));
    };
    {
        ChildProcess first({program("accueil-admin"), "--config", town.reception, "import", file});
        waitFor("some lines", [&] { return written() >= 20; });
        first.signal(SIGKILL);
        first.wait();
    }
    const int before = written();
    BOOST_TEST(before < most, "it was killed before it had finished");
    const Outcome second = import(file);
    BOOST_TEST(second.code == 0, second.output);
    const json sum = json::parse(second.output).back();
    BOOST_TEST(sum["already_there"] == before);
    BOOST_TEST(sum["imported"] == most - before);
    BOOST_TEST(written() == most);
    town.check();
}

BOOST_AUTO_TEST_SUITE_END()
