// tests/bench/bench.h - what every measure of accueil-bench works with.
#pragma once
#include "core/booking/booking.h"
#include "core/store/connection.h"
#include "tests/support/private_database.h"
#include <mysql.h>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace accueil::bench
{
/// One measure: its figures, the bare limit of the same run, and one by the other. Units stand in the names.
struct Report
{
    nlohmann::json figures = nlohmann::json::object(), bare = nlohmann::json::object(), ratio = nlohmann::json::object();
};

Report find();
Report search();
Report book();
Report call();
Report race();
Report publish();
Report desk();
Report live();

/// Verviers on a durable server of its own, on a Tuesday morning.
class Place
{
public:
    explicit Place(int days);

    test::PrivateDatabase database;
    std::string account;  ///< configuration file of a reception account
    std::string root;     ///< of the server's administrator
    Catalogue catalogue;
    const Day today = makeDay(2026, 11, 24);

private:
    Catalogue load() const;
};

/// Booked visits from number `from` to `to`, spread over three years of history and the weeks to come, without people;
/// none of them passes a granule of its own.
void grow(Place& place, long long from, long long to);

/// A connection with a clock of its own.
struct Client
{
    explicit Client(const std::string& configFile) : connection(store::DatabaseConfig::from(Config::fromFile(configFile)), clock)
    {
        connection.session();
    }
    ServerClock clock;
    store::Connection connection;
};

/// Connector/C and nothing of ours: the bare limit.
class Bare
{
public:
    /// @throws std::runtime_error
    Bare(const test::PrivateDatabase& database, const std::string& configFile);
    ~Bare();
    Bare(const Bare&) = delete;
    Bare& operator=(const Bare&) = delete;

    /// Sends the statement and reads all of its results. @return the first column of the first row  @throws std::runtime_error
    std::string run(const std::string& sql);

private:
    MYSQL* handle_;
};

/// Milliseconds of one call.
template <class Act>
double milliseconds(Act&& act)
{
    const auto begin = std::chrono::steady_clock::now();
    act();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
}

/// The value below which this share of the samples lies. @param share  0.5, 0.99
double percentile(std::vector<double> samples, double share);
double rounded(double value); ///< three figures behind the point

Person somebody(int number);
} // namespace accueil::bench
