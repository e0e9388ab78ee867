#include "tests/support/child_process.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/wait.h"
#include <cerrno>
#include <chrono>
#include <csignal>
#include <fcntl.h>
#include <stdexcept>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <system_error>
#include <unistd.h>

namespace accueil::test
{
namespace
{
std::vector<char*> pointers(const std::vector<std::string>& words)
{
    std::vector<char*> all;
    for (const std::string& word : words) all.push_back(const_cast<char*>(word.c_str()));
    all.push_back(nullptr);
    return all;
}

std::vector<std::string> withOurs(std::map<std::string, std::string> more)
{
    for (char** entry = environ; *entry; ++entry) {
        const std::string text = *entry;
        const auto equals = text.find('=');
        more.emplace(text.substr(0, equals), text.substr(equals + 1)); // what was asked for wins
    }
    std::vector<std::string> all;
    for (const auto& [name, value] : more) all.push_back(name + "=" + value);
    return all;
}

/// Between fork and exec: nothing here may take memory, another thread may hold its lock.
[[noreturn]] void become(char* const* command, char* const* environment, const char* output)
{
    prctl(PR_SET_PDEATHSIG, SIGTERM);
    const int file = open(output, O_WRONLY | O_CREAT | O_APPEND, 0600);
    dup2(open("/dev/null", O_RDONLY), STDIN_FILENO);
    dup2(file, STDOUT_FILENO);
    dup2(file, STDERR_FILENO);
    execvpe(command[0], command, environment);
    _exit(127);
}

int resultOf(int status)
{
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}
} // namespace

ChildProcess::ChildProcess(const std::vector<std::string>& command, const Options& options)
{
    const auto environment = withOurs(options.environment);
    const auto arguments = pointers(command), variables = pointers(environment);
    const std::string output = options.output.empty() ? "/dev/null" : options.output;
    pid_ = fork();
    if (pid_ < 0) throw std::system_error(errno, std::generic_category(), "fork");
    if (pid_ == 0) become(arguments.data(), variables.data(), output.c_str());
}

ChildProcess::~ChildProcess()
{
    if (!running()) return;
    signal(SIGTERM);
    try {
        waitFor(
            "the end of a program", [this] { return !running(); }, std::chrono::seconds(10));
    } catch (const std::runtime_error&) {
        signal(SIGKILL);
        int status = 0;
        waitpid(pid_, &status, 0);
    }
}

bool ChildProcess::running()
{
    int status = 0;
    if (!result_ && waitpid(pid_, &status, WNOHANG) == pid_) result_ = resultOf(status);
    return !result_;
}

void ChildProcess::signal(int number) const
{
    if (!result_) kill(pid_, number);
}

int ChildProcess::wait()
{
    waitFor(
        "the end of a program", [this] { return !running(); }, std::chrono::seconds(60));
    return *result_;
}

Outcome run(const std::vector<std::string>& command, const std::map<std::string, std::string>& environment)
{
    TemporaryFolder folder;
    const std::string output = folder.path() / "output";
    ChildProcess child(command, {environment, output});
    const int code = child.wait();
    return {code, contents(output)};
}

std::string program(const std::string& name)
{
    return std::string(ACCUEIL_BUILD "/bin/") + name;
}
} // namespace accueil::test
