// tests/core/queue/room_at_random.h - who works in the room of the random tests, and how chance is made.
#pragma once
#include "tests/core/town.h"
#include <array>
#include <cstdlib>
#include <iostream>
#include <random>
#include <string>
#include <vector>

namespace accueil::test
{
constexpr int agents = 5;
constexpr std::array counterNumbers{1, 5, 9, 13, 14, 15};
constexpr std::array walkInProcedures{"CIV-EXTRACT", "POP-RESIDENCE", "POP-LIFE", "PPC-RECORD", "ETR-PICKUP"};

inline unsigned chosenSeed()
{
    const char* given = std::getenv("ACCUEIL_TEST_SEED");
    const unsigned seed = given ? static_cast<unsigned>(std::atoi(given)) : std::random_device{}();
    std::cout << "ACCUEIL_TEST_SEED=" << seed << "\n";
    return seed;
}

struct Random
{
    explicit Random(unsigned seed) : engine(seed) {}
    std::mt19937 engine;
    int below(int n) { return std::uniform_int_distribution(0, n - 1)(engine); }
    bool oneIn(int n) { return below(n) == 0; }
    template <class Container>
    const auto& of(const Container& some)
    {
        return some[static_cast<std::size_t>(below(static_cast<int>(std::size(some))))];
    }
};

/// Configuration files of everybody who works here.
struct Staff
{
    static const Staff& instance()
    {
        static const Staff all;
        return all;
    }
    std::vector<std::string> agentFiles;
    std::string supervisor;

private:
    Staff()
    {
        for (int i = 0; i < agents; ++i) agentFiles.push_back(file("agent" + std::to_string(i), "agent"));
        supervisor = file("chef", "supervisor");
    }
    static std::string file(const std::string& account, const std::string& role)
    {
        const auto& database = Town::instance().database;
        return database.config(account, database.staff(account, role));
    }
};

inline void emptyTheRoom()
{
    const auto& database = Town::instance().database;
    database.execute("UPDATE counter_state SET ticket_id = NULL, staff_id = NULL, opened_at = NULL, "
                     "paused_at = NULL, ended_ticket_id = NULL");
    database.execute(
        "UPDATE ticket SET state = 'closed' WHERE state IN ('waiting', 'called', 'serving', 'parked')");
    database.execute("DELETE FROM help_call");
}
} // namespace accueil::test
