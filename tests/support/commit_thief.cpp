#include "tests/support/commit_thief.h"
#include <arpa/inet.h>
#include <array>
#include <poll.h>
#include <stdexcept>
#include <string_view>
#include <sys/socket.h>
#include <unistd.h>
#include <vector>

namespace accueil::test
{
namespace
{
constexpr int pollMs = 50; // how soon the end of the test is noticed

sockaddr_in loopback(int port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

sockaddr* plain(sockaddr_in& address)
{
    return reinterpret_cast<sockaddr*>(&address);
}

/// One read from `from` to `to`. @return what was read; empty when the connection is over
std::string pass(int from, int to)
{
    std::array<char, 65536> buffer{};
    const auto length = ::recv(from, buffer.data(), buffer.size(), 0);
    if (length <= 0) return {};
    std::string text(buffer.data(), static_cast<std::size_t>(length));
    if (to >= 0) ::send(to, text.data(), text.size(), MSG_NOSIGNAL);
    return text;
}
} // namespace

CommitThief::CommitThief(const std::string& host) : serverPort_(std::stoi(host.substr(host.rfind(':') + 1)))
{
    listener_ = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address = loopback(0);
    socklen_t length = sizeof address;
    if (::bind(listener_, plain(address), length) != 0 || ::listen(listener_, 16) != 0 ||
        ::getsockname(listener_, plain(address), &length) != 0)
        throw std::runtime_error("cannot listen");
    port_ = ntohs(address.sin_port);
    thread_ = std::jthread([this](const std::stop_token& stop) { accept(stop); });
}

CommitThief::~CommitThief()
{
    thread_.request_stop();
    thread_.join();
    ::close(listener_);
}

std::string CommitThief::host() const
{
    return "127.0.0.1:" + std::to_string(port_);
}

void CommitThief::accept(const std::stop_token& stop)
{
    std::vector<std::jthread> connections;
    while (!stop.stop_requested()) {
        pollfd ready{listener_, POLLIN, 0};
        if (::poll(&ready, 1, pollMs) != 1) continue;
        const int client = ::accept(listener_, nullptr, nullptr);
        if (client >= 0) connections.emplace_back([this, client, stop] { forward(client, stop); });
    }
}

void CommitThief::forward(int client, const std::stop_token& stop)
{
    const int server = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address = loopback(serverPort_);
    bool open = ::connect(server, plain(address), sizeof address) == 0;
    while (open && !stop.stop_requested()) {
        std::array<pollfd, 2> ready{pollfd{client, POLLIN, 0}, pollfd{server, POLLIN, 0}};
        if (::poll(ready.data(), ready.size(), pollMs) <= 0) continue;
        if (ready[1].revents) open = !pass(server, client).empty();
        if (!open || !ready[0].revents) continue;
        const std::string sent = pass(client, -1);
        open = !sent.empty();
        const Cut cut = sent.find("COMMIT") != std::string::npos ? cut_.exchange(Cut::never) : Cut::never;
        if (open && cut != Cut::before) ::send(server, sent.data(), sent.size(), MSG_NOSIGNAL);
        if (cut == Cut::after) pass(server, -1); // the server has done it: its answer stays here
        if (cut != Cut::never) open = false;
    }
    ::close(server);
    ::close(client);
}
} // namespace accueil::test
