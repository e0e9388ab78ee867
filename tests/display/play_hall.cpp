// Plays the hall for the window's test: play_hall CONFIG, then one act a line on standard input.
//   come PROCEDURE   call COUNTER   again COUNTER   finish COUNTER
// Answers each with the ticket's number, "ok", or "refused" and why; ends with its input.
#include "core/base/log.h"
#include "tests/display/hall.h"
#include <iostream>
#include <sstream>

namespace
{
std::string play(accueil::test::Agent& agent, const std::string& act, const std::string& what)
{
    if (act == "come") return agent.come(what.c_str());
    const int counter = std::stoi(what);
    if (act == "call") return agent.call(counter);
    if (act == "again") return agent.callAgain(counter);
    if (act != "finish") throw std::invalid_argument("no such act: " + act);
    agent.finish(counter);
    return "ok";
}

/// What the hall does not allow is an answer: whoever asked goes on.
std::string answer(accueil::test::Agent& agent, const std::string& act, const std::string& what)
try {
    return play(agent, act, what);
} catch (const accueil::Refused& refused) {
    return refused.what(); // "refused: " and the number
}
} // namespace

int main(int argc, char** argv)
try {
    if (argc != 2) return 2;
    accueil::log::open("play_hall"); // to standard error: the answers stand alone
    accueil::test::Agent agent(argv[1]);
    for (std::string line; std::getline(std::cin, line);) {
        std::istringstream words(line);
        std::string act, what;
        words >> act >> what;
        std::cout << answer(agent, act, what) << std::endl;
    }
    return 0;
} catch (const std::exception& e) {
    std::cerr << "play_hall: " << e.what() << '\n';
    return 1;
}
