#include "booking-cgi/fields.h"
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

using namespace accueil::web;
namespace data = boost::unit_test::data;

namespace
{
struct Broken
{
    const char* name;
    std::string text;
};
std::ostream& operator<<(std::ostream& out, const Broken& broken)
{
    return out << broken.name;
}
} // namespace

BOOST_AUTO_TEST_SUITE(fields)

BOOST_AUTO_TEST_CASE(names_and_values_keep_their_order)
{
    const Fields fields =
        Fields::parse("p=POP-EID%3A2&p=POP-PIN&q=carte+d%27identit%C3%A9&empty=&bare&&last=1");
    BOOST_TEST(fields.all("p").size() == 2U);
    BOOST_TEST(fields.one("p") == "POP-EID:2");
    BOOST_TEST(fields.one("q") == "carte d'identité");
    BOOST_TEST(fields.has("empty"));
    BOOST_TEST(fields.has("bare"));
    BOOST_TEST(fields.one("nowhere") == "");
}

BOOST_AUTO_TEST_CASE(what_is_encoded_reads_back)
{
    const Fields fields{{"a b", "é&=+%/ü\""}, {"p", "X:1"}};
    const Fields again = Fields::parse(fields.encoded());
    BOOST_TEST(again.one("a b") == "é&=+%/ü\"");
    BOOST_TEST(again.one("p") == "X:1");
}

BOOST_AUTO_TEST_CASE(control_letters_become_blanks)
{
    BOOST_TEST(Fields::parse("a=x%00y%0D%0Az%7F").one("a") == "x y  z ");
}

BOOST_DATA_TEST_CASE(broken_text_is_refused,
                     data::make(std::vector<Broken>{{"half a sequence", "a=%4"},
                                                    {"no hexadecimal digits", "a=%zz"},
                                                    {"a bare percent", "a=100%"},
                                                    {"not UTF-8", "a=%ff"},
                                                    {"overlong UTF-8", "a=%c0%af"},
                                                    {"half a surrogate", "a=%ed%a0%80"},
                                                    {"a name too long", std::string(65, 'n') + "=1"},
                                                    {"a value too long", "a=" + std::string(2001, 'v')}}))
{
    BOOST_CHECK_EXCEPTION(Fields::parse(sample.text), BadRequest,
                          [](const BadRequest& e) { return e.status() == 400; });
}

BOOST_AUTO_TEST_CASE(too_many_fields_are_refused)
{
    std::string text;
    for (int i = 0; i < 200; ++i) text += "a=1&";
    BOOST_CHECK_NO_THROW(Fields::parse(text));
    BOOST_CHECK_THROW(Fields::parse(text + "a=1"), BadRequest);
}

BOOST_AUTO_TEST_SUITE_END()
