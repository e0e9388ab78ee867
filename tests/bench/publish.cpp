// Publication of four services over 400 days, as accueil-admin does it: time and memory of the whole process.
#include "core/agenda/publication.h"
#include "tests/bench/bench.h"
#include <fmt/format.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace accueil::bench
{
namespace
{
constexpr int days = 400, batch = 15, rounds = 5;

struct Run
{
    double ms = 0, rssMb = 0;
};

/// A whole process, measured from outside.
Run measured(const std::vector<std::string>& command)
{
    std::vector<char*> arguments;
    for (const auto& word : command) arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    Run run;
    rusage usage{};
    int status = 0;
    run.ms = milliseconds([&] {
        const pid_t child = fork();
        if (child == 0) {
            if (!freopen("/dev/null", "w", stdout)) _exit(126);
            execvp(arguments[0], arguments.data());
            _exit(127);
        }
        wait4(child, &status, 0, &usage);
    });
    if (status != 0) throw std::runtime_error("accueil-admin slots publish failed");
    run.rssMb = static_cast<double>(usage.ru_maxrss) / 1024;
    return run;
}

/// The multi-row statements alone, sent by a plain loop.
double bareMs(Place& place)
{
    std::vector<std::string> statements;
    Client root(place.root);
    for (const auto& service : place.catalogue.services()) {
        const Hours hours = loadHours(root.connection, place.catalogue, service.id, place.today, place.today + std::chrono::days(days));
        for (int from = 0; from < days; from += batch) {
            std::string values;
            for (int i = from; i < std::min(from + batch, days); ++i)
                for (const auto& slot : plannedSlots(hours, place.today + std::chrono::days(i)))
                    values += fmt::format("{}({},'{}',{},{},{},{},{})", values.empty() ? "" : ",", service.id.value(), isoDay(slot.day),
                                          slot.start.value, slot.opening, slot.minutes, slot.capacity, slot.capacityOnline);
            if (!values.empty())
                statements.push_back("INSERT INTO slot (service_id, day, start_minute, opening_id, minutes, capacity, capacity_online)"
                                     " VALUES " + values);
        }
    }
    Bare bare(place.database, place.root);
    return milliseconds([&] {
        for (const auto& sql : statements) bare.run(sql);
    });
}
} // namespace

Report publish()
{
    std::vector<double> ours, again, memory, theirs;
    long long slots = 0;
    for (int round = 0; round < rounds; ++round) {
        Place place(0);
        theirs.push_back(bareMs(place));
        place.database.execute("DELETE FROM slot");
        const std::vector<std::string> command{test::program("accueil-admin"), "--config", place.root, "slots", "publish",
                                               "--days", std::to_string(days)};
        const Run first = measured(command), second = measured(command);
        ours.push_back(first.ms);
        again.push_back(second.ms);
        memory.push_back(first.rssMb);
        slots = std::stoll(place.database.value("SELECT COUNT(*) FROM slot"));
    }
    Report report;
    report.figures = {{"slots", slots}, {"first_ms", rounded(percentile(ours, 0.5))}, {"again_ms", rounded(percentile(again, 0.5))},
                      {"rss_mb", rounded(percentile(memory, 1))}};
    report.bare = {{"first_ms", rounded(percentile(theirs, 0.5))}};
    report.ratio = {{"first", rounded(percentile(ours, 0.5) / percentile(theirs, 0.5))}};
    return report;
}
} // namespace accueil::bench
