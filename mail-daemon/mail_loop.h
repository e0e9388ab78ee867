// mail-daemon/mail_loop.h - looks at the outbox, sends what is due, and lives through every absence.
#pragma once
#include "core/notification/outbox.h"
#include "mail-daemon/transport.h"
#include "mail-daemon/writer.h"
#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>

namespace accueil::maild
{
/// Waits that double from one second to half a minute.
class BackOff
{
public:
    std::chrono::milliseconds next();
    void reset() { times_ = 0; }

private:
    int times_ = 0;
};

/// One thread runs run(); any other may stop() it.
class MailLoop
{
public:
    struct Options
    {
        std::chrono::milliseconds poll{2000}; ///< between two looks at an empty outbox
        int batch = 20;                       ///< mails leased at once
        int keepDays = 30;                    ///< people are erased so long after their visit
    };

    MailLoop(store::Connection& connection, Outbox& outbox, MailWriter& writer, MailTransport& transport,
             Options options);

    /// Until stop(). @throws ForeignSchema  when the database is another version's: nothing can be done here
    void run();
    /// Soon: a message that the server is reading is finished first. @param now  not even that
    void stop(bool now = false) noexcept;

private:
    struct Result
    {
        MailId mail;
        Outbox::Outcome outcome = Outbox::Outcome::sent;
        std::string error;
        std::chrono::seconds delay{};
    };

    std::chrono::milliseconds turn();
    bool sendDue();
    void handle(const LeasedMail& mail);
    void deliver(const LeasedMail& mail);
    void refused(const LeasedMail& mail, Delivery::Kind kind, const std::string& code);
    void tell(Result result);
    void settle();
    void keepHouse();
    void releaseHolds();
    void releaseDeskShare();
    void eraseWhatIsOver();
    void giveBack() noexcept;
    bool stopping();
    void wait(std::chrono::milliseconds duration);

    std::chrono::milliseconds away(std::string& known, const char* id, const std::string& code);

    store::Connection& connection_;
    Outbox& outbox_;
    MailWriter& writer_;
    MailTransport& transport_;
    const Options options_;

    std::deque<Result> unsettled_; ///< what happened and the database does not know yet
    bool mustFree_ = true;         ///< leases of ours may stand in the database that nobody here knows of
    std::string smtpTrouble_, databaseTrouble_; ///< codes; empty: it works
    BackOff backOff_;
    std::optional<std::chrono::steady_clock::time_point> houseKept_;
    std::string reportedTrouble_;

    std::mutex mutex_;
    std::condition_variable wake_;
    bool stopping_ = false;
};
} // namespace accueil::maild
