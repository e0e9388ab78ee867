#include "core/booking/booking.h"
#include "tests/core/town.h"
#include <atomic>
#include <barrier>
#include <thread>

using namespace accueil;
using namespace accueil::test;

namespace
{
struct Outcomes
{
    std::atomic<int> booked{0}, refused{0}, other{0};
};

/// `clients` connections want the same start at the same instant; each books what it could hold.
Outcomes& race(int clients, Day day, MinuteOfDay start, Outcomes& outcomes)
{
    const Town& town = Town::instance();
    std::barrier together(clients);
    std::vector<std::jthread> threads;
    for (int i = 0; i < clients; ++i)
        threads.emplace_back([&] {
            Client client(town.reception);
            client.connection.session();
            const Seed seed = Seed::random();
            together.arrive_and_wait();
            try {
                const Hold held = hold(client, town.catalogue,
                                       {seed, {{town.procedure("PPC-LICENCE-EXCHANGE"), 1}}, day, start, Channel::desk, Language::fr});
                book(client, town.catalogue, seed, held.appointment, camille());
                ++outcomes.booked;
            } catch (const Refused& e) {
                ++(e.why() == Refusal::slotTaken ? outcomes.refused : outcomes.other);
            } catch (const std::exception&) {
                ++outcomes.other;
            }
        });
    threads.clear();
    return outcomes;
}
} // namespace

BOOST_AUTO_TEST_SUITE(race_for_a_place)

BOOST_AUTO_TEST_CASE(of_32_connections_one_gets_the_last_place_and_31_a_clear_refusal)
{
    const Day day = makeDay(2026, 12, 1);
    Client desk(Town::instance().reception);
    for (int i = 0; i < 2; ++i) bookVisit(desk, Seed::random(), "PPC-LICENCE-EXCHANGE", day, {540}); // two of three places
    Outcomes outcomes;
    race(32, day, {540}, outcomes);
    BOOST_TEST(outcomes.booked == 1);
    BOOST_TEST(outcomes.refused == 31);
    BOOST_TEST(outcomes.other == 0);
    Town::instance().check();
}

BOOST_AUTO_TEST_CASE(overlapping_visits_never_exceed_a_granule)
{
    const Day day = makeDay(2026, 12, 2);
    Outcomes outcomes;
    std::vector<std::jthread> both;
    both.emplace_back([&] { race(12, day, {540}, outcomes); });
    both.emplace_back([&] { race(12, day, {550}, outcomes); }); // half of each visit lies on the other
    both.clear();
    BOOST_TEST(outcomes.booked == 3);
    BOOST_TEST(outcomes.other == 0);
    BOOST_TEST(Town::instance().database.value("SELECT MAX(booked) FROM slot WHERE day = '2026-12-02'") == "3");
    Town::instance().check();
}

BOOST_AUTO_TEST_CASE(one_click_sent_by_16_connections_is_one_booking)
{
    const Town& town = Town::instance();
    const Seed seed = Seed::random();
    std::barrier together(16);
    std::atomic<long long> sum{0};
    std::atomic<int> failed{0};
    std::vector<std::jthread> threads;
    for (int i = 0; i < 16; ++i)
        threads.emplace_back([&] {
            Client client(town.web);
            client.connection.session();
            together.arrive_and_wait();
            try {
                const Hold held = hold(client, town.catalogue,
                                       {seed, {{town.procedure("PPC-RECORD"), 1}}, makeDay(2026, 12, 3), {600}, Channel::online, Language::fr});
                sum += book(client, town.catalogue, seed, held.appointment, camille()).appointment.value();
            } catch (const std::exception&) {
                ++failed;
            }
        });
    threads.clear();
    BOOST_TEST(failed == 0);
    BOOST_TEST(sum % 16 == 0);
    BOOST_TEST(town.database.value("SELECT COUNT(*) FROM appointment WHERE day = '2026-12-03' AND start_minute = 600") == "1");
    town.check();
}

BOOST_AUTO_TEST_SUITE_END()
