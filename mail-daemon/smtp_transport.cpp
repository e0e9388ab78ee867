#include "mail-daemon/smtp_transport.h"
#include "core/base/errors.h"
#include <Poco/Exception.h>
#include <Poco/Net/DNS.h>
#include <Poco/Net/MailStream.h>
#include <Poco/Net/NetException.h>
#include <Poco/Net/NetSSL.h>
#include <Poco/Net/SMTPClientSession.h>
#include <Poco/Net/SSLException.h>
#include <Poco/Net/SecureStreamSocket.h>
#include <Poco/Timespan.h>
#include <sstream>
#include <vector>

namespace accueil::maild
{
namespace
{
using std::chrono::seconds;

constexpr seconds longestConnect{30};
constexpr seconds longestFarewell{5};

Poco::Timespan timespan(seconds duration)
{
    return {duration.count(), 0};
}

std::string codeOf(int status)
{
    return status == 0 ? "smtp.lost" : "smtp." + std::to_string(status);
}

/// "250-STARTTLS" or "250 AUTH PLAIN LOGIN": whether a line offers `word`, also as a parameter of `keyword`.
bool offers(const std::string& capabilities, const std::string& keyword, const std::string& parameter = {})
{
    std::istringstream lines(capabilities);
    for (std::string line; std::getline(lines, line);) {
        std::istringstream words(line.size() > 4 ? line.substr(4) : "");
        std::string word;
        if (!(words >> word) || word != keyword) continue;
        if (parameter.empty()) return true;
        while (words >> word)
            if (word == parameter) return true;
    }
    return false;
}

/// Where to connect. An address is taken as it is: POCO's resolve() would look for its name, and fail without one.
std::vector<Poco::Net::IPAddress> addressesOf(const std::string& host)
{
    Poco::Net::IPAddress literal;
    if (Poco::Net::IPAddress::tryParse(host, literal)) return {literal};
    return Poco::Net::DNS::hostByName(host).addresses();
}

/// Dots doubled, and the one that ends the message.
std::string onTheWire(const std::string& data)
{
    std::ostringstream wire;
    Poco::Net::MailOutputStream lines(wire);
    lines << data;
    lines.close();
    return wire.str();
}
} // namespace

/// POCO's session, with its steps one by one: the outbox must be asked between RCPT and DATA.
class SmtpSession : public Poco::Net::SMTPClientSession
{
public:
    SmtpSession(const Poco::Net::StreamSocket& wire, seconds timeout) : SMTPClientSession(wire)
    {
        wait(timeout);
    }

    void wait(seconds timeout)
    {
        socket().setReceiveTimeout(timespan(timeout));
        socket().setSendTimeout(timespan(timeout));
    }

    std::string hello(const std::string& name)
    {
        std::string capabilities;
        login(name, capabilities);
        return capabilities;
    }

    /// @return the status; 0 if the server went away
    int command(const std::string& text)
    {
        std::string answer;
        return sendCommand(text, answer);
    }

    void encrypt(const std::string& host, const Poco::Net::Context::Ptr& context, seconds timeout)
    {
        // Assigning drops what was read in plain text after the answer: nobody can smuggle a command in.
        socket() = Poco::Net::SecureStreamSocket::attach(socket(), host, context);
        wait(timeout);
    }

    void authenticate(const std::string& capabilities, const std::string& user, const std::string& password)
    {
        if (offers(capabilities, "AUTH", "PLAIN"))
            loginUsingPlain(user, password);
        else if (offers(capabilities, "AUTH", "LOGIN"))
            loginUsingLogin(user, password);
        else
            loginUsingCRAMMD5(user, password);
    }

    /// After the server's 354. @return the status of the whole message
    int message(const std::string& data, seconds timeout)
    {
        const auto deadline = std::chrono::steady_clock::now() + timeout;
        for (std::string_view rest = data; !rest.empty();) {
            if (std::chrono::steady_clock::now() > deadline) throw Poco::TimeoutException();
            const auto sent =
                socket().sendBytes(rest.data(), static_cast<int>(std::min<std::size_t>(rest.size(), 16384)));
            if (sent <= 0) return 0;
            rest.remove_prefix(static_cast<std::size_t>(sent));
        }
        wait(timeout * 2);
        std::string answer;
        return socket().receiveStatusMessage(answer);
    }
};

SmtpTransport::SmtpTransport(SmtpSettings settings) : settings_(std::move(settings))
{
    using Poco::Net::Context;
    Poco::Net::initializeSSL();
    if (settings_.tls == SmtpSettings::Tls::none) return;
    const bool verify = settings_.tls == SmtpSettings::Tls::required;
    try {
        context_ = new Context(Context::TLS_CLIENT_USE, "", "", verify ? settings_.ca : "",
                               verify ? Context::VERIFY_STRICT : Context::VERIFY_NONE, 9,
                               verify && settings_.ca.empty());
    } catch (const Poco::Exception&) {
        throw ConfigError("smtp.ca: the file of the certificate authority cannot be used");
    }
}

SmtpTransport::~SmtpTransport()
{
    close();
    context_.reset();
    Poco::Net::uninitializeSSL();
}

void SmtpTransport::open()
{
    if (session_) return;
    std::string why;
    try {
        session_ = std::make_unique<SmtpSession>(connect(), settings_.timeout);
        greet(*session_);
        return;
    } catch (const Poco::Net::SMTPException& e) {
        why = codeOf(e.code());
    } catch (const Poco::TimeoutException&) {
        why = "smtp.timeout";
    } catch (const Poco::Net::SSLException&) {
        why = "smtp.tls";
    } catch (const Poco::Exception&) {
        why = "smtp.connect";
    } catch (const TransportDown& e) {
        why = e.what();
    }
    drop();
    throw TransportDown(why);
}

Poco::Net::StreamSocket SmtpTransport::connect()
{
    for (const auto& address : addressesOf(settings_.host)) {
        Poco::Net::StreamSocket wire;
        try {
            wire.connect({address, settings_.port}, timespan(std::min(settings_.timeout, longestConnect)));
        } catch (const Poco::Exception&) {
            continue; // the next address of the same name
        }
        const std::lock_guard lock(mutex_);
        if (interrupted_) throw TransportDown("smtp.interrupted");
        wire_ = wire;
        return wire;
    }
    throw TransportDown("smtp.connect");
}

void SmtpTransport::greet(SmtpSession& session)
{
    const std::string name = settings_.hello.empty() ? Poco::Net::DNS::hostName() : settings_.hello;
    std::string capabilities = session.hello(name);
    if (context_ && encrypt(session, capabilities))
        capabilities = session.hello(name); // the first answer was not safe
    if (!settings_.user.empty()) session.authenticate(capabilities, settings_.user, settings_.password);
}

bool SmtpTransport::encrypt(SmtpSession& session, const std::string& capabilities)
{
    if (!offers(capabilities, "STARTTLS")) {
        // A password never travels in plain text unless smtp.tls = none says so.
        if (settings_.tls == SmtpSettings::Tls::required || !settings_.user.empty())
            throw TransportDown("smtp.no_tls");
        return false;
    }
    if (const int status = session.command("STARTTLS"); status != 220) throw TransportDown(codeOf(status));
    session.encrypt(settings_.host, context_, settings_.timeout);
    return true;
}

Delivery SmtpTransport::send(const Mail& mail, const std::function<bool()>& mayStillSend)
{
    open();
    try {
        return converse(mail, mayStillSend);
    } catch (const Poco::Exception&) {
        drop();
        return {Delivery::Kind::temporary, "smtp.lost"};
    } catch (...) {
        drop();
        throw;
    }
}

Delivery SmtpTransport::converse(const Mail& mail, const std::function<bool()>& mayStillSend)
{
    session_->wait(settings_.timeout);
    int status = session_->command("MAIL FROM:<" + mail.from + ">");
    if (status / 100 == 5)
        throw TransportDown(codeOf(status)); // it refuses us: every other mail would fare the same
    if (status / 100 == 2) status = session_->command("RCPT TO:<" + mail.to + ">");
    if (status / 100 != 2) return refused(status);
    if (!mayStillSend()) {
        endMail(status);
        return {Delivery::Kind::notOurs, ""};
    }
    inMessage(true);
    status = session_->command("DATA");
    if (status == 354) status = session_->message(onTheWire(mail.data), settings_.timeout);
    inMessage(false);
    if (status / 100 != 2) return refused(status);
    return {Delivery::Kind::accepted, ""};
}

/// The connection may serve the next mail, unless the server goes.
void SmtpTransport::endMail(int status)
{
    if (status == 0 || status == 421 || session_->command("RSET") / 100 != 2) drop();
}

Delivery SmtpTransport::refused(int status)
{
    endMail(status);
    return {status / 100 == 5 ? Delivery::Kind::permanent : Delivery::Kind::temporary, codeOf(status)};
}

void SmtpTransport::close() noexcept
{
    try {
        if (session_) {
            session_->wait(longestFarewell);
            session_->close(); // says QUIT
        }
    } catch (...) { // it was gone already
    }
    drop();
}

/// Without a farewell: POCO's session would wait for an answer to its QUIT even where nobody answers any
/// more.
void SmtpTransport::drop() noexcept
{
    hangUp();
    session_.reset();
    const std::lock_guard lock(mutex_);
    wire_.reset();
    inMessage_ = false;
}

void SmtpTransport::hangUp() noexcept
{
    const std::lock_guard lock(mutex_);
    try {
        if (wire_) wire_->shutdown();
    } catch (const Poco::Exception&) { // it was gone already
    }
}

void SmtpTransport::inMessage(bool yes)
{
    const std::lock_guard lock(mutex_);
    if (yes && interrupted_) throw TransportDown("smtp.interrupted");
    inMessage_ = yes;
}

void SmtpTransport::interrupt(bool evenInMessage) noexcept
{
    {
        const std::lock_guard lock(mutex_);
        interrupted_ = true;
        if (inMessage_ && !evenInMessage) return;
    }
    hangUp();
}
} // namespace accueil::maild
