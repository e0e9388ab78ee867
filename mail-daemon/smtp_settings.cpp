#include "mail-daemon/smtp_settings.h"
#include "core/base/errors.h"

namespace accueil::maild
{
namespace
{
SmtpSettings::Tls tlsOf(const std::string& word)
{
    if (word == "opportunistic") return SmtpSettings::Tls::opportunistic;
    if (word == "required") return SmtpSettings::Tls::required;
    if (word == "none") return SmtpSettings::Tls::none;
    throw ConfigError("smtp.tls is neither opportunistic nor required nor none");
}
} // namespace

std::chrono::seconds SmtpSettings::longestDelivery() const
{
    return timeout * 5; // DATA, the message (two waits at the most), and twice for its answer
}

SmtpSettings SmtpSettings::from(const Config& config)
{
    SmtpSettings settings;
    settings.host = config.text("smtp.host");
    const int port = config.number("smtp.port", 25);
    if (port < 1 || port > 65535) throw ConfigError("smtp.port is not a port");
    settings.port = static_cast<std::uint16_t>(port);
    settings.user = config.text("smtp.user", "");
    if (!settings.user.empty()) settings.password = config.secret("smtp.password");
    settings.tls = tlsOf(config.text("smtp.tls", "opportunistic"));
    settings.ca = config.text("smtp.ca", "");
    settings.hello = config.text("smtp.hello", "");
    const int timeout = config.number("smtp.timeout_s", 300);
    if (timeout < 1 || timeout > 3600) throw ConfigError("smtp.timeout_s is not between 1 and 3600");
    settings.timeout = std::chrono::seconds(timeout);
    return settings;
}
} // namespace accueil::maild
