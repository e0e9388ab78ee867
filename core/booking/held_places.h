// core/booking/held_places.h - places that somebody keeps while giving a name (staff accounts only).
#pragma once
#include "core/booking/booking.h"

namespace accueil
{
/// Nobody's yet: there is no person to it.
struct HeldSpan
{
    AppointmentId id;
    MinuteOfDay start;
    int minutes = 0;
    Channel channel = Channel::desk; ///< where it is being booked
    Instant until;                   ///< free again from then on, unless booked before
    friend bool operator==(const HeldSpan&, const HeldSpan&) = default;
};

/// Of one day of a service, in order of start; those whose time is over are left out. One statement.
std::vector<HeldSpan> heldPlaces(store::Connection& connection, ServiceId service, Day day);
} // namespace accueil
