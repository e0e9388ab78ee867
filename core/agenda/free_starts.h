// core/agenda/free_starts.h - at which times a visit can begin.
#pragma once
#include "core/agenda/channel.h"
#include "core/base/ids.h"
#include "core/base/local_time.h"
#include <vector>

namespace accueil
{
namespace store
{
class Connection;
}

struct FreeStart
{
    MinuteOfDay start;
    int places = 0; ///< visits of this length that could still begin here
};

struct DayOfStarts
{
    Day day;
    bool open = false;             ///< there is an opening that day, free or not
    int capacity = 0;              ///< granules offered by the channel that day, for "how full is it"
    int free = 0;                  ///< of them still free
    std::vector<FreeStart> starts; ///< in order of time
};

struct StartQuery
{
    ServiceId service;
    Day from;
    int days = 1;
    int minutes = 10; ///< length of the visit
    Channel channel = Channel::desk;
    LocalTime earliest; ///< nothing before it: now, for the desk; now + the service's lead, online
};

/// One entry a day of the range, open or not. Expired holds count as free; nothing is written.
std::vector<DayOfStarts> freeStarts(store::Connection& connection, const StartQuery& query);

/// One granule as stored, for the pure rule below.
struct SlotRow
{
    Day day;
    MinuteOfDay start;
    int minutes = 10;
    OpeningId opening;
    int capacity = 0, capacityOnline = 0, booked = 0, bookedOnline = 0;
    int expired = 0, expiredOnline = 0; ///< of the booked: by holds whose time is over
};

/// The rule of the search, pure: rows in order of day and time.
std::vector<DayOfStarts> combineStarts(const std::vector<SlotRow>& rows, const StartQuery& query);
} // namespace accueil
