// booking-cgi/request.h - one request of a browser, limited and checked at the border.
#pragma once
#include "booking-cgi/fields.h"
#include "core/base/language.h"
#include <functional>

namespace accueil::web
{
enum class Method { get, head, post };

struct Request
{
    Method method = Method::get;
    std::string path = "/"; ///< below web.path: "/", "/when", "/rdv/…"
    Fields query, form;     ///< `form` is empty unless it is a POST
    std::string acceptLanguage;
    std::string network; ///< of the visitor, for the brake only: never shown, kept or logged; may be empty

    /// The form's value where it has one, else the query's.
    std::string either(std::string_view name) const
    {
        return form.has(name) ? form.one(name) : query.one(name);
    }
    std::vector<std::string> all(std::string_view name) const
    {
        return form.has(name) ? form.all(name) : query.all(name);
    }
};

/// Where a request comes from: the variables of CGI and the body.
struct RequestSource
{
    std::function<std::string(const char* name)> variable;             ///< "" where there is none
    std::function<std::size_t(char* into, std::size_t most)> readBody; ///< 0 at the end
};

constexpr std::size_t maxBody = 16 * 1024, maxQuery = 8 * 1024;

/// @param basePath  web.path, without a slash at its end
/// @throws BadRequest  400, 404 (not below web.path), 405, 411, 413, 414, 415
Request readRequest(const RequestSource& source, const std::string& basePath);

/// The first of our languages in the browser's order of preference.
std::optional<Language> preferredLanguage(std::string_view acceptLanguage);
} // namespace accueil::web
