#include "core/printing/print_queue.h"
#include "core/printing/ticket_pdf.h"
#include "tests/kiosk/print_server.h"
#include <boost/test/unit_test.hpp>

using namespace accueil;
using namespace accueil::printing;
using namespace std::chrono_literals;

namespace
{
Sheet sheet()
{
    return ticketPdf({.town = "Ville",
                      .when = "Lundi",
                      .areaLabel = "Zone",
                      .area = "A",
                      .number = "A044",
                      .procedures = {},
                      .appointment = {},
                      .ahead = "Personne",
                      .wait = "peu",
                      .papersTitle = {},
                      .papers = {},
                      .foot = "L’écran"});
}

struct Bench
{
    test::PrintServer server;
    PrintQueue::Settings settings{.queue = "ticket",
                                  .server = server.address(),
                                  .answer = 2000ms,
                                  .deadline = 3000ms,
                                  .patience = 300ms};

    void print() const { PrintQueue(settings).print(sheet(), "A044"); }
    /// The words of the failure.
    std::string failure() const
    {
        try {
            print();
        } catch (const PrintFailed& e) {
            return e.what();
        }
        return {};
    }
    bool nothingWaits() const { return server.command_output({"lpstat", "-o"}).empty(); }
};
} // namespace

BOOST_FIXTURE_TEST_SUITE(print_queue, Bench)

BOOST_AUTO_TEST_CASE(returns_when_the_sheet_is_out)
{
    print();
    BOOST_TEST(server.sheets() == 1u);
    print();
    BOOST_TEST(server.sheets() == 2u);
}

BOOST_AUTO_TEST_CASE(a_wrong_queue_fails_and_prints_on_no_other)
{
    settings.queue = "nowhere";
    const std::string words = failure();
    BOOST_TEST(words.find("does not exist") != std::string::npos, words);
    BOOST_TEST(server.sheets() == 0u);
}

BOOST_AUTO_TEST_CASE(a_queue_that_rejects_says_so)
{
    server.command({"cupsreject", "ticket"});
    BOOST_TEST(failure().find("not accepting jobs") != std::string::npos);
    server.command({"cupsaccept", "ticket"});
    BOOST_TEST(failure().empty()); // and recovers without a restart
}

BOOST_AUTO_TEST_CASE(no_print_server_fails_at_once)
{
    server.stop();
    BOOST_TEST(!failure().empty());
}

BOOST_AUTO_TEST_CASE(paper_that_has_run_out_is_named_and_the_job_is_cancelled)
{
    server.printer("paper");
    BOOST_CHECK_THROW(print(), PaperOut);
    server.printer("ok");
    print();
    BOOST_TEST(nothingWaits());
    BOOST_TEST(server.sheets() == 1u); // not the ticket of somebody who has gone
}

BOOST_AUTO_TEST_CASE(a_printer_that_is_off_fails_at_the_deadline)
{
    server.printer("offline");
    BOOST_TEST(failure().find("offline") != std::string::npos);
    server.printer("ok");
    print();
    BOOST_TEST(server.sheets() == 1u);
}

BOOST_AUTO_TEST_CASE(a_backend_that_gives_up_fails)
{
    server.printer("fail");
    BOOST_TEST(failure().find("job state 8") != std::string::npos); // aborted
}

BOOST_AUTO_TEST_CASE(a_queue_that_stops_fails_and_prints_nothing_later)
{
    server.printer("stop");
    BOOST_TEST(!failure().empty());
    server.printer("ok");
    server.command({"cupsenable", "ticket"});
    print();
    BOOST_TEST(server.sheets() == 1u);
}

BOOST_AUTO_TEST_SUITE_END()
