#include "core/printing/ticket_text.h"
#include "core/base/date_words.h"

namespace accueil::printing
{
TicketText ticketText(const Messages& m, const Catalogue& catalogue, const IssuedTicket& ticket)
{
    const LocalTime arrived = catalogue.zone().toLocal(ticket.arrivedAt);
    TicketText text{.town = catalogue.site().name.in(m.language()),
                    .when = capitalised(dayWithYear(m, arrived.day)) + ", " + clockText(arrived.minute),
                    .areaLabel = m.tr("Waiting area"),
                    .area = ticket.area,
                    .number = ticket.number,
                    .procedures = {},
                    .appointment =
                        ticket.appointment ? m.tr("Appointment at {0}", clockText(*ticket.appointment)) : "",
                    .ahead = ticket.ahead == 0
                                 ? m.tr("Nobody ahead of you")
                                 : m.trn("{0} person ahead of you", "{0} people ahead of you", ticket.ahead),
                    .wait = m.tr("Estimated wait: {0}", waitInWords(m, ticket.wait)),
                    .papersTitle = m.tr("Have ready:"),
                    .papers = catalogue.papers(ticket.procedures, m.language()),
                    .foot = m.tr("Your number will be shown on the screen and called out.")};
    for (const auto id : ticket.procedures)
        if (const auto* procedure = catalogue.find(id))
            text.procedures.push_back(procedure->name.in(m.language()));
    if (const Service* next = catalogue.find(ticket.next))
        text.afterwards = afterwardsInWords(m, next->shortName.in(m.language()), catalogue.find(next->area)->code);
    return text;
}
} // namespace accueil::printing
