#include "tests/kiosk/print_server.h"
#include "tests/support/wait.h"
#include <fmt/format.h>
#include <grp.h>
#include <unistd.h>

namespace accueil::test
{
namespace fs = std::filesystem;
namespace
{
// Prints as the file "mode" says; paper and offline are told as a real backend tells them, until the mode
// changes.
constexpr const char* backend = R"(#!/bin/sh
[ $# -eq 0 ] && {{ echo 'direct testpos "Unknown" "Test printer"'; exit 0; }}
dir={0}/pos
while :; do
    case $(cat $dir/mode) in
    ok) echo "$3 $5" >$dir/options; cat "${{6:--}}" >$dir/job-$1.pdf; echo 'STATE: -media-empty-error,offline-report' >&2; exit 0;;
    paper) echo 'STATE: +media-empty-error' >&2;;
    offline) echo 'STATE: +offline-report' >&2;;
    fail) exit 1;;
    stop) exit 4;;
    esac
    sleep 0.1
done
)";

constexpr const char* files = R"(ServerRoot {0}/root
ServerBin {0}/programs
RequestRoot {0}/spool
StateDir {0}/state
CacheDir {0}/cache
TempDir {0}/tmp
AccessLog {0}/access.log
ErrorLog {0}/error.log
PageLog {0}/page.log
Printcap
)";

constexpr const char* settings = R"(Listen {0}/cups.sock
Browsing Off
LogLevel warn
WebInterface No
DefaultAuthType None
<Location />
  Order allow,deny
  Allow all
</Location>
<Policy default>
  <Limit All>
    Order deny,allow
    Allow all
  </Limit>
</Policy>
)";
} // namespace

PrintServer::PrintServer()
{
    const fs::path& d = folder_.path();
    for (const char* name : {"root", "spool", "state", "cache", "tmp", "pos", "programs/backend"})
        fs::create_directories(d / name);
    if (getuid() == 0) { // cupsd then runs its helpers as lp, who must be able to pass through
        fs::permissions(d, fs::perms::owner_all | fs::perms::group_exec | fs::perms::others_exec);
        if (const auto* lp = getgrnam("lp"))
            for (const char* name : {"spool", "state", "cache", "tmp"}) {
                if (chown((d / name).c_str(), 0, lp->gr_gid) != 0)
                    throw std::runtime_error("cannot give a folder to lp");
                fs::permissions(d / name, fs::perms::owner_all | fs::perms::group_all);
            }
    }
    for (const char* name : {"daemon", "filter", "monitor", "notifier", "cgi-bin", "driver"})
        if (fs::exists(fs::path("/usr/lib/cups") / name))
            fs::create_directory_symlink(fs::path("/usr/lib/cups") / name, d / "programs" / name);
    folder_.write("cups-files.conf", fmt::format(files, d.string()));
    folder_.write("cupsd.conf", fmt::format(settings, d.string()));
    fs::permissions(folder_.write("programs/backend/testpos", fmt::format(backend, d.string())),
                    fs::perms::owner_all);
    printer("ok");
    start();
    command({"lpadmin", "-p", "ticket", "-E", "-v", "testpos:/", "-o", "printer-error-policy=abort-job"});
}

PrintServer::~PrintServer() = default;

std::string PrintServer::address() const
{
    return (folder_.path() / "cups.sock").string();
}

void PrintServer::printer(const std::string& mode) const
{
    folder_.write("pos/next", mode);
    fs::rename(folder_.path() / "pos/next",
               folder_.path() / "pos/mode"); // the backend never reads half of it
}

void PrintServer::start()
{
    const std::string d = folder_.path().string();
    server_ = std::make_unique<ChildProcess>(
        std::vector<std::string>{"/usr/sbin/cupsd", "-f", "-c", d + "/cupsd.conf", "-s",
                                 d + "/cups-files.conf"},
        ChildProcess::Options{.environment = {}, .output = d + "/cupsd.out"});
    waitFor("the print server", [this] {
        return run({"lpstat", "-r"}).output.find("is running") != std::string::npos;
    });
}

void PrintServer::stop()
{
    server_.reset();
}

std::size_t PrintServer::sheets() const
{
    std::size_t count = 0;
    for (const auto& file : fs::directory_iterator(folder_.path() / "pos"))
        if (file.path().extension() == ".pdf" && fs::file_size(file) > 0) ++count;
    return count;
}

std::string PrintServer::lastSheet() const
{
    std::pair<fs::file_time_type, std::string> last{fs::file_time_type::min(), {}};
    for (const auto& file : fs::directory_iterator(folder_.path() / "pos"))
        if (file.path().extension() == ".pdf") last = std::max(last, {file.last_write_time(), file.path().string()});
    return last.second;
}

std::string PrintServer::lastOptions() const
{
    return contents(folder_.path() / "pos/options");
}

Outcome PrintServer::run(std::vector<std::string> line) const
{
    return test::run(line, {{"CUPS_SERVER", address()}, {"LC_ALL", "C"}});
}

void PrintServer::command(std::vector<std::string> line) const
{
    const auto done = run(line);
    if (done.code != 0) throw std::runtime_error(line.front() + ": " + done.output);
}

std::string PrintServer::command_output(std::vector<std::string> line) const
{
    return run(std::move(line)).output;
}
} // namespace accueil::test
