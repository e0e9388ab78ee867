// core/agenda/free_starts.h - at which times a visit can begin.
#pragma once
#include "core/agenda/channel.h"
#include "core/base/ids.h"
#include "core/base/local_time.h"
#include <optional>
#include <vector>

namespace soci
{
class session;
}

namespace accueil
{
namespace store
{
class Connection;
}

struct FreeStart
{
    MinuteOfDay start;
    int places = 0;       ///< visits of this length that could still begin here
    int minutes = 0;      ///< until its end, in whole granules; of a linked visit, until the end of its second half
    bool swapped = false; ///< of a linked visit: the second service comes first
    MinuteOfDay second{}; ///< of a linked visit: where its second half begins
    bool full = false;    ///< only a query beyond the capacity offers it
    friend bool operator==(const FreeStart&, const FreeStart&) = default;
};

struct DayOfStarts
{
    Day day;
    bool open = false;             ///< there is an opening that day, free or not
    int capacity = 0;              ///< granules offered by the channel that day, for "how full is it"; of a linked visit,
                                   ///< those of the service that has fewer
    int free = 0;                  ///< of them still free
    std::vector<FreeStart> starts; ///< in order of time
};

/// The half of a visit that another service gives.
struct LinkedHalf
{
    ServiceId service;
    int minutes = 10;
    int mostBetween = 0;       ///< minutes that may pass between the two halves
    bool fixedOrder = false;   ///< this half stays the second: a booked visit that is moved
};

/// A place that the visit itself has now: whoever is moved may overlap it.
struct OwnPlace
{
    ServiceId service;
    Day day;
    MinuteOfDay start;
    int minutes = 10;
};

struct StartQuery
{
    ServiceId service;
    Day from;
    int days = 1;
    int minutes = 10; ///< length of the visit
    Channel channel = Channel::desk;
    LocalTime earliest; ///< nothing before it: now, for the desk; now + the service's lead, online
    std::optional<LinkedHalf> linked{}; ///< the same visit goes on there, back to back
    std::vector<OwnPlace> own{};        ///< counts as free: of a visit that is moved
    bool beyondCapacity = false;        ///< what is full counts as free too: for a supervisor
};

/// One entry a day of the range, open or not. Expired holds count as free; nothing is written. Two statements.
std::vector<DayOfStarts> freeStarts(store::Connection& connection, const StartQuery& query);
/// The same within a transaction.
std::vector<DayOfStarts> freeStarts(soci::session& session, const StartQuery& query);

/// One granule as stored, for the pure rules below.
struct SlotRow
{
    ServiceId service;
    Day day;
    MinuteOfDay start;
    int minutes = 10;
    OpeningId opening;
    int capacity = 0, capacityOnline = 0, booked = 0, bookedOnline = 0;
    int expired = 0, expiredOnline = 0; ///< of the booked: by holds whose time is over
};

/// What is offered and taken in some days of one service, in order of day and time. Two statements.
std::vector<SlotRow> slotsOfDays(store::Connection& connection, ServiceId service, Day from, int days);

/// The rule of the search, pure: rows of one service in order of day and time. Of the linked half it knows nothing.
std::vector<DayOfStarts> combineStarts(const std::vector<SlotRow>& rows, const StartQuery& query);
/// The rule of linked visits, pure: where either half is followed by the other within `mostBetween`. Of two orders that begin
/// at the same minute the one that ends first is offered.
std::vector<DayOfStarts> combineLinked(const std::vector<SlotRow>& first, const std::vector<SlotRow>& second, const StartQuery& query);
} // namespace accueil
