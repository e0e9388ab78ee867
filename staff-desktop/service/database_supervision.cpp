#include "core/agenda/free_starts.h"
#include "core/booking/appointment.h"
#include "staff-desktop/service/desk_session.h"
#include <algorithm>

namespace accueil
{
namespace
{
std::optional<MinuteOfDay> endOfDay(store::Connection& connection, const Catalogue& catalogue)
{
    const Day today = catalogue.zone().toLocal(connection.clock().now()).day;
    std::optional<MinuteOfDay> end;
    for (const auto& service : catalogue.services())
        for (const auto& slot : slotsOfDays(connection, service.id, today, 1))
            if (slot.capacity > 0 || slot.booked > 0)
                end = std::max(end.value_or(MinuteOfDay{}), slot.start + slot.minutes);
    return end;
}
} // namespace

Supervised DatabaseDesk::supervision()
{
    Session& at = session();
    return {roomOverview(at.connection, *at.catalogue), accueil::colleagues(at.connection, *at.catalogue),
            endOfDay(at.connection, *at.catalogue)};
}

std::vector<Ticket> DatabaseDesk::ticketsLeftOver()
{
    return leftOver(session().connection, *session().catalogue);
}

void DatabaseDesk::goToHelp(CounterId counter)
{
    accueil::comeToHelp(session().connection, counter);
}

/// Over already is over.
void DatabaseDesk::helpIsOver(CounterId counter)
{
    try {
        accueil::endHelp(session().connection, counter);
    } catch (const Refused& refused) {
        if (refused.why() != Refusal::notThisState) throw;
    }
}

void DatabaseDesk::seatColleague(CounterId counter, StaffId staff)
{
    accueil::seatColleague(session().connection, counter, staff);
}

void DatabaseDesk::freeCounter(CounterId counter)
{
    accueil::freeCounter(session().connection, counter);
}

void DatabaseDesk::setCounterServices(CounterId counter, const std::vector<ServiceId>& own,
                                      const std::vector<ServiceId>& helps)
{
    accueil::setCounterServices(session().connection, *session().catalogue, counter, own, helps);
}

void DatabaseDesk::setWalkIns(ServiceId service, bool open, int quota)
{
    accueil::setWalkIns(session().connection, service, open, quota);
}

void DatabaseDesk::showMessage(const std::vector<WaitingAreaId>& areas, const LocalizedText& text,
                               std::optional<std::chrono::minutes> lasts)
{
    for (const WaitingAreaId area : areas) accueil::showMessage(session().connection, area, text, lasts);
}

void DatabaseDesk::withdrawMessage(WaitingAreaId area)
{
    accueil::withdrawMessage(session().connection, area);
}

AbsencePreview DatabaseDesk::previewAbsences(const std::vector<CounterAbsence>& absences)
{
    Session& at = session();
    AbsencePreview all;
    for (const auto& absence : absences) {
        const HoursPreview preview = previewAbsence(at.connection, *at.catalogue, absence);
        all.places += preview.vanishing + preview.changing;
        for (const auto& stranded : preview.stranded)
            if (const auto visit = findAppointment(at.connection, stranded.appointment))
                all.stranded.push_back({visit->id, visit->start,
                                        visit->person.firstName + " " + visit->person.lastName,
                                        visit->person.phone});
    }
    std::ranges::stable_sort(all.stranded, {}, &StrandedToday::start);
    return all;
}

void DatabaseDesk::noteAbsences(const std::vector<CounterAbsence>& absences)
{
    for (const auto& absence : absences) noteAbsence(session().connection, absence);
}

void DatabaseDesk::endAbsences(const std::vector<CounterAbsence>& absences, MinuteOfDay at)
{
    for (const auto& absence : absences) endAbsence(session().connection, absence, at);
}

int DatabaseDesk::closeTickets(const std::vector<TicketId>& tickets, CloseReason reason)
{
    return accueil::closeTickets(session().connection, tickets, reason);
}
} // namespace accueil
