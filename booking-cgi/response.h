// booking-cgi/response.h - what goes back to the browser.
#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace accueil::web
{
struct Response
{
    int status = 200;
    std::string type = "text/html; charset=utf-8";
    std::string body;
    std::string caching = "no-store"; ///< pages carry seeds and tokens: nothing between us keeps them
    std::vector<std::pair<std::string, std::string>> headers;

    static Response page(int status, std::string html);
    /// 303: the browser goes there with GET, so that a reload repeats nothing.
    static Response seeOther(std::string location);
    Response& with(std::string header, std::string value);
    const std::string* header(std::string_view name) const; ///< null when there is none
};

/// The CGI answer: status, our security headers, a blank line, and the body unless `headOnly`.
std::string cgiText(const Response& response, bool headOnly);
} // namespace accueil::web
