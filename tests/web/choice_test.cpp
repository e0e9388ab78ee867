#include "booking-cgi/choice.h"
#include "tests/web/scripted_town.h"
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

using namespace accueil;
using namespace accueil::web;
using Problem = Choice::Problem;

namespace
{
struct Wish
{
    const char* query;
    Problem problem;
    const char* canonical;
    int services;
};
std::ostream& operator<<(std::ostream& out, const Wish& wish)
{
    return out << wish.query;
}
} // namespace

BOOST_AUTO_TEST_SUITE(choice)

BOOST_DATA_TEST_CASE(what_the_pages_hand_on,
                     boost::unit_test::data::make(std::vector<Wish>{
                         {"p=POP-EID:2", Problem::none, "p=POP-EID%3A2", 1},
                         {"p=POP-EID&n.POP-EID=3", Problem::none, "p=POP-EID%3A3", 1},
                         {"p=POP-EID", Problem::none, "p=POP-EID%3A1", 1},
                         {"p=POP-MOVE:1&p=POP-EID:1", Problem::none, "p=POP-EID%3A1&p=POP-MOVE%3A1", 1},
                         {"p=POP-EID:1&p=POP-EID:2", Problem::none, "p=POP-EID%3A2", 1},
                         {"p=POP-EID:99", Problem::none, "p=POP-EID%3A4", 1},
                         {"p=POP-EID:-3", Problem::none, "p=POP-EID%3A1", 1},
                         {"p=POP-EID:two", Problem::none, "p=POP-EID%3A1", 1},
                         {"", Problem::nothing, "", 0},
                         {"p=NIX:1&p=", Problem::nothing, "", 0},
                         {"p=POP-EID:1&p=CIV-MARRIAGE:1", Problem::none,
                          "p=POP-EID%3A1&p=CIV-MARRIAGE%3A1", 2},
                         {"p=POP-EID:1&p=CIV-MARRIAGE:1&p=PPC-PASSPORT:1", Problem::threeServices,
                          "p=POP-EID%3A1&p=CIV-MARRIAGE%3A1&p=PPC-PASSPORT%3A1", 0},
                         {"p=CIV-DEATH:1", Problem::notOnline, "p=CIV-DEATH%3A1", 0}}))
{
    const Catalogue offer = test::scriptedCatalogue();
    Request request;
    request.query = Fields::parse(sample.query);
    const Choice choice = Choice::from(offer, request);
    BOOST_TEST((choice.problem == sample.problem));
    BOOST_TEST(choice.fields(offer).encoded() == sample.canonical);
    if (sample.problem == Problem::none)
        BOOST_TEST(static_cast<int>(partsOf(offer, choice.wanted).size()) == sample.services);
}

BOOST_AUTO_TEST_CASE(a_start_reads_back)
{
    const auto start = parseStart("2026-11-26T08:30");
    BOOST_REQUIRE(start);
    BOOST_TEST(startText(*start) == "2026-11-26T08:30");
    for (const char* broken : {"", "T", "2026-11-26", "2026-02-30T08:30", "2026-11-26T25:00",
                               "2026-11-26 08:30", "x2026-11-26T08:30"})
        BOOST_TEST(!parseStart(broken), broken);
}

BOOST_AUTO_TEST_SUITE_END()
