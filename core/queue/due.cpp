#include "core/queue/due.h"
#include "core/base/date_words.h"
#include <algorithm>
#include <tuple>

namespace accueil
{
namespace
{
using std::chrono::minutes;

Due withPriority(const QueuePolicy& policy, Due due)
{
    if (due.priority) due.at -= minutes(policy.priorityCredit);
    return due;
}

std::optional<TicketId> smallestOf(const std::vector<Waiting>& waiting, const std::vector<ServiceId>& services, CounterId counter,
                                   Instant now)
{
    const Waiting* best = nullptr;
    for (const auto& one : waiting) {
        if (std::ranges::find(services, one.service) == services.end()) continue;
        if (one.keptFor && one.keptFor != counter && now < one.keptUntil) continue;
        const auto key = [](const Waiting& w) { return std::tuple(w.due.at, w.number, w.ticket); };
        if (!best || key(one) < key(*best)) best = &one;
    }
    if (!best) return {};
    return best->ticket;
}
} // namespace

std::optional<Due> dueOfAppointment(const QueuePolicy& policy, Instant start, Instant checkIn, bool priority)
{
    const auto late = checkIn - start;
    if (late > minutes(policy.receptionAfter)) return {};
    if (late > minutes(policy.lateAfter)) return dueOfLate(policy, checkIn, priority);
    return withPriority(policy, {start - minutes(policy.appointmentCredit), DueReason::appointment, priority});
}

Due dueOfLate(const QueuePolicy& policy, Instant checkIn, bool priority)
{
    return withPriority(policy, {checkIn, DueReason::late, priority});
}

Due dueOfWalkIn(const QueuePolicy& policy, Instant checkIn, bool priority)
{
    return withPriority(policy, {checkIn, DueReason::walkIn, priority});
}

Due dueOfReturn(const QueuePolicy& policy, Instant now, bool priority)
{
    return withPriority(policy, {now, DueReason::back, priority});
}

std::optional<TicketId> nextTicket(const std::vector<Waiting>& waiting, CounterId counter, const std::vector<ServiceId>& own,
                                   const std::vector<ServiceId>& helps, Instant now)
{
    if (const auto next = smallestOf(waiting, own, counter, now)) return next;
    return smallestOf(waiting, helps, counter, now);
}

std::string whyDue(const Messages& m, const TimeZone& zone, const Due& due, std::optional<MinuteOfDay> appointment, Instant arrived)
{
    const std::string arrival = clockText(zone.toLocal(arrived).minute);
    const std::string time = appointment ? clockText(*appointment) : std::string();
    if (due.priority && due.reason == DueReason::second) return m.tr("priority, second service");
    if (due.priority) return m.tr("priority, arrived {0}", arrival);
    switch (due.reason) {
    case DueReason::appointment: return m.tr("appointment at {0}, arrived {1}", time, arrival);
    case DueReason::late: return m.tr("appointment at {0}, arrived late at {1}", time, arrival);
    case DueReason::walkIn: return m.tr("without appointment, arrived {0}", arrival);
    case DueReason::second: return m.tr("second service, since {0}", clockText(zone.toLocal(due.at).minute));
    case DueReason::back: return m.tr("back again, since {0}", clockText(zone.toLocal(due.at).minute));
    }
    return {};
}
} // namespace accueil
