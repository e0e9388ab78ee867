// staff-desktop/logic/printer.h - the printers of this post.
#pragma once
#include "core/printing/sheet.h"

namespace accueil
{
struct PrintJob
{
    printing::Paper paper = printing::Paper::a4;
    printing::Sheet sheet;
    std::string title; ///< shown to everybody at the print queue: a number or a reference, never a name
};

class Printer
{
public:
    virtual ~Printer() = default;

    virtual bool has(printing::Paper paper) const = 0; ///< this post has such a printer; any thread
    virtual int rollMm() const = 0;                    ///< width of the roll; any thread
    /// Returns when the printer has taken it all. Waits for it: never on the GUI thread.
    /// @throws printing::PaperOut, PrintFailed; nothing is then printed later
    virtual void print(const PrintJob& job) = 0;
};
} // namespace accueil
