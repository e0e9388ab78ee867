#include "core/agenda/free_starts.h"
#include <boost/test/unit_test.hpp>

using namespace accueil;

namespace
{
const Day thursday = makeDay(2026, 11, 26);

SlotRow slot(int start, int capacity, int booked, int online = 9, int bookedOnline = 0, int opening = 1)
{
    return {ServiceId(1), thursday, {start}, 10, OpeningId(opening), capacity, std::min(online, capacity), booked, bookedOnline, 0, 0};
}

StartQuery query(int minutes, Channel channel = Channel::desk, int earliest = 0)
{
    return {ServiceId(1), thursday, 1, minutes, channel, {thursday, {earliest}}};
}

/// "08:30x3 08:40x1"
std::string starts(const std::vector<SlotRow>& rows, const StartQuery& asked)
{
    std::string text;
    const DayOfStarts day = combineStarts(rows, asked).at(0);
    for (const auto& start : day.starts)
        text += (text.empty() ? "" : " ") + clockText(start.start) + "x" + std::to_string(start.places);
    return text;
}
} // namespace

BOOST_AUTO_TEST_SUITE(free_starts)

BOOST_AUTO_TEST_CASE(a_visit_needs_every_granule_of_one_opening)
{
    const std::vector<SlotRow> morning{slot(510, 4, 1), slot(520, 4, 3), slot(530, 4, 4), slot(540, 4, 0), slot(550, 4, 0)};
    struct Case
    {
        std::vector<SlotRow> rows;
        StartQuery asked;
        const char *expected, *context;
    };
    const std::vector<SlotRow> twoOpenings{slot(510, 2, 0), slot(520, 2, 0), slot(530, 2, 0, 9, 0, 2), slot(540, 2, 0, 9, 0, 2)};
    const std::vector<SlotRow> withGap{slot(510, 2, 0), slot(530, 2, 0)};
    for (const auto& c :
         {Case{morning, query(10), "08:30x3 08:40x1 09:00x4 09:10x4", "one granule"},
          Case{morning, query(20), "08:30x1 09:00x4", "two: the tighter one decides"},
          Case{morning, query(30), "", "none is long enough before the full granule, nor at the end"},
          Case{morning, query(20, Channel::desk, 540), "09:00x4", "nothing before the earliest"},
          Case{morning, query(10, Channel::desk, 541), "09:10x4", "a start that has passed is gone"},
          Case{twoOpenings, query(20), "08:30x2 08:50x2", "a visit never spans two openings"},
          Case{withGap, query(20), "", "a gap is no place"},
          Case{{slot(510, 0, 0)}, query(10), "", "withdrawn granules offer nothing"},
          Case{{}, query(10), "", "a closed day"}})
        BOOST_TEST(starts(c.rows, c.asked) == c.expected, c.context);
}

BOOST_AUTO_TEST_CASE(online_gets_its_share_and_no_more)
{
    BOOST_TEST(starts({slot(510, 4, 2, 3, 2)}, query(10, Channel::online)) == "08:30x1", "one of three left online");
    BOOST_TEST(starts({slot(510, 4, 3, 3, 3)}, query(10, Channel::online)) == "", "the share is used up");
    BOOST_TEST(starts({slot(510, 4, 3, 3, 3)}, query(10, Channel::desk)) == "08:30x1", "the desk may fill the capacity");
    BOOST_TEST(starts({slot(510, 4, 4, 3, 1)}, query(10, Channel::online)) == "", "full, although the share is not");
}

BOOST_AUTO_TEST_CASE(expired_holds_count_as_free_and_overbooking_never_as_negative)
{
    SlotRow held = slot(510, 1, 1, 1, 1);
    held.expired = held.expiredOnline = 1;
    BOOST_TEST(starts({held}, query(10, Channel::online)) == "08:30x1");
    BOOST_TEST(starts({slot(510, 1, 3)}, query(10)) == "");
}

BOOST_AUTO_TEST_CASE(every_day_of_the_range_is_there_and_says_how_full_it_is)
{
    StartQuery asked = query(10);
    asked.days = 3;
    const auto days = combineStarts({slot(510, 4, 1), slot(520, 4, 4)}, asked);
    BOOST_REQUIRE(days.size() == 3U);
    BOOST_TEST(days[0].open);
    BOOST_TEST(days[0].capacity == 8);
    BOOST_TEST(days[0].free == 3);
    BOOST_TEST(!days[1].open);
    BOOST_TEST((days[2].day == thursday + std::chrono::days(2)));
}

BOOST_AUTO_TEST_CASE(linked_halves_stand_back_to_back_in_the_order_that_ends_first)
{
    const auto free = [](std::initializer_list<int> starts) {
        std::vector<SlotRow> rows;
        for (const int start : starts) rows.push_back(slot(start, 1, 0));
        return rows;
    };
    struct Case
    {
        std::vector<SlotRow> first, second; ///< ten minutes of the first service, twenty of the second
        bool fixedOrder;
        const char *expected, *context;
    };
    for (const auto& c :
         {Case{free({510}), free({520, 530}), false, "08:30>08:40", "one after the other"},
          Case{free({510}), free({540, 550}), false, "08:30>09:00", "two granules between are waited for"},
          Case{free({510}), free({550, 560}), false, "", "three are not"},
          Case{free({510}), free({510, 520}), false, "", "nobody is at two counters at once"},
          Case{free({540}), free({510, 520}), false, "08:30<09:00", "the second first, after a granule"},
          Case{free({540}), free({510, 520}), true, "", "a visit that is moved keeps its order"},
          Case{free({510, 530}), free({510, 520, 530, 540}), false, "08:30>08:40", "both orders end at 09:00: as it was asked"},
          Case{free({510, 520}), free({530}), false, "", "the second half is too short"},
          Case{{}, free({510, 520}), false, "", "one service is closed"}}) {
        StartQuery asked = query(10);
        asked.linked = LinkedHalf{ServiceId(2), 20, 20, c.fixedOrder};
        std::string text;
        const auto days = combineLinked(c.first, c.second, asked);
        for (const auto& start : days.at(0).starts)
            text += (text.empty() ? "" : " ") + clockText(start.start) + (start.swapped ? "<" : ">") + clockText(start.second);
        BOOST_TEST(text == c.expected, c.context << ": " << text);
    }
}

BOOST_AUTO_TEST_SUITE_END()
