#include "staff-desktop/logic/counter_words.h"
#include "core/base/date_words.h"
#include "staff-desktop/logic/visit_words.h"
#include <algorithm>

namespace accueil
{
std::string counterInWords(const Messages& m, const Catalogue& catalogue, const Counter& counter)
{
    std::string name = m.tr("Counter {0}", counter.number);
    for (std::size_t i = 0; i < counter.serves.size(); ++i)
        if (const auto* service = catalogue.find(counter.serves[i]))
            name += (i == 0 ? " · " : ", ") + service->shortName.in(m.language());
    return name;
}

std::string proceduresOf(const Messages& m, const Catalogue& catalogue, const Ticket& ticket)
{
    std::vector<Wanted> wanted;
    for (const auto id : ticket.procedures) wanted.push_back({id, 1});
    const Service* service = catalogue.find(ticket.service); // all that an old list may say
    if (wanted.empty() && service) return service->shortName.in(m.language());
    return proceduresInOneLine(m, catalogue, wanted);
}

std::string lasting(const Messages& m, std::chrono::milliseconds time)
{
    const auto seconds = std::max<long>(std::chrono::floor<std::chrono::seconds>(time).count(), 0);
    return seconds < 60 ? m.tr("{0} s", seconds) : m.tr("{0} min", seconds / 60);
}

std::string callInWords(const Messages& m, int calls)
{
    return calls <= 1 ? m.tr("1st call") : m.tr("call no. {0}", calls);
}

std::string whyOf(const Desk& desk, const Ticket& ticket)
{
    return whyDue(desk.messages(), desk.catalogue().zone(), ticket.due, ticket.appointmentStart,
                  ticket.arrivedAt);
}

std::string whyInAColumn(const Desk& desk, const Ticket& ticket)
{
    const Messages& m = desk.messages();
    const std::string time = ticket.appointmentStart ? clockText(*ticket.appointmentStart) : std::string();
    if (ticket.due.priority) return m.tr("Priority");
    switch (ticket.due.reason) {
    case DueReason::appointment:
        return m.tr("Appointment at {0}", time);
    case DueReason::late:
        return m.tr("Late for {0}", time);
    case DueReason::walkIn:
        return m.tr("Without appointment");
    case DueReason::second:
        return m.tr("Second service");
    case DueReason::back:
        return m.tr("Back again");
    }
    return {};
}

std::string clockOf(const Desk& desk, Instant at)
{
    return clockText(desk.local(at).minute);
}
} // namespace accueil
