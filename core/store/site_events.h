// core/store/site_events.h - what changed at a site, in order and without gaps.
#pragma once
#include "core/base/ids.h"
#include "core/store/connection.h"
#include <optional>
#include <string>
#include <vector>

namespace accueil::store
{
enum class Topic { queue, agenda, settings };

struct SiteEvent
{
    long long version = 0;
    Instant at;
    std::string kind; ///< "arrived", "called", "recalled", "serving", "missed", "done", "booked", "cancelled" …
    AppointmentId appointment; ///< 0 where it does not apply, as the two below
    TicketId ticket;
    CounterId counter;
};

/// What a reader learns by one poll.
struct Changes
{
    bool reloadAll = false; ///< the reader is too old or too new for the events kept: read everything again
    std::vector<SiteEvent> events;
};

/// Follows one topic. Poll every 250 ms (screens) or 500 ms (desks); an unchanged version costs one row.
class EventReader
{
public:
    EventReader(SiteId site, Topic topic) : site_(site), topic_(topic) {}
    Changes poll(Connection& connection); ///< the first poll answers reloadAll

private:
    SiteId site_;
    Topic topic_;
    std::optional<long long> seen_;
};
} // namespace accueil::store
