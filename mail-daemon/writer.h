// mail-daemon/writer.h - turns a leased row into a mail on the wire.
#pragma once
#include "core/notification/outbox.h"
#include "mail-daemon/transport.h"
#include <chrono>
#include <map>

namespace accueil::maild
{
class MailWriter
{
public:
    struct Options
    {
        std::string from;       ///< sender's address; empty: the site's
        std::string bookingUrl; ///< the page as the citizen types it; empty: the site's
    };

    MailWriter(store::Connection& connection, Options options)
        : connection_(connection), options_(std::move(options))
    {
    }

    /// Of the site, at most a minute old. @throws StoreError
    const Catalogue& catalogue(SiteId site);

    /// @throws InvalidInput  if this mail cannot be written: a procedure that is gone, an address that is
    /// none
    /// @throws ConfigError   if no mail of this site can be written: it has no sender
    MailTransport::Mail write(const LeasedMail& mail, Instant now);

private:
    struct Loaded
    {
        Catalogue catalogue;
        std::chrono::steady_clock::time_point at;
    };

    store::Connection& connection_;
    Options options_;
    std::map<SiteId, Loaded> loaded_;
};
} // namespace accueil::maild
