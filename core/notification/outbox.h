// core/notification/outbox.h - the mail daemon's side of the table `mail`: neither lost nor doubled.
//
// A mail is leased by a row that is written; only its owner may send it, and only while the lease lasts.
// Whoever ends without a word (a kill, a cable) leaves leases behind: the same owner frees them at its next
// start, others wait for their end. So the lease must outlast the slowest answer of a mail server.
#pragma once
#include "core/notification/message.h"
#include "core/notification/notice.h"
#include "core/store/connection.h"
#include <optional>
#include <string>
#include <vector>

namespace accueil
{
/// A mail in this daemon's hands, with all that writing it needs. Personal data: never logged.
struct LeasedMail
{
    MailId id;
    int revision = 0; ///< of the appointment when the mail was ordered
    int copy = 1, attempts = 0;
    Instant createdAt;

    SiteId site;                  ///< 0: the appointment was erased
    std::string appointmentState; ///< the appointment's own: "booked", "cancelled" …
    Language language = Language::fr;
    NoticeFacts notice; ///< as the appointment is now
    MailFacts mail;
    std::string email;
};

/// Why it would be wrong to send this mail now: a word for the row ("cancelled", "too_late" …), or nothing.
/// @param now  on the site's wall clock
std::optional<std::string> reasonToDrop(const LeasedMail& mail, const LocalTime& now);

/// The same for every attempt, so that a mail which arrives twice is seen to be one. With its angle brackets.
std::string messageId(const LeasedMail& mail, const std::string& domain);

/// How long to wait after so many refusals: a minute, doubling to an hour. Nothing: enough is enough (some
/// four days).
std::optional<std::chrono::seconds> retryDelay(int attempts);

class Outbox
{
public:
    enum class Outcome { sent, failed, dropped, retry };

    /// @param owner  the same after a restart, different from every other daemon's; at most 64 characters
    /// @param lease  longer than the slowest answer of the mail server
    Outbox(store::Connection& connection, std::string owner, std::chrono::seconds lease);

    /// What is due and is now this daemon's, at most `most` new ones; one mail of an appointment at a time.
    /// After an error the answer may be lost: call freeAll() before the next lease().
    std::vector<LeasedMail> lease(int most);
    /// Begins the lease anew. @return false: it is another's now and must not be sent
    bool renew(MailId mail);
    /// @param error  a code for the row, never an address; empty for `sent`
    /// @param delay  of `retry`
    /// May be repeated after an error. @return false: the row was another's, or was already told
    bool record(MailId mail, Outcome outcome, const std::string& error = {}, std::chrono::seconds delay = {});
    /// Gives all leases of this owner back. @return how many
    int freeAll();

private:
    store::Connection& connection_;
    const std::string owner_;
    const int leaseSeconds_;
};
} // namespace accueil
