// booking-cgi/visitor_network.h - where a request comes from, as far as the brake needs it.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace accueil::web
{
/// An IPv4 address, or the /64 of an IPv6 one (one household has it whole); "" where there is no address.
/// @param peer          REMOTE_ADDR
/// @param forwardedFor  X-Forwarded-For: believed only as far as a proxy of ours has written it
/// @param proxies       addresses of web.proxy
std::string visitorNetwork(const std::string& peer, std::string_view forwardedFor,
                           const std::vector<std::string>& proxies);
} // namespace accueil::web
