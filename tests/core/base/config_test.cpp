#include "core/base/config.h"
#include "core/base/csv.h"
#include "core/base/errors.h"
#include "tests/support/temporary_folder.h"
#include <boost/test/unit_test.hpp>
#include <fstream>

using namespace accueil;

namespace
{
struct Folder
{
    test::TemporaryFolder folder;
    std::string write(const std::string& name, const std::string& text) const
    {
        const auto path = folder.path() / name;
        std::ofstream(path) << text;
        return path.string();
    }
};
} // namespace

BOOST_FIXTURE_TEST_SUITE(config, Folder)

BOOST_AUTO_TEST_CASE(values_lists_and_secrets_are_read)
{
    const std::string password = write("password", "p'w; \"x\n");
    const Config read = Config::fromFile(write("a.ini", "[database]\nhosts = one:1, two:2\nuser = \"kiosk-1\"\npassword_file = " +
                                                            password + "\n[kiosk]\npaper_mm = 80\n; a comment\n[mail]\non = no\n[desk]\npost = Poste 1, accueil\n"));
    BOOST_TEST(read.list("database.hosts") == (std::vector<std::string>{"one:1", "two:2"}), boost::test_tools::per_element());
    BOOST_TEST(read.text("database.user") == "kiosk-1");
    BOOST_TEST(read.secret("database.password") == "p'w; \"x");
    BOOST_TEST(read.number("kiosk.paper_mm", 58) == 80);
    BOOST_TEST(read.number("kiosk.missing", 58) == 58);
    BOOST_TEST(!read.flag("mail.on", true));
    BOOST_TEST(read.text("desk.post") == "Poste 1, accueil");
}

BOOST_AUTO_TEST_CASE(what_is_wrong_is_named)
{
    const auto says = [](const char* part) {
        return [part](const ConfigError& e) { return std::string(e.what()).find(part) != std::string::npos; };
    };
    BOOST_CHECK_EXCEPTION(Config::fromFile("/nowhere.ini"), ConfigError, says("/nowhere.ini"));
    const Config read = Config::fromFile(write("a.ini", "[a]\nnumber = many\nflag = maybe\n"));
    BOOST_CHECK_EXCEPTION(read.text("a.text"), ConfigError, says("a.text"));
    BOOST_CHECK_EXCEPTION(read.number("a.number", 1), ConfigError, says("a.number"));
    BOOST_CHECK_EXCEPTION(read.flag("a.flag", true), ConfigError, says("a.flag"));
}

BOOST_AUTO_TEST_CASE(csv_fields_may_hold_commas_quotes_and_lines)
{
    const auto rows = readCsv(write("a.csv", "code,name\r\nA,\"one, \"\"two\"\"\nthree\"\nB,\nC"));
    BOOST_REQUIRE(rows.size() == 3U);
    BOOST_TEST(rows[0].at("name") == "one, \"two\"\nthree");
    BOOST_TEST(rows[1].at("name") == "");
    BOOST_TEST(rows[2].at("name") == "");
    BOOST_CHECK_THROW(readCsv(write("b.csv", "code\nA,B\n")), ConfigError);
    BOOST_CHECK_THROW(readCsv("/nowhere.csv"), ConfigError);
}

BOOST_AUTO_TEST_CASE(tables_of_every_spreadsheet_are_read)
{
    const std::vector<std::string> header{"nom", "prénom"}, fields{"Exemple", "Noé"};
    for (const char* text : {"nom,prénom\nExemple,Noé\n", "nom;prénom\r\nExemple;Noé\r\n", "nom\tprénom\nExemple\tNoé",
                             "\xEF\xBB\xBFnom;prénom;;\nExemple;Noé;;\n;;;\n", "nom;pr\xE9nom\rExemple;No\xE9\r"}) {
        const CsvTable table = readCsvTable(write("table.csv", text));
        BOOST_TEST(std::vector(table.header.begin(), table.header.begin() + 2) == header, text);
        BOOST_REQUIRE(table.lines.size() == 1U);
        BOOST_TEST(table.lines[0].line == 2);
        BOOST_TEST(std::vector(table.lines[0].fields.begin(), table.lines[0].fields.begin() + 2) == fields, text);
    }
    BOOST_CHECK_THROW(readCsvTable(write("none.csv", "")), ConfigError);
}

BOOST_AUTO_TEST_CASE(what_is_no_table_says_why)
{
    using Why = UnreadableCsv::Why;
    const auto because = [](Why why) { return [why](const UnreadableCsv& e) { return e.why() == why; }; };
    BOOST_CHECK_EXCEPTION(readCsvTable("/nowhere.csv"), UnreadableCsv, because(Why::missing));
    BOOST_CHECK_EXCEPTION(readCsvTable("/"), UnreadableCsv, because(Why::missing));
    BOOST_CHECK_EXCEPTION(readCsvTable(write("book.xlsx", std::string("PK\x03\x04\0\0", 6))), UnreadableCsv, because(Why::noText));
    BOOST_CHECK_EXCEPTION(readCsvTable(write("none.csv", "")), UnreadableCsv, because(Why::empty));
    BOOST_CHECK_EXCEPTION(readCsvTable(write("large.csv", std::string((32 << 20) + 1, 'a'))), UnreadableCsv, because(Why::tooLarge));
}

BOOST_AUTO_TEST_CASE(a_line_of_a_table_knows_where_it_stands)
{
    const CsvTable table = readCsvTable(write("lines.csv", "a;b\n1;\"two\nlines\"\n\n2\n3;4;5\n"));
    BOOST_REQUIRE(table.lines.size() == 3U);
    BOOST_TEST(table.lines[0].line == 2);
    BOOST_TEST(table.lines[0].fields[1] == "two\nlines");
    BOOST_TEST(table.lines[1].line == 5);
    BOOST_TEST(table.lines[1].fields.size() == 2U, "what is not there is empty");
    BOOST_TEST(table.lines[2].line == 6);
    BOOST_TEST(table.lines[2].fields.size() == 3U, "too many are for the caller to judge");
}

BOOST_AUTO_TEST_SUITE_END()
