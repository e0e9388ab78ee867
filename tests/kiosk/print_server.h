// tests/kiosk/print_server.h - a private CUPS with a ticket printer that obeys the test.
#pragma once
#include "tests/support/child_process.h"
#include "tests/support/temporary_folder.h"
#include <memory>

namespace accueil::test
{
class PrintServer
{
public:
    PrintServer(); ///< with the queue "ticket"
    ~PrintServer();

    std::string address() const; ///< for PrintQueue::Settings::server
    /// "ok", "paper" (none left), "offline", "fail" (gives up the job), "stop" (pauses the queue)
    void printer(const std::string& mode) const;
    void command(std::vector<std::string> line) const; ///< lpadmin, cupsreject … on this server
    std::string command_output(std::vector<std::string> line) const;
    void stop();
    std::size_t sheets() const; ///< that came out
    std::string lastSheet() const;   ///< the file that came out last
    std::string lastOptions() const; ///< its title, and what was asked of the printer: "A042 media=… print-scaling=none"

private:
    void start();
    Outcome run(std::vector<std::string> line) const;

    TemporaryFolder folder_;
    std::unique_ptr<ChildProcess> server_;
};
} // namespace accueil::test
