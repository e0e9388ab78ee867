#include "tests/bench/bench.h"
#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace accueil::bench
{
Place::Place(int days)
    : database(test::PrivateDatabase::Options{"2026-11-24 07:40:00", true, "verviers", days, true}),
      account(database.config("marie", database.staff("marie", "reception"))), root(database.config("root", database.rootPassword())),
      catalogue(load())
{
}

Catalogue Place::load() const
{
    Client client(root);
    return Catalogue::load(client.connection, findSite(client.connection));
}

Bare::Bare(const test::PrivateDatabase& database, const std::string& configFile) : handle_(mysql_init(nullptr))
{
    const Config config = Config::fromFile(configFile);
    const std::string host = database.host();
    const auto port = static_cast<unsigned>(std::stoi(host.substr(host.rfind(':') + 1)));
    mysql_options(handle_, MYSQL_SET_CHARSET_NAME, "utf8mb4");
    if (!mysql_real_connect(handle_, "127.0.0.1", config.text("database.user").c_str(), config.secret("database.password").c_str(),
                            "accueil", port, nullptr, CLIENT_FOUND_ROWS | CLIENT_MULTI_RESULTS))
        throw std::runtime_error(mysql_error(handle_));
    run("SET NAMES utf8mb4 COLLATE utf8mb4_unicode_520_ci");
    run("SET time_zone = '+00:00'");
    run("SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED");
}

Bare::~Bare()
{
    mysql_close(handle_);
}

std::string Bare::run(const std::string& sql)
{
    if (mysql_real_query(handle_, sql.data(), sql.size()) != 0) throw std::runtime_error(mysql_error(handle_));
    std::string first;
    for (bool more = true; more; more = mysql_next_result(handle_) == 0) {
        MYSQL_RES* result = mysql_store_result(handle_);
        if (!result) continue;
        for (MYSQL_ROW row = mysql_fetch_row(result); row; row = mysql_fetch_row(result))
            if (first.empty() && row[0]) first = row[0];
        mysql_free_result(result);
    }
    return first;
}

double percentile(std::vector<double> samples, double share)
{
    if (samples.empty()) return 0;
    const auto at = static_cast<std::size_t>(share * static_cast<double>(samples.size() - 1) + 0.5);
    std::ranges::nth_element(samples, samples.begin() + static_cast<std::ptrdiff_t>(at));
    return samples[at];
}

double rounded(double value)
{
    return std::round(value * 1000) / 1000;
}

Person somebody(int number)
{
    const std::string id = std::to_string(number);
    return {"Exemple" + id, "Camille", {1950 + number % 50, 1 + number % 12, 1 + number % 28}, "camille" + id + "@exemple.be", "", "",
            Language::fr};
}
} // namespace accueil::bench
