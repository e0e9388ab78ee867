#include "core/booking/held_places.h"
#include "tests/core/town.h"
#include <algorithm>

using namespace accueil;
using namespace accueil::test;

namespace
{
struct DayPlaces
{
    Town& town = Town::instance();
    Client web{town.web}, desk{town.reception};
    const Day day = makeDay(2026, 12, 8); // a Tuesday that no other case uses
    const ServiceId service = town.service("CIV");

    Hold holdAt(Client& client, const Seed& seed, MinuteOfDay start, Channel channel)
    {
        return hold(client, town.catalogue,
                    {seed, {{town.procedure("CIV-MARRIAGE"), 1}}, day, start, channel, Language::fr});
    }
    SlotRow slotAt(MinuteOfDay start)
    {
        const auto slots = slotsOfDays(desk, service, day, 1);
        const auto found = std::ranges::find(slots, start, &SlotRow::start);
        BOOST_REQUIRE((found != slots.end()));
        return *found;
    }
    void expire(const Hold& hold)
    {
        town.database.execute("UPDATE appointment SET hold_expires_at = '2026-11-24 07:00:00' WHERE id = " +
                              std::to_string(hold.appointment.value()));
    }
};
} // namespace

BOOST_FIXTURE_TEST_SUITE(day_places, DayPlaces)

BOOST_AUTO_TEST_CASE(a_held_place_is_seen_with_its_end_until_its_time_is_over)
{
    const Seed seed = Seed::random(), other = Seed::random();
    const Hold here = holdAt(desk, seed, {540}, Channel::desk),
               online = holdAt(web, other, {600}, Channel::online);
    auto held = heldPlaces(desk, service, day);
    BOOST_REQUIRE(held.size() == 2U);
    BOOST_TEST((held[0] == HeldSpan{here.appointment, {540}, here.minutes, Channel::desk, here.expiresAt}));
    BOOST_TEST((held[1].channel == Channel::online));
    BOOST_TEST(slotAt({540}).booked == 1);
    BOOST_TEST(slotAt({540}).expired == 0);

    expire(here);
    held = heldPlaces(desk, service, day);
    BOOST_REQUIRE(held.size() == 1U);
    BOOST_TEST((held[0].id == online.appointment));
    BOOST_TEST(slotAt({540}).expired == 1); // counts as free, though nobody has given it back
    BOOST_TEST(heldPlaces(desk, town.service("ETR"), day).empty());
    release(web, other, online.appointment);
    release(desk, seed, here.appointment);
}

BOOST_AUTO_TEST_CASE(the_places_of_a_week_come_in_order_and_a_closed_day_has_none)
{
    const Day monday = makeDay(2026, 12, 7);
    const auto slots = slotsOfDays(desk, service, monday, 7);
    BOOST_TEST(!slots.empty());
    BOOST_TEST(std::ranges::is_sorted(slots, {}, [](const SlotRow& one) {
        return LocalTime{one.day, one.start};
    }));
    BOOST_TEST(std::ranges::none_of(slots, [&](const SlotRow& one) { return isoWeekday(one.day) == 7; }));
}

BOOST_AUTO_TEST_SUITE_END()
