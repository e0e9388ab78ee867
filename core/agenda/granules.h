// core/agenda/granules.h - another length of a service's places, from a day without appointments on. Supervisors and above.
#pragma once
#include "core/agenda/publication.h"
#include "core/base/errors.h"

namespace accueil
{
/// Appointments stand on the days of the change; `what()` names the first day from which it is possible.
class GranuleInUse : public InvalidInput
{
public:
    explicit GranuleInUse(Day firstPossible);
    Day firstPossible() const { return firstPossible_; }

private:
    Day firstPossible_;
};

inline constexpr int shortestGranule = 5, longestGranule = 60;

/// The day after the service's last appointment, today at the earliest.
Day firstDayForGranule(store::Connection& connection, const Catalogue& catalogue, ServiceId service);

/// Another granule from `from` on, and the places of the days that are published by then, in one transaction: no booking
/// finds half a change. Load the catalogue again afterwards.
/// @throws GranuleInUse; InvalidInput "minutes" (5 to 60, by fives), "from" (a day that is over)
PublishReport changeGranule(store::Connection& connection, const Catalogue& catalogue, ServiceId service, Day from, int minutes);
} // namespace accueil
