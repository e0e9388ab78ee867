// tests/web/browser.h - asks the program for pages as a browser does, without a web server.
#pragma once
#include "booking-cgi/app.h"
#include "tests/web/scripted_town.h"
#include <boost/test/unit_test.hpp>
#include <regex>

namespace accueil::test
{
struct Browser
{
    ScriptedService service;
    web::App app{service, {"/rendez-vous", std::string(40, 's'), ""}};
    std::string acceptLanguage = "fr";

    web::Response get(const std::string& address) { return app.respond(request(web::Method::get, address)); }
    web::Response post(const std::string& address, const web::Fields& form)
    {
        web::Request asked = request(web::Method::post, address);
        asked.form = form;
        return app.respond(asked);
    }
    /// Where a 303 leads.
    web::Response follow(const web::Response& response) { return get(*response.header("Location")); }

    web::Request request(web::Method method, std::string address) const
    {
        if (address.starts_with("/rendez-vous")) address = address.substr(12);
        web::Request asked;
        asked.method = method;
        asked.acceptLanguage = acceptLanguage;
        const auto question = address.find('?');
        asked.path = address.substr(0, question);
        if (question != std::string::npos) asked.query = web::Fields::parse(address.substr(question + 1));
        return asked;
    }

    // the usual way
    static constexpr const char* dates = "/when?p=POP-EID%3A1&lang=fr";

    /// The hidden inputs of the dates page, with one start pressed.
    web::Fields choose(const std::string& start, const std::string& page = dates)
    {
        web::Fields form = hidden(get(page).body);
        form.add("start", start);
        return form;
    }
    /// Holds a place. @return the page that asks who is coming
    web::Response hold(const std::string& start = "2026-11-26T08:30")
    {
        const auto answer = post("/hold?lang=fr", choose(start));
        BOOST_REQUIRE_EQUAL(answer.status, 303);
        return follow(answer);
    }

    static std::string unescaped(std::string text)
    {
        for (const auto& [name, letter] :
             {std::pair{"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&apos;", "'"}, {"&amp;", "&"}})
            for (std::size_t at = 0; (at = text.find(name, at)) != std::string::npos; ++at)
                text.replace(at, std::string_view(name).size(), letter);
        return text;
    }
    static web::Fields hidden(const std::string& html)
    {
        static const std::regex input("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\"");
        web::Fields fields;
        for (std::sregex_iterator found(html.begin(), html.end(), input), end; found != end; ++found)
            fields.add((*found)[1], unescaped((*found)[2]));
        return fields;
    }
};

inline const web::Fields camille{{"last_name", "Exemple"},
                                 {"first_name", "Camille"},
                                 {"birth_day", "14"},
                                 {"birth_month", "3"},
                                 {"birth_year", "1958"},
                                 {"email", "camille@exemple.be"},
                                 {"email_again", "camille@exemple.be"},
                                 {"phone", "0470 12 34 56"},
                                 {"mail_language", "fr"}};

/// The same fields with some others instead.
inline web::Fields with(const web::Fields& fields, const web::Fields& others)
{
    web::Fields all;
    for (const auto& [name, value] : fields) all.add(name, others.has(name) ? others.one(name) : value);
    for (const auto& [name, value] : others)
        if (!fields.has(name)) all.add(name, value);
    return all;
}

inline web::Fields together(web::Fields a, const web::Fields& b)
{
    a.append(b);
    return a;
}

inline bool says(const web::Response& response, const std::string& words)
{
    return response.body.find(words) != std::string::npos;
}
} // namespace accueil::test
