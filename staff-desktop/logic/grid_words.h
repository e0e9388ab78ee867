// staff-desktop/logic/grid_words.h - the grids of a day and of a week in words of the present language. Pure.
#pragma once
#include "core/booking/held_places.h"
#include "staff-desktop/logic/day_grid.h"
#include "staff-desktop/logic/grid_view.h"
#include "staff-desktop/logic/week_grid.h"

namespace accueil
{
/// Who stands in the grid: appointments, and places that are only held.
struct DayPeople
{
    const std::vector<Appointment>& appointments;
    const std::vector<HeldSpan>& holds;
};

/// Of one service, as the layout takes them. Holds that are over at `now` are nobody's.
std::vector<GridVisit> gridVisits(const DayPeople& people, ServiceId service, Instant now);

/// @param now  a free place before it can no longer be booked
GridView dayView(const Messages& messages, const Catalogue& catalogue, const DayGrid& grid,
                 const DayPeople& people, Day day, const LocalTime& now);
GridView weekView(const Messages& messages, const WeekGrid& grid, const LocalTime& now);

/// "Essai L.", for a cell that is narrow.
std::string shortName(const Person& person);
} // namespace accueil
