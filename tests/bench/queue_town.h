// tests/bench/queue_town.h - town halls with many counters and a full waiting room, on a durable server with
// the true clock.
#pragma once
#include "core/queue/counter.h"
#include "tests/bench/bench.h"

namespace accueil::bench
{
/// No chosen moment here: a server with another clock spends a part of its time on that.
class QueueTown
{
public:
    /// @param sites  with Verviers' services and counters each; of the first one the agents come from
    /// @param counters  of each site
    QueueTown(int sites, int counters);

    struct Agent
    {
        std::string file; ///< configuration
        SiteId site;
        CounterId counter;
    };

    test::PrivateDatabase database;
    std::string root; ///< configuration of the server's administrator
    Day today;

    Catalogue catalogue(SiteId site) const;
    /// So many accounts of agents of this site, each at a counter of its own.
    std::vector<Agent> agents(SiteId site, int count);
    /// The account of the call screens of a site's first waiting area.
    std::string screen(SiteId site) const;
    /// So many visitors without appointment, over all services of the site; earlier ones are gone.
    void fill(SiteId site, int visitors) const;
    /// The same visitors again, as if nobody had called them.
    void emptyCounters() const;
    /// Tickets of the days before, with their calls and procedures.
    void history(int tickets, int days) const;

private:
    Day dayOfSite() const;
    void addSite(int site) const;
    void addCounters(int site, int counters) const;
};
} // namespace accueil::bench
