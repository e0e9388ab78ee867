// The desk's window: how soon it can be used and how much memory it takes, with a million appointments behind it.
#include "tests/bench/bench.h"
#include "tests/support/temporary_folder.h"
#include <cstdio>
#include <stdexcept>

namespace accueil::bench
{
namespace
{
constexpr int days = 60, starts = 10;
constexpr long long appointments = 1'000'000;

/// Those of today have people and procedures: they are what the pages show.
void peopleToday(const Place& place)
{
    const std::string today = " FROM appointment a WHERE a.day = '" + isoDay(place.today) + "'";
    place.database.execute("INSERT INTO attendee (appointment_id, last_name, first_name, birth_year, birth_month, birth_day, phone)"
                           " SELECT a.id, CONCAT('Exemple', a.id), 'Camille', 1950 + a.id MOD 50, 1 + a.id MOD 12, 1 + a.id MOD 28, '087000000'" + today);
    place.database.execute("INSERT INTO appointment_procedure (appointment_id, position, procedure_id)"
                           " SELECT a.id, 1, (SELECT MIN(p.id) FROM service_procedure p WHERE p.service_id = a.service_id)" + today);
}

/// What a command prints, however long it takes.
std::string output(const std::string& command)
{
    FILE* pipe = popen(command.c_str(), "r");
    if (!pipe) throw std::runtime_error("no shell");
    std::string text;
    for (int c = 0; (c = std::fgetc(pipe)) != EOF;) text += static_cast<char>(c);
    if (pclose(pipe) != 0) throw std::runtime_error("the windows could not be measured");
    return text;
}

nlohmann::json windows(const Place& place, const test::TemporaryFolder& folder)
{
    const Config account = Config::fromFile(place.account);
    const nlohmann::json wanted{{"folder", folder.path().string()}, {"host", place.database.host()}, {"account", account.text("database.user")},
                               {"password", account.secret("database.password")}, {"starts", starts}};
    const std::string source = ACCUEIL_SOURCE, order = folder.write("order.json", wanted.dump());
    return nlohmann::json::parse(output("PYTHONPATH='" + source + ":" + source + "/installer' ACCUEIL_BUILD='" ACCUEIL_BUILD
                                        "' exec /usr/bin/python3 -B -m tests.bench.desk_windows < '" + order + "'"));
}

double share(const nlohmann::json& ours, const nlohmann::json& theirs, const char* name)
{
    return rounded(ours.at(name).get<double>() / theirs.at(name).get<double>());
}
} // namespace

Report desk()
{
    Place place(days);
    grow(place, 0, appointments);
    peopleToday(place);
    const test::TemporaryFolder folder;
    const auto seen = windows(place, folder);
    Report report;
    report.figures = seen.at("desk");
    report.bare = seen.at("bare");
    for (const char* name : {"start_p50_ms", "rss_mb"}) report.ratio[name] = share(report.figures, report.bare, name);
    report.figures["appointments"] = std::stoll(place.database.value("SELECT COUNT(*) FROM appointment"));
    report.figures["appointments_today"] =
        std::stoll(place.database.value("SELECT COUNT(*) FROM appointment WHERE day = '" + isoDay(place.today) + "'"));
    return report;
}
} // namespace accueil::bench
