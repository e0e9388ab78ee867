// mail-daemon/smtp_transport.h - SMTP with STARTTLS and AUTH, on POCO's sessions.
#pragma once
#include "mail-daemon/smtp_settings.h"
#include "mail-daemon/transport.h"
#include <Poco/Net/Context.h>
#include <Poco/Net/StreamSocket.h>
#include <memory>
#include <mutex>
#include <optional>

namespace accueil::maild
{
class SmtpSession;

/// Opens on the first mail and keeps the connection until close(). Every wait ends: see
/// SmtpSettings::timeout.
class SmtpTransport : public MailTransport
{
public:
    explicit SmtpTransport(SmtpSettings settings); ///< @throws ConfigError  if smtp.ca cannot be read
    ~SmtpTransport() override;

    void open() override;
    Delivery send(const Mail& mail, const std::function<bool()>& mayStillSend) override;
    void close() noexcept override;
    void interrupt(bool evenInMessage) noexcept override;

private:
    Poco::Net::StreamSocket connect();
    void greet(SmtpSession& session);
    bool encrypt(SmtpSession& session, const std::string& capabilities); ///< @return whether it is now
    Delivery converse(const Mail& mail, const std::function<bool()>& mayStillSend);
    Delivery refused(int status);
    void endMail(int status);
    void inMessage(bool yes);
    void drop() noexcept;
    void hangUp() noexcept;

    SmtpSettings settings_;
    Poco::Net::Context::Ptr context_;
    std::unique_ptr<SmtpSession> session_;

    std::mutex mutex_; // guards what interrupt() sees
    std::optional<Poco::Net::StreamSocket> wire_;
    bool inMessage_ = false, interrupted_ = false;
};
} // namespace accueil::maild
