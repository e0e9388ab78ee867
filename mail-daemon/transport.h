// mail-daemon/transport.h - the mail server, as the loop sees it.
#pragma once
#include <functional>
#include <stdexcept>
#include <string>

namespace accueil::maild
{
/// What the mail server made of one mail.
struct Delivery
{
    enum class Kind {
        accepted,  ///< it is the server's now
        temporary, ///< try again later
        permanent, ///< it will never be taken
        notOurs,   ///< the lease was gone before anything was sent
    };
    Kind kind = Kind::accepted;
    std::string code; ///< "smtp.451", "smtp.lost": for the row and the log, never an address
};

/// No mail at all can go out now; no mail is to blame. `what()` is a code: "smtp.connect", "smtp.tls",
/// "smtp.530".
class TransportDown : public std::runtime_error
{
public:
    using std::runtime_error::runtime_error;
};

/// One connection to one mail server, kept from mail to mail. One thread, except interrupt().
class MailTransport
{
public:
    struct Mail
    {
        std::string from, to; ///< bare addresses
        std::string data;     ///< the message, CRLF
    };

    virtual ~MailTransport() = default;
    /// Connects, if it is not, up to the point where mails may follow. @throws TransportDown
    virtual void open() = 0;
    /// @param mayStillSend  asked when the server waits for the message: the last moment to give it up. What
    /// it throws
    ///                      passes through, and nothing has been sent then
    /// @throws TransportDown  if the server refuses us, not this mail
    virtual Delivery send(const Mail& mail, const std::function<bool()>& mayStillSend) = 0;
    virtual void close() noexcept = 0;
    /// From another thread: ends a wait for the server, but not while it has a message half read, unless
    /// `even` then.
    virtual void interrupt(bool evenInMessage) noexcept = 0;
};
} // namespace accueil::maild
