#include "kiosk-app/service/cups_printer.h"
#include "core/printing/ticket_pdf.h"

namespace accueil::kiosk
{
void CupsPrinter::print(const IssuedTicket& ticket, Language language)
{
    const auto catalogue = catalogue_.get();
    if (!catalogue) throw PrintFailed("no catalogue yet");
    const auto text = printing::ticketText(Messages(language), *catalogue, ticket);
    queue_.print(printing::ticketPdf(text, paperMm_), ticket.number);
}
} // namespace accueil::kiosk
