// kiosk-app/service/cups_printer.h - the kiosk's tickets on paper.
#pragma once
#include "core/printing/print_queue.h"
#include "kiosk-app/service/database_service.h"

namespace accueil::kiosk
{
class CupsPrinter : public KioskPrinter
{
public:
    /// @param catalogue  must outlive this; names and papers of the ticket come from it
    CupsPrinter(printing::PrintQueue queue, int paperMm, const SharedCatalogue& catalogue)
        : queue_(std::move(queue)), paperMm_(paperMm), catalogue_(catalogue)
    {
    }
    void print(const IssuedTicket& ticket, Language language) override;

private:
    printing::PrintQueue queue_;
    int paperMm_;
    const SharedCatalogue& catalogue_;
};
} // namespace accueil::kiosk
