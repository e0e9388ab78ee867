// staff-desktop/service/cups_printers.h - the post's printers through CUPS.
#pragma once
#include "staff-desktop/logic/printer.h"

namespace accueil
{
class CupsPrinters : public Printer
{
public:
    struct Settings
    {
        std::string sheets, tickets; ///< queues of A4 and of the roll; empty: this post has none
        std::string server;          ///< "host:port" or "/path/of/socket"; empty: CUPS's own default
        int rollMm = 80;
    };
    CupsPrinters() = default; ///< none at all
    explicit CupsPrinters(Settings settings) : settings_(std::move(settings)) {}

    bool has(printing::Paper paper) const override { return !queueOf(paper).empty(); }
    int rollMm() const override { return settings_.rollMm; }
    void print(const PrintJob& job) override;

private:
    const std::string& queueOf(printing::Paper paper) const
    {
        return paper == printing::Paper::a4 ? settings_.sheets : settings_.tickets;
    }
    Settings settings_;
};
} // namespace accueil
