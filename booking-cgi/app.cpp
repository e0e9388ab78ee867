#include "booking-cgi/app.h"
#include "booking-cgi/assets.h"
#include "booking-cgi/note_page.h"
#include "booking-cgi/visitor_network.h"
#include "core/base/describe.h"
#include "core/base/log.h"
#include <algorithm>
#include <typeinfo>

namespace accueil::web
{
namespace
{
constexpr std::string_view visits = "/rdv/", files = "/static/";

Language languageOf(const Request& request)
{
    if (const auto chosen = parseLanguage(request.query.one("lang"))) return *chosen;
    if (const auto chosen = parseLanguage(request.form.one("lang"))) return *chosen;
    return preferredLanguage(request.acceptLanguage).value_or(Language::fr);
}

Fields withoutLanguage(const Fields& fields)
{
    Fields others;
    for (const auto& [name, value] : fields)
        if (name != "lang") others.add(name, value);
    return others;
}

struct Page
{
    std::string_view path;
    Response (BookingFlow::*get)(const Visitor&);
    Response (BookingFlow::*post)(const Visitor&);
};

constexpr Page pages[] = {
    {"/", &BookingFlow::what, nullptr},       {"/when", &BookingFlow::when, &BookingFlow::when},
    {"/hold", nullptr, &BookingFlow::hold},   {"/who", &BookingFlow::who, &BookingFlow::who},
    {"/check", nullptr, &BookingFlow::check}, {"/book", nullptr, &BookingFlow::book},
};

/// This source must wait; what it sent is kept for it.
struct TooManyForms
{
};

/// For the log: which page, never which appointment.
std::string_view pageName(const Request& request)
{
    return request.path.starts_with(visits) ? visits.substr(0, visits.size() - 1)
                                            : std::string_view(request.path);
}
} // namespace

App::App(BookingService& service, AppConfig config)
    : service_(service), config_(std::move(config)),
      signer_(config_.secret), kit_{service_, signer_, templates_}, booking_(kit_), visits_(kit_)
{
}

std::string App::answer(const RequestSource& source)
{
    Request request;
    request.acceptLanguage = source.variable("HTTP_ACCEPT_LANGUAGE").substr(0, 256);
    const bool headOnly = source.variable("REQUEST_METHOD") == "HEAD";
    try {
        request = readRequest(source, config_.path);
        request.network = visitorNetwork(source.variable("REMOTE_ADDR"), source.variable("HTTP_X_FORWARDED_FOR"),
                                         config_.proxies);
        return cgiText(respond(request), headOnly);
    } catch (const BadRequest& e) {
        log::info("web.request.refused", "{}: {}", e.status(), e.what());
        Response response = refuse(request, e.status());
        if (e.status() == 405) response.with("Allow", "GET, HEAD, POST");
        return cgiText(response, headOnly);
    }
}

Response App::respond(const Request& request)
{
    try {
        return route(request);
    } catch (const BadRequest& e) {
        Response response = refuse(request, e.status());
        if (e.status() == 405) response.with("Allow", request.method == Method::post ? "GET, HEAD" : "POST");
        return response;
    } catch (const TooManyForms&) {
        return braked(request);
    } catch (const Refused& refused) {
        PageContext page = faultPage(request);
        Note note{refused.why() == Refusal::codeUnknown ? page.m.tr("We cannot find this appointment")
                                                        : page.m.tr("This is not possible"),
                  {sentenceFor(page.m, refused.why())},
                  page.links.to("/"),
                  page.m.tr("Book an appointment"),
                  {},
                  {}};
        return Response::page(statusFor(refused.why()), templates_.render("note", noteView(page, note)));
    } catch (const ConnectionLost& e) {
        log::warning("web.database.away", "no database for {}: {}", pageName(request), e.number());
        return away(request);
    } catch (const StoreError& e) {
        log::error("web.database.failed", "{}: {}", pageName(request), e.what());
        return away(request);
    } catch (const ForeignSchema& e) {
        log::error("web.database.foreign_schema", "found {}, this program needs {}: update one of them",
                   e.found(), e.expected());
        return away(request);
    } catch (const std::exception& e) {
        log::error("web.request.failed", "{}: {}", pageName(request),
                   typeid(e).name()); // its text may hold what was typed
        PageContext page = faultPage(request);
        Note note{page.m.tr("This did not work"),
                  {page.m.tr("Please try again in a minute, or call the reception.")},
                  page.links.to("/"),
                  page.m.tr("Book an appointment"),
                  {},
                  {}};
        return Response::page(500, templates_.render("note", noteView(page, note)));
    }
}

Response App::route(const Request& request)
{
    if (request.path.starts_with(files)) return asset(request);
    if (request.path.starts_with(visits)) return visitRoute(request);
    const auto page = std::find_if(std::begin(pages), std::end(pages),
                                   [&](const Page& p) { return p.path == request.path; });
    if (page == std::end(pages)) throw BadRequest(404, "no such page");
    const auto handler = request.method == Method::post ? page->post : page->get;
    if (!handler) throw BadRequest(405, "not for this page");
    Response response = (booking_.*handler)(welcome(request));
    if (!request.query.has("lang")) response.with("Vary", "Accept-Language");
    return response;
}

Response App::visitRoute(const Request& request)
{
    const bool post = request.method == Method::post;
    std::string_view rest = std::string_view(request.path).substr(visits.size());
    const auto token = parseToken(rest.substr(0, tokenLength));
    if (!token) throw Refused(Refusal::codeUnknown);
    rest.remove_prefix(tokenLength);
    Response response;
    if (rest == "/cancel")
        response = visits_.cancel(welcome(request), *token);
    else if (rest == "/move")
        response = visits_.move(welcome(request), *token);
    else if (post)
        throw BadRequest(405, "not for this page");
    else if (rest.empty())
        response = visits_.show(welcome(request), *token);
    else if (rest == ".ics")
        response = visits_.calendar(welcome(request), *token);
    else
        throw BadRequest(404, "no such page");
    return response.with("X-Robots-Tag", "noindex, nofollow");
}

/// A form is answered with the offer as last seen, so that what was typed can be shown again without a
/// database.
Visitor App::welcome(const Request& request)
{
    PageContext page = faultPage(request);
    try {
        page.catalogue = service_.catalogue();
    } catch (const ConnectionLost&) {
        if (request.method != Method::post || !page.catalogue) throw;
    }
    if (request.method == Method::post) brake(request);
    const LocalTime now = page.catalogue->zone().toLocal(service_.now());
    return {request, std::move(page), now};
}

/// @throws TooManyForms
void App::brake(const Request& request)
{
    if (config_.formsPerTenMinutes == 0 || request.network.empty()) return;
    try {
        service_.countForm(signer_.source(request.network), config_.formsPerTenMinutes);
    } catch (const Refused&) {
        log::info("web.form.braked", "one source sends more forms than web.forms_per_ten_minutes: {}",
                  pageName(request));
        throw TooManyForms();
    } catch (const ConnectionLost&) {
        // The page finds that out as well, and knows what to show.
    }
}

PageContext App::faultPage(const Request& request) const
{
    const Language language = languageOf(request);
    return {Messages(language), Links(config_.path, language),  service_.lastCatalogue(),
            request.path,       withoutLanguage(request.query), config_.url};
}

Response App::asset(const Request& request) const
{
    const Asset* found = findAsset(std::string_view(request.path).substr(1));
    if (!found) throw BadRequest(404, "no such file");
    if (request.method == Method::post) throw BadRequest(405, "not for a file");
    Response response;
    response.type = request.path.ends_with(".css") ? "text/css; charset=utf-8" : "image/svg+xml";
    response.body = found->content;
    const bool current = request.query.one("v") == found->hash;
    response.caching = current ? "public, max-age=31536000, immutable" : "public, max-age=300";
    return response;
}

Response App::refuse(const Request& request, int status)
{
    PageContext page = faultPage(request);
    page.path = "/";
    page.query = {};
    const Messages& m = page.m;
    const bool missing = status == 404 || status == 405;
    Note note{missing ? m.tr("This page does not exist") : m.tr("This is not possible"),
              {missing ? m.tr("Perhaps the address was cut off. Please check it, or begin here.")
                       : m.tr("We could not read this request. Please begin again.")},
              page.links.to("/"),
              m.tr("Book an appointment"),
              {},
              {}};
    return Response::page(status, templates_.render("note", noteView(page, note)));
}

/// What was posted comes back in hidden inputs: the one button sends it again.
Response App::away(const Request& request)
{
    PageContext page = faultPage(request);
    const bool post = request.method == Method::post;
    const std::string address = page.links.to(request.path, page.query);
    Note note{page.m.tr("One moment, please"),    {awaySentence(page.m, post)}, post ? "" : address,
              post ? "" : page.m.tr("Try again"), post ? address : "",          request.form};
    return later(templates_.render("note", noteView(page, note)));
}

/// The same for a source that has to wait.
Response App::braked(const Request& request)
{
    PageContext page = faultPage(request);
    Note note{page.m.tr("One moment, please"),
              {page.m.tr("Many forms have come from your connection. What you typed is kept: please try again "
                         "in a few minutes, or call the reception.")},
              {},
              {},
              page.links.to(request.path, page.query),
              request.form};
    return Response::page(429, templates_.render("note", noteView(page, note))).with("Retry-After", "120");
}
} // namespace accueil::web
