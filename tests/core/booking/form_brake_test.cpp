#include "core/booking/form_brake.h"
#include "tests/core/town.h"

using namespace accueil;
using namespace accueil::test;

namespace
{
const std::string office(32, 'a'), household(32, 'b');
constexpr int most = 3;

void sendAll(Client& web, const std::string& source)
{
    for (int i = 0; i < most; ++i) countForm(web, source, most);
}

void minutesPass(int minutes)
{
    Town::instance().database.execute("UPDATE web_attempt SET minute = minute - INTERVAL " + std::to_string(minutes) + " MINUTE");
}
} // namespace

BOOST_AUTO_TEST_SUITE(form_brake)

BOOST_AUTO_TEST_CASE(one_source_waits_and_the_others_do_not)
{
    Town& town = Town::instance();
    Client web(town.web);
    sendAll(web, office);
    BOOST_CHECK_EXCEPTION(countForm(web, office, most), Refused, refusedWith(Refusal::tooManyAttempts));
    countForm(web, household, most);
    Client second(town.web);
    BOOST_CHECK_EXCEPTION(countForm(second, office, most), Refused, refusedWith(Refusal::tooManyAttempts));
    countForm(second, office, most + 1);
    BOOST_TEST(town.database.value("SELECT SUM(forms) FROM web_attempt WHERE source = UNHEX('" + office + "')") == "4",
               "what was refused did not count");
}

BOOST_AUTO_TEST_CASE(waiting_ten_minutes_always_helps)
{
    Client web(Town::instance().web);
    const std::string source(32, 'c');
    sendAll(web, source);
    BOOST_CHECK_EXCEPTION(countForm(web, source, most), Refused, refusedWith(Refusal::tooManyAttempts));
    minutesPass(8);
    BOOST_CHECK_EXCEPTION(countForm(web, source, most), Refused, refusedWith(Refusal::tooManyAttempts));
    minutesPass(brakeMinutes - 8);
    countForm(web, source, most);
}

BOOST_AUTO_TEST_CASE(the_count_stays_when_nothing_else_is_written)
{
    Town& town = Town::instance();
    const std::string source(32, 'd');
    {
        Client web(town.web);
        countForm(web, source, most);
    } // its connection is closed: what had not been committed would be gone
    BOOST_TEST(town.database.value("SELECT SUM(forms) FROM web_attempt WHERE source = UNHEX('" + source + "')") == "1");
}

BOOST_AUTO_TEST_CASE(only_the_web_server_counts_forms)
{
    Client kiosk(Town::instance().kiosk);
    BOOST_CHECK_THROW(countForm(kiosk, office, most), NotAllowed);
}

BOOST_AUTO_TEST_SUITE_END()
