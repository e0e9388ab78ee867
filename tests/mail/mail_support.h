// tests/mail/mail_support.h - a mail server that keeps what it gets, and a town with mails to send.
#pragma once
#include "tests/support/child_process.h"
#include "tests/support/private_database.h"
#include "tests/support/temporary_folder.h"
#include <functional>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace accueil::test
{
/// waitFor() for what takes several programs, on a machine that may be busy with other things.
void patiently(const std::string& what, const std::function<bool()>& happened);

/// A port of this machine on which nobody listens now, above those that the kernel gives away by itself.
int freePort();

/// tests/mail/smtp_catcher.py: see there for its steps and holds.
class MailCatcher
{
public:
    struct Options
    {
        int port = 0;     ///< 0: a free one
        bool tls = false; ///< offers STARTTLS with a certificate of its own for `name`
        std::string name = "localhost";
        std::string user = {}, password = {};
        std::string refuseMail = {}; ///< answer to every MAIL
        std::vector<std::string> holds = {};
    };

    MailCatcher() : MailCatcher(Options{}) {}
    explicit MailCatcher(const Options& options); ///< listens when this returns

    int port() const { return port_; }
    std::string certificate() const { return folder_.path() / "cert.pem"; }
    /// "[smtp]\nhost = …\n…" of a configuration file. @param more  further lines of the section
    std::string settings(const std::string& more = {}) const;

    std::vector<std::string> events() const;   ///< every step so far, one line each
    int holds() const;                         ///< how many holds were reached
    void go() const;                           ///< ends the present hold
    std::vector<std::string> accepted() const; ///< Message-IDs in order, repeated ones too
    void waitForAccepted(std::size_t count) const;
    std::string message(std::size_t number) const; ///< the Nth accepted, from 1, as it came

private:
    TemporaryFolder folder_;
    int port_;
    std::unique_ptr<ChildProcess> server_;
};

/// One appointment with its person and one mail, written as the booking would.
struct Ordered
{
    std::string kind = "confirmation", language = "fr", state = "booked";
    std::string email = "camille@exemple.be", firstName = "Camille", lastName = "Exemple";
    std::string day = "2026-11-26";
    int start = 510;
};

/// A database with Verviers' catalogue on a Tuesday morning (08:40 in Verviers), and an account for the
/// daemon.
class MailTown
{
public:
    MailTown();

    void clear() const; ///< no appointment, no mail

    PrivateDatabase database;
    long long order(const Ordered& what = {}) const; ///< @return the mail's id
    void orderMany(int count) const;                 ///< confirmations of as many appointments
    std::string state(long long mail) const;         ///< of the mail's row
    std::string value(long long mail, const std::string& column) const;
    /// @param more  sections beside [database]
    std::string config(const std::string& more) const;

private:
    std::string password_;
};

/// One town for all cases of a test program, empty at the beginning of each.
struct CleanTown
{
    CleanTown();
    MailTown& town;
};

/// accueil-maild with this configuration.
class MailDaemonProcess
{
public:
    explicit MailDaemonProcess(const std::string& config);
    ChildProcess& process() { return process_; }
    std::string log() const { return contents(folder_.path() / "log"); }
    void waitForLog(const std::string& id) const;

private:
    TemporaryFolder folder_;
    ChildProcess process_;
};
} // namespace accueil::test
