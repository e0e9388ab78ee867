// Ten town halls live: two hundred call screens and three hundred desks ask for news, ten things a second
// happen. What the server spends on it, and how long a call takes from the click to every screen of its site.
#include "core/store/site_events.h"
#include "core/store/sql.h"
#include "display-app/service/database_display_service.h"
#include "tests/bench/queue_town.h"
#include <algorithm>
#include <atomic>
#include <fmt/format.h>
#include <fstream>
#include <functional>
#include <latch>
#include <map>
#include <mutex>
#include <random>
#include <thread>
#include <unistd.h>
#include <utility>

namespace accueil::bench
{
namespace
{
using namespace std::chrono_literals;
using Steady = std::chrono::steady_clock;

constexpr int sites = 10, screensEach = 20, desksEach = 30, agentsEach = 3, waitingEach = 400;
constexpr std::chrono::milliseconds screenPause{250}, deskPause{500}, eventPause{100}, measured{60'000};
constexpr std::size_t askerThreads = 12;

/// CPU seconds of a process.
double cpuSeconds(const std::string& pid)
{
    std::ifstream stat("/proc/" + pid + "/stat");
    std::string word;
    double ticks = 0;
    stat.ignore(1000, ')');
    for (int field = 3; stat >> word; ++field)
        if (field == 14 || field == 15) ticks += std::stod(word);
    return ticks / static_cast<double>(sysconf(_SC_CLK_TCK));
}

/// When each call was clicked, and when each screen has read it.
class Clicks
{
public:
    void clicked(TicketId ticket, Steady::time_point at)
    {
        const std::lock_guard lock(mutex_);
        clicked_[ticket] = at;
    }
    void read(const void* screen, const display::Contents& contents)
    {
        const auto now = Steady::now();
        const std::lock_guard lock(mutex_);
        for (const auto& call : contents.calls) read_.try_emplace({screen, call.ticket}, now);
    }
    /// From the click to the screen, all of them.
    std::vector<double> ms() const
    {
        const std::lock_guard lock(mutex_);
        std::vector<double> all;
        for (const auto& [which, at] : read_)
            if (const auto click = clicked_.find(which.second); click != clicked_.end())
                all.push_back(std::chrono::duration<double, std::milli>(at - click->second).count());
        return all;
    }

private:
    mutable std::mutex mutex_;
    std::map<TicketId, Steady::time_point> clicked_;
    std::map<std::pair<const void*, TicketId>, Steady::time_point> read_;
};

/// Somebody who asks every so often, at a phase of his own.
struct Asker
{
    std::function<void()> ask;
    std::chrono::milliseconds pause;
    Steady::time_point next{};
    bool answered = false;
};

/// Keeps every asker's rhythm; those who are late ask at once and go on from there.
/// @param all  counted down when an asker has its first answer
void keepAsking(std::vector<Asker> askers, const std::atomic<bool>& done, std::atomic<long long>& asked,
                std::atomic<int>& failed, std::latch& all)
{
    const auto sooner = [](const Asker& a, const Asker& b) { return a.next < b.next; };
    while (!done) {
        Asker& first = *std::ranges::min_element(askers, sooner);
        std::this_thread::sleep_until(first.next);
        try {
            first.ask();
        } catch (const std::exception& e) {
            if (failed++ == 0) std::fprintf(stderr, "live: %s\n", e.what());
        }
        ++asked;
        if (!std::exchange(first.answered, true)) all.count_down();
        first.next = std::max(first.next + first.pause, Steady::now());
    }
}

class Live
{
public:
    Live() : town_(sites, 8)
    {
        town_.database.execute(
            "UPDATE service s JOIN (SELECT site_id, MIN(id) AS id FROM waiting_area GROUP BY site_id) AS a"
            " ON a.site_id = s.site_id SET s.waiting_area_id = a.id"); // every call is for every screen of
                                                                       // its site
        for (int site = 1; site <= sites; ++site) {
            const SiteId id(site);
            catalogues_.push_back(std::make_unique<Catalogue>(town_.catalogue(id)));
            for (auto& agent : town_.agents(id, agentsEach))
                agents_.push_back({agent, std::make_unique<Client>(agent.file)});
            town_.fill(id, waitingEach);
        }
    }

    /// The least that so many readers must ask, by nobody's code: the versions of a site, at the same rhythm.
    std::vector<Asker> bareAskers()
    {
        std::vector<Asker> all;
        for (int site = 1; site <= sites; ++site)
            for (int i = 0; i < screensEach + desksEach; ++i) {
                bare_.push_back(std::make_unique<Bare>(
                    town_.database, agents_[static_cast<std::size_t>((site - 1) * agentsEach)].seat.file));
                all.push_back(
                    {[bare = bare_.back().get(),
                      sql = fmt::format("SELECT topic, version FROM site_version WHERE site_id = {}", site)] {
                         bare->run(sql);
                     },
                     i < screensEach ? screenPause : deskPause});
            }
        return all;
    }
    void endBare() { bare_.clear(); }

    std::vector<Asker> screensAndDesks()
    {
        std::vector<Asker> all;
        for (int site = 1; site <= sites; ++site) {
            const std::string screen = town_.screen(SiteId(site));
            for (int i = 0; i < screensEach; ++i) all.push_back(screenOf(screen));
            for (int i = 0; i < desksEach; ++i)
                all.push_back(deskOf(agents_[static_cast<std::size_t>((site - 1) * agentsEach)].seat.file,
                                     SiteId(site)));
        }
        return all;
    }

    /// @param events  whether something happens meanwhile
    void run(const std::string& name, std::vector<Asker> askers, bool events, nlohmann::json& figures)
    {
        std::atomic<bool> done = false;
        std::atomic<long long> asked = 0;
        std::atomic<int> failed = 0;
        std::latch all(static_cast<std::ptrdiff_t>(askers.size()));
        std::vector<std::jthread> threads = start(std::move(askers), done, asked, failed, all);
        const std::string pid =
            town_.database.value("SELECT VARIABLE_VALUE FROM information_schema.GLOBAL_VARIABLES WHERE "
                                 "VARIABLE_NAME = 'PID_FILE'");
        std::string number;
        std::ifstream(pid) >> number;
        all.wait(); // the catalogues are read and the first estimates made
        const long long askedBefore = asked, questionsBefore = questions();
        const double before = cpuSeconds(number);
        const auto begin = Steady::now();
        int happened = 0;
        while (Steady::now() - begin < measured) {
            std::this_thread::sleep_until(begin + ++happened * eventPause);
            if (events) act(happened);
        }
        const double seconds = std::chrono::duration<double>(Steady::now() - begin).count();
        figures[name + "server_cores"] = rounded((cpuSeconds(number) - before) / seconds);
        figures[name + "statements_per_s"] =
            rounded(static_cast<double>(questions() - questionsBefore) / seconds);
        figures[name + "polls_per_s"] = rounded(static_cast<double>(asked - askedBefore) / seconds);
        figures[name + "failed"] = failed.load();
        done = true;
    }

    Clicks clicks;

private:
    struct Agent
    {
        QueueTown::Agent seat;
        std::unique_ptr<Client> client;
        bool busy = false;
    };

    Asker screenOf(const std::string& file)
    {
        clocks_.push_back(std::make_unique<ServerClock>());
        screens_.push_back(std::make_unique<display::DatabaseDisplayService>(
            store::DatabaseConfig::from(Config::fromFile(file)), *clocks_.back()));
        return {[this, screen = screens_.back().get()] {
                    if (const auto contents = screen->poll("")) clicks.read(screen, *contents);
                },
                screenPause};
    }
    Asker deskOf(const std::string& file, SiteId site)
    {
        desks_.push_back(std::make_unique<Client>(file));
        const auto reader = std::make_shared<store::SiteReader>(
            site, std::vector{store::Topic::queue, store::Topic::agenda, store::Topic::settings});
        return {[desk = desks_.back().get(), reader] { reader->poll(desk->connection); }, deskPause};
    }
    /// A visitor is called, or goes.
    void act(int number)
    {
        Agent& agent =
            agents_[static_cast<std::size_t>(number * agentsEach + number / sites) % agents_.size()];
        const Catalogue& catalogue = *catalogues_[static_cast<std::size_t>(agent.seat.site.value() - 1)];
        const RequestKey key = Seed::random().requestKey("act");
        if (agent.busy) {
            finish(agent.client->connection, catalogue, key, agent.seat.counter);
        } else {
            const auto began = Steady::now();
            const Ticket called = callNext(agent.client->connection, catalogue, key, agent.seat.counter);
            clicks.clicked(called.id, began);
        }
        agent.busy = !agent.busy;
    }
    static std::vector<std::jthread> start(std::vector<Asker> askers, const std::atomic<bool>& done,
                                           std::atomic<long long>& asked, std::atomic<int>& failed,
                                           std::latch& all)
    {
        std::vector<std::vector<Asker>> work(askerThreads);
        std::mt19937 random(1);
        for (std::size_t i = 0; i < askers.size(); ++i) {
            askers[i].next = Steady::now() + std::chrono::milliseconds(
                                                 random() % static_cast<unsigned>(askers[i].pause.count()));
            work[i % askerThreads].push_back(std::move(askers[i]));
        }
        std::vector<std::jthread> threads;
        for (auto& some : work)
            threads.emplace_back([mine = std::move(some), &done, &asked, &failed, &all] {
                keepAsking(mine, done, asked, failed, all);
            });
        return threads;
    }
    long long questions() const
    {
        return std::stoll(town_.database.value(
            "SELECT VARIABLE_VALUE FROM information_schema.GLOBAL_STATUS WHERE VARIABLE_NAME = 'QUESTIONS'"));
    }

    QueueTown town_;
    std::vector<std::unique_ptr<Catalogue>> catalogues_;
    std::vector<Agent> agents_;
    std::vector<std::unique_ptr<ServerClock>> clocks_;
    std::vector<std::unique_ptr<display::DatabaseDisplayService>> screens_;
    std::vector<std::unique_ptr<Client>> desks_;
    std::vector<std::unique_ptr<Bare>> bare_;
};
} // namespace

Report live()
{
    Report report;
    Live all;
    all.run("", all.bareAskers(), false, report.bare);
    all.endBare();
    const auto askers = all.screensAndDesks();
    all.run("quiet_", askers, false, report.figures);
    all.run("", askers, true, report.figures);
    const auto ms = all.clicks.ms();
    report.figures["click_to_screen_p50_ms"] = rounded(percentile(ms, 0.5));
    report.figures["click_to_screen_p99_ms"] = rounded(percentile(ms, 0.99));
    report.figures["calls_read"] = ms.size();
    report.ratio["server_cores"] =
        rounded(report.figures["server_cores"].get<double>() / report.bare["server_cores"].get<double>());
    return report;
}
} // namespace accueil::bench
