// staff-desktop/logic/day_grid.h - one day of a service as time × places: who sits where. Pure.
#pragma once
#include "core/agenda/free_starts.h"
#include "core/booking/appointment.h"
#include <map>

namespace accueil
{
/// Somebody's stretch of the day, as far as the layout needs it.
struct GridVisit
{
    AppointmentId id;
    MinuteOfDay start;
    int minutes = 0;
    bool cancelled = false; ///< shown as long as nobody needs its place
};

/// Which column a visit has. Given back to dayGrid() at every refresh: whoever has a place keeps it.
using Places = std::map<AppointmentId, int>;

struct DayGrid
{
    enum class Kind {
        none, ///< no place here: fewer counters at this time
        free,
        visit, ///< the first row of a visit
        rest,  ///< a further row of it
    };
    struct Cell
    {
        Kind kind = Kind::none;
        AppointmentId visit{};
        bool excess = false; ///< more visits than places at this time
        bool freed = false;  ///< of a cancelled visit: the place is free
        friend bool operator==(const Cell&, const Cell&) = default;
    };
    struct Row
    {
        MinuteOfDay start;
        int minutes = 10;
        int capacity = 0;
        bool pause = false; ///< between two openings: nobody is received
        std::vector<Cell> cells{};
        friend bool operator==(const Row&, const Row&) = default;
    };

    int places = 0;       ///< columns
    int regular = 0;      ///< of them offered at some time of the day; the others only hold what is too much
    int placesOnline = 0; ///< of them offered online too
    std::vector<Row> rows;
    Places kept; ///< for the next refresh

    /// The row of this minute, or the last one before it; 0 before the first.
    std::size_t rowAt(MinuteOfDay minute) const;
};

/// @param slots   of one service and day, in order
/// @param visits  in any order; those outside the slots get rows of `granule` minutes of their own
/// @param before  places of the last layout of the same service and day
/// @param now     cancelled visits before it stay where they were: nobody can book there any more
DayGrid dayGrid(const std::vector<SlotRow>& slots, std::vector<GridVisit> visits, const Places& before,
                int granule, MinuteOfDay now = {});

/// Free places from `from` on until the opening at that time, or the next one, ends.
struct FreeUntil
{
    int places = 0;
    MinuteOfDay end;
    friend bool operator==(const FreeUntil&, const FreeUntil&) = default;
};
std::optional<FreeUntil> freeUntil(const DayGrid& grid, MinuteOfDay from);
} // namespace accueil
