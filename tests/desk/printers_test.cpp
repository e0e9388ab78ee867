// The desk's printers on a real print server.
#include "core/printing/day_list_pdf.h"
#include "core/printing/print_errors.h"
#include "core/printing/visit_sheet_pdf.h"
#include "staff-desktop/service/cups_printers.h"
#include "staff-desktop/ui/pdf_pages.h"
#include "tests/kiosk/print_server.h"
#include <boost/test/unit_test.hpp>

using namespace accueil;
using printing::Paper;

namespace
{
const std::string token = "BCDFGHJKLNPRSTVXBCDF";

printing::VisitSheetText sheetText()
{
    printing::VisitSheetText text;
    text.town = "Ville de Verviers";
    text.when = "Jeudi 26 novembre 2026 à 08:30";
    text.code = token;
    return text;
}

struct Bench
{
    test::PrintServer server;
    CupsPrinters printers{{.sheets = "ticket", .tickets = "ticket", .server = server.address()}};

    void print(Paper paper) { printers.print({paper, visitSheetPdf(sheetText(), paper), "KXTR-BVLN"}); }
};
} // namespace

BOOST_FIXTURE_TEST_SUITE(printers, Bench)

BOOST_AUTO_TEST_CASE(the_sheet_arrives_on_a4_with_a_code_that_can_be_read)
{
    print(Paper::a4);
    BOOST_REQUIRE(server.sheets() == 1u);
    const std::string file = server.lastSheet();
    BOOST_TEST(test::run({"pdfinfo", file}).output.find("(A4)") != std::string::npos);
    test::TemporaryFolder folder;
    const std::string image = (folder.path() / "page").string();
    test::run({"pdftoppm", "-r", "203", "-mono", "-singlefile", file, image});
    BOOST_TEST(test::run({"zbarimg", "--nodbus", "-q", "--raw", image + ".pbm"}).output == token + "\n");
    BOOST_TEST(server.lastOptions().find("media=A4") != std::string::npos, server.lastOptions());
    BOOST_TEST(server.lastOptions().find("KXTR-BVLN") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(the_roll_gets_a_page_of_its_own_length)
{
    print(Paper::roll);
    BOOST_REQUIRE(server.sheets() == 1u);
    BOOST_TEST(server.lastOptions().find("media=Custom.80x") != std::string::npos, server.lastOptions());
}

BOOST_AUTO_TEST_CASE(paper_that_has_run_out_is_told_apart_from_silence)
{
    server.printer("paper");
    BOOST_CHECK_THROW(print(Paper::a4), printing::PaperOut);
    server.printer("fail");
    BOOST_CHECK_THROW(print(Paper::a4), PrintFailed);
    server.printer("ok");
    print(Paper::a4);
    BOOST_TEST(server.sheets() == 1u); // not what was given up before
}

BOOST_AUTO_TEST_CASE(a_post_without_a_printer_says_so_and_never_takes_another)
{
    const CupsPrinters none{{.sheets = {}, .tickets = "ticket", .server = server.address()}};
    BOOST_TEST(!none.has(Paper::a4));
    BOOST_TEST(none.has(Paper::roll));
    printers = none;
    BOOST_CHECK_THROW(print(Paper::a4), PrintFailed);
    BOOST_TEST(server.sheets() == 0u);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(pages)

BOOST_AUTO_TEST_CASE(a_file_becomes_pictures_and_words)
{
    const PdfPages pages(visitSheetPdf(sheetText(), Paper::a4).pdf);
    BOOST_TEST(pages.count() == 1);
    BOOST_TEST(std::abs(pages.sizeMm(0).first - 210) < 0.1);
    BOOST_TEST(pages.text(0).find("Jeudi 26 novembre") != std::string::npos);
    const auto picture = pages.draw(0, 420);
    BOOST_TEST(picture.width == 420);
    BOOST_TEST(picture.height == 594);
    BOOST_REQUIRE(picture.rgb.size() == 420u * 594u * 3u);
    BOOST_TEST(static_cast<int>(picture.rgb.front()) == 255); // paper is white
    BOOST_TEST(std::ranges::count(picture.rgb, 0) > 1000);    // and something stands on it
}

BOOST_AUTO_TEST_CASE(what_is_no_pdf_is_refused)
{
    BOOST_CHECK_THROW(PdfPages("hello"), std::runtime_error);
}

BOOST_AUTO_TEST_SUITE_END()
