#include "staff-desktop/logic/day_grid.h"
#include <algorithm>
#include <set>

namespace accueil
{
namespace
{
using Row = DayGrid::Row;
using Kind = DayGrid::Kind;

MinuteOfDay endOf(const Row& row)
{
    return row.start + row.minutes;
}

bool touches(const GridVisit& visit, const Row& row)
{
    return !row.pause && visit.start < endOf(row) && row.start < visit.start + visit.minutes;
}

std::vector<Row> rowsOf(const std::vector<SlotRow>& slots)
{
    std::vector<Row> rows;
    for (const auto& slot : slots) rows.push_back({slot.start, slot.minutes, slot.capacity});
    return rows;
}

/// Where a visit stands outside what is published, its time must be seen all the same.
void addRowsFor(const GridVisit& visit, int granule, std::vector<Row>& rows)
{
    const MinuteOfDay end = visit.start + visit.minutes;
    for (MinuteOfDay at = visit.start; at < end;) {
        const auto next = std::ranges::find_if(rows, [at](const Row& row) { return at < endOf(row); });
        if (next != rows.end() && next->start <= at) {
            at = endOf(*next);
            continue;
        }
        const MinuteOfDay limit = next == rows.end() ? end : std::min(end, next->start);
        const int minutes = std::min(granule, limit.value - at.value);
        rows.insert(next, Row{at, minutes});
        at = at + minutes;
    }
}

std::vector<Row> withPauses(const std::vector<Row>& rows)
{
    std::vector<Row> all;
    for (const auto& row : rows) {
        if (!all.empty() && endOf(all.back()) < row.start)
            all.push_back({.start = endOf(all.back()),
                           .minutes = row.start.value - endOf(all.back()).value,
                           .pause = true});
        all.push_back(row);
    }
    return all;
}

/// Puts visits into columns one after the other.
class Layout
{
public:
    Layout(DayGrid& grid, const std::vector<GridVisit>& visits) : grid_(grid)
    {
        for (const auto& visit : visits) {
            auto& span = spans_[visit.id];
            if (visit.cancelled) cancelled_.insert(visit.id);
            for (std::size_t row = 0; row < grid_.rows.size(); ++row)
                if (touches(visit, grid_.rows[row])) span.push_back(row);
        }
    }

    bool fits(AppointmentId visit, int place) const
    {
        return std::ranges::none_of(spans_.at(visit), [&](std::size_t row) {
            return taken_.contains({row, place});
        });
    }
    int firstFitting(AppointmentId visit) const
    {
        int place = 0;
        while (!fits(visit, place)) ++place;
        return place;
    }
    void put(AppointmentId visit, int place)
    {
        grid_.kept[visit] = place;
        for (const std::size_t row : spans_.at(visit)) taken_[{row, place}] = visit;
    }
    /// Whether it would sit where a place is offered, in each of its rows.
    bool offered(AppointmentId visit, int place) const
    {
        return std::ranges::all_of(spans_.at(visit),
                                   [&](std::size_t row) { return place < grid_.rows[row].capacity; });
    }
    /// Whether in each of its rows that can still be booked another place stays free.
    bool canSpare(AppointmentId visit, MinuteOfDay now) const
    {
        return std::ranges::all_of(spans_.at(visit), [&](std::size_t row) {
            return grid_.rows[row].start < now || takenIn(row) + 1 < grid_.rows[row].capacity;
        });
    }
    void fillCells()
    {
        for (const auto& [at, visit] : taken_) grid_.places = std::max(grid_.places, at.second + 1);
        for (std::size_t i = 0; i < grid_.rows.size(); ++i) {
            Row& row = grid_.rows[i];
            row.cells.resize(static_cast<std::size_t>(grid_.places));
            for (int place = 0; place < row.capacity; ++place)
                row.cells[static_cast<std::size_t>(place)].kind = Kind::free;
        }
        for (const auto& [at, visit] : taken_) {
            const auto& [row, place] = at;
            const bool first = spans_.at(visit).front() == row;
            grid_.rows[row].cells[static_cast<std::size_t>(place)] = {first ? Kind::visit : Kind::rest, visit,
                                                                      place >= grid_.rows[row].capacity,
                                                                      cancelled_.contains(visit)};
        }
    }

private:
    int takenIn(std::size_t row) const
    {
        const auto from = taken_.lower_bound({row, 0}), to = taken_.lower_bound({row + 1, 0});
        return static_cast<int>(std::distance(from, to));
    }

    DayGrid& grid_;
    std::map<AppointmentId, std::vector<std::size_t>> spans_;
    std::set<AppointmentId> cancelled_;
    std::map<std::pair<std::size_t, int>, AppointmentId> taken_;
};

void place(Layout& layout, const std::vector<GridVisit>& visits, const Places& before, MinuteOfDay now)
{
    std::vector<const GridVisit*> fresh;
    const auto keeps = [&](const GridVisit& visit) {
        const auto known = before.find(visit.id);
        return known != before.end() && layout.fits(visit.id, known->second);
    };
    for (const auto& visit : visits) {
        if (visit.cancelled) continue;
        if (keeps(visit) && layout.offered(visit.id, before.at(visit.id)))
            layout.put(visit.id, before.at(visit.id));
        else
            fresh.push_back(&visit);
    }
    for (const auto* visit : fresh) {
        const int lowest = layout.firstFitting(visit->id);
        const bool stays = keeps(*visit) && !layout.offered(visit->id, lowest);
        layout.put(visit->id, stays ? before.at(visit->id) : lowest);
    }
    for (const auto& visit : visits) {
        if (!visit.cancelled) continue;
        const int wanted = keeps(visit) ? before.at(visit.id) : layout.firstFitting(visit.id);
        if (layout.offered(visit.id, wanted) && layout.canSpare(visit.id, now)) layout.put(visit.id, wanted);
    }
}
} // namespace

std::size_t DayGrid::rowAt(MinuteOfDay minute) const
{
    const auto after = std::ranges::upper_bound(rows, minute, {}, &Row::start);
    return after == rows.begin() ? 0 : static_cast<std::size_t>(after - rows.begin()) - 1;
}

DayGrid dayGrid(const std::vector<SlotRow>& slots, std::vector<GridVisit> visits, const Places& before,
                int granule, MinuteOfDay now)
{
    std::ranges::sort(visits, {}, [](const GridVisit& visit) { return std::pair(visit.start, visit.id); });
    auto rows = rowsOf(slots);
    for (const auto& visit : visits)
        if (!visit.cancelled) addRowsFor(visit, granule, rows);
    // Closed within an opening: published without a place, and nobody there.
    std::erase_if(rows, [&](const Row& row) {
        return row.capacity == 0 && std::ranges::none_of(visits, [&](const GridVisit& visit) {
                   return !visit.cancelled && touches(visit, row);
               });
    });
    // A cancelled visit where nothing is offered has no row, and no place.
    std::erase_if(visits, [&](const GridVisit& visit) {
        return std::ranges::none_of(rows, [&](const Row& row) { return touches(visit, row); });
    });
    DayGrid grid;
    grid.rows = withPauses(rows);
    for (const auto& slot : slots) {
        grid.regular = std::max(grid.regular, slot.capacity);
        grid.placesOnline = std::max(grid.placesOnline, slot.capacityOnline);
    }
    grid.places = grid.regular;
    Layout layout(grid, visits);
    place(layout, visits, before, now);
    layout.fillCells();
    return grid;
}

std::optional<FreeUntil> freeUntil(const DayGrid& grid, MinuteOfDay from)
{
    std::optional<FreeUntil> found;
    for (const auto& row : grid.rows) {
        if (endOf(row) <= from) continue;
        if (row.pause || row.capacity == 0) {
            if (found) break;
            continue;
        }
        if (!found) found = FreeUntil{};
        found->end = endOf(row);
        if (row.start < from) continue;
        found->places += static_cast<int>(std::ranges::count_if(
            row.cells, [](const DayGrid::Cell& cell) { return cell.kind == Kind::free || cell.freed; }));
    }
    return found;
}
} // namespace accueil
