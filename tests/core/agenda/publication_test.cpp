#include "core/agenda/publication.h"
#include "core/agenda/hours.h"
#include "tests/core/town.h"
#include "tests/support/wait.h"
#include <algorithm>
#include <csignal>

using namespace accueil;
using namespace accueil::test;

namespace
{
struct Publishing
{
    Town& town = Town::instance();
    Client root{town.root}, desk{town.reception};
    const ServiceId pop = town.service("POP");

    std::string value(const std::string& what, const char* day, int start) const
    {
        return town.database.value("SELECT " + what + " FROM slot WHERE service_id = " + std::to_string(pop.value()) + " AND day = '" +
                                   day + "' AND start_minute = " + std::to_string(start));
    }
    PublishReport publishAll() { return publish(root, town.catalogue, pop, town.today, 30); }
};

/// What is published of ETR from today on, as one line a granule, beside what the hours plan.
std::pair<std::string, std::string> publishedAndPlanned(const Town& town, store::Connection& connection, int days)
{
    const ServiceId etr = town.service("ETR");
    const Day last = town.today + std::chrono::days(days - 1);
    const Hours hours = loadHours(connection, town.catalogue, etr, town.today, last);
    std::string planned, published;
    for (Day day = town.today; day <= last; day += std::chrono::days(1))
        for (const auto& slot : plannedSlots(hours, day))
            planned += isoDay(day) + " " + std::to_string(slot.start.value) + " " + std::to_string(slot.capacity) + "\n";
    for (const auto& [day, start, capacity] : store::rows<Day, int, int>(
             connection.session(), "SELECT day, start_minute, capacity FROM slot WHERE service_id = :service AND day <= :last"
                                   " AND capacity > 0 ORDER BY day, start_minute", etr, last))
        published += isoDay(day) + " " + std::to_string(start) + " " + std::to_string(capacity) + "\n";
    return {published, planned};
}
} // namespace

BOOST_FIXTURE_TEST_SUITE(publication, Publishing)

BOOST_AUTO_TEST_CASE(sample_town_has_its_places_and_none_on_a_holiday)
{
    BOOST_TEST(value("capacity", "2026-11-26", 510) == "4");
    BOOST_TEST(value("capacity_online", "2026-11-26", 510) == "3");
    BOOST_TEST(value("capacity", "2026-11-26", 720) == "", "closed at noon");
    BOOST_TEST(value("capacity", "2026-11-25", 810) == "3", "Wednesday afternoon");
    publish(root, town.catalogue, pop, makeDay(2026, 12, 21), 10);
    BOOST_TEST(value("capacity", "2026-12-25", 510) == "", "Christmas is a Friday");
    BOOST_TEST(value("capacity", "2026-12-24", 510) == "4");
}

BOOST_AUTO_TEST_CASE(publishing_again_changes_nothing)
{
    const std::string before = town.database.value("SELECT MD5(GROUP_CONCAT(service_id, day, start_minute, capacity, booked)) FROM slot");
    const auto report = publishAll();
    BOOST_TEST(report.removed == 0);
    BOOST_TEST(report.stranded == 0);
    BOOST_TEST(town.database.value("SELECT MD5(GROUP_CONCAT(service_id, day, start_minute, capacity, booked)) FROM slot") == before);
}

BOOST_AUTO_TEST_CASE(capacity_lowered_under_what_is_booked_keeps_it_as_excess)
{
    const Day day = makeDay(2026, 12, 3);
    for (int i = 0; i < 4; ++i) bookVisit(desk, Seed::random(), "POP-EID", day, {510});
    town.database.execute("UPDATE opening SET counters = 2, counters_online = 1 WHERE weekday = 4 AND service_id = " +
                          std::to_string(pop.value()));
    BOOST_TEST(publishAll().stranded == 1);
    BOOST_TEST(value("CONCAT(capacity, ' ', booked, ' ', excess)", "2026-12-03", 510) == "2 4 2");
    BOOST_CHECK_EXCEPTION(bookVisit(desk, Seed::random(), "POP-EID", day, {510}), Refused, refusedWith(Refusal::slotTaken));
    town.check();
    town.database.execute("UPDATE opening SET counters = 4, counters_online = 3 WHERE weekday = 4 AND service_id = " +
                          std::to_string(pop.value()));
    BOOST_TEST(publishAll().stranded == 0);
    BOOST_TEST(value("CONCAT(capacity, ' ', booked, ' ', excess)", "2026-12-03", 510) == "4 4 0");
}

BOOST_AUTO_TEST_CASE(a_closure_removes_what_is_free_and_keeps_what_is_booked)
{
    const Day day = makeDay(2026, 12, 10);
    bookVisit(desk, Seed::random(), "POP-EID", day, {540});
    town.database.execute("INSERT INTO closure (site_id, from_day, to_day) VALUES (1, '2026-12-10', '2026-12-10')");
    const auto report = publishAll();
    BOOST_TEST(report.removed == 20);
    BOOST_TEST(report.stranded == 1);
    BOOST_TEST(value("CONCAT(capacity, ' ', booked, ' ', excess)", "2026-12-10", 540) == "0 1 1");
    town.check();
    town.database.execute("DELETE FROM closure");
    publishAll();
}

BOOST_AUTO_TEST_CASE(a_publication_that_is_killed_half_way_is_completed_by_the_next)
{
    // It stands before a place of the second batch, which another transaction holds.
    const std::string etr = std::to_string(town.service("ETR").value());
    for (int i = 0; i < 2; ++i) bookVisit(desk, Seed::random(), "ETR-PICKUP", makeDay(2026, 11, 26), {510});
    town.database.execute("UPDATE opening SET counters = 1, counters_online = 1, to_minute = to_minute - 30 WHERE service_id = " + etr);
    const auto ones = [&] { return town.database.value("SELECT COUNT(*) FROM slot WHERE capacity = 1 AND service_id = " + etr); };
    const std::string held = "SELECT start_minute FROM slot WHERE service_id = :service AND day = '2026-12-10' FOR UPDATE";
    {
        Client other(town.root);
        soci::transaction locks(other.connection.session());
        const ServiceId service = town.service("ETR");
        BOOST_TEST(!store::rows<int>(other.connection.session(), held.c_str(), service).empty());
        ChildProcess publishing({program("accueil-admin"), "--config", town.root, "slots", "publish", "--service", "ETR", "--days", "45"});
        waitFor("the first batch", [&] { return ones() != "0"; });
        publishing.signal(SIGKILL);
        BOOST_TEST(publishing.wait() == 128 + SIGKILL);
        locks.rollback();
    }
    const auto [half, planned] = publishedAndPlanned(town, root, 45);
    BOOST_TEST(half != planned, "it was half done");
    town.check();
    for (int i = 0; i < 2; ++i) {
        publish(root, town.catalogue, town.service("ETR"), town.today, 45);
        const auto [published, hours] = publishedAndPlanned(town, root, 45);
        BOOST_TEST(published == hours);
    }
    BOOST_TEST(town.database.value("SELECT CONCAT(capacity, ' ', booked, ' ', excess) FROM slot WHERE day = '2026-11-26' AND start_minute = 510"
                                   " AND service_id = " + etr) == "1 2 1");
    town.check();
}

BOOST_AUTO_TEST_CASE(an_older_publication_leaves_no_places_of_older_hours)
{
    // The older one has planned and waits; meanwhile newer hours are saved and published elsewhere.
    const ServiceId etr = town.service("ETR");
    const std::string held = "SELECT start_minute FROM slot WHERE service_id = :service AND day = '2026-12-10' FOR UPDATE";
    Client other(town.root), editor(town.root);
    soci::transaction locks(other.connection.session());
    store::rows<int>(other.connection.session(), held.c_str(), etr);
    ChildProcess older({program("accueil-admin"), "--config", town.root, "slots", "publish", "--service", "ETR", "--days", "30"});
    waitFor("the older publication to wait", [&] {
        return town.database.value("SELECT variable_value FROM information_schema.global_status WHERE variable_name = 'Innodb_row_lock_current_waits'") == "1";
    });
    HoursEdit edit;
    for (Opening opening : openings(editor, etr)) {
        edit.removed.push_back(opening.id);
        opening.counters = 3;
        edit.added.push_back(opening);
    }
    save(editor, etr, edit);
    locks.rollback();
    BOOST_TEST(older.wait() == 0);
    const auto [published, planned] = publishedAndPlanned(town, root, 30);
    // Its first batch was done before; from the second on it has seen the newer hours.
    BOOST_TEST(published.substr(published.find("2026-12-10")) == planned.substr(planned.find("2026-12-10")));
    publish(editor, town.catalogue, etr, town.today, 30);
    const auto [after, hours] = publishedAndPlanned(town, root, 30);
    BOOST_TEST(after == hours);
    town.check();
}

BOOST_AUTO_TEST_CASE(search_shows_the_days_as_published)
{
    const StartQuery query{pop, makeDay(2026, 12, 14), 7, 20, Channel::online, {}};
    const auto days = freeStarts(root, query);
    BOOST_REQUIRE(days.size() == 7U);
    BOOST_TEST(days[0].starts.size() == 20U, "the last start of twenty minutes is 11:40");
    BOOST_TEST(days[0].starts[0].places == 3);
    BOOST_TEST(days[2].starts.size() == 20U + 17U, "Wednesday: morning and afternoon, nothing across noon");
    BOOST_TEST(!days[5].open, "Saturday");
}

BOOST_AUTO_TEST_CASE(two_grids_never_lie_over_each_other)
{
    const Day friday = makeDay(2026, 12, 11);
    const auto move = [&](int minutes) {
        town.database.execute("UPDATE opening SET from_minute = from_minute + " + std::to_string(minutes) + ", to_minute = to_minute + " +
                              std::to_string(minutes) + " WHERE weekday = 5 AND service_id = " + std::to_string(pop.value()));
        publish(root, town.catalogue, pop, friday, 1);
    };
    const auto around = [&] {
        return town.database.value("SELECT GROUP_CONCAT(start_minute, ':', booked, '/', capacity ORDER BY start_minute SEPARATOR ' ') FROM slot"
                                   " WHERE service_id = " + std::to_string(pop.value()) + " AND day = '2026-12-11' AND start_minute BETWEEN 525 AND 559");
    };
    const AppointmentId id = bookVisit(desk, Seed::random(), "POP-EID", friday, {540});
    move(5);
    BOOST_TEST(around() == "525:0/4 540:1/0 555:0/4", "the visit keeps its ten minutes, and they are offered to nobody else");
    town.check();
    cancel(desk, Seed::random().requestKey("cancel"), id, "");
    publish(root, town.catalogue, pop, friday, 1);
    BOOST_TEST(around() == "525:0/4 535:0/4 545:0/4 555:0/4");
    move(-5);
    BOOST_TEST(around() == "530:0/4 540:0/4 550:0/4");
    town.check();
}

BOOST_AUTO_TEST_SUITE_END()
