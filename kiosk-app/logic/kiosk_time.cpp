// The presenter's part that time drives: the clock, the time-outs, and the look at the database.
#include "core/base/log.h"
#include "kiosk-app/logic/faults.h"
#include "kiosk-app/logic/kiosk_presenter.h"

namespace accueil::kiosk
{
namespace
{
using namespace std::chrono_literals;
using std::chrono::seconds;
constexpr auto ticketStays = 8s;
constexpr auto askAfter = 20s;
constexpr auto homeAfter = 30s; // ten seconds after the question
constexpr auto longAnswer = 1s; // then the visitor is told that the kiosk is working
constexpr auto lookEvery = 5s;
constexpr auto longestWait = 10s;
constexpr auto wishLives = 20s; // so long somebody may stand before a kiosk that has lost its database

int wholeSeconds(std::chrono::milliseconds rest)
{
    return std::max(1, static_cast<int>(std::chrono::ceil<seconds>(rest).count()));
}
} // namespace

void KioskPresenter::tick()
{
    const Instant now = parts_.clock.now();
    if (now >= nextLook_ && !looking_) lookAtDatabase();
    if (parts_.voice.speaking()) touched();
    watchIdle(now);
    publish();
}

void KioskPresenter::touched()
{
    touchedAt_ = parts_.clock.now();
    ticketSince_ = touchedAt_;
    secondsToAnswer_ = 0;
}

void KioskPresenter::stay()
{
    touched();
    publish();
}

void KioskPresenter::watchIdle(Instant now)
{
    if (touchedAt_ > now || ticketSince_ > now) touched(); // the server's clock came in: count anew
    if (busy_) return;
    if (auto* page = on<TicketPage>()) {
        const auto rest = ticketStays - (now - ticketSince_);
        if (rest <= 0s) return endVisit();
        page->secondsLeft = wholeSeconds(rest);
        return;
    }
    const auto idle = now - touchedAt_;
    const bool resting = on<HomePage>() || on<AwayPage>();
    if (idle >= homeAfter) {
        touchedAt_ = now;
        const auto* start = on<HomePage>();
        const bool asFound = (on<AwayPage>() || (start && !start->unknownCode)) &&
                             language_ == parts_.firstLanguage && aids_ == Aids{};
        if (!asFound) endVisit();
    } else if (idle >= askAfter && !resting) {
        secondsToAnswer_ = wholeSeconds(homeAfter - idle);
    }
}

void KioskPresenter::lookAtDatabase()
{
    looking_ = true;
    auto site = std::make_shared<KioskSite>();
    parts_.database.run(
        [site, &service = parts_.service, trouble = trouble_] { *site = service.refresh(trouble); },
        [this, site, alive = std::weak_ptr<void>(alive_)](const std::exception_ptr& error) {
            if (alive.expired()) return;
            looking_ = false;
            if (!error)
                databaseAnswered(*site);
            else {
                fault_ = logFault(error, fault_);
                databaseLost();
                if (on<HomePage>()) show(AwayPage{});
            }
            publish();
        });
}

void KioskPresenter::databaseLost()
{
    away_ = true;
    const auto wait = std::min<seconds>(longestWait, seconds(1 << std::min(failures_++, 4)));
    nextLook_ = parts_.clock.now() + wait;
}

void KioskPresenter::databaseAnswered(const KioskSite& site)
{
    const Instant now = parts_.clock.now(); // just set by the server, if the connection is new
    site_ = site;
    failures_ = 0;
    nextLook_ = now + lookEvery;
    if (!away_ && siteKnown_) return;
    if (away_ && siteKnown_) log::info("kiosk.database.back", "the database answers again");
    siteKnown_ = true;
    away_ = false;
    fault_.clear();
    if (!on<AwayPage>()) return;
    if (wish_ && now - wish_->since < wishLives && !busy_)
        fulfil(); // with the same key: if it was done after all, its ticket comes back
    else
        home();
}

void KioskPresenter::publish()
{
    const Messages messages(language_);
    KioskState next{.serial = serial_,
                    .page = kiosk::describe(page_, messages, site_, parts_.around, localNow().day),
                    .language = language_,
                    .aids = aids_,
                    .listening = parts_.voice.speaking(),
                    .frame = frame(messages),
                    .question = question(messages)};
    if (next == state_) return;
    state_ = std::move(next);
    changed_();
}

FrameView KioskPresenter::frame(const Messages& m) const
{
    const bool wayBack = !std::holds_alternative<HomePage>(page_) &&
                         !std::holds_alternative<AwayPage>(page_) &&
                         !std::holds_alternative<TicketPage>(page_);
    return {.town = site_.town.in(language_),
            .time = clockText(localNow().minute),
            .back = wayBack ? m.tr("Back") : "",
            .lower = aids_.lower ? m.tr("Higher") : m.tr("Lower"),
            .contrast = m.tr("Contrast"),
            .larger = m.tr("Larger"),
            .listen = parts_.voice.available() ? m.tr("Listen") : "",
            .up = m.tr("Up"),
            .down = m.tr("Down"),
            .allBelow = m.tr("All the buttons are below.")};
}

std::optional<Question> KioskPresenter::question(const Messages& m) const
{
    if (busy_ && parts_.clock.now() - busySince_ >= longAnswer)
        return Question{.title = m.tr("One moment, please ..."), .text = {}, .stay = {}, .leave = {}};
    if (secondsToAnswer_ == 0) return {};
    return Question{.title = m.tr("Do you need more time?"),
                    .text = m.trn("This page clears in {0} second.", "This page clears in {0} seconds.",
                                  secondsToAnswer_),
                    .stay = m.tr("I need more time"),
                    .leave = m.tr("Done")};
}
} // namespace accueil::kiosk
