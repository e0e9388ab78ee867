#include "core/base/errors.h"
#include "core/notification/qr.h"
#include "tests/support/child_process.h"
#include "tests/support/temporary_folder.h"
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

using namespace accueil;
namespace data = boost::unit_test::data;

namespace
{
const std::string token = "BCDFGHJKLNPRSTVXBCDF";

std::string decoded(const std::string& png)
{
    const test::TemporaryFolder folder;
    const auto outcome =
        test::run({"sh", "-c", "exec zbarimg --quiet --raw -Sdisable -Sqrcode.enable \"$0\" 2>/dev/null",
                   folder.write("code.png", png)}); // it complains of a missing D-Bus
    return outcome.output.substr(0, outcome.output.find('\n'));
}
} // namespace

BOOST_AUTO_TEST_SUITE(qr)

BOOST_AUTO_TEST_CASE(a_check_in_token_makes_the_smallest_code)
{
    BOOST_TEST(QrCode(token).size() == 21);
}

BOOST_DATA_TEST_CASE(
    a_reader_reads_back_what_was_written,
    data::make({std::string("BCDFGHJKLNPRSTVXBCDF"), std::string("KXTR-BVLN"),
                std::string("KXTR BVLN 0123456789"),
                std::string("https://www.verviers.be/rendez-vous/rdv/BCDFGHJKLNPRSTVXBCDF?lang=fr")}) *
        data::make({3, 8, 12}),
    text, pixels)
{
    BOOST_TEST(decoded(QrCode(text).png(pixels)) == text);
}

BOOST_AUTO_TEST_CASE(four_light_modules_surround_the_svg_too)
{
    const auto svg = QrCode(token).svg("Code");
    BOOST_TEST(svg.find(R"(viewBox="0 0 29 29")") != std::string::npos);
    BOOST_TEST(svg.find(R"(<rect width="29" height="29" fill="#fff"/>)") != std::string::npos);
    BOOST_TEST(svg.find("M4 4h7v1h-7z") != std::string::npos); // the corner mark begins after the zone
}

BOOST_AUTO_TEST_CASE(the_label_of_the_svg_is_escaped)
{
    const auto svg = QrCode(token).svg(R"("><script>alert(1)</script>&)");
    BOOST_TEST(svg.find("<script>") == std::string::npos);
    BOOST_TEST(svg.find("&quot;&gt;&lt;script&gt;") != std::string::npos);
    BOOST_TEST(svg.find("&amp;") != std::string::npos);
}

BOOST_DATA_TEST_CASE(nothing_and_too_much_are_refused, data::make({std::string(), std::string(3000, 'x')}),
                     text)
{
    BOOST_CHECK_THROW(QrCode{text}, InvalidInput);
}

BOOST_AUTO_TEST_SUITE_END()
