// accueil-bench NAME: starts its own private servers and data, and prints its figures beside the bare limit
// of the same run.
#include "core/base/log.h"
#include "tests/bench/bench.h"
#include <CLI/CLI.hpp>
#include <functional>
#include <iostream>
#include <map>

namespace
{
using namespace accueil;

const std::map<std::string, std::function<bench::Report()>> measures{
    {"book", bench::book}, {"call", bench::call},       {"desk", bench::desk}, {"find", bench::find},
    {"live", bench::live}, {"publish", bench::publish}, {"race", bench::race}, {"search", bench::search}};

void printTable(const std::string& title, const nlohmann::json& values)
{
    std::cout << title << "\n";
    for (const auto& [name, value] : values.items()) std::cout << "  " << name << " " << value << "\n";
}
} // namespace

int main(int argc, char** argv)
{
    log::open("accueil-bench", {}, log::Level::error);
    CLI::App app("Measures Accueil: book, call, desk, find, live, publish, race, search. Needs the packages "
                 "of installer/packages.txt.");
    std::string name;
    bool json = false;
    app.add_option("name", name, "What to measure")->required()->check(CLI::IsMember(measures));
    app.add_flag("--json", json, "One JSON object");
    CLI11_PARSE(app, argc, argv);
    try {
        const bench::Report report = measures.at(name)();
        if (json) {
            std::cout << nlohmann::json{{"bench", name},
                                        {"figures", report.figures},
                                        {"bare", report.bare},
                                        {"ratio", report.ratio}}
                             .dump(1)
                      << "\n";
        } else {
            printTable("figures", report.figures);
            printTable("bare limit", report.bare);
            printTable("ratio", report.ratio);
        }
    } catch (const std::exception& e) {
        std::cerr << "accueil-bench: " << e.what() << "\n";
        return 1;
    }
    return 0;
}
