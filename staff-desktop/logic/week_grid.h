// staff-desktop/logic/week_grid.h - a week of a service as half-hours × days: how full it is. Pure.
#pragma once
#include "core/agenda/free_starts.h"

namespace accueil
{
struct WeekGrid
{
    struct Cell
    {
        int capacity = 0; ///< places offered, granule by granule; 0 with nothing booked: closed
        int booked = 0;
        int free = 0; ///< of them still to be had
        bool open() const { return capacity > 0 || booked > 0; }
        friend bool operator==(const Cell&, const Cell&) = default;
    };
    struct Row
    {
        MinuteOfDay start;
        std::vector<Cell> cells{}; ///< one a day
        friend bool operator==(const Row&, const Row&) = default;
    };

    static constexpr int step = 30; ///< minutes of a row

    std::vector<Day> days;   ///< Monday to Friday, and what else is open
    std::vector<Cell> whole; ///< of each day
    std::vector<Row> rows;   ///< from the first opening of the week to the last; none when all is closed

    std::size_t rowAt(MinuteOfDay minute) const; ///< as DayGrid's
};

/// @param slots   of seven days from `monday` on
/// @param now     nothing before it can be had any more
WeekGrid weekGrid(const std::vector<SlotRow>& slots, Day monday, const LocalTime& now);
} // namespace accueil
