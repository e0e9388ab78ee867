#include "booking-cgi/visitor_network.h"
#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <cstring>
#include <optional>

namespace accueil::web
{
namespace
{
using Address = std::array<unsigned char, 16>; // of IPv6; an IPv4 one is mapped into it

constexpr Address mapped{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF};
constexpr std::size_t mappedBytes = 12;

std::optional<Address> parse(const std::string& text)
{
    Address address = mapped;
    if (inet_pton(AF_INET, text.c_str(), address.data() + mappedBytes) == 1) return address;
    if (inet_pton(AF_INET6, text.c_str(), address.data()) == 1) return address;
    return {};
}

bool isIpv4(const Address& address)
{
    return std::equal(address.begin(), address.begin() + mappedBytes, mapped.begin());
}

std::string networkText(Address address)
{
    constexpr std::size_t household = 8;
    std::array<char, INET6_ADDRSTRLEN> text{};
    if (isIpv4(address)) {
        inet_ntop(AF_INET, address.data() + mappedBytes, text.data(), text.size());
        return text.data();
    }
    std::fill(address.begin() + household, address.end(), static_cast<unsigned char>(0));
    inet_ntop(AF_INET6, address.data(), text.data(), text.size());
    return std::string(text.data()) + "/64";
}

/// The last entry of the list, which is taken off it.
std::string takeLast(std::string_view& list)
{
    const auto comma = list.rfind(',');
    std::string_view last = comma == std::string_view::npos ? list : list.substr(comma + 1);
    list = comma == std::string_view::npos ? std::string_view() : list.substr(0, comma);
    while (!last.empty() && last.front() == ' ') last.remove_prefix(1);
    while (!last.empty() && last.back() == ' ') last.remove_suffix(1);
    return std::string(last);
}
} // namespace

std::string visitorNetwork(const std::string& peer, std::string_view forwardedFor,
                           const std::vector<std::string>& proxies)
{
    auto address = parse(peer);
    if (!address) return {};
    const auto isProxy = [&](const Address& one) {
        return std::any_of(proxies.begin(), proxies.end(),
                           [&](const std::string& proxy) { return parse(proxy) == one; });
    };
    // From the right: each proxy of ours vouches for the one entry that it has added.
    while (isProxy(*address) && !forwardedFor.empty()) {
        const auto before = parse(takeLast(forwardedFor));
        if (!before) break;
        address = before;
    }
    return networkText(*address);
}
} // namespace accueil::web
