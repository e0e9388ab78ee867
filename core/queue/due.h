// core/queue/due.h - who is next: the rule, pure. design: one sort key a ticket.
#pragma once
#include "core/base/clock.h"
#include "core/base/ids.h"
#include "core/base/messages.h"
#include "core/base/local_time.h"
#include "core/catalogue/policy.h"
#include <optional>
#include <string>
#include <vector>

namespace accueil
{
/// Why a ticket is due when it is.
enum class DueReason { appointment, late, walkIn, back, second };

struct Due
{
    Instant at; ///< the sort key, UTC
    DueReason reason = DueReason::walkIn;
    bool priority = false;
};

/// For a visitor with an appointment; nothing when he is so late that the reception decides.
std::optional<Due> dueOfAppointment(const QueuePolicy& policy, Instant start, Instant checkIn, bool priority = false);
/// For a late one: in the order of arrival, like everybody.
Due dueOfLate(const QueuePolicy& policy, Instant checkIn, bool priority = false);
Due dueOfWalkIn(const QueuePolicy& policy, Instant checkIn, bool priority = false);
/// Missed and back: now. (Whoever goes on to a second service is due at once too: the routine finish_visit sees to it.)
Due dueOfReturn(const QueuePolicy& policy, Instant now, bool priority = false);

/// A waiting ticket, as far as the order needs it.
struct Waiting
{
    TicketId ticket;
    ServiceId service;
    int number = 0;
    Due due;
    CounterId keptFor;        ///< set aside there a moment ago, or sent there; or 0
    Instant keptUntil;        ///< epoch: until that counter closes
};

/// Whether somebody else may not call it now.
bool keptForAnother(const Waiting& ticket, CounterId counter, Instant now);

/// The one to call at a counter that serves `own` and helps `helps`; nothing when nobody waits. Who was sent to this counter
/// counts among its own, whatever the service.
std::optional<TicketId> nextTicket(const std::vector<Waiting>& waiting, CounterId counter, const std::vector<ServiceId>& own,
                                   const std::vector<ServiceId>& helps, Instant now);

/// "rendez-vous de 09:00, arrivée 08:52" in one language.
std::string whyDue(const Messages& messages, const TimeZone& zone, const Due& due, std::optional<MinuteOfDay> appointment,
                   Instant arrived);

/// A waiting ticket, as one counter sees it.
struct Standing
{
    std::string number; ///< "A042"
    Due due;
    std::optional<MinuteOfDay> appointment;
    Instant arrivedAt;
    bool helped = false; ///< of a service that the counter only helps
    int keptFor = 0;     ///< number of the other counter that keeps it now, or 0
};

/// Which of the two this counter calls first, and why, in one sentence.
std::string whyBefore(const Messages& messages, const TimeZone& zone, const Standing& one, const Standing& other);
} // namespace accueil
