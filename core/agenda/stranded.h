// core/agenda/stranded.h - which appointments lose their place when capacities change. Pure.
#pragma once
#include "core/agenda/opening.h"

namespace accueil
{
/// An appointment as far as the rule needs it.
struct PlacedVisit
{
    AppointmentId appointment;
    Day day;
    MinuteOfDay start;
    int minutes = 0;
    Instant bookedAt;
    bool overCapacity = false; ///< given knowingly above what is offered: stranded only where nothing is offered
};

/// The latest booked first, as many as must go so that no minute of the day has more visits than `slots` offer.
std::vector<AppointmentId> strandedVisits(const std::vector<PlannedSlot>& slots, std::vector<PlacedVisit> visits);
} // namespace accueil
