// core/printing/print_queue.h - tickets and sheets through CUPS, with an answer in bounded time.
#pragma once
#include "core/printing/print_errors.h"
#include "core/printing/sheet.h"
#include <chrono>

namespace accueil::printing
{
class PrintQueue
{
public:
    struct Settings
    {
        std::string queue = "ticket";
        std::string server; ///< "host:port" or "/path/of/socket"; empty: CUPS's own default
        std::chrono::milliseconds answer{3000};   ///< of the print server, each time it is asked
        std::chrono::milliseconds deadline{6000}; ///< for the sheet to be out; then the job is cancelled
        std::chrono::milliseconds patience{2000}; ///< so long a printer that asks for paper is given
    };
    explicit PrintQueue(Settings settings) : settings_(std::move(settings)) {}

    /// Returns when the printer has taken the whole sheet. Any thread, not the GUI's.
    /// A sheet that is late is cancelled: nobody finds the ticket of somebody who has gone.
    /// A4 goes on A4, anything else on paper of its own length; nothing is scaled.
    /// @param title  of the job, for the operator: the number of a ticket, never a name
    /// @throws PaperOut, PrintFailed  with the spooler's own reason
    void print(const Sheet& sheet, const std::string& title) const;

private:
    Settings settings_;
};
} // namespace accueil::printing
