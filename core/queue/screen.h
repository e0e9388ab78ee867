// core/queue/screen.h - what a call screen shows. No name, no procedure.
#pragma once
#include "core/catalogue/catalogue.h"
#include "core/queue/estimate.h"

namespace accueil
{
struct ShownCall
{
    TicketId ticket;
    int callNo = 1;     ///< a higher one is a recall: the screen chimes again
    std::string number; ///< "A042"
    int counter = 0;    ///< "Guichet 3"
    Side side = Side::unknown;
    Instant calledAt;
    Language language = Language::fr; ///< the visitor's, for the voice
    friend bool operator==(const ShownCall&, const ShownCall&) = default;
};

struct ServiceWait
{
    ServiceId service;
    int waiting = 0;
    WaitRange wait;
    friend bool operator==(const ServiceWait&, const ServiceWait&) = default;
};

/// Calls of today in one waiting area, newest first, each ticket once (its last call). One statement.
std::vector<ShownCall> screenCalls(store::Connection& connection, const Catalogue& catalogue, WaitingAreaId area, int most = 5);

/// For somebody who came now, by service of the area. Reads the whole room: not at every event.
std::vector<ServiceWait> screenWaits(store::Connection& connection, const Catalogue& catalogue, WaitingAreaId area);

/// What the screens of the area say at their foot, a line for each language that is written, in the order of `languages`:
/// the supervisor's message, or else what the site always says (setting screen.message). Empty when there is none.
std::string screenMessage(store::Connection& connection, const Catalogue& catalogue, WaitingAreaId area);

/// Whether an event of this kind can change the calls or the message.
bool changesScreen(const std::string& kind);
} // namespace accueil
