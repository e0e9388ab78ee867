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

bool keptNow(const Waiting& ticket, Instant now)
{
    return ticket.keptFor && (ticket.keptUntil == Instant{} || now < ticket.keptUntil);
}

/// @param sent  whoever was sent to this counter counts too
std::optional<TicketId> smallestOf(const std::vector<Waiting>& waiting, const std::vector<ServiceId>& services, CounterId counter,
                                   Instant now, bool sent)
{
    const Waiting* best = nullptr;
    for (const auto& one : waiting) {
        const bool mine = sent && one.keptFor == counter && keptNow(one, now);
        if (!mine && std::ranges::find(services, one.service) == services.end()) continue;
        if (keptForAnother(one, counter, now)) continue;
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

bool keptForAnother(const Waiting& ticket, CounterId counter, Instant now)
{
    return keptNow(ticket, now) && ticket.keptFor != counter;
}

std::optional<TicketId> nextTicket(const std::vector<Waiting>& waiting, CounterId counter, const std::vector<ServiceId>& own,
                                   const std::vector<ServiceId>& helps, Instant now)
{
    if (const auto next = smallestOf(waiting, own, counter, now, true)) return next;
    return smallestOf(waiting, helps, counter, now, false);
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

std::string whyBefore(const Messages& m, const TimeZone& zone, const Standing& one, const Standing& other)
{
    const auto key = [](const Standing& s) {
        return std::tuple(s.keptFor != 0, s.helped, s.due.at, std::stoi(s.number.substr(1)), s.number); // "B009" before "A042"
    };
    const bool inOrder = key(one) <= key(other);
    const Standing& first = inOrder ? one : other;
    const Standing& second = inOrder ? other : one;
    if (second.keptFor != 0 && first.keptFor == 0)
        return m.tr("{0} goes before {1}: {1} is kept for counter {2}.", first.number, second.number, second.keptFor);
    if (second.helped && !first.helped)
        return m.tr("{0} goes before {1}: this counter receives its own services first.", first.number, second.number);
    const auto why = [&](const Standing& s) { return whyDue(m, zone, s.due, s.appointment, s.arrivedAt); };
    const std::string turn = clockText(zone.toLocal(first.due.at).minute), later = clockText(zone.toLocal(second.due.at).minute);
    if (first.due.at == second.due.at)
        return m.tr("{0} goes before {1}: both have their turn at {2}, and then the smaller number goes first.", first.number,
                    second.number, turn);
    return m.tr("{0} goes before {1}: {2} (turn at {3}); {1}: {4} (turn at {5}).", first.number, second.number, why(first), turn,
                why(second), later);
}
} // namespace accueil
