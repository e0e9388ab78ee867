// tests/desk/fake_print.h - what paper is told by the test, and printers that do as it says.
#pragma once
#include "core/printing/print_errors.h"
#include "staff-desktop/logic/print_presenter.h"
#include "tests/desk/fake_calls.h"
#include <set>

namespace accueil
{
struct FakePrint : virtual PrintService, virtual FakeCalls
{
    PrintableVisit visit;
    std::vector<Appointment> day;

    PrintableVisit printableVisit(AppointmentId) override
    {
        ask("printableVisit");
        return visit;
    }
    printing::DayOnPaper dayOnPaper(Day, ServiceId) override
    {
        ask("dayOnPaper");
        return {day, {}};
    }
};

struct FakePrinter : Printer
{
    std::set<printing::Paper> papers{printing::Paper::a4, printing::Paper::roll};
    std::vector<PrintJob> jobs; ///< that came out
    std::exception_ptr trouble; ///< of every job until it is taken away

    bool has(printing::Paper paper) const override { return papers.contains(paper); }
    int rollMm() const override { return 80; }
    void print(const PrintJob& job) override
    {
        if (trouble) std::rethrow_exception(trouble);
        jobs.push_back(job);
    }
};

/// Printers and their workers, beside a DeskFixture.
struct FakePrintRoom
{
    FakePrinter printer;
    ManualTaskRunner sheets, tickets;
    PrintRoom room{printer, sheets, tickets};
};
} // namespace accueil
