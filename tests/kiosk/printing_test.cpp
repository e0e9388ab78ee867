#include "tests/kiosk/scripted_town.h"
#include <boost/test/unit_test.hpp>

using namespace accueil;
using namespace accueil::kiosk;
using namespace std::chrono_literals;

namespace
{
constexpr const char* noteYourNumber = "Le ticket ne s’imprime pas. Notez votre numéro\u202f: il suffit.";

struct Desk : Hall
{
    void visit()
    {
        town.byToken[token] = at(9, 0);
        scan();
    }
};
} // namespace

BOOST_FIXTURE_TEST_SUITE(printing_a_ticket, Desk)

BOOST_AUTO_TEST_CASE(a_printer_that_fails_asks_to_note_the_number_and_gives_the_time_to_do_it)
{
    printer.fails = std::make_exception_ptr(PrintFailed("offline"));
    visit();
    wait(6s);
    printing.finishAll();
    const auto& ticket = shows<TicketView>();
    BOOST_TEST(ticket.steps.front().title == noteYourNumber);
    BOOST_TEST(!ticket.printed);
    wait(7s);
    BOOST_TEST(isOn<TicketView>());
    wait(1s);
    BOOST_TEST(isOn<HomeView>());
}

BOOST_AUTO_TEST_CASE(the_supervision_hears_of_the_trouble_and_of_its_end)
{
    printer.fails = std::make_exception_ptr(printing::PaperOut("media-empty"));
    visit();
    printing.finishAll();
    wait(250ms);
    BOOST_TEST(town.troubles.back() == "paper");
    printer.fails = std::make_exception_ptr(PrintFailed("offline"));
    presenter.done();
    wait(4s);
    town.byToken[otherToken] = at(9, 10);
    scan(otherToken);
    printing.finishAll();
    wait(250ms);
    BOOST_TEST(town.troubles.back() == "printer");
    printer.fails = nullptr;
    presenter.done();
    wait(4s);
    town.byToken[token] = at(9, 0);
    scan(token);
    printing.finishAll();
    wait(250ms);
    BOOST_TEST(town.troubles.back().empty());
    BOOST_TEST(shows<TicketView>().printed);
}

BOOST_AUTO_TEST_CASE(a_late_failure_does_not_speak_to_the_next_visitor)
{
    printer.fails = std::make_exception_ptr(PrintFailed("offline"));
    visit();
    wait(8s);
    BOOST_TEST(isOn<HomeView>());
    town.byToken[otherToken] = at(9, 10);
    scan(otherToken);
    printing.finishOne(); // of the first ticket
    BOOST_TEST(shows<TicketView>().printed);
}

BOOST_AUTO_TEST_SUITE_END()
