// Too many forms from one place: it waits, nobody else does, and nothing typed is lost.
#include "tests/web/browser.h"
#include <cstring>

using namespace accueil;
using namespace accueil::test;

namespace
{
struct Braked : Browser
{
    static constexpr int most = 3;
    web::App limited{service, {"/rendez-vous", std::string(40, 's'), "", most, {"10.0.0.1"}}};

    /// Posts as a web server hands it on. @return the whole CGI answer
    std::string send(const std::string& path, const std::string& body, const std::string& address,
                     const std::string& forwardedFor = {})
    {
        std::map<std::string, std::string> variables{{"REQUEST_METHOD", "POST"},
                                                     {"SCRIPT_NAME", "/rendez-vous"},
                                                     {"PATH_INFO", path},
                                                     {"QUERY_STRING", "lang=fr"},
                                                     {"CONTENT_TYPE", "application/x-www-form-urlencoded"},
                                                     {"CONTENT_LENGTH", std::to_string(body.size())},
                                                     {"REMOTE_ADDR", address},
                                                     {"HTTP_X_FORWARDED_FOR", forwardedFor}};
        std::size_t at = 0;
        return limited.answer({[&](const char* name) { return variables[name]; },
                               [&](char* into, std::size_t wanted) {
                                   const std::size_t piece = std::min(wanted, body.size() - at);
                                   std::memcpy(into, body.data() + at, piece);
                                   at += piece;
                                   return piece;
                               }});
    }
    bool refused(const std::string& answer) const { return answer.starts_with("Status: 429"); }
};
} // namespace

BOOST_FIXTURE_TEST_SUITE(brake, Braked)

BOOST_AUTO_TEST_CASE(the_form_too_many_waits_with_all_that_was_typed)
{
    const auto form = together(hidden(hold().body), camille);
    for (int i = 0; i < most; ++i)
        BOOST_TEST(send("/check", form.encoded(), "192.0.2.7").starts_with("Status: 200"));
    const std::string answer = send("/check", form.encoded(), "192.0.2.7");
    BOOST_TEST(refused(answer));
    BOOST_TEST(answer.find("Retry-After: 120\r\n") != std::string::npos);
    BOOST_TEST(answer.find("Votre saisie est gardée") != std::string::npos);
    BOOST_TEST(answer.find("087 325 240") != std::string::npos, "whom to call");
    BOOST_TEST(answer.find("action=\"/rendez-vous/check?lang=fr\"") != std::string::npos);
    BOOST_TEST(hidden(answer).encoded() == form.encoded(), "the button sends the same form again");
}

BOOST_AUTO_TEST_CASE(neighbours_do_not_wait_and_reading_is_free)
{
    for (int i = 0; i < most; ++i) send("/hold", "", "192.0.2.7");
    BOOST_TEST(refused(send("/hold", "", "192.0.2.7")));
    BOOST_TEST(refused(send("/rdv/BCDFGHJKLNPRSTVXBCDF/cancel", "", "192.0.2.7")), "every form counts");
    BOOST_TEST(!refused(send("/hold", "", "192.0.2.8")));
    BOOST_TEST(get(dates).status == 200);
}

BOOST_AUTO_TEST_CASE(only_our_proxy_is_believed)
{
    for (int i = 0; i < most; ++i) send("/hold", "", "10.0.0.1", "192.0.2.7");
    BOOST_TEST(refused(send("/hold", "", "10.0.0.1", "192.0.2.7")));
    BOOST_TEST(!refused(send("/hold", "", "10.0.0.1", "192.0.2.8")));
    for (int i = 0; i < most; ++i) send("/hold", "", "203.0.113.1", "198.51.100." + std::to_string(i));
    BOOST_TEST(refused(send("/hold", "", "203.0.113.1", "198.51.100.99")));
}

BOOST_AUTO_TEST_CASE(no_address_is_kept)
{
    send("/hold", "", "192.0.2.7");
    BOOST_REQUIRE(service.forms.size() == 1U);
    const std::string source = service.forms.begin()->first;
    BOOST_TEST(source.size() == 32U);
    BOOST_TEST(source.find_first_not_of("0123456789abcdef") == std::string::npos);
    BOOST_TEST(source != web::Signer(std::string(40, 't')).source("192.0.2.7"), "it hangs on the secret");
}

BOOST_AUTO_TEST_CASE(without_a_limit_or_an_address_nothing_is_counted)
{
    web::App free(service, {"/rendez-vous", std::string(40, 's'), "", 0, {}});
    auto asked = request(web::Method::post, "/hold?lang=fr");
    asked.network = "192.0.2.7";
    free.respond(asked);
    send("/hold", "", "");
    BOOST_TEST(service.forms.empty());
}

BOOST_AUTO_TEST_SUITE_END()
