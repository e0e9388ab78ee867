#include "booking-cgi/request.h"
#include <algorithm>
#include <charconv>

namespace accueil::web
{
namespace
{
Method methodOf(const std::string& text)
{
    if (text == "GET") return Method::get;
    if (text == "HEAD") return Method::head;
    if (text == "POST") return Method::post;
    throw BadRequest(405, "method not allowed");
}

/// Servers split the path differently into SCRIPT_NAME and PATH_INFO; together they are the whole.
std::string pathBelow(const RequestSource& source, const std::string& basePath)
{
    const std::string whole = source.variable("SCRIPT_NAME") + source.variable("PATH_INFO");
    if (!whole.starts_with(basePath)) throw BadRequest(404, "not below web.path");
    std::string path = whole.substr(basePath.size());
    if (path.empty()) return "/";
    if (path.front() != '/') throw BadRequest(404, "not below web.path");
    if (path.size() > 1 && path.back() == '/') path.pop_back();
    return path;
}

std::size_t bodyLength(const RequestSource& source)
{
    const std::string text = source.variable("CONTENT_LENGTH");
    std::size_t length = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), length);
    if (text.empty()) throw BadRequest(411, "no length");
    if (error != std::errc{} || end != text.data() + text.size())
        throw BadRequest(400, "the length is not a number");
    if (length > maxBody) throw BadRequest(413, "the body is too large");
    return length;
}

std::string readBody(const RequestSource& source)
{
    std::string body(bodyLength(source), '\0');
    std::size_t have = 0;
    while (have < body.size()) {
        const std::size_t got = source.readBody(body.data() + have, body.size() - have);
        if (got == 0) throw BadRequest(400, "the body is shorter than its length");
        have += got;
    }
    return body;
}

bool isForm(const std::string& contentType)
{
    const std::string type = contentType.substr(0, contentType.find_first_of("; "));
    constexpr std::string_view form = "application/x-www-form-urlencoded";
    return std::equal(type.begin(), type.end(), form.begin(), form.end(),
                      [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a - 'A' + 'a' : a) == b; });
}

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    return text;
}

/// Thousandths of ";q=0.8"; 1000 without one.
int quality(std::string_view parameters)
{
    const auto at = parameters.find("q=");
    if (at == std::string_view::npos) return 1000;
    int thousandths = 0, weight = 1000;
    for (const char c : parameters.substr(at + 2)) {
        if (c == '.') continue;
        if (c < '0' || c > '9' || weight == 0) break;
        thousandths += (c - '0') * weight;
        weight /= 10;
    }
    return thousandths;
}
} // namespace

Request readRequest(const RequestSource& source, const std::string& basePath)
{
    Request request;
    request.acceptLanguage = source.variable("HTTP_ACCEPT_LANGUAGE").substr(0, 256);
    request.method = methodOf(source.variable("REQUEST_METHOD"));
    request.path = pathBelow(source, basePath);
    const std::string query = source.variable("QUERY_STRING");
    if (query.size() > maxQuery) throw BadRequest(414, "the query is too long");
    request.query = Fields::parse(query);
    if (request.method == Method::post) {
        if (!isForm(source.variable("CONTENT_TYPE"))) throw BadRequest(415, "not a form");
        request.form = Fields::parse(readBody(source));
    }
    return request;
}

std::optional<Language> preferredLanguage(std::string_view acceptLanguage)
{
    std::optional<Language> best;
    int bestQuality = 0;
    while (!acceptLanguage.empty()) {
        const auto item = acceptLanguage.substr(0, acceptLanguage.find(','));
        acceptLanguage.remove_prefix(std::min(acceptLanguage.size(), item.size() + 1));
        const auto semicolon = item.find(';');
        const auto language = parseLanguage(trimmed(item.substr(0, semicolon)));
        const int wanted = semicolon == std::string_view::npos ? 1000 : quality(item.substr(semicolon));
        if (language && wanted > bestQuality) {
            best = language;
            bestQuality = wanted;
        }
    }
    return best;
}
} // namespace accueil::web
