#include "core/booking/appointment.h"
#include "core/booking/form_brake.h"
#include "core/booking/import.h"
#include "core/booking/stranded_visits.h"
#include "tests/core/town.h"

using namespace accueil;
using namespace accueil::test;

namespace
{
int erase(store::Connection& connection, Day before)
{
    const int most = 100;
    return store::inTx(connection, [&](soci::session& session) {
        return std::get<0>(store::one<int>(session, "CALL erase_what_is_over(:before, :most)", before, most).value());
    });
}
} // namespace

BOOST_AUTO_TEST_SUITE(retention)

BOOST_AUTO_TEST_CASE(people_are_erased_after_their_visit_and_the_figures_stay)
{
    Town& town = Town::instance();
    const std::string mailAccount = town.database.device("mail-1", "mail");
    const Seed past = Seed::random(), future = Seed::random();
    ImportRow row;
    row.visit = {makeDay(2026, 11, 26), {560}, 10, town.service("POP"), {}, camille(""), "OLD-CODE-1", std::string(32, 'a')};
    {
        Client desk(town.reception), mail(mailAccount);
        const AppointmentId over = bookVisit(desk, past, "POP-EID", makeDay(2026, 11, 26), {540});
        callStranded(desk, Seed::random().requestKey("stranded"), over);
        importLines(desk, town.catalogue, {row}, {});
        bookVisit(desk, future, "POP-EID", makeDay(2026, 12, 22), {540});
        BOOST_CHECK_EXCEPTION(erase(mail, makeDay(2026, 12, 1)), Refused, refusedWith(Refusal::foreignClock));
        BOOST_TEST(erase(mail, town.today) == 0, "nothing is over yet");
        Client web(town.web);
        countForm(web, std::string(32, 'a'), 1);
    }
    town.database.stop();
    town.database.start("2026-12-10 08:00:00");
    Client mail(mailAccount), web(town.web);
    BOOST_TEST(town.database.value("SELECT COUNT(*) FROM appointment a JOIN attendee_secret s ON s.appointment_id = a.id"
                                   " WHERE s.import_key IS NOT NULL AND a.legacy_hash IS NOT NULL") == "1");
    BOOST_TEST(erase(mail, makeDay(2026, 12, 1)) == 2);
    BOOST_TEST(town.database.value("SELECT COUNT(*) FROM appointment WHERE legacy_hash IS NOT NULL") == "0");
    BOOST_TEST(erase(mail, makeDay(2026, 12, 1)) == 0);
    BOOST_TEST(town.database.value("SELECT COUNT(*) FROM attendee") == "1");
    BOOST_TEST(town.database.value("SELECT COUNT(*) FROM attendee_secret") == "1");
    BOOST_TEST(town.database.value("SELECT COUNT(*) FROM to_call") == "0");
    BOOST_TEST(town.database.value("SELECT COUNT(*) FROM appointment WHERE state = 'booked'") == "3", "counted in the figures");
    BOOST_TEST(town.database.value("SELECT COUNT(*) FROM request") == "0", "keys of a fortnight ago");
    BOOST_TEST(town.database.value("SELECT COUNT(*) FROM web_attempt") == "0", "and who sent forms then");
    BOOST_CHECK_EXCEPTION(appointmentByManageToken(web, past.manageToken()), Refused, refusedWith(Refusal::codeUnknown));
    BOOST_TEST(!appointmentByManageToken(web, future.manageToken()).cancelled);
    town.check();
}

BOOST_AUTO_TEST_SUITE_END()
