#include "core/printing/ticket_pdf.h"
#include "tests/support/child_process.h"
#include "tests/support/temporary_folder.h"
#include <boost/test/unit_test.hpp>
#include <cmath>
#include <fmt/format.h>
#include <regex>

using namespace accueil;
using namespace accueil::printing;

namespace
{
TicketText sample()
{
    return {.town = "Ville de Verviers",
            .when = "Lundi 23 novembre 2026, 10:31",
            .areaLabel = "Zone d’attente",
            .area = "A",
            .number = "A044",
            .procedures = {"Carte d’identité : remise de la nouvelle carte"},
            .appointment = "Rendez-vous de 10:40",
            .afterwards = "Ensuite : Passeports, zone B, avec le même numéro.",
            .ahead = "2 personnes avant vous",
            .wait = "Attente estimée : 5 à 10 minutes",
            .papersTitle = "Ayez en main :",
            .papers = {"Votre carte d’identité ou titre de séjour", "Le courrier avec vos codes PIN et PUK"},
            .foot = "L’écran et une voix annoncent votre numéro."};
}

/// A sheet as a file, for the programs that read it.
struct File
{
    test::TemporaryFolder folder;
    std::string path;
    explicit File(const Sheet& sheet) : path(folder.write("ticket.pdf", sheet.pdf)) {}

    std::string text() const { return test::run({"pdftotext", "-layout", path, "-"}).output; }
    std::pair<double, double> sizeMm() const
    {
        const std::string info = test::run({"pdfinfo", path}).output;
        std::smatch size;
        BOOST_REQUIRE(std::regex_search(info, size, std::regex(R"(Page size: +([\d.]+) x ([\d.]+) pts)")));
        return {std::stod(size[1]) / 72 * 25.4, std::stod(size[2]) / 72 * 25.4};
    }
    /// Rows of dots of the printer's head, black as 1.
    std::vector<std::string> dots() const
    {
        const std::string image = (folder.path() / "page").string();
        test::run({"pdftoppm", "-r", "203", "-gray", "-singlefile", path, image});
        const std::string pgm = test::contents(image + ".pgm");
        std::smatch head;
        BOOST_REQUIRE(std::regex_search(pgm, head, std::regex(R"(^P5\s+(\d+)\s+(\d+)\s+255\s)")));
        const std::size_t width = std::stoul(head[1]), height = std::stoul(head[2]),
                          begin = static_cast<std::size_t>(head[0].length());
        std::vector<std::string> rows(height, std::string(width, '0'));
        for (std::size_t i = 0; i < width * height; ++i)
            if (static_cast<unsigned char>(pgm[begin + i]) < 128) rows[i / width][i % width] = '1';
        return rows;
    }
};
} // namespace

BOOST_AUTO_TEST_SUITE(ticket_pdf)

BOOST_AUTO_TEST_CASE(everything_on_the_ticket_can_be_read_from_the_file)
{
    const std::string text = File(ticketPdf(sample())).text();
    for (const char* part : {"Ville de Verviers", "Lundi 23 novembre 2026, 10:31", "Zone d’attente", "A044",
                             "Rendez-vous de 10:40", "Ensuite : Passeports, zone B", "2 personnes avant vous", "5 à 10 minutes",
                             "Ayez en main", "– Votre carte d’identité", "annoncent"})
        BOOST_TEST(text.find(part) != std::string::npos, part << " is not in\n" << text);
}

BOOST_AUTO_TEST_CASE(the_page_is_as_long_as_its_words)
{
    const Sheet sheet = ticketPdf(sample());
    auto longer = sample();
    longer.papers.insert(longer.papers.end(), 4, "Un autre document");
    BOOST_TEST(ticketPdf(longer).heightMm > sheet.heightMm + 12);
    const auto [width, height] = File(sheet).sizeMm();
    BOOST_TEST(std::abs(width - 80) < 0.1);
    BOOST_TEST(std::abs(height - sheet.heightMm) < 0.1);
    BOOST_TEST(sheet.heightMm > 80);
    BOOST_TEST(sheet.heightMm < 160);
}

BOOST_AUTO_TEST_CASE(nothing_touches_the_edges_and_five_millimetres_follow_the_last_line)
{
    const auto rows = File(ticketPdf(sample())).dots();
    const std::size_t width = rows.front().size(),
                      edge = 32 + 20; // what the head does not reach, and a margin
    std::size_t last = 0;
    for (std::size_t y = 0; y < rows.size(); ++y) {
        BOOST_TEST(rows[y].substr(0, edge).find('1') == std::string::npos);
        BOOST_TEST(rows[y].substr(width - edge).find('1') == std::string::npos);
        if (rows[y].find('1') != std::string::npos) last = y;
    }
    BOOST_TEST(rows.size() - last >= 40u);
}

BOOST_AUTO_TEST_CASE(the_number_is_sixteen_millimetres_high)
{
    auto only = sample();
    only.number = "HHHH"; // straight letters, to be measured
    const auto rows = File(ticketPdf(only)).dots();
    std::size_t run = 0, longest = 0;
    for (const auto& row : rows) {
        run = static_cast<std::size_t>(std::ranges::count(row, '1')) >= 100 ? run + 1
                                                                            : 0; // four stems of a letter
        longest = std::max(longest, run);
    }
    BOOST_TEST(longest / 203.0 * 25.4 > 15.0);
}

BOOST_AUTO_TEST_CASE(a_narrow_roll_gets_a_smaller_ticket_and_a_long_number_still_fits)
{
    auto text = sample();
    text.number = "A1044";
    const Sheet sheet = ticketPdf(text, 58);
    BOOST_TEST(sheet.widthMm == 58);
    BOOST_TEST(sheet.heightMm < ticketPdf(text, 80).heightMm);
    const auto rows = File(sheet).dots();
    for (const auto& row : rows) {
        BOOST_TEST(row.substr(0, 30).find('1') == std::string::npos);
        BOOST_TEST(row.substr(row.size() - 30).find('1') == std::string::npos);
    }
}

BOOST_AUTO_TEST_CASE(no_papers_no_empty_box)
{
    auto bare = sample();
    bare.papers.clear();
    const std::string text = File(ticketPdf(bare)).text();
    BOOST_TEST(text.find("Ayez en main") == std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
