// core/store/site_events.h - what changed at a site, in order and without gaps.
#pragma once
#include "core/base/ids.h"
#include "core/store/connection.h"
#include <map>
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

/// Follows several topics of a site, with one row each for what is unchanged, all read at once.
class SiteReader
{
public:
    SiteReader(SiteId site, const std::vector<Topic>& topics);
    /// Topics with news only; the first poll answers reloadAll for each. @throws ConnectionLost, StoreError
    std::map<Topic, Changes> poll(Connection& connection);

private:
    SiteId site_;
    std::map<Topic, std::optional<long long>> seen_;
};

/// Follows one topic. Poll every 250 ms (screens) or 500 ms (desks); an unchanged version costs one row.
class EventReader
{
public:
    EventReader(SiteId site, Topic topic) : topic_(topic), reader_(site, {topic}) {}
    Changes poll(Connection& connection) ///< the first poll answers reloadAll
    {
        auto news = reader_.poll(connection);
        return std::move(news[topic_]);
    }

private:
    Topic topic_;
    SiteReader reader_;
};
} // namespace accueil::store
