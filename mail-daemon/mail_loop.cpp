#include "mail-daemon/mail_loop.h"
#include "core/base/log.h"
#include "core/people/session.h"
#include "core/store/sql.h"

namespace accueil::maild
{
namespace
{
using Outcome = Outbox::Outcome;
using std::chrono::milliseconds;

constexpr std::chrono::seconds houseEvery{30};
constexpr int holdsAtOnce = 200, peopleAtOnce = 500;

const char* wordOf(MailKind kind)
{
    switch (kind) {
    case MailKind::confirmation:
        return "confirmation";
    case MailKind::reminder:
        return "reminder";
    case MailKind::change:
        return "change";
    case MailKind::cancellation:
        break;
    }
    return "cancellation";
}
} // namespace

milliseconds BackOff::next()
{
    constexpr int longest = 5; // 32 s
    const milliseconds delay{1000 << std::min(times_, longest)};
    ++times_;
    return std::min(delay, milliseconds(30000));
}

MailLoop::MailLoop(store::Connection& connection, Outbox& outbox, MailWriter& writer,
                   MailTransport& transport, Options options)
    : connection_(connection), outbox_(outbox), writer_(writer), transport_(transport), options_(options)
{
}

void MailLoop::run()
{
    while (!stopping()) wait(turn());
    giveBack();
    transport_.close();
}

void MailLoop::stop(bool now) noexcept
{
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    wake_.notify_all();
    transport_.interrupt(now);
}

bool MailLoop::stopping()
{
    const std::lock_guard lock(mutex_);
    return stopping_;
}

void MailLoop::wait(milliseconds duration)
{
    std::unique_lock lock(mutex_);
    wake_.wait_for(lock, duration, [this] { return stopping_; });
}

/// One look at the outbox. @return how long to rest before the next
milliseconds MailLoop::turn()
{
    try {
        settle();
        if (mustFree_) {
            if (const int count = outbox_.freeAll()) log::info("maild.leases.freed", "mails={}", count);
            mustFree_ = false;
        }
        if (!databaseTrouble_.empty()) log::info("maild.database.back", "mails go out again");
        databaseTrouble_.clear();
        keepHouse();
        const bool more = sendDue();
        backOff_.reset();
        return more ? milliseconds(0) : options_.poll;
    } catch (const TransportDown& e) {
        if (stopping()) return {};
        return away(smtpTrouble_, "maild.smtp.away", e.what());
    } catch (const StoreError& e) {
        mustFree_ = true; // an answer may have been lost on the way
        return away(databaseTrouble_, "maild.database.away", std::to_string(e.number()));
    } catch (const ConfigError& e) {
        mustFree_ = true;
        return away(smtpTrouble_, "maild.not_set_up", e.what());
    }
}

/// Says it once, not at every attempt.
milliseconds MailLoop::away(std::string& known, const char* id, const std::string& code)
{
    const auto delay = backOff_.next();
    if (known != code)
        log::warning(id, "no mail goes out and none is lost; trying again by itself: {}", code);
    known = code;
    return delay;
}

/// @return whether more may be due at once
bool MailLoop::sendDue()
{
    const auto mails = outbox_.lease(options_.batch);
    if (mails.empty()) {
        transport_.close();
        return false;
    }
    try {
        for (const auto& mail : mails) {
            if (stopping()) return false;
            handle(mail);
        }
    } catch (const TransportDown&) {
        outbox_.freeAll(); // no mail is to blame: they wait without an attempt more
        throw;
    }
    return true;
}

void MailLoop::handle(const LeasedMail& mail)
{
    std::optional<std::string> pointless = "erased";
    if (mail.site)
        pointless =
            reasonToDrop(mail, writer_.catalogue(mail.site).zone().toLocal(connection_.clock().now()));
    if (!pointless) return deliver(mail);
    log::info("maild.mail.dropped", "mail={} kind={} reason={}", mail.id.value(), wordOf(mail.mail.kind),
              *pointless);
    tell({mail.id, Outcome::dropped, *pointless, {}});
}

void MailLoop::deliver(const LeasedMail& mail)
{
    MailTransport::Mail written;
    try {
        written = writer_.write(mail, connection_.clock().now());
    } catch (const InvalidInput&) {
        return refused(mail, Delivery::Kind::temporary, "content"); // the catalogue may be mended
    }
    transport_.open();
    if (!smtpTrouble_.empty()) log::info("maild.smtp.back", "mails go out again");
    smtpTrouble_.clear();
    const auto delivery = transport_.send(written, [&] { return !stopping() && outbox_.renew(mail.id); });
    switch (delivery.kind) {
    case Delivery::Kind::accepted:
        tell({mail.id, Outcome::sent, "", {}});
        log::info("maild.mail.sent", "mail={} kind={}", mail.id.value(), wordOf(mail.mail.kind));
        return;
    case Delivery::Kind::notOurs:
        return; // another's, or freed when this one stops
    case Delivery::Kind::temporary:
    case Delivery::Kind::permanent:
        return refused(mail, delivery.kind, delivery.code);
    }
}

void MailLoop::refused(const LeasedMail& mail, Delivery::Kind kind, const std::string& code)
{
    const auto delay = kind == Delivery::Kind::temporary ? retryDelay(mail.attempts) : std::nullopt;
    if (delay)
        log::warning("maild.mail.later", "mail={} code={} attempts={} again_in_s={}", mail.id.value(), code,
                     mail.attempts + 1, delay->count());
    else
        log::error("maild.mail.failed", "mail={} code={} attempts={}", mail.id.value(), code,
                   mail.attempts + 1);
    tell({mail.id, delay ? Outcome::retry : Outcome::failed, code, delay.value_or(std::chrono::seconds(0))});
}

/// What the server has accepted must be written before anything else is sent, however long the database is
/// away.
void MailLoop::tell(Result result)
{
    unsettled_.push_back(std::move(result));
    settle();
}

void MailLoop::settle()
{
    while (!unsettled_.empty()) {
        const Result& next = unsettled_.front();
        outbox_.record(next.mail, next.outcome, next.error, next.delay);
        unsettled_.pop_front();
    }
}

void MailLoop::keepHouse()
{
    const auto now = std::chrono::steady_clock::now();
    const std::string trouble = smtpTrouble_.empty() ? "" : "smtp";
    if (houseKept_ && now - *houseKept_ < houseEvery && trouble == reportedTrouble_) return;
    try {
        releaseHolds();
        releaseDeskShare();
        eraseWhatIsOver();
    } catch (const ConnectionLost&) {
        throw;
    } catch (const StoreError& e) { // a fault in the house keeps no mail back
        log::error("maild.house.failed", "error={}", e.number());
    }
    reportAlive(connection_, trouble);
    reportedTrouble_ = trouble;
    houseKept_ = now;
}

void MailLoop::releaseHolds()
{
    const auto released = store::inTx(connection_, [](soci::session& session) {
        return store::one<int>(session, "CALL release_expired_holds(:most)", holdsAtOnce);
    });
    if (released && std::get<0>(*released) > 0)
        log::info("maild.holds.released", "holds={}", std::get<0>(*released));
}

/// From a service's release days on, online booking gets what the desk has not used.
void MailLoop::releaseDeskShare()
{
    const TimeZone& zone = writer_.catalogue(currentDevice(connection_).site).zone();
    const Day today = zone.toLocal(connection_.clock().now()).day;
    const auto released = store::inTx(connection_, [&today](soci::session& session) {
        return store::one<int>(session, "CALL release_desk_share(:today)", today);
    });
    if (released && std::get<0>(*released) > 0) log::info("maild.share.released", "places={}", std::get<0>(*released));
}

/// People are kept for the days that the town chose, counted from the visit.
void MailLoop::eraseWhatIsOver()
{
    const LocalTime now = TimeZone("UTC").toLocal(connection_.clock().now());
    const Day before = now.day - std::chrono::days(options_.keepDays);
    const auto erased = store::inTx(connection_, [&before](soci::session& session) {
        return store::one<int>(session, "CALL erase_what_is_over(:before, :most)", before, peopleAtOnce);
    });
    if (erased && std::get<0>(*erased) > 0) log::info("maild.people.erased", "people={}", std::get<0>(*erased));
}

/// At a clean end others need not wait for our leases.
void MailLoop::giveBack() noexcept
{
    try {
        settle();
        outbox_.freeAll();
    } catch (const std::exception&) { // freed at the next start, or when their time is over
        log::warning("maild.leases.kept", "the database is away; the next start frees them");
    }
}
} // namespace accueil::maild
