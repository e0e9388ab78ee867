// core/agenda/online_window.h - from when to when citizens may book. Pure.
#pragma once
#include "core/catalogue/catalogue.h"

namespace accueil
{
struct OnlineWindow
{
    LocalTime earliest; ///< the first minute at which an offered visit may begin: the service's lead has passed
    Day last;           ///< the last day offered; before `earliest` when there is none

    bool takes(const LocalTime& start) const { return earliest <= start && start.day <= last; }
    /// Days from `from` on that may hold a start; 0 for none.
    int daysFrom(Day from) const { return last < from ? 0 : static_cast<int>((last - from).count()) + 1; }
};

/// The horizon counts today; its newest day opens at the site's hour, not at midnight.
OnlineWindow onlineWindow(const Catalogue& catalogue, const Service& service, Instant now);
} // namespace accueil
