#include "core/agenda/granules.h"
#include "tests/core/town.h"
#include <thread>

using namespace accueil;
using namespace accueil::test;
using std::chrono::days;

namespace
{
struct Changing
{
    Town& town = Town::instance();
    Client root{town.root}, desk{town.reception};
    const ServiceId civ = town.service("CIV");
    const std::string of = "service_id = " + std::to_string(civ.value());

    ~Changing()
    {
        town.database.execute("DELETE FROM service_granule");
        town.database.execute("UPDATE service SET release_days = 0");
        publish(root, town.catalogue, civ, town.today, 30);
    }
    std::string places(const std::string& day) const
    {
        return town.database.value("SELECT CONCAT(COUNT(*), ' of ', IFNULL(MAX(minutes), 0)) FROM slot WHERE " + of + " AND day = '" +
                                   day + "'");
    }
    Catalogue reloaded() { return Catalogue::load(root, town.catalogue.site().id); }
};
} // namespace

BOOST_FIXTURE_TEST_SUITE(granules, Changing)

BOOST_AUTO_TEST_CASE(a_change_publishes_the_days_from_then_on)
{
    const std::string before = places("2026-12-14"), dayBefore = places("2026-12-11");
    BOOST_TEST(before == "21 of 10");
    const PublishReport done = changeGranule(root, town.catalogue, civ, makeDay(2026, 12, 14), 15);
    BOOST_TEST(done.written > 0);
    BOOST_TEST(places("2026-12-14") == "14 of 15");
    BOOST_TEST(places("2026-12-11") == dayBefore, "the days before keep theirs");
    publish(root, town.catalogue, civ, town.today, 30);
    BOOST_TEST(places("2026-12-14") == "14 of 15", "a publication with an older catalogue takes nothing back");
    const Catalogue now = reloaded();
    BOOST_TEST(now.find(civ)->granuleOn(makeDay(2026, 12, 13)) == 10);
    BOOST_TEST(now.find(civ)->granuleOn(makeDay(2026, 12, 14)) == 15);
    changeGranule(root, now, civ, makeDay(2026, 12, 14), 10);
    BOOST_TEST(places("2026-12-14") == before, "and back again");
    town.check();
}

BOOST_AUTO_TEST_CASE(appointments_keep_the_granule_of_their_days)
{
    const Day monday = makeDay(2026, 12, 14);
    const AppointmentId visit = bookVisit(desk, Seed::random(), "CIV-EXTRACT", monday, {510});
    const auto names = [](const GranuleInUse& e) {
        return e.firstPossible() == makeDay(2026, 12, 15) && std::string(e.what()).find("from 2026-12-15 on") != std::string::npos;
    };
    BOOST_CHECK_EXCEPTION(changeGranule(root, town.catalogue, civ, monday, 15), GranuleInUse, names);
    BOOST_CHECK_EXCEPTION(changeGranule(root, town.catalogue, civ, makeDay(2026, 12, 7), 15), GranuleInUse, names);
    BOOST_TEST(places("2026-12-14") == "21 of 10", "nothing was touched");
    changeGranule(root, town.catalogue, civ, monday + days(1), 15);
    BOOST_TEST(places("2026-12-14") == "21 of 10");
    BOOST_TEST(places("2026-12-15") == "14 of 15");
    cancel(desk, Seed::random().requestKey("cancel"), visit, "");
    BOOST_CHECK((firstDayForGranule(root, town.catalogue, civ) == town.today));
    town.check();
}

BOOST_AUTO_TEST_CASE(a_hold_is_in_the_way_until_its_time_is_over)
{
    const Day day = makeDay(2026, 12, 17);
    const Hold held = hold(desk, town.catalogue, {Seed::random(), {{town.procedure("CIV-EXTRACT"), 1}}, day, {510}, Channel::desk, Language::fr});
    BOOST_CHECK_THROW(changeGranule(root, town.catalogue, civ, day, 15), GranuleInUse);
    town.database.execute("UPDATE appointment SET hold_expires_at = UTC_TIMESTAMP(3) - INTERVAL 1 SECOND WHERE id = " +
                          std::to_string(held.appointment.value()));
    changeGranule(root, town.catalogue, civ, day, 15);
    BOOST_TEST(places("2026-12-17") == "14 of 15");
    town.check();
}

BOOST_AUTO_TEST_CASE(the_routine_itself_refuses_what_a_stale_caller_asks)
{
    const Day day = makeDay(2026, 12, 18);
    const AppointmentId visit = bookVisit(desk, Seed::random(), "CIV-EXTRACT", day, {540});
    const auto change = [&](store::Connection& caller, Day from, int minutes) {
        store::inTx(caller, [&](soci::session& session) {
            store::exec(session, "CALL change_granule(:service, :from, :minutes)", civ, from, minutes);
        });
    };
    BOOST_CHECK_EXCEPTION(change(root, day, 15), Refused, refusedWith(Refusal::granuleInUse));
    BOOST_CHECK_EXCEPTION(change(root, town.today - days(7), 15), Refused, refusedWith(Refusal::foreignClock));
    BOOST_CHECK_THROW(change(root, day + days(1), 61), StoreError);
    BOOST_CHECK_THROW(change(desk, day + days(1), 15), NotAllowed);
    BOOST_TEST(places("2026-12-18") == "21 of 10");
    cancel(desk, Seed::random().requestKey("cancel"), visit, "");
    for (const int minutes : {0, 4, 7, 61, 65}) BOOST_CHECK_THROW(changeGranule(root, town.catalogue, civ, day, minutes), InvalidInput);
    BOOST_CHECK_THROW(changeGranule(root, town.catalogue, civ, town.today - days(1), 15), InvalidInput);
    town.check();
}

BOOST_AUTO_TEST_CASE(no_booking_slips_in_while_the_granule_changes)
{
    const Day day = makeDay(2026, 12, 21);
    for (int round = 0; round < 12; ++round) {
        Client other{town.reception};
        other.connection.session();
        std::atomic<bool> go{false};
        std::thread booking([&] {
            while (!go) std::this_thread::yield();
            try {
                bookVisit(other, Seed::random(), "CIV-EXTRACT", day, {510});
            } catch (const Refused&) { // the place was gone: the change came first
            }
        });
        go = true;
        try {
            changeGranule(root, town.catalogue, civ, day, round % 2 == 0 ? 15 : 20);
        } catch (const GranuleInUse&) { // the booking came first
        }
        booking.join();
        BOOST_TEST(town.database.value("SELECT COUNT(*) FROM appointment a WHERE a.state = 'booked' AND a.day = '2026-12-21' AND a." + of +
                                       " AND a.minutes <> (SELECT IFNULL(SUM(s.minutes), 0) FROM slot s WHERE s.service_id = a.service_id"
                                       " AND s.day = a.day AND s.start_minute >= a.start_minute AND s.start_minute < a.start_minute +"
                                       " a.minutes)") == "0",
                   "round " << round);
        town.check();
        for (const auto& [id] : store::rows<AppointmentId>(
                 root.connection.session(), "SELECT id FROM appointment WHERE state = 'booked' AND day = '2026-12-21'"))
            cancel(desk, Seed::random().requestKey("cancel"), id, "");
        changeGranule(root, town.catalogue, civ, day, 10);
    }
}

BOOST_AUTO_TEST_SUITE_END()
