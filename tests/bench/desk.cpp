// The desk's window: how soon it can be used and how much memory it takes, with a million appointments behind it.
#include "tests/bench/bench.h"
#include "tests/support/child_process.h"
#include "tests/support/temporary_folder.h"
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

nlohmann::json windows(const Place& place, const test::TemporaryFolder& folder)
{
    const Config account = Config::fromFile(place.account);
    const nlohmann::json wanted{{"folder", folder.path().string()}, {"host", place.database.host()}, {"account", account.text("database.user")},
                               {"password", account.secret("database.password")}, {"starts", starts}};
    const std::string source = ACCUEIL_SOURCE, order = folder.write("order.json", wanted.dump()), answer = folder.path() / "answer.json";
    const auto done = test::run({"sh", "-c", "exec /usr/bin/python3 -B -m tests.bench.desk_windows < \"$1\" > \"$2\"", "sh", order, answer},
                                {{"PYTHONPATH", source + ":" + source + "/installer"}, {"ACCUEIL_BUILD", ACCUEIL_BUILD}});
    if (done.code != 0) throw std::runtime_error(done.output);
    return nlohmann::json::parse(test::contents(answer));
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
