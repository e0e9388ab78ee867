#include "core/people/session.h"
#include "core/queue/arrival.h"
#include "tests/core/town.h"

using namespace accueil;
using namespace accueil::test;

BOOST_AUTO_TEST_SUITE(accounts)

BOOST_AUTO_TEST_CASE(each_account_knows_who_it_is)
{
    Town& town = Town::instance();
    Client kiosk(town.kiosk), agent(town.agent), root(town.root);
    BOOST_TEST(currentDevice(kiosk).name == "kiosk-1");
    BOOST_TEST((currentStaff(agent).role == Role::agent));
    BOOST_CHECK_THROW(currentStaff(kiosk), StoreError);
    BOOST_CHECK_THROW(currentDevice(root), NotAllowed);
    reportAlive(kiosk, "paper");
    BOOST_TEST(town.database.value("SELECT trouble FROM device WHERE account = 'kiosk-1'") == "paper");
    town.database.execute("UPDATE staff SET active = 0 WHERE account = 'ahmed'");
    BOOST_CHECK_THROW(currentStaff(agent), NotAllowed);
    town.database.execute("UPDATE staff SET active = 1 WHERE account = 'ahmed'");
}

BOOST_AUTO_TEST_CASE(devices_reach_no_personal_data_except_through_routines)
{
    Town& town = Town::instance();
    const std::string display = town.database.device("display-a", "display", "A"), mail = town.database.device("mail-1", "mail");
    for (const std::string& account : {town.web, town.kiosk, display, mail})
        for (const char* sql : {"SELECT * FROM attendee", "SELECT * FROM attendee_secret", "SELECT * FROM staff", "SELECT * FROM audit",
                                "SELECT * FROM request", "UPDATE slot SET booked = 0", "DELETE FROM appointment",
                                "CALL end_hold(1, 0, @x)", "CALL write_event(1, 'queue', 'x', NULL, NULL, NULL)",
                                "CALL add_staff('eve', 'Eve', 'admin', 1, 'x')", "CREATE USER eve"}) {
            Client client(account);
            BOOST_CHECK_THROW(store::exec(client.connection.session(), sql), StoreError);
        }
}

BOOST_AUTO_TEST_CASE(staff_reads_people_but_writes_through_routines_only)
{
    Client marie(Town::instance().reception);
    BOOST_CHECK_NO_THROW(store::exec(marie.connection.session(), "SELECT * FROM attendee"));
    for (const char* sql : {"UPDATE attendee SET note = ''", "UPDATE slot SET booked = 0", "DELETE FROM mail", "UPDATE ticket SET state = 'done'",
                            "CALL open_counter(1)", "UPDATE opening SET counters = 1", "CALL add_staff('eve', 'Eve', 'admin', 1, 'x')"})
        BOOST_CHECK_THROW(store::exec(marie.connection.session(), sql), StoreError);
}

BOOST_AUTO_TEST_CASE(account_names_cannot_be_sql)
{
    Town& town = Town::instance();
    for (const char* name : {"eve'@'%' IDENTIFIED BY 'x", "root", "accueil_owner", "Eve", ""})
        BOOST_CHECK_THROW(town.database.staff(name, "agent"), std::runtime_error);
}

BOOST_AUTO_TEST_CASE(audit_names_the_real_account_and_fields_but_no_values)
{
    Town& town = Town::instance();
    Client marie(town.reception);
    const AppointmentId id = bookVisit(marie, Seed::random(), "POP-EID", makeDay(2026, 12, 7), {540});
    const std::string of = " FROM audit WHERE entity_id = " + std::to_string(id.value());
    BOOST_TEST(town.database.value("SELECT GROUP_CONCAT(account, ' ', action ORDER BY id)" + of + " AND entity = 'appointment'") ==
               "marie held,marie booked");
    cancel(marie, Seed::random().requestKey("cancel"), id, "secret reason");
    BOOST_TEST(town.database.value("SELECT GROUP_CONCAT(fields)" + of + " AND entity = 'attendee'") == "cancel_reason");
}

BOOST_AUTO_TEST_CASE(the_servers_administrator_acts_for_every_site_and_a_closed_account_for_none)
{
    Town& town = Town::instance();
    Client root(town.root), desk(town.reception);
    const Day day = makeDay(2026, 12, 1);
    const AppointmentId id = bookVisit(desk, Seed::random(), "POP-EID", day, {660});
    move(root, town.catalogue, Seed::random().requestKey("move"), id, 0, day, {670});
    town.database.execute("UPDATE staff SET active = 0 WHERE account = 'marie'");
    const RequestKey key = Seed::random().requestKey("cancel");
    BOOST_CHECK_EXCEPTION(cancel(desk, key, id, ""), Refused, refusedWith(Refusal::wrongSite));
    town.database.execute("UPDATE staff SET active = 1 WHERE account = 'marie'");
    cancel(root, key, id, "");
    town.check();
}

BOOST_AUTO_TEST_SUITE_END()
