#include "fake_desk.h"
#include "staff-desktop/logic/import_presenter.h"
#include "staff-desktop/logic/import_report.h"
#include "tests/support/temporary_folder.h"
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>

using namespace accueil;
using namespace std::chrono_literals;

namespace
{
constexpr const char* header = "date;heure;démarche;nom;prénom;naissance;courriel;guichet\n";

struct ImportFixture : DeskFixture
{
    test::TemporaryFolder folder;
    std::vector<PrintDocument> printed;
    ImportPresenter presenter{desk,
                              [this](PrintDocument document) { printed.push_back(std::move(document)); }};

    void read(const std::string& lines)
    {
        presenter.read(folder.write("old.csv", header + lines));
        tasks.finishAll();
    }
    /// Lines 2 to 4; the third has an impossible day.
    void readThree()
    {
        read("26/11/2026;08:30;POP-EID;Exemple;Ada;14/03/1958;;\n"
             "26/11/2026;08:40;POP-EID;Modèle;Bob;;;\n"
             "31/11/2026;08:50;POP-EID;Patron;Cyd;1/2/80;;\n");
    }
    void rest()
    {
        clock.advance(500ms);
        presenter.tick();
        tasks.finishAll();
    }
    const ImportState::Row& row(std::size_t at) const { return presenter.state().rows->at(at); }
    std::string lines() const
    {
        std::string all;
        const auto rows = presenter.state().rows;
        for (const auto& row : *rows) all += std::to_string(row.line) + " ";
        return all;
    }
    std::string problemOf(const std::string& bytes)
    {
        presenter.read(folder.write("other.csv", bytes));
        tasks.finishAll();
        return presenter.state().problem;
    }
};
} // namespace

BOOST_FIXTURE_TEST_SUITE(import, ImportFixture)

BOOST_AUTO_TEST_CASE(a_file_that_cannot_be_used_is_one_clear_sentence)
{
    presenter.read(folder.path() / "nowhere.csv");
    tasks.finishAll();
    BOOST_TEST(presenter.state().problem == "There is no such file. Please choose it again.");
    BOOST_TEST(problemOf("") == "This file is empty.");
    BOOST_TEST(problemOf(std::string("PK\x03\x04\0\0", 6)) ==
               "This is no CSV file. Open it in the spreadsheet program and save it as \"CSV UTF-8\".");
    BOOST_TEST(problemOf("date;nom\n") == "The first line of this file must name its columns. These are "
                                          "missing: Time, First name, Procedure or service.");
    BOOST_TEST((presenter.state().stage == ImportState::Stage::empty));
    BOOST_TEST(problemOf(header) == "");
    BOOST_TEST(presenter.state().nothing == "There are no lines in this file.");
    BOOST_TEST(desk.link.up());
}

BOOST_AUTO_TEST_CASE(a_dry_run_shows_each_line_and_what_is_wrong_with_it)
{
    readThree();
    const auto state = presenter.state();
    BOOST_TEST(state.summary == "2 to import · 1 to correct");
    BOOST_TEST(state.import == "Import 2 appointments");
    BOOST_TEST(state.unused == "Columns that are left aside: guichet");
    BOOST_TEST(row(0).cells[0] == "Thu 26.11.2026");
    BOOST_TEST(row(0).cells[2] == "Exemple Ada");
    BOOST_TEST(row(0).verdict == "Good.");
    BOOST_TEST(row(2).cells[0] == "31/11/2026");
    BOOST_TEST((row(2).wrong == ImportState::date));
    BOOST_TEST(row(2).verdict == "Date: This day does not exist. Write it as 26/11/2026.");
    BOOST_TEST((row(2).tone == Tone::wrong));
    BOOST_TEST(!row(2).canChoose);
    BOOST_TEST(town.count("importPlanned") == 0);
}

BOOST_AUTO_TEST_CASE(a_line_is_corrected_in_place_and_tried_when_the_typing_rests)
{
    readThree();
    presenter.filter(ImportState::Filter::wrong);
    BOOST_TEST(lines() == "4 ");
    presenter.choose(4);
    BOOST_TEST(presenter.state().form->texts[0] == "31/11/2026");
    BOOST_TEST(presenter.state().form->problems[0] == "This day does not exist. Write it as 26/11/2026.");
    const auto before = town.count("planImport");
    presenter.correct("date", "30/11/202");
    presenter.correct("date", "30/11/2026");
    BOOST_TEST(presenter.state().form->problems[0] == "");
    BOOST_TEST(tasks.waiting() == 0u);
    rest();
    BOOST_TEST(town.count("planImport") == before + 1);
    BOOST_TEST(town.planned.back() == std::vector{4});
    BOOST_TEST(lines() == "4 "); // it stays while one is on it
    BOOST_TEST(row(0).cells[0] == "Mon 30.11.2026");
    BOOST_TEST(presenter.state().import == "Import 3 appointments");
    presenter.choose(0);
    BOOST_TEST(presenter.state().nothing == "No line is left here. Well done.");
}

BOOST_AUTO_TEST_CASE(a_column_that_the_file_lacks_can_be_filled)
{
    readThree();
    presenter.choose(3);
    presenter.correct("phone", "087 00 00 01");
    rest();
    BOOST_TEST(presenter.state().form->texts[7] == "087 00 00 01");
    presenter.choose(2);
    BOOST_TEST(presenter.state().form->texts[7] == "");
    BOOST_TEST(presenter.state().import == "Import 2 appointments");
}

BOOST_AUTO_TEST_CASE(lines_are_left_out_one_by_one_or_all)
{
    readThree();
    presenter.take(2, false);
    presenter.take(4, true); // cannot be used
    BOOST_TEST(row(0).verdict == "Left out.");
    BOOST_TEST(presenter.state().import == "Import 1 appointment");
    presenter.takeAll(false);
    BOOST_TEST(presenter.state().import == "");
    presenter.takeAll(true);
    BOOST_TEST(presenter.state().import == "Import 2 appointments");
}

BOOST_AUTO_TEST_CASE(options_are_tried_at_once)
{
    readThree();
    presenter.setOptions({.outsideHours = true, .sendMails = false});
    tasks.finishAll();
    BOOST_TEST(town.lastOptions.outsideHours);
    const auto before = town.count("planImport");
    presenter.setOptions({.outsideHours = true, .sendMails = true});
    BOOST_TEST(tasks.waiting() == 0u);
    presenter.import();
    tasks.finishAll();
    BOOST_TEST(town.lastOptions.sendMails);
    BOOST_TEST(town.count("planImport") == before + 1);
}

BOOST_AUTO_TEST_CASE(what_is_imported_has_its_reference_and_the_rest_waits)
{
    town.answers[3].warnings = {ImportWarning::noBirthDate};
    readThree();
    BOOST_TEST(row(1).verdict ==
               "No date of birth: the kiosk does not find this person, the reception does.");
    presenter.import();
    BOOST_TEST((presenter.state().stage == ImportState::Stage::importing));
    tasks.finishAll();
    BOOST_TEST(town.written.back() == (std::vector{2, 3}));
    const auto state = presenter.state();
    BOOST_TEST(state.said == "2 appointments are imported.");
    BOOST_TEST(state.summary == "2 imported · 1 to correct");
    BOOST_TEST(row(0).verdict == "Imported: KXTR-BVLN.");
    presenter.choose(2);
    BOOST_TEST(!presenter.state().form->canEdit);
    BOOST_TEST(state.withoutBirthDate == "Print 1 without date of birth");
    presenter.printWithoutBirthDate();
    BOOST_TEST(printed.at(0).draw().pdf.starts_with("%PDF"));
}

BOOST_AUTO_TEST_CASE(a_long_list_goes_in_pieces_and_stops_between_them)
{
    std::string all;
    for (int i = 0; i < 50; ++i)
        all += "26/11/2026;08:30;POP-EID;Exemple;N" + std::to_string(i) + ";14/03/1958;;\n";
    read(all);
    presenter.import();
    tasks.finishOne();
    tasks.finishOne();
    BOOST_TEST(presenter.state().progress == "20 of 50 lines");
    BOOST_TEST(presenter.state().progressTotal == 50);
    presenter.stop();
    tasks.finishAll();
    BOOST_TEST(presenter.state().said ==
               "Stopped: 40 appointments are imported. The others can follow at any time.");
    BOOST_TEST(presenter.state().import == "Import 10 appointments");
    presenter.import();
    tasks.finishAll();
    BOOST_TEST(town.written.back().size() == 10u);
    BOOST_TEST(presenter.state().import == "");
}

BOOST_AUTO_TEST_CASE(a_loss_in_the_middle_goes_on_with_the_same_piece)
{
    std::string all;
    for (int i = 0; i < 30; ++i)
        all += "26/11/2026;08:30;POP-EID;Exemple;N" + std::to_string(i) + ";14/03/1958;;\n";
    read(all);
    town.failures["importPlanned"] = {nullptr, std::make_exception_ptr(ConnectionLost("gone", 2013))};
    presenter.import();
    tasks.finishAll();
    BOOST_TEST((presenter.state().stage == ImportState::Stage::importing));
    BOOST_TEST(presenter.state().problem ==
               "No connection at the moment. What you typed is kept. It goes on by itself.");
    restoreLink();
    tasks.finishAll();
    BOOST_TEST(presenter.state().said == "30 appointments are imported.");
    BOOST_REQUIRE(town.runs.size() == 3u);
    BOOST_TEST(town.runs[1] == town.runs[2]);
    BOOST_TEST(town.written.size() == 2u);
}

BOOST_AUTO_TEST_CASE(a_file_read_during_a_loss_is_tried_when_somebody_answers)
{
    town.loseNext("planImport");
    readThree();
    BOOST_TEST(presenter.state().rows->size() == 3u);
    BOOST_TEST(!presenter.state().canImport);
    restoreLink();
    tasks.finishAll();
    BOOST_TEST(presenter.state().canImport);
    BOOST_TEST(presenter.state().problem == "");
}

BOOST_AUTO_TEST_CASE(the_report_names_nobody_and_is_its_owners)
{
    readThree();
    presenter.import();
    tasks.finishAll();
    const std::filesystem::path file = folder.path() / "report.csv";
    presenter.saveReport(file);
    tasks.finishAll();
    BOOST_TEST(presenter.state().said == "The report is saved. It names nobody.");
    std::ifstream stream(file);
    const std::string text{std::istreambuf_iterator<char>(stream), {}};
    BOOST_TEST(text.find("\"2\";\"Imported\";\"2026-11-26\";\"08:30\";\"Population\";\"KXTR-BVLN\"") !=
                   std::string::npos,
               text);
    BOOST_TEST(text.find("\"4\";\"To correct\"") != std::string::npos);
    BOOST_TEST(text.find("Exemple") == std::string::npos);
    BOOST_TEST((std::filesystem::status(file).permissions() ==
                (std::filesystem::perms::owner_read | std::filesystem::perms::owner_write)));
    presenter.saveReport(folder.path() / "nowhere" / "report.csv");
    tasks.finishAll();
    BOOST_TEST((presenter.state().saidTone == Tone::look));
}

BOOST_AUTO_TEST_CASE(without_birth_date_are_those_who_come_in_order_of_time)
{
    read("27/11/2026;08:30;POP-EID;Tard;Ada;;;\n"
         "26/11/2026;08:40;POP-EID;Tôt;Bob;;;\n"
         "26/11/2026;08:40;POP-EID;Date;Cyd;14/03/1958;;\n");
    const ImportSheet sheet(readCsvTable(folder.path() / "old.csv"), *town.town, desk.today());
    const auto text = withoutBirthDate(desk.messages(), *town.town, sheet.rows(),
                                       town.planImport(sheet.rows(), {}), desk.today());
    BOOST_REQUIRE(text.lines.size() == 2u);
    BOOST_TEST(text.lines[0].name == "Tôt Bob");
    BOOST_TEST(text.title == "Appointments without date of birth");
}

BOOST_AUTO_TEST_SUITE_END()
