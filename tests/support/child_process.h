// tests/support/child_process.h - a program that the test starts, and that dies with it.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <sys/types.h>

namespace accueil::test
{
class ChildProcess
{
public:
    struct Options
    {
        std::map<std::string, std::string> environment; ///< added to ours
        std::string output;                             ///< file for what it prints; empty: /dev/null
    };

    /// @param command  program (found on PATH) and its arguments  @throws std::runtime_error if it cannot be
    /// started
    explicit ChildProcess(const std::vector<std::string>& command, const Options& options = {});
    ~ChildProcess(); ///< TERM, and KILL if that takes more than ten seconds
    ChildProcess(const ChildProcess&) = delete;
    ChildProcess& operator=(const ChildProcess&) = delete;

    pid_t pid() const { return pid_; }
    bool running();
    void signal(int number) const; ///< to the program; nothing if it has ended
    /// Waits for the end. @return its exit code, or 128 + the signal  @throws std::runtime_error after 60 s
    int wait();

private:
    pid_t pid_ = 0;
    std::optional<int> result_;
};

struct Outcome
{
    int code = 0;
    std::string output; ///< standard output and error
};

/// Runs a program to its end.
Outcome run(const std::vector<std::string>& command,
            const std::map<std::string, std::string>& environment = {});
/// The path of one of Accueil's own programs: "accueil-maild".
std::string program(const std::string& name);
} // namespace accueil::test
