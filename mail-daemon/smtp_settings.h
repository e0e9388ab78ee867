// mail-daemon/smtp_settings.h - which mail server, and how careful to be with it.
#pragma once
#include "core/base/config.h"
#include <chrono>
#include <cstdint>
#include <string>

namespace accueil::maild
{
struct SmtpSettings
{
    enum class Tls {
        opportunistic, ///< STARTTLS when the server offers it; with a user, never without
        required,      ///< and the server's name and certificate must be right
        none,          ///< plain, even the password: for a relay on this machine
    };

    std::string host;
    std::uint16_t port = 25;
    std::string user, password; ///< empty: the server wants none
    Tls tls = Tls::opportunistic;
    std::string ca;    ///< file of the certificate authority; empty: the system's
    std::string hello; ///< the name with which we greet; empty: this machine's

    /// The longest wait for one answer; for the answer to a whole message twice that (RFC 5321, 4.5.3.2).
    std::chrono::seconds timeout{300};

    /// From the moment the server is told that a message follows, its fate is known after so long at the
    /// most.
    std::chrono::seconds longestDelivery() const;

    /// Reads smtp.*. @throws ConfigError
    static SmtpSettings from(const Config& config);
};
} // namespace accueil::maild
