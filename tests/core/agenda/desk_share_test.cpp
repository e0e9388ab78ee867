#include "core/agenda/publication.h"
#include "tests/core/town.h"

using namespace accueil;
using namespace accueil::test;
using std::chrono::days;

namespace
{
struct Sharing
{
    Town& town = Town::instance();
    Client root{town.root}, desk{town.reception};
    Client mail{town.database.device("maild-share", "mail")};
    const ServiceId ppc = town.service("PPC");

    Sharing() { town.database.execute("UPDATE service SET release_days = 2 WHERE id = " + std::to_string(ppc.value())); }
    ~Sharing()
    {
        town.database.execute("UPDATE service SET release_days = 0");
        publish(root, town.catalogue, ppc, town.today, 30);
        town.database.execute("DELETE FROM device WHERE account = 'maild-share'");
        town.database.execute("DROP USER 'maild-share'@'%'");
    }
    std::string share(int inDays) const
    {
        return town.database.value("SELECT CONCAT(MIN(capacity_online), ' of ', MIN(capacity)) FROM slot WHERE service_id = " +
                                   std::to_string(ppc.value()) + " AND day = '" + isoDay(town.today + days(inDays)) + "'");
    }
    std::string version() const { return town.database.value("SELECT version FROM site_version WHERE topic = 'agenda'"); }
    int release(Day today)
    {
        return store::inTx(mail, [&](soci::session& session) {
            return std::get<0>(store::one<int>(session, "CALL release_desk_share(:today)", today).value());
        });
    }
};
} // namespace

BOOST_FIXTURE_TEST_SUITE(desk_share, Sharing)

BOOST_AUTO_TEST_CASE(what_the_desk_has_not_used_goes_online_when_its_day_comes)
{
    BOOST_REQUIRE(share(2) == "2 of 3");
    BOOST_TEST(release(town.today) > 0);
    BOOST_TEST(share(0) == "3 of 3");
    BOOST_TEST(share(2) == "3 of 3");
    BOOST_TEST(share(3) == "2 of 3", "one day too early");
    const std::string announced = version();
    BOOST_TEST(release(town.today) == 0);
    BOOST_TEST(version() == announced, "nothing changed, nobody is told");
    BOOST_TEST(release(town.today + days(1)) > 0, "a day later");
    BOOST_TEST(share(3) == "3 of 3");
    BOOST_TEST(version() != announced);
    town.check();
}

BOOST_AUTO_TEST_CASE(publishing_again_does_not_take_it_back)
{
    publish(root, town.catalogue, ppc, town.today, 30);
    BOOST_TEST(share(2) == "3 of 3");
    BOOST_TEST(share(3) == "2 of 3");
    BOOST_TEST(release(town.today) == 0, "the publication has done it already");
}

BOOST_AUTO_TEST_CASE(an_opening_without_counters_online_stays_the_desks)
{
    const std::string where = " WHERE service_id = " + std::to_string(ppc.value()) + " AND weekday = 4";
    const std::string online = town.database.value("SELECT MIN(counters_online) FROM opening" + where);
    town.database.execute("UPDATE opening SET counters_online = 0" + where);
    publish(root, town.catalogue, ppc, town.today, 30);
    BOOST_TEST(share(2) == "0 of 3", "a Thursday");
    release(town.today);
    BOOST_TEST(share(2) == "0 of 3");
    town.database.execute("UPDATE opening SET counters_online = " + online + where);
}

BOOST_AUTO_TEST_CASE(the_released_place_is_really_bookable_online)
{
    Client web{town.web};
    const Day thursday = town.today + days(2);
    const auto online = [&](int start) {
        return hold(web, town.catalogue, {Seed::random(), {{town.procedure("PPC-PASSPORT-PICKUP"), 1}}, thursday, {start}, Channel::online, Language::fr});
    };
    std::vector<Hold> held{online(600), online(600)};
    BOOST_CHECK_EXCEPTION(online(600), Refused, refusedWith(Refusal::slotTaken));
    release(town.today);
    held.push_back(online(600));
    BOOST_CHECK_EXCEPTION(online(600), Refused, refusedWith(Refusal::slotTaken));
    town.check();
    town.database.execute("UPDATE appointment SET hold_expires_at = UTC_TIMESTAMP(3) - INTERVAL 1 SECOND WHERE state = 'held'");
    store::inTx(mail, [](soci::session& session) { store::exec(session, "CALL release_expired_holds(100)"); });
}

BOOST_AUTO_TEST_CASE(only_the_mail_daemon_and_only_for_its_own_day)
{
    BOOST_CHECK_EXCEPTION(release(town.today + days(2)), Refused, refusedWith(Refusal::foreignClock));
    BOOST_CHECK_THROW(store::inTx(desk, [&](soci::session& session) {
        store::exec(session, "CALL release_desk_share(:today)", town.today);
    }), NotAllowed);
}

BOOST_AUTO_TEST_SUITE_END()
