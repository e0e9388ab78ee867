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

struct ScreenState
{
    std::vector<ShownCall> calls; ///< newest first, at most `most`
    std::vector<ServiceWait> waits;
    std::string message; ///< of the supervisor, empty when there is none
    friend bool operator==(const ScreenState&, const ScreenState&) = default;
};

/// Calls of today in one waiting area, each ticket once (its last call).
ScreenState screenState(store::Connection& connection, const Catalogue& catalogue, WaitingAreaId area, int most = 5);
} // namespace accueil
