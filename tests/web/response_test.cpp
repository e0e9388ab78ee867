#include "booking-cgi/response.h"
#include <boost/test/unit_test.hpp>

using namespace accueil::web;

BOOST_AUTO_TEST_SUITE(response)

BOOST_AUTO_TEST_CASE(every_answer_carries_the_protective_headers)
{
    const std::string text = cgiText(Response::page(200, "<p>é</p>"), false);
    BOOST_TEST(text.starts_with("Status: 200 OK\r\n"));
    for (const char* header : {"Content-Type: text/html; charset=utf-8\r\n", "Content-Length: 9\r\n",
                               "Cache-Control: no-store\r\n",
                               "Content-Security-Policy: default-src 'none'; style-src 'self'; img-src "
                               "'self' data:; form-action 'self'; "
                               "frame-ancestors 'none'; base-uri 'none'\r\n",
                               "X-Content-Type-Options: nosniff\r\n", "Referrer-Policy: no-referrer\r\n"})
        BOOST_TEST(text.find(header) != std::string::npos, header);
    BOOST_TEST(text.ends_with("\r\n\r\n<p>é</p>"));
}

BOOST_AUTO_TEST_CASE(a_head_has_the_length_but_no_body)
{
    const std::string text = cgiText(Response::page(404, "0123456789"), true);
    BOOST_TEST(text.find("Content-Length: 10\r\n") != std::string::npos);
    BOOST_TEST(text.ends_with("\r\n\r\n"));
}

BOOST_AUTO_TEST_CASE(a_redirection_says_where)
{
    const std::string text = cgiText(Response::seeOther("/rendez-vous/who?hold=x"), false);
    BOOST_TEST(text.starts_with("Status: 303 See Other\r\n"));
    BOOST_TEST(text.find("Location: /rendez-vous/who?hold=x\r\n") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
