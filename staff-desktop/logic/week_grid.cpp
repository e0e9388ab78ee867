#include "staff-desktop/logic/week_grid.h"
#include <algorithm>

namespace accueil
{
namespace
{
using std::chrono::days;
constexpr int workdays = 5;

void add(WeekGrid::Cell& cell, const SlotRow& slot, const LocalTime& now)
{
    const int booked = slot.booked - slot.expired;
    cell.capacity += slot.capacity;
    cell.booked += booked;
    if (LocalTime{slot.day, slot.start} >= now) cell.free += std::max(slot.capacity - booked, 0);
}

int rowOf(MinuteOfDay minute)
{
    return minute.value / WeekGrid::step;
}
} // namespace

std::size_t WeekGrid::rowAt(MinuteOfDay minute) const
{
    const auto after = std::ranges::upper_bound(rows, minute, {}, &Row::start);
    return after == rows.begin() ? 0 : static_cast<std::size_t>(after - rows.begin()) - 1;
}

WeekGrid weekGrid(const std::vector<SlotRow>& slots, Day monday, const LocalTime& now)
{
    WeekGrid week;
    int first = 24 * 60 / WeekGrid::step, last = -1;
    for (int i = 0; i < 7; ++i) {
        const Day day = monday + days(i);
        if (i < workdays ||
            std::ranges::any_of(slots, [day](const SlotRow& slot) { return slot.day == day; }))
            week.days.push_back(day);
    }
    for (const auto& slot : slots) {
        first = std::min(first, rowOf(slot.start));
        last = std::max(last, rowOf(slot.start));
    }
    week.whole.resize(week.days.size());
    for (int row = first; row <= last; ++row)
        week.rows.push_back({{row * WeekGrid::step}, std::vector<WeekGrid::Cell>(week.days.size())});
    for (const auto& slot : slots) {
        const auto column =
            static_cast<std::size_t>(std::ranges::find(week.days, slot.day) - week.days.begin());
        add(week.rows[static_cast<std::size_t>(rowOf(slot.start) - first)].cells[column], slot, now);
        add(week.whole[column], slot, now);
    }
    return week;
}
} // namespace accueil
