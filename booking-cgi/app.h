// booking-cgi/app.h - from a request to an answer: routes, faults, files.
#pragma once
#include "booking-cgi/booking_flow.h"
#include "booking-cgi/visit_flow.h"

namespace accueil::web
{
struct AppConfig
{
    std::string path; ///< web.path, without a slash at its end
    std::string secret;
    std::string url; ///< web.url; empty: the site's booking address
    int formsPerTenMinutes = 60;      ///< from one source; 0: no brake
    std::vector<std::string> proxies{}; ///< web.proxy
};

/// One thread. GET and HEAD never change anything; every POST that changes something carries a token of ours.
class App
{
public:
    /// @throws ConfigError  for a secret that is too short
    App(BookingService& service, AppConfig config);

    /// The whole answer as CGI wants it. Never throws: what goes wrong becomes a kind page and a log line.
    std::string answer(const RequestSource& source);
    /// The same without the border.
    Response respond(const Request& request);

private:
    Response route(const Request& request);
    Response visitRoute(const Request& request);
    Visitor welcome(const Request& request);
    PageContext faultPage(const Request& request) const;
    Response asset(const Request& request) const;
    void brake(const Request& request);
    Response refuse(const Request& request, int status);
    Response braked(const Request& request);
    Response away(const Request& request);

    BookingService& service_;
    AppConfig config_;
    Signer signer_;
    Templates templates_;
    Kit kit_;
    BookingFlow booking_;
    VisitFlow visits_;
};
} // namespace accueil::web
