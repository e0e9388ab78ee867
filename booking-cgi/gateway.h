// booking-cgi/gateway.h - requests from the web server: FastCGI, or one by plain CGI when started as such.
#pragma once
#include "booking-cgi/request.h"
#include <functional>
#include <string>

namespace accueil::web
{
/// Answers requests one at a time until TERM or INT (the one being answered is finished first), or just one
/// by CGI.
/// @return the program's exit code
int serve(const std::function<std::string(const RequestSource&)>& answer);
} // namespace accueil::web
