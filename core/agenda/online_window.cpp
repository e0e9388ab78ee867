#include "core/agenda/online_window.h"

namespace accueil
{
OnlineWindow onlineWindow(const Catalogue& catalogue, const Service& service, Instant now)
{
    using std::chrono::days;
    using std::chrono::minutes;
    const LocalTime here = catalogue.zone().toLocal(now);
    const bool opened = here.minute >= MinuteOfDay{catalogue.booking().opensAt};
    // One minute more: a start must be truly later than the lead, and a minute that has begun counts as over.
    return {catalogue.zone().toLocal(now + minutes(service.leadMinutes + 1)), here.day + days(service.horizonDays - (opened ? 1 : 2))};
}
} // namespace accueil
