#include "booking-cgi/response.h"
#include <string_view>

namespace accueil::web
{
namespace
{
std::string_view reason(int status)
{
    switch (status) {
    case 200:
        return "OK";
    case 303:
        return "See Other";
    case 400:
        return "Bad Request";
    case 404:
        return "Not Found";
    case 405:
        return "Method Not Allowed";
    case 409:
        return "Conflict";
    case 410:
        return "Gone";
    case 411:
        return "Length Required";
    case 413:
        return "Content Too Large";
    case 414:
        return "URI Too Long";
    case 415:
        return "Unsupported Media Type";
    case 422:
        return "Unprocessable Content";
    case 429:
        return "Too Many Requests";
    case 503:
        return "Service Unavailable";
    default:
        return "Internal Server Error";
    }
}

// No script, nothing foreign, no framing; the QR code is a data: picture.
constexpr std::string_view securityHeaders =
    "Content-Security-Policy: default-src 'none'; style-src 'self'; img-src 'self' data:; form-action "
    "'self'; "
    "frame-ancestors 'none'; base-uri 'none'\r\n"
    "X-Content-Type-Options: nosniff\r\n"
    "Referrer-Policy: no-referrer\r\n"
    "Cross-Origin-Opener-Policy: same-origin\r\n"
    "Permissions-Policy: camera=(), geolocation=(), microphone=()\r\n";
} // namespace

Response Response::page(int status, std::string html)
{
    Response response;
    response.status = status;
    response.body = std::move(html);
    return response;
}

Response Response::seeOther(std::string location)
{
    Response response;
    response.status = 303;
    response.type.clear();
    return response.with("Location", std::move(location));
}

Response& Response::with(std::string header, std::string value)
{
    headers.emplace_back(std::move(header), std::move(value));
    return *this;
}

const std::string* Response::header(std::string_view name) const
{
    for (const auto& [key, value] : headers)
        if (key == name) return &value;
    return nullptr;
}

std::string cgiText(const Response& response, bool headOnly)
{
    std::string text = "Status: " + std::to_string(response.status) + " ";
    text.append(reason(response.status)).append("\r\n");
    if (!response.type.empty()) text += "Content-Type: " + response.type + "\r\n";
    text += "Content-Length: " + std::to_string(response.body.size()) + "\r\n";
    text += "Cache-Control: " + response.caching + "\r\n";
    text += securityHeaders;
    for (const auto& [name, value] : response.headers) text += name + ": " + value + "\r\n";
    text += "\r\n";
    return headOnly ? text : text + response.body;
}
} // namespace accueil::web
