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
    BOOST_TEST(starts[0] == json({{"day", "2026-11-26"}, {"start", "08:30"}, {"minutes", 20}, {"places", 3}}));

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

BOOST_AUTO_TEST_CASE(an_opening_of_one_day_says_whether_it_is_for_a_holiday)
{
    const auto add = [](const char* day, std::vector<std::string> more) {
        std::vector<std::string> command{"openings", "add", "--service", "ETR", "--day", day, "--from", "09:00", "--to", "11:00",
                                         "--counters", "1"};
        command.insert(command.end(), more.begin(), more.end());
        return command;
    };
    const Outcome silent = run(add("2026-12-25", {}));
    BOOST_TEST(silent.code == 1);
    BOOST_TEST(silent.output.find("2026-12-25 is a holiday") != std::string::npos);
    BOOST_TEST(rows(add("2026-12-25", {"--on-holiday", "--dry-run"}))[0]["appearing"] == 12);
    BOOST_TEST(rows({"slots", "show", "--service", "ETR", "--day", "2026-12-25"}).empty());
    const json added = rows(add("2026-12-25", {"--on-holiday"}))[0];
    BOOST_TEST(rows({"slots", "show", "--service", "ETR", "--day", "2026-12-25"}).size() == 12U);

    const Outcome twice = run(add("2026-12-25", {"--on-holiday", "--online", "0"}));
    BOOST_TEST(twice.code == 1);
    BOOST_TEST(twice.output.find("Friday 2026-12-25 09:00-11:00, 1 counters (1 online)") != std::string::npos);
    BOOST_TEST(twice.output.find("Friday 2026-12-25 09:00-11:00, 1 counters (0 online)") != std::string::npos);
    const json listed = rows({"openings", "list", "--service", "ETR"});
    BOOST_TEST(listed.back()["special"] == true);
    BOOST_TEST(listed.back()["on_holiday"] == true);
    const std::string id = std::to_string(added["id"].get<int>());
    BOOST_TEST(rows({"openings", "remove", "--service", "ETR", "--special", id})[0]["vanishing"] == 12);
    BOOST_TEST(run({"openings", "remove", "--service", "ETR", "--special", id}).code == 1);
    BOOST_TEST(run({"openings", "add", "--service", "ETR", "--from", "09:00", "--to", "11:00", "--counters", "1"}).code == 1, "when?");
    BOOST_TEST(run(add("2026-11-23", {})).code == 1, "a day that is over");
}

BOOST_AUTO_TEST_CASE(a_closure_of_some_hours_has_a_reason_in_every_language)
{
    const std::vector<std::string> training{"closures", "add", "--service", "ETR", "--from", "2026-12-09", "--to", "2026-12-10",
                                            "--from-time", "08:00", "--to-time", "09:30", "--reason", "formation",
                                            "--reason-nl", "opleiding", "--reason-de", "Schulung", "--reason-en", "training"};
    auto tried = training;
    tried.emplace_back("--dry-run");
    BOOST_TEST(rows(tried)[0]["vanishing"] == 12);
    BOOST_TEST(rows({"closures", "list"}).empty());
    const json added = rows(training)[0];
    BOOST_TEST(added["vanishing"] == 12, "two mornings, an hour each");
    const json listed = rows({"closures", "list"})[0];
    BOOST_TEST(listed["from_time"] == "08:00");
    BOOST_TEST(listed["to_time"] == "09:30");
    BOOST_TEST(listed["reasons"] == json({{"fr", "formation"}, {"nl", "opleiding"}, {"de", "Schulung"}, {"en", "training"}}));
    BOOST_TEST(rows({"slots", "show", "--service", "ETR", "--day", "2026-12-09"})[0]["start"] == "09:30");
    BOOST_TEST(rows({"closures", "remove", std::to_string(added["id"].get<int>())})[0]["appearing"] == 12);
    auto backwards = training;
    backwards[11] = "07:00";
    BOOST_TEST(run(backwards).code == 1);
}

BOOST_AUTO_TEST_CASE(a_day_of_the_town_closes_what_is_published)
{
    const json closed = rows({"holidays", "add", "2020-12-07", "--yearly", "--name", "fête locale"})[0];
    BOOST_TEST(closed["vanishing"].get<int>() > 0);
    BOOST_TEST(rows({"slots", "show", "--service", "ETR", "--day", "2026-12-07"}).empty());
    BOOST_TEST(rows({"holidays", "remove", "2020-12-07"})[0]["appearing"] == closed["vanishing"]);
    BOOST_TEST(run({"holidays", "remove", "2020-12-07"}).code == 1);
}

BOOST_AUTO_TEST_CASE(rules_of_a_service_are_listed_and_changed)
{
    const auto etr = [] {
        const json all = rows({"services", "list"});
        return *std::ranges::find_if(all, [](const json& row) { return row["service"] == "ETR"; });
    };
    BOOST_TEST(etr() == json({{"service", "ETR"}, {"granule_minutes", 10}, {"granules", json::array()}, {"lead_minutes", 0},
                              {"horizon_days", 60}, {"release_days", 0}}));
    const std::vector<std::string> starts{"starts", "--procedure", "ETR-PICKUP", "--channel", "online", "--from", "2026-11-24"};
    const auto lastStart = [&](int days) {
        auto command = starts;
        command.insert(command.end(), {"--days", std::to_string(days)});
        const json all = rows(command);
        return all.empty() ? "" : all.back()["day"].get<std::string>();
    };
    rows({"services", "set", "ETR", "--horizon-days", "3", "--lead-minutes", "60", "--release-days", "1"});
    BOOST_TEST(lastStart(10) == "2026-11-26");
    BOOST_TEST(rows({"slots", "show", "--service", "ETR", "--day", "2026-11-25"})[0]["capacity_online"] == 3);
    BOOST_TEST(rows({"slots", "show", "--service", "ETR", "--day", "2026-11-26"})[0]["capacity_online"] == 2);
    rows({"settings", "set", "booking.opens_at", "23:00"});
    BOOST_TEST(lastStart(10) == "2026-11-25", "the newest day opens tonight");
    rows({"settings", "set", "booking.opens_at", "07:00"});
    rows({"services", "set", "ETR", "--horizon-days", "60", "--lead-minutes", "0", "--release-days", "0"});
    BOOST_TEST(rows({"slots", "show", "--service", "ETR", "--day", "2026-11-25"})[0]["capacity_online"] == 2);
    BOOST_TEST(run({"services", "set", "ETR", "--horizon-days", "0"}).code >= 100);
    BOOST_TEST(run({"services", "set", "NONE", "--lead-minutes", "1"}).code == 1);

    const json changed = rows({"services", "granule", "ETR", "15", "--from", "2026-12-14"})[0];
    BOOST_TEST(changed["from"] == "2026-12-14");
    BOOST_TEST(etr()["granules"] == json::array({{{"from", "2026-12-14"}, {"minutes", 15}}}));
    const json places = rows({"slots", "show", "--service", "ETR", "--day", "2026-12-14"});
    BOOST_TEST(places.size() == 14U);
    BOOST_TEST(places[0]["minutes"] == 15);
    const std::string reference = rows({"book", "--procedure", "ETR-PICKUP", "--day", "2026-12-01", "--time", "09:00", "--last-name",
                                        "Exemple", "--first-name", "Camille", "--birth-date", "14/3/58"})[0]["reference"];
    const Outcome tooEarly = run({"services", "granule", "ETR", "20", "--from", "2026-12-01"});
    BOOST_TEST(tooEarly.code == 1);
    BOOST_TEST(tooEarly.output.find("from 2026-12-02 on") != std::string::npos);
    BOOST_TEST(run({"cancel", reference}).code == 0);
    BOOST_TEST(run({"services", "granule", "ETR", "7"}).code == 1);
    rows({"services", "granule", "ETR", "10", "--from", "2026-12-14"});
    BOOST_TEST(rows({"check"}).empty());
}

BOOST_AUTO_TEST_CASE(settings_have_names_ranges_and_meanings)
{
    const auto opensAt = [] {
        const json all = rows({"settings", "list"});
        return *std::ranges::find_if(all, [](const json& row) { return row["name"] == "booking.opens_at"; });
    };
    BOOST_TEST(opensAt()["value"] == "07:00");
    rows({"settings", "set", "booking.opens_at", "08:30"});
    BOOST_TEST(opensAt()["value"] == "08:30");
    BOOST_TEST(opensAt()["default"] == "07:00");
    BOOST_TEST(town.database.value("SELECT value FROM site_setting WHERE name = 'booking.opens_at'") == "510");
    const Outcome wrong = run({"settings", "set", "booking.hold_minutes", "0"});
    BOOST_TEST(wrong.code == 1);
    BOOST_TEST(wrong.output.find("takes 1 to 60 minutes") != std::string::npos);
    BOOST_TEST(run({"settings", "set", "booking.nonsense", "1"}).code == 1);
    rows({"settings", "set", "booking.opens_at", "07:00"});
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

BOOST_AUTO_TEST_CASE(a_visit_is_found_sent_again_and_told)
{
    auto arguments = booking("2026-12-04", "09:00");
    arguments.insert(arguments.end(), {"--email", "camille@exemple.be", "--phone", "0470 12 34 56"});
    const std::string reference = rows(arguments)[0]["reference"];
    const json found = rows({"find", "+32 470 12", "--day", "2026-12-04", "--service", "POP", "--state", "booked"});
    BOOST_REQUIRE(found.size() == 1U);
    BOOST_TEST(found[0]["reference"] == reference);
    BOOST_TEST(found[0]["start"] == "09:00");
    BOOST_TEST(found[0]["last_name"] == "Exemple");
    BOOST_TEST(rows({"find", "exemple", "--state", "served"}).empty());
    BOOST_TEST(run({"find", "exemple", "--state", "nowhere"}).code >= 100);

    BOOST_TEST(run({"send-again", reference}).code == 0);
    BOOST_TEST(run({"cancel", reference}).code == 0);
    const json told = rows({"history", reference});
    BOOST_REQUIRE(told.size() == 3U);
    BOOST_TEST(told[0]["act"] == "cancelled");
    BOOST_TEST(told[0]["who"] == "chief");
    BOOST_TEST(told[1]["act"] == "mail_asked_again");
    BOOST_TEST(told[1]["fields"] == json({"confirmation"}));
    BOOST_TEST(told[2]["act"] == "booked");
    BOOST_TEST(run({"history", "KXTR-BVLN"}).code != 0);
}

BOOST_AUTO_TEST_SUITE_END()
