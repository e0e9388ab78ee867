#include "core/booking/appointment.h"
#include "tests/core/town.h"

using namespace accueil;
using namespace accueil::test;

namespace
{
/// An identity card and a passport, on a Thursday of its own each.
struct Linked
{
    Town& town = Town::instance();
    Client web{town.web}, desk{town.reception};
    Seed seed = Seed::random();
    const std::vector<Wanted> both{{town.procedure("POP-EID"), 1}, {town.procedure("PPC-PASSPORT"), 2}};

    Hold holdBoth(Day day, int start, Channel channel = Channel::online)
    {
        return hold(channel == Channel::online ? web : desk, town.catalogue, {seed, both, day, {start}, channel, Language::fr});
    }
    AppointmentId bookBoth(Day day, int start, Channel channel = Channel::online)
    {
        const Hold held = holdBoth(day, start, channel);
        return book(channel == Channel::online ? web : desk, town.catalogue, seed, held.appointment, camille()).appointment;
    }
    /// "POP 540+10 PPC 550+20"
    std::string parts(Day day) const
    {
        return town.database.value("SELECT IFNULL(GROUP_CONCAT(s.code, ' ', a.start_minute, '+', a.minutes, ' ', a.state ORDER BY a.part"
                                   " SEPARATOR ', '), '') FROM appointment a JOIN service s ON s.id = a.service_id WHERE a.day = '" +
                                   isoDay(day) + "' AND a.state <> 'cancelled'");
    }
    int booked(Day day) const
    {
        return std::stoi(town.database.value("SELECT SUM(booked) FROM slot WHERE day = '" + isoDay(day) + "'"));
    }
    std::vector<FreeStart> starts(Day day, Channel channel = Channel::online)
    {
        return freeStarts(desk, startQuery(town.catalogue, both, channel, day, 1, desk.clock.now())).at(0).starts;
    }
    /// Leaves a service without a place in a span.
    void fill(const char* service, Day day, int from, int to) const
    {
        town.database.execute("UPDATE slot SET capacity = booked, capacity_online = LEAST(capacity_online, booked) WHERE service_id = " +
                              std::to_string(town.service(service).value()) + " AND day = '" + isoDay(day) + "' AND start_minute >= " +
                              std::to_string(from) + " AND start_minute < " + std::to_string(to));
    }
};
} // namespace

BOOST_FIXTURE_TEST_SUITE(linked, Linked)

BOOST_AUTO_TEST_CASE(two_services_are_held_and_booked_as_one_visit)
{
    const Day day = makeDay(2026, 11, 26);
    const Hold held = holdBoth(day, 540);
    BOOST_REQUIRE(held.parts.size() == 2U);
    BOOST_TEST(held.minutes == 30);
    BOOST_TEST((held.parts[0].service == town.service("POP")));
    BOOST_TEST(held.parts[1].start.value == 550);
    BOOST_TEST(held.parts[1].wanted[0].persons == 2);
    BOOST_TEST(booked(day) == 3);
    BOOST_TEST((hold(web, town.catalogue, {seed, both, day, {540}, Channel::online, Language::fr}).parts == held.parts), "once");
    BOOST_TEST(booked(day) == 3);

    const Booked done = book(web, town.catalogue, seed, held.appointment, camille());
    BOOST_TEST(parts(day) == "POP 540+10 booked, PPC 550+20 booked");
    BOOST_TEST(town.database.value("SELECT COUNT(*) FROM attendee p JOIN appointment a ON a.id = p.appointment_id WHERE a.day = '2026-11-26'") ==
               "1", "who it is for stands once");
    const ManagedAppointment seen = appointmentByManageToken(web, seed.manageToken());
    BOOST_TEST(seen.parts.size() == 2U);
    BOOST_TEST(seen.wanted.size() == 2U);
    BOOST_TEST(seen.minutes == 30);
    BOOST_TEST(seen.reference == done.reference);
    const auto all = appointmentsOfDay(desk, town.catalogue.site().id, day, town.service("PPC"));
    BOOST_REQUIRE(all.size() == 1U);
    BOOST_TEST(all[0].person.lastName == "Exemple");
    BOOST_TEST(all[0].part == 2);
    BOOST_TEST(all[0].parts == 2);
    town.check();
}

BOOST_AUTO_TEST_CASE(the_order_is_the_one_that_has_places)
{
    const Day day = makeDay(2026, 12, 3);
    fill("POP", day, 510, 560);
    const auto offered = starts(day);
    const auto at = [&](int start) { return std::ranges::find(offered, MinuteOfDay{start}, &FreeStart::start); };
    BOOST_REQUIRE((at(540) != offered.end()));
    BOOST_TEST(at(540)->swapped);
    BOOST_TEST(at(540)->second.value == 560);
    BOOST_TEST(at(540)->minutes == 30);
    BOOST_TEST((at(510) == offered.end()), "thirty minutes would pass between the two");
    bookBoth(day, 540);
    BOOST_TEST(parts(day) == "PPC 540+20 booked, POP 560+10 booked");
    BOOST_CHECK_EXCEPTION(hold(web, town.catalogue, {Seed::random(), both, day, {510}, Channel::online, Language::fr}), Refused,
                          refusedWith(Refusal::slotTaken));
    town.check();
}

BOOST_AUTO_TEST_CASE(what_cannot_be_had_together_is_refused_together)
{
    const Day day = makeDay(2026, 12, 10);
    fill("PPC", day, 0, 1440);
    BOOST_TEST(starts(day).empty());
    BOOST_CHECK_EXCEPTION(holdBoth(day, 540), Refused, refusedWith(Refusal::slotTaken));
    BOOST_TEST(booked(day) == 0, "nothing is left of the half that had a place");
    BOOST_CHECK_THROW(visitParts(town.catalogue, {{town.procedure("POP-EID"), 1}, {town.procedure("PPC-PASSPORT"), 1},
                                                  {town.procedure("CIV-EXTRACT"), 1}}), InvalidInput);
    town.check();
}

BOOST_AUTO_TEST_CASE(a_linked_hold_ends_as_a_whole)
{
    const Day day = makeDay(2026, 12, 17);
    release(web, seed, holdBoth(day, 540).appointment);
    BOOST_TEST(booked(day) == 0);
    seed = Seed::random();
    holdBoth(day, 540);
    town.database.execute("UPDATE appointment SET hold_expires_at = UTC_TIMESTAMP(3) - INTERVAL 1 SECOND WHERE state = 'held' AND day = '" +
                          isoDay(day) + "'");
    BOOST_TEST(!starts(day).empty());
    // The last place of the second half is wanted: the expired hold goes, both halves of it.
    fill("PPC", day, 0, 1440);
    town.database.execute("UPDATE slot SET capacity = 1, capacity_online = 1 WHERE booked = 1 AND capacity = 0 AND day = '" + isoDay(day) + "'");
    hold(desk, town.catalogue, {Seed::random(), {{town.procedure("PPC-PASSPORT"), 2}}, day, {550}, Channel::desk, Language::fr});
    BOOST_TEST(parts(day) == "PPC 550+20 held");
    BOOST_CHECK_EXCEPTION(book(web, town.catalogue, seed, AppointmentId(1), camille()), Refused, refusedWith(Refusal::holdExpired));
    town.check();
}

BOOST_AUTO_TEST_CASE(a_linked_visit_moves_and_is_cancelled_as_a_whole)
{
    const Day day = makeDay(2026, 11, 27);
    const AppointmentId id = bookBoth(day, 540);
    const auto moveTo = [&](int start, int revision) {
        moveByCitizen(web, town.catalogue, Seed::random().requestKey("move"), seed.manageToken(), revision, day, {start});
    };
    moveTo(550, 0); // over its own place
    BOOST_TEST(parts(day) == "POP 550+10 booked, PPC 560+20 booked");
    BOOST_CHECK_EXCEPTION(moveTo(600, 0), Refused, refusedWith(Refusal::changedMeanwhile));
    fill("PPC", day, 610, 640);
    BOOST_CHECK_EXCEPTION(moveTo(600, 1), Refused, refusedWith(Refusal::slotTaken));
    BOOST_TEST(parts(day) == "POP 550+10 booked, PPC 560+20 booked");
    BOOST_TEST(booked(day) == 3);

    // The desk names any part; the second half of another day's move follows the first.
    const auto second = appointmentsOfDay(desk, town.catalogue.site().id, day, town.service("PPC")).at(0);
    const Day later = makeDay(2026, 12, 4);
    move(desk, town.catalogue, Seed::random().requestKey("move"), second.id, 1, later, {600});
    BOOST_TEST(parts(later) == "POP 600+10 booked, PPC 610+20 booked");
    BOOST_TEST(booked(day) == 0);
    BOOST_TEST(town.database.value("SELECT GROUP_CONCAT(kind, ' ', revision, ' ', state ORDER BY id SEPARATOR ', ') FROM mail WHERE appointment_id = " +
                                   std::to_string(id.value()) + " AND kind <> 'reminder'") ==
               "confirmation 0 dropped, change 1 dropped, change 2 waiting", "one mail for the visit");

    cancelByCitizen(web, town.catalogue, Seed::random().requestKey("cancel"), seed.manageToken());
    BOOST_TEST(booked(later) == 0);
    BOOST_TEST(parts(later) == "");
    BOOST_CHECK_EXCEPTION(cancel(desk, Seed::random().requestKey("cancel"), second.id, ""), Refused, refusedWith(Refusal::appointmentGone));
    town.check();
}

BOOST_AUTO_TEST_SUITE_END()
