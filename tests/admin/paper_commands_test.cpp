// sheet and day-list as an administrator types them.
#include "core/booking/printable_visit.h"
#include "tests/core/town.h"
#include <nlohmann/json.hpp>

using namespace accueil;
using namespace accueil::test;
using nlohmann::json;

namespace
{
const Day thursday = makeDay(2026, 12, 3);

struct Root
{
    Town& town = Town::instance();
    Client desk{town.reception};
    const std::string file = town.database.folder() / "paper.pdf";

    Outcome run(std::vector<std::string> arguments) const
    {
        arguments.insert(arguments.begin(), {program("accueil-admin"), "--config", town.root});
        return test::run(arguments);
    }
    json rows(std::vector<std::string> arguments) const
    {
        arguments.insert(arguments.begin(), "--json");
        const Outcome outcome = run(std::move(arguments));
        BOOST_REQUIRE_MESSAGE(outcome.code == 0, outcome.output);
        return json::parse(outcome.output);
    }
    AppointmentId book(int start, const std::string& name)
    {
        Person person = camille();
        person.lastName = name;
        return bookVisit(desk, Seed::random(), "CIV-EXTRACT", thursday, {start}, person);
    }
    std::string of(const std::string& column, const std::string& table, AppointmentId id) const
    {
        const std::string key = table == "appointment" ? "id" : "appointment_id";
        return town.database.value("SELECT " + column + " FROM " + table + " WHERE " + key + " = " + std::to_string(id.value()));
    }
    std::string text() const { return test::run({"pdftotext", "-layout", file, "-"}).output; }
};

bool contains(const std::string& text, const std::string& part)
{
    return text.find(part) != std::string::npos;
}
} // namespace

BOOST_FIXTURE_TEST_SUITE(paper_commands, Root)

BOOST_AUTO_TEST_CASE(the_sheet_carries_the_code_of_the_kiosk_and_the_link_of_the_mail)
{
    const AppointmentId id = book(540, "Feuille");
    const std::string reference = of("reference", "appointment", id), code = of("check_in_token", "attendee_secret", id);
    for (const char* format : {"a4", "80mm"}) {
        BOOST_TEST(rows({"sheet", referenceInWords(reference), "--out", file, "--format", format})[0]["reference"] == reference);
        const std::string words = text();
        BOOST_TEST(contains(words, referenceInWords(reference)), words);
        BOOST_TEST(contains(words, "09:00"), words);
        BOOST_TEST(!contains(words, "Feuille Camille"));
        const std::string image = town.database.folder() / "paper";
        test::run({"pdftoppm", "-r", "203", "-mono", "-singlefile", file, image});
        BOOST_TEST(test::run({"zbarimg", "--nodbus", "-q", "--raw", "-Sdisable", "-Sqr.enable", image + ".pbm"}).output == code + "\n");
    }
    BOOST_TEST(printableVisit(desk.connection, id).secrets.manageToken == of("manage_token", "attendee_secret", id));
}

BOOST_AUTO_TEST_CASE(a_cancelled_or_unknown_visit_has_no_sheet)
{
    const AppointmentId id = book(550, "Annulé");
    const std::string reference = of("reference", "appointment", id);
    cancel(desk.connection, Seed::random().requestKey("cancel"), id, "");
    BOOST_TEST(run({"sheet", reference, "--out", file}).code == 2);
    BOOST_TEST(run({"sheet", "hello", "--out", file}).code == 1);
    BOOST_CHECK_THROW(printableVisit(desk.connection, AppointmentId(999999)), Refused);
}

BOOST_AUTO_TEST_CASE(the_list_holds_the_day_of_one_service_or_of_all)
{
    book(600, "Premier");
    book(610, "Second");
    const json made = rows({"day-list", "--day", "2026-12-03", "--service", "CIV", "--out", file});
    BOOST_TEST(made[0]["pages"] == 1);
    const std::string one = text();
    BOOST_TEST(one.find("Premier Camille") < one.find("Second Camille"), one);
    rows({"day-list", "--day", "2026-12-03", "--out", file});
    BOOST_TEST(contains(text(), "Premier Camille"));
    BOOST_TEST(rows({"day-list", "--day", "2026-12-04", "--service", "CIV", "--out", file, "--language", "de"})[0]["appointments"] == 0);
    BOOST_TEST(contains(text(), "Keine Termine"), text());
    BOOST_TEST(run({"day-list", "--out", "/nowhere/list.pdf"}).code == 1);
}

BOOST_AUTO_TEST_SUITE_END()
