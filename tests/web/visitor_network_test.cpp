#include "booking-cgi/visitor_network.h"
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

using namespace accueil::web;

namespace
{
struct Way
{
    const char *peer, *forwardedFor, *network, *why;
};
std::ostream& operator<<(std::ostream& out, const Way& way)
{
    return out << way.why;
}
} // namespace

BOOST_AUTO_TEST_SUITE(visitor_network)

BOOST_DATA_TEST_CASE(
    where_a_visitor_comes_from,
    boost::unit_test::data::make(std::vector<Way>{
        {"192.0.2.7", "", "192.0.2.7", "IPv4 as it is"},
        {"::ffff:192.0.2.7", "", "192.0.2.7", "the same, as a server on IPv6 sees it"},
        {"2001:db8:1:2:3:4:5:6", "", "2001:db8:1:2::/64", "the household of an IPv6 address"},
        {"2001:db8:1:2:ffff::1", "", "2001:db8:1:2::/64", "another address of the same household"},
        {"", "198.51.100.1", "", "no address: a local socket"},
        {"unix:", "198.51.100.1", "", "something that is no address"},
        {"192.0.2.7", "198.51.100.1", "192.0.2.7", "what a visitor claims is not believed"},
        {"10.0.0.1", "198.51.100.1", "198.51.100.1", "what our proxy says is"},
        {"10.0.0.1", "203.0.113.9, 198.51.100.1", "198.51.100.1", "only what our proxy has added itself"},
        {"10.0.0.1", "203.0.113.9, 198.51.100.1,  fd00::2 ", "198.51.100.1", "two proxies of ours"},
        {"fd00::2", "2001:db8:1:2:3::1", "2001:db8:1:2::/64", "a proxy on IPv6"},
        {"10.0.0.1", "", "10.0.0.1", "a proxy that says nothing"},
        {"10.0.0.1", "unknown", "10.0.0.1", "a proxy that says nothing useful"},
        {"10.0.0.1", "10.0.0.1", "10.0.0.1", "a proxy that asks for itself"}}))
{
    BOOST_TEST(visitorNetwork(sample.peer, sample.forwardedFor, {"10.0.0.1", "fd00:0:0::2"}) ==
               sample.network);
}

BOOST_AUTO_TEST_SUITE_END()
