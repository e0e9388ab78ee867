// Nobody is given a ticket without appointment whose turn would come after closing time.
#include "core/agenda/publication.h"
#include "core/queue/arrival.h"
#include "core/queue/counter.h"
#include "tests/core/town.h"

using namespace accueil;
using namespace accueil::test;

namespace
{
RequestKey click()
{
    return Seed::random().requestKey("click");
}

/// État civil at 08:40; it closes at 12:00 unless a case says so.
struct Closing
{
    Town& town = Town::instance();
    const Catalogue& catalogue = town.catalogue;
    Client kiosk{town.kiosk}, reception{town.reception}, root{town.root};
    const std::string ofService =
        " WHERE service_id = " + std::to_string(town.service("CIV").value()) + " AND weekday = 2";

    Closing()
    {
        town.database.execute("UPDATE counter_state SET ticket_id = NULL, staff_id = NULL, opened_at = NULL, "
                              "paused_at = NULL, ended_ticket_id = NULL");
        town.database.execute(
            "UPDATE ticket SET state = 'closed' WHERE state IN ('waiting', 'called', 'serving', 'parked')");
    }
    ~Closing() { closesAt(720); }
    void closesAt(int minute) const
    {
        town.database.execute("UPDATE opening SET from_minute = LEAST(from_minute, 500), to_minute = " +
                              std::to_string(minute) + ofService);
    }
    IssuedTicket come(Client& client, const char* procedure = "CIV-EXTRACT", bool priority = false,
                      const RequestKey& key = click())
    {
        return walkIn(client, catalogue, key, town.procedure(procedure), Language::fr, priority);
    }
};
} // namespace

BOOST_FIXTURE_TEST_SUITE(closing, Closing)

BOOST_AUTO_TEST_CASE(the_day_closes_with_its_last_opening)
{
    const ServiceId civil = town.service("CIV");
    const auto closes = [&](Day day) { return closingTime(root, catalogue, civil, day); };
    BOOST_TEST((closes(town.today) == MinuteOfDay{720}));
    BOOST_TEST((closes(town.today + std::chrono::days(1)) == MinuteOfDay{990}),
               "Wednesday, open in the afternoon too");
    BOOST_TEST(!closes(town.today + std::chrono::days(5)), "Sunday");
}

BOOST_AUTO_TEST_CASE(a_ticket_whose_turn_comes_after_closing_time_is_not_given)
{
    closesAt(560); // 09:20: four visits of ten minutes begin before
    const RequestKey press = click();
    const IssuedTicket first = come(kiosk, "CIV-EXTRACT", false, press);
    come(kiosk);
    come(kiosk);
    come(kiosk);
    const std::string last =
                          "SELECT last_number FROM ticket_series WHERE prefix = 'B' AND day = '2026-11-24'",
                      before = town.database.value(last);
    for (auto* client : {&kiosk, &reception})
        BOOST_CHECK_EXCEPTION(come(*client), Refused, refusedWith(Refusal::walkInsOver));
    BOOST_TEST(town.database.value(last) == before, "no number is lost");
    BOOST_TEST(come(kiosk, "CIV-EXTRACT", false, press).number == first.number, "the same press again");
    BOOST_CHECK_NO_THROW(come(reception, "CIV-BIRTH"));
    BOOST_CHECK_NO_THROW(come(reception, "CIV-EXTRACT", true));
    BOOST_CHECK_NO_THROW(come(kiosk, "PPC-RECORD"));
    closesAt(720);
    BOOST_CHECK_NO_THROW(come(kiosk));
}

BOOST_AUTO_TEST_CASE(a_counter_that_opens_makes_room)
{
    closesAt(540);
    come(kiosk);
    come(kiosk);
    BOOST_CHECK_EXCEPTION(come(kiosk), Refused, refusedWith(Refusal::walkInsOver));
    Client ahmed{town.agent}, lena{town.secondAgent};
    openCounter(ahmed, catalogue, catalogue.counterByNumber(14)->id);
    openCounter(lena, catalogue, catalogue.counterByNumber(15)->id);
    BOOST_CHECK_NO_THROW(come(kiosk));
}

BOOST_AUTO_TEST_CASE(after_closing_time_and_on_a_day_without_hours)
{
    closesAt(510); // half an hour ago
    BOOST_CHECK_EXCEPTION(come(kiosk), Refused, refusedWith(Refusal::walkInsOver));
    BOOST_CHECK_NO_THROW(come(reception, "CIV-BIRTH"));
    town.database.execute("UPDATE service SET walk_ins = 0");
    BOOST_CHECK_EXCEPTION(come(kiosk), Refused,
                          refusedWith(Refusal::walkInsStopped)); // which holds all day, is said first
    town.database.execute("UPDATE service SET walk_ins = 1");
    town.database.execute("UPDATE opening SET weekday = 7" + ofService);
    BOOST_CHECK_NO_THROW(come(kiosk)); // open by the reception's will only
    town.database.execute("UPDATE opening SET weekday = 2 WHERE weekday = 7");
}

BOOST_AUTO_TEST_CASE(a_counter_that_is_absent_closes_no_door)
{
    town.database.execute("INSERT INTO counter_absence (counter_id, service_id, day, from_minute, noted_at)"
                          " SELECT id, " +
                          std::to_string(town.service("CIV").value()) +
                          ", '2026-11-24', 600, UTC_TIMESTAMP(3) FROM counter WHERE number IN (14, 15)");
    BOOST_TEST((closingTime(root, catalogue, town.service("CIV"), town.today) == MinuteOfDay{720}));
    BOOST_CHECK_NO_THROW(come(kiosk));
    town.database.execute("DELETE FROM counter_absence");
}

BOOST_AUTO_TEST_SUITE_END()
