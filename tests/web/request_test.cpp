#include "booking-cgi/request.h"
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <cstring>
#include <map>

using namespace accueil;
using namespace accueil::web;
namespace data = boost::unit_test::data;

namespace
{
using Variables = std::map<std::string, std::string>;

Request read(Variables variables, const std::string& body = {}, const std::string& base = "/rendez-vous")
{
    std::size_t at = 0;
    const RequestSource source{
        [&](const char* name) { return variables[name]; },
        [&](char* into, std::size_t most) {
            const std::size_t piece = std::min({most, body.size() - at, std::size_t(7)}); // in small pieces
            std::memcpy(into, body.data() + at, piece);
            at += piece;
            return piece;
        }};
    return readRequest(source, base);
}

Variables get(const std::string& path)
{
    return {{"REQUEST_METHOD", "GET"}, {"SCRIPT_NAME", "/rendez-vous"}, {"PATH_INFO", path}};
}

Variables post(std::size_t length, const std::string& type = "application/x-www-form-urlencoded")
{
    return {{"REQUEST_METHOD", "POST"},
            {"SCRIPT_NAME", "/rendez-vous"},
            {"PATH_INFO", "/hold"},
            {"CONTENT_TYPE", type},
            {"CONTENT_LENGTH", std::to_string(length)}};
}

struct PathCase
{
    const char *script, *info, *path;
};
std::ostream& operator<<(std::ostream& out, const PathCase& path)
{
    return out << path.script << " + " << path.info;
}

struct Refusal
{
    const char* name;
    Variables variables;
    std::string body;
    int status;
};
std::ostream& operator<<(std::ostream& out, const Refusal& refusal)
{
    return out << refusal.name;
}

Variables changed(Variables variables, const std::string& name, const std::string& value)
{
    variables[name] = value;
    return variables;
}

struct Accepted
{
    const char* header;
    std::optional<Language> language;
};
std::ostream& operator<<(std::ostream& out, const Accepted& accepted)
{
    return out << accepted.header;
}
} // namespace

BOOST_AUTO_TEST_SUITE(border)

BOOST_DATA_TEST_CASE(servers_split_the_path_differently,
                     data::make(std::vector<PathCase>{{"/rendez-vous", "", "/"},
                                                      {"/rendez-vous", "/", "/"},
                                                      {"/rendez-vous", "/when", "/when"},
                                                      {"/rendez-vous/when", "", "/when"},
                                                      {"", "/rendez-vous/when/", "/when"},
                                                      {"/rendez-vous", "/rdv/ABC.ics", "/rdv/ABC.ics"}}))
{
    auto variables = get(sample.info);
    variables["SCRIPT_NAME"] = sample.script;
    BOOST_TEST(read(variables).path == sample.path);
}

BOOST_AUTO_TEST_CASE(a_form_is_read_in_pieces)
{
    const std::string body = "start=2026-11-26T08%3A30&token=" + std::string(66, 'a');
    const Request request = read(
        changed(post(body.size()), "CONTENT_TYPE", "Application/X-WWW-form-urlencoded; charset=UTF-8"), body);
    BOOST_TEST((request.method == Method::post));
    BOOST_TEST(request.form.one("start") == "2026-11-26T08:30");
    BOOST_TEST(request.form.one("token").size() == 66U);
}

BOOST_DATA_TEST_CASE(
    what_is_wrong_has_its_status,
    data::make(std::vector<Refusal>{
        {"another method", changed(get("/"), "REQUEST_METHOD", "DELETE"), "", 405},
        {"no method", changed(get("/"), "REQUEST_METHOD", ""), "", 405},
        {"another folder", changed(get("/"), "SCRIPT_NAME", "/autre"), "", 404},
        {"a neighbour of the folder", changed(get("x"), "SCRIPT_NAME", "/rendez-vous"), "", 404},
        {"a query of 9 KB", changed(get("/"), "QUERY_STRING", std::string(9000, 'a')), "", 414},
        {"a broken query", changed(get("/"), "QUERY_STRING", "a=%"), "", 400},
        {"a form without length", changed(post(0), "CONTENT_LENGTH", ""), "", 411},
        {"a length in words", changed(post(0), "CONTENT_LENGTH", "ten"), "", 400},
        {"a negative length", changed(post(0), "CONTENT_LENGTH", "-1"), "", 400},
        {"a form of 17 KB", post(17 * 1024), std::string(17 * 1024, 'a'), 413},
        {"a form that was cut off", post(30), "a=1", 400},
        {"a file", post(3, "multipart/form-data; boundary=x"), "a=1", 415},
        {"JSON", post(3, "application/json"), "{}", 415}}))
{
    BOOST_CHECK_EXCEPTION(read(sample.variables, sample.body), BadRequest,
                          [&](const BadRequest& e) { return e.status() == sample.status; });
}

BOOST_DATA_TEST_CASE(the_browser_says_its_languages,
                     data::make(std::vector<Accepted>{{"nl-BE,nl;q=0.9,fr;q=0.8", Language::nl},
                                                      {"fr;q=0.3, de;q=0.7", Language::de},
                                                      {"es, it;q=0.9, en-GB;q=0.1", Language::en},
                                                      {"fr;q=0, nl;q=0.001", Language::nl},
                                                      {"*", {}},
                                                      {"", {}},
                                                      {"es", {}},
                                                      {";;;,,,q=", {}}}))
{
    BOOST_TEST((preferredLanguage(sample.header) == sample.language));
}

BOOST_AUTO_TEST_SUITE_END()
