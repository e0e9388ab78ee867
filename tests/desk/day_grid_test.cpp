#include "staff-desktop/logic/day_grid.h"
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <random>
#include <set>

using namespace accueil;
using Kind = DayGrid::Kind;

namespace
{
const Day monday = makeDay(2026, 11, 23);

/// Granules of one opening.
std::vector<SlotRow> opening(int from, int to, int capacity, int minutes = 10, int id = 1)
{
    std::vector<SlotRow> slots;
    for (int start = from; start + minutes <= to; start += minutes)
        slots.push_back(
            {ServiceId(1), monday, {start}, minutes, OpeningId(id), capacity, capacity, 0, 0, 0, 0});
    return slots;
}

std::vector<SlotRow> both(std::vector<SlotRow> first, const std::vector<SlotRow>& second)
{
    first.insert(first.end(), second.begin(), second.end());
    return first;
}

GridVisit visit(long long id, int start, int minutes = 10, bool cancelled = false)
{
    return {AppointmentId(id), {start}, minutes, cancelled};
}

/// A row as one reads it: "08:30 1 2' . " for visit 1, a further row of 2, a free place; "(3)" cancelled,
/// "4!" too much.
std::string inWords(const DayGrid& grid)
{
    std::string all;
    for (const auto& row : grid.rows) {
        if (!all.empty()) all += " | ";
        all += clockText(row.start);
        if (row.pause) all += " pause " + std::to_string(row.minutes);
        for (const auto& cell : row.cells) {
            if (row.pause) break;
            std::string word = cell.kind == Kind::none   ? "#"
                               : cell.kind == Kind::free ? "."
                                                         : std::to_string(cell.visit.value());
            if (cell.kind == Kind::rest) word += "'";
            if (cell.freed) word = "(" + word + ")";
            if (cell.excess) word += "!";
            all += " " + word;
        }
    }
    return all;
}
} // namespace

BOOST_AUTO_TEST_SUITE(day_grid)

BOOST_AUTO_TEST_CASE(visits_take_the_lowest_place_and_keep_it_through_their_granules)
{
    struct Case
    {
        const char* what;
        std::vector<SlotRow> slots;
        std::vector<GridVisit> visits;
        const char* expected;
    };
    const Case cases[] = {
        {"an empty day", opening(510, 530, 2), {}, "08:30 . . | 08:40 . ."},
        {"one after the other",
         opening(510, 540, 2),
         {visit(2, 510), visit(1, 510, 20), visit(3, 520)},
         "08:30 1 2 | 08:40 1' 3 | 08:50 . ."},
        {"a long one beside short ones",
         opening(510, 540, 2),
         {visit(1, 510), visit(2, 510, 30), visit(3, 520, 20)},
         "08:30 1 2 | 08:40 3 2' | 08:50 3' 2'"},
        {"a quarter of an hour", opening(510, 540, 1, 15), {visit(1, 525, 15)}, "08:30 . | 08:45 1"},
        {"a break is said with its length",
         both(opening(700, 720, 1), opening(810, 820, 1, 10, 2)),
         {visit(1, 710)},
         "11:40 . | 11:50 1 | 12:00 pause 90 | 13:30 ."},
        {"fewer counters in the afternoon",
         both(opening(710, 720, 2), opening(720, 730, 1, 10, 2)),
         {visit(1, 720)},
         "11:50 . . | 12:00 1 #"},
        {"more booked than offered: a column more",
         opening(510, 530, 1),
         {visit(1, 510), visit(2, 510, 20)},
         "08:30 1 2! | 08:40 . 2'!"},
        {"nothing is offered any more", opening(510, 520, 0), {visit(1, 510)}, "08:30 1!"},
        {"closed within an opening",
         both(opening(510, 520, 1), both(opening(520, 530, 0), opening(530, 540, 1))),
         {},
         "08:30 . | 08:40 pause 10 | 08:50 ."},
        {"outside the hours it has a row of its own",
         opening(540, 550, 1),
         {visit(1, 510, 20)},
         "08:30 1! | 08:40 1'! | 08:50 pause 10 | 09:00 ."},
        {"over the edge of the hours", opening(540, 550, 1), {visit(1, 535, 10)}, "08:55 1! | 09:00 1'"},
        {"between two grids", opening(510, 530, 1), {visit(1, 515, 10)}, "08:30 1 | 08:40 1'"},
        {"a closed day", {}, {}, ""},
        {"a closed day with a visit", {}, {visit(1, 600, 15)}, "10:00 1! | 10:10 1'!"},
        {"a cancelled visit is shown beside a free place",
         opening(510, 520, 2),
         {visit(1, 510, 10, true)},
         "08:30 (1) ."},
        {"and never hides the last free place", opening(510, 520, 1), {visit(1, 510, 10, true)}, "08:30 ."},
        {"and makes way for who needs its place",
         opening(510, 520, 2),
         {visit(1, 510, 10, true), visit(2, 510), visit(3, 510)},
         "08:30 2 3"},
        {"a cancelled visit outside the hours is not shown",
         opening(540, 550, 1),
         {visit(1, 510, 10, true)},
         "09:00 ."},
    };
    for (const auto& one : cases)
        BOOST_TEST(inWords(dayGrid(one.slots, one.visits, {}, 10)) == one.expected, one.what);
}

BOOST_AUTO_TEST_CASE(what_is_over_shows_its_cancelled_visits_also_where_nothing_else_was_free)
{
    const auto slots = opening(510, 520, 1);
    BOOST_TEST(inWords(dayGrid(slots, {visit(1, 510, 10, true)}, {}, 10, {515})) == "08:30 (1)");
}

BOOST_AUTO_TEST_CASE(nobody_is_moved_by_what_colleagues_do)
{
    const auto slots = opening(510, 540, 3);
    const DayGrid first = dayGrid(slots, {visit(5, 510), visit(6, 510), visit(7, 520, 20)}, {}, 10);
    BOOST_TEST(inWords(first) == "08:30 5 6 . | 08:40 7 . . | 08:50 7' . .");
    const DayGrid gone = dayGrid(slots, {visit(6, 510), visit(7, 520, 20)}, first.kept, 10);
    BOOST_TEST(inWords(gone) == "08:30 . 6 . | 08:40 7 . . | 08:50 7' . .");
    const DayGrid another =
        dayGrid(slots, {visit(6, 510), visit(7, 520, 20), visit(2, 510, 20)}, gone.kept, 10);
    BOOST_TEST(inWords(another) == "08:30 . 6 2 | 08:40 7 . 2' | 08:50 7' . .");
    const DayGrid cancelled =
        dayGrid(slots, {visit(6, 510, 10, true), visit(7, 520, 20), visit(2, 510, 20)}, another.kept, 10);
    BOOST_TEST(inWords(cancelled) == "08:30 . (6) 2 | 08:40 7 . 2' | 08:50 7' . .");
}

BOOST_AUTO_TEST_CASE(a_capacity_that_is_lowered_moves_only_whom_it_must)
{
    const DayGrid before =
        dayGrid(opening(510, 520, 3), {visit(1, 510), visit(2, 510), visit(3, 510)}, {}, 10);
    const DayGrid lowered =
        dayGrid(opening(510, 520, 1), {visit(1, 510), visit(2, 510), visit(3, 510)}, before.kept, 10);
    BOOST_TEST(inWords(lowered) == "08:30 1 2! 3!");
    const DayGrid fewer = dayGrid(opening(510, 520, 1), {visit(3, 510)}, lowered.kept, 10);
    BOOST_TEST(inWords(fewer) == "08:30 3"); // it is not too much any more
}

BOOST_AUTO_TEST_CASE(places_on_offer_online_and_in_all_are_told)
{
    auto slots = opening(510, 520, 4);
    slots[0].capacityOnline = 3;
    const DayGrid grid = dayGrid(slots, {}, {}, 10);
    BOOST_TEST(grid.places == 4);
    BOOST_TEST(grid.regular == 4);
    BOOST_TEST(grid.placesOnline == 3);
    BOOST_TEST(grid.rowAt({505}) == 0u);
    BOOST_TEST(dayGrid(opening(510, 540, 1), {}, {}, 10).rowAt({529}) == 1u);
}

BOOST_AUTO_TEST_CASE(free_places_are_counted_until_the_opening_ends)
{
    const auto slots = both(opening(510, 540, 2), opening(810, 830, 1, 10, 2));
    const DayGrid grid = dayGrid(slots, {visit(1, 520), visit(2, 530, 10, true)}, {}, 10);
    BOOST_TEST((freeUntil(grid, {500}) == FreeUntil{5, {540}}));
    BOOST_TEST((freeUntil(grid, {515}) == FreeUntil{3, {540}})); // what has begun can no longer be booked
    BOOST_TEST((freeUntil(grid, {600}) == FreeUntil{2, {830}}));
    BOOST_TEST(!freeUntil(grid, {830}));
}

/// Whatever comes and goes: everybody is shown once in each of their rows, nobody twice in a cell, and
/// whoever was there stays.
BOOST_AUTO_TEST_CASE(a_thousand_random_days_keep_their_promises)
{
    std::mt19937 random(4);
    const auto upTo = [&](int most) { return static_cast<int>(random() % static_cast<unsigned>(most + 1)); };
    for (int day = 0; day < 1000; ++day) {
        const int granule = std::vector<int>{5, 10, 15, 20}[static_cast<std::size_t>(upTo(3))],
                  capacity = upTo(5);
        const auto slots = both(opening(480, 600, capacity, granule),
                                opening(660, 720, std::max(capacity - 1, 0), granule, 2));
        std::vector<GridVisit> visits;
        Places kept;
        for (int round = 0; round < 4; ++round) {
            for (int i = upTo(6); i > 0; --i)
                visits.push_back(visit(day * 100 + round * 10 + i, 470 + 5 * upTo(50),
                                       granule * (1 + upTo(2)), upTo(5) == 0));
            if (!visits.empty() && upTo(1))
                visits.erase(visits.begin() + upTo(static_cast<int>(visits.size()) - 1));
            const DayGrid grid = dayGrid(slots, visits, kept, granule);
            std::map<AppointmentId, std::set<std::size_t>> columns;
            std::map<AppointmentId, int> firsts;
            for (const auto& row : grid.rows) {
                BOOST_REQUIRE((row.pause || row.cells.size() == static_cast<std::size_t>(grid.places)));
                for (std::size_t column = 0; column < row.cells.size(); ++column) {
                    const auto& cell = row.cells[column];
                    if (cell.visit) columns[cell.visit].insert(column);
                    if (cell.kind == Kind::visit) ++firsts[cell.visit];
                    BOOST_REQUIRE((cell.excess == (cell.visit && static_cast<int>(column) >= row.capacity)));
                }
            }
            for (const auto& one : visits) {
                if (one.cancelled && !columns.contains(one.id)) continue;
                BOOST_REQUIRE(columns[one.id].size() == 1u);
                BOOST_REQUIRE(firsts[one.id] == 1);
                const MinuteOfDay end = one.start + one.minutes;
                const bool morning = one.start.value >= 480 && end.value <= 600,
                           afternoon = one.start.value >= 660 && end.value <= 720;
                const int offered = morning ? capacity : afternoon ? capacity - 1 : 0;
                if (!one.cancelled && kept.contains(one.id) && kept.at(one.id) < offered)
                    BOOST_REQUIRE(grid.kept.at(one.id) == kept.at(one.id));
            }
            for (std::size_t i = 1; i < grid.rows.size(); ++i)
                BOOST_REQUIRE((grid.rows[i - 1].start + grid.rows[i - 1].minutes == grid.rows[i].start));
            kept = grid.kept;
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
