#include "core/agenda/publication.h"
#include "tests/core/town.h"

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

BOOST_AUTO_TEST_SUITE_END()
