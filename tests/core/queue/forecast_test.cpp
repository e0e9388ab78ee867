#include "core/queue/forecast.h"
#include "tests/core/queue/simulated_day.h"
#include <boost/test/unit_test.hpp>
#include <iostream>

using namespace accueil;
using namespace accueil::test;

namespace
{
const ServiceId pop(1), ppc(2);

Instant at(double minute)
{
    return SimulatedTown::at(minute);
}

ForecastVisitor waits(long long ticket, int service, double due, double minutes = 10, double here = 0)
{
    return {{TicketId(ticket), ServiceId(service), static_cast<int>(ticket), {at(due), DueReason::walkIn, false}, {}, {}}, minutes, at(here)};
}

/// Minutes until the call, or -1.
double until(const Room& room, long long ticket, double now = 600)
{
    const auto call = forecastCall(room, TicketId(ticket), at(now));
    return call ? std::chrono::duration<double>(*call - at(now)).count() / 60 : -1;
}

/// The room of a simulated moment, as the database knows it: medians, who waits, who is expected, who is being served.
Room roomOf(const SimulatedTown& town, const SimulatedDay& day)
{
    Room room;
    const auto median = [&](const SimulatedVisitor& one) { return town.kinds[static_cast<std::size_t>(one.procedure)].median; };
    const auto line = [&](const SimulatedVisitor& one, double due, double minutes, double here) {
        room.visitors.push_back({{one.ticket, one.service, static_cast<int>(one.ticket.value()), {at(due), DueReason::walkIn, false}, {}, {}},
                                 minutes, at(here)});
    };
    for (const auto* one : day.waiting) line(*one, one->due, median(*one), day.now - 1);
    for (const auto& one : day.visitors())
        if (one.start && (one.arrives < 0 || one.arrives > day.now) && *one.start + 10 > day.now)
            line(one, *one.start - 30, median(one) * showsUp, std::max(day.now + 1, *one.start - 8));
    for (const auto& shift : day.shifts()) {
        const auto serving = day.serving.find(shift.counter);
        const bool busy = serving != day.serving.end() && serving->second.visitor && serving->second.until > day.now;
        if (!day.open(shift)) {
            if (const auto pause = day.pauseOf(shift))
                room.counters.push_back({shift.counter, shift.own, shift.helps, pauseEnds(at(pause->since), pause->reason, at(day.now))});
            continue;
        }
        const double left = busy ? minutesLeft(median(*serving->second.visitor), day.now - serving->second.since) : 0;
        room.counters.push_back({shift.counter, shift.own, shift.helps, at(day.now + left)});
    }
    return room;
}

/// The average visit of the service times the people ahead, over the counters that are open for it.
double plainRule(const SimulatedTown& town, const SimulatedDay& day, const SimulatedVisitor& me)
{
    double average = 0;
    for (const auto& kind : town.kinds)
        if (kind.service == me.service.value())
            average += kind.share * kind.median * std::exp(SimulatedTown::spread * SimulatedTown::spread / 2);
    const auto ahead = std::ranges::count_if(day.waiting, [&](const SimulatedVisitor* one) {
        return one->service == me.service && one->ticket != me.ticket && std::pair(one->due, one->ticket) < std::pair(me.due, me.ticket);
    });
    const auto counters = std::ranges::count_if(day.shifts(), [&](const SimulatedShift& shift) {
        return day.open(shift) && std::ranges::find(shift.own, me.service) != shift.own.end();
    });
    return average * static_cast<double>(ahead) / static_cast<double>(std::max<long>(counters, 1));
}
} // namespace

BOOST_AUTO_TEST_SUITE(forecast)

BOOST_AUTO_TEST_CASE(a_free_counter_calls_at_once)
{
    const Room room{{waits(1, 1, 590)}, {{CounterId(1), {pop}, {}, at(0)}}};
    BOOST_TEST(until(room, 1) == 0);
    BOOST_TEST(until({room.visitors, {}}, 1) == -1, "nobody is open");
    BOOST_TEST(until({room.visitors, {{CounterId(1), {ppc}, {}, at(0)}}}, 1) == -1, "not for this service");
}

BOOST_AUTO_TEST_CASE(those_before_take_their_time_each_at_the_first_counter_that_is_free)
{
    const Room room{{waits(1, 1, 580, 5), waits(2, 1, 585, 20), waits(3, 1, 590), waits(4, 1, 595)},
                    {{CounterId(1), {pop}, {}, at(0)}, {CounterId(2), {pop}, {}, at(603)}}};
    BOOST_TEST(until(room, 1) == 0);
    BOOST_TEST(until(room, 2) == 3);
    BOOST_TEST(std::lround(until(room, 3)) == 5, "after the short visit");
}

BOOST_AUTO_TEST_CASE(who_is_expected_and_goes_before_counts)
{
    Room room{{waits(1, 1, 590), waits(2, 1, 570, 12, 601)}, {{CounterId(1), {pop}, {}, at(605)}}};
    BOOST_TEST(until(room, 2) == 5);
    BOOST_TEST(std::lround(until(room, 1)) == 17);
}

BOOST_AUTO_TEST_CASE(a_counter_that_only_helps_takes_its_own_first)
{
    const Room room{{waits(1, 2, 500), waits(2, 1, 590, 10)}, {{CounterId(1), {pop}, {ppc}, at(0)}}};
    BOOST_TEST(until(room, 2) == 0);
    BOOST_TEST(std::lround(until(room, 1)) == 10);
}

BOOST_AUTO_TEST_CASE(who_is_kept_for_another_counter_waits_until_then)
{
    Room room{{waits(1, 1, 590)}, {{CounterId(1), {pop}, {}, at(0)}}};
    room.visitors[0].ticket.keptFor = CounterId(2);
    room.visitors[0].ticket.keptUntil = at(604);
    BOOST_TEST(until(room, 1) == 4);
}

BOOST_AUTO_TEST_CASE(a_visit_that_is_longer_than_usual_goes_on)
{
    BOOST_TEST(minutesLeft(10, 4) == 6);
    BOOST_TEST(minutesLeft(10, 30) == 5);
}

BOOST_AUTO_TEST_CASE(it_is_nearer_than_the_plain_rule_over_thirty_invented_days)
{
    const SimulatedTown town;
    double ours = 0, plain = 0, waited = 0;
    int visits = 0;
    for (unsigned seed = 1; seed <= 30; ++seed) {
        SimulatedDay day(town, seed);
        const auto waits = day.play(
            [&](const SimulatedDay& now, const SimulatedVisitor& me) {
                const auto call = forecastCall(roomOf(town, now), me.ticket, at(now.now));
                return call ? std::chrono::duration<double>(*call - at(now.now)).count() / 60 : plainRule(town, now, me);
            },
            [&](const SimulatedDay& now, const SimulatedVisitor& me) { return plainRule(town, now, me); });
        for (const auto& wait : waits) {
            ours += std::abs(wait.told - wait.waited);
            plain += std::abs(wait.plain - wait.waited);
            waited += wait.waited;
            ++visits;
        }
    }
    std::cout << "waiting time, " << visits << " visits, mean wait " << waited / visits << " min: mean error " << ours / visits
              << " min; plain rule " << plain / visits << " min; " << 100 * (1 - ours / plain) << " % nearer\n";
    BOOST_TEST(visits > 3000);
    BOOST_TEST(ours <= 0.75 * plain);
}

BOOST_AUTO_TEST_SUITE_END()
