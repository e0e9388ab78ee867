// stranded, calls and letters as an administrator types them: as root, whose account has no site.
#include "tests/core/town.h"
#include <nlohmann/json.hpp>

using namespace accueil;
using namespace accueil::test;
using nlohmann::json;

namespace
{
struct Root
{
    Town& town = Town::instance();
    Client desk{town.reception};

    Outcome run(std::vector<std::string> arguments) const
    {
        arguments.insert(arguments.begin(), {program("accueil-admin"), "--config", town.root});
        return test::run(arguments);
    }
    json rows(std::vector<std::string> arguments) const
    {
        arguments.insert(arguments.begin(), "--json");
        const Outcome outcome = run(std::move(arguments));
        BOOST_TEST(outcome.code == 0, outcome.output);
        return json::parse(outcome.output);
    }
    std::string book(Day day, int start, const std::string& name, const std::string& phone, const std::string& email = {})
    {
        Person person = camille(email);
        person.lastName = name;
        person.phone = phone;
        const AppointmentId id = bookVisit(desk, Seed::random(), "CIV-EXTRACT", day, {start}, person);
        return town.database.value("SELECT reference FROM appointment WHERE id = " + std::to_string(id.value()));
    }
    /// Closes the day for État civil.
    void close(const char* day) const
    {
        rows({"closures", "add", "--service", "CIV", "--from", day});
        rows({"slots", "publish", "--service", "CIV", "--days", "30"});
    }
    std::string text(const std::string& file) const { return test::run({"pdftotext", "-layout", file, "-"}).output; }
};
} // namespace

BOOST_FIXTURE_TEST_SUITE(stranded_commands, Root)

BOOST_AUTO_TEST_CASE(a_closed_day_is_settled_person_by_person)
{
    const Day day = makeDay(2026, 12, 3);
    const std::string moved = book(day, 540, "Déplacé", ""), kept = book(day, 540, "Gardé", "087 11 11 11"),
                      mailed = book(day, 550, "Courriel", "", "courriel@exemple.be"), called = book(day, 560, "Appelé", "087 22 22 22");
    BOOST_TEST(rows({"stranded", "list"}).empty());
    close("2026-12-03");
    const json all = rows({"stranded", "list", "--service", "CIV", "--from", "2026-12-03", "--days", "1"});
    BOOST_REQUIRE(all.size() == 4U);
    BOOST_TEST(all[0]["reference"] == called);
    BOOST_TEST(all[0]["phone"] == "087 22 22 22");
    BOOST_TEST(all[1]["email"] == true);
    BOOST_TEST(rows({"stranded", "list", "--service", "POP"}).empty());

    BOOST_TEST(run({"stranded", "move", moved, "--day", "2026-12-05", "--time", "10:00"}).code == 2, "a Saturday");
    BOOST_TEST(run({"stranded", "move", moved, "--day", "2026-12-04", "--time", "10:00"}).code == 0);
    BOOST_TEST(run({"stranded", "keep", kept}).code == 0);
    BOOST_TEST(run({"stranded", "call", called}).code == 0);
    BOOST_TEST(run({"stranded", "cancel", "--reason", "Formation"}).code == 1, "neither one nor all");
    BOOST_TEST(rows({"stranded", "cancel", "--all", "--reason", "Formation"})[0]["done"] == 2);
    BOOST_TEST(rows({"stranded", "list"}).empty());
    BOOST_TEST(run({"stranded", "keep", mailed}).code == 2, "it is cancelled");

    const json people = rows({"calls", "list"});
    BOOST_REQUIRE(people.size() == 2U);
    BOOST_TEST(people[0]["reference"] == moved);
    BOOST_TEST(people[0]["reason"] == "moved");
    BOOST_TEST(people[0]["was_day"] == "2026-12-03");
    BOOST_TEST(people[1]["reference"] == called);
    BOOST_TEST(people[1]["reason"] == "cancelled");

    const std::string letters = town.database.folder() / "letters.pdf", list = town.database.folder() / "calls.pdf";
    rows({"calls", "pdf", list});
    for (const char* part : {"Déplacé", "Appelé", "087 22 22 22", "Formation"}) BOOST_TEST(text(list).find(part) != std::string::npos, part);
    BOOST_TEST(rows({"letters", letters, "--done"})[0]["letters"] == 1, "who has a telephone is called");
    BOOST_TEST(text(letters).find("vendredi 4 décembre") == std::string::npos);
    BOOST_TEST(text(letters).find("Vendredi 4 décembre 2026 à 10:00") != std::string::npos);
    BOOST_TEST(text(letters).find("Appelé") == std::string::npos);
    BOOST_TEST(rows({"calls", "list"}).size() == 1U);
    BOOST_TEST(run({"calls", "done", called, "--outcome", "called"}).code == 0);
    BOOST_TEST(run({"calls", "done", called}).code == 1, "done already");
    BOOST_TEST(rows({"calls", "list"}).empty());
    const json done = rows({"calls", "list", "--all"});
    BOOST_TEST(done.size() == 4U, "kept, moved, to be called, cancelled");
    for (const auto& row : done) BOOST_TEST(row["done_by"] == "root");
    BOOST_TEST(rows({"letters", letters})[0]["letters"] == 0);
    BOOST_TEST(run({"calls", "pdf", "/nowhere/calls.pdf"}).code == 1);
    town.check();
}

BOOST_AUTO_TEST_SUITE_END()
