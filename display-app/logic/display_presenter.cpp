#include "display-app/logic/display_presenter.h"
#include "core/base/describe.h"
#include "core/base/log.h"
#include "display-app/logic/announcement.h"
#include <algorithm>
#include <array>
#include <ranges>

namespace accueil::display
{
namespace
{
using namespace std::chrono_literals;

constexpr auto announcedFor = 60s; ///< after an outage, older calls are shown but no longer announced
constexpr std::array<std::chrono::milliseconds, 5> awayRetries{500ms, 1s, 2s, 4s, 5s};
constexpr auto setUpRetry = 15s;
constexpr auto foreignRetry = 60s; ///< somebody has to install another version first

struct Trouble
{
    Fault fault = Fault::away;
    std::chrono::milliseconds pause{};
    const char* id = "display.database.away";
    std::string forStaff; ///< empty for what passes by itself
    std::string what;
};

Trouble troubleOf(const std::exception_ptr& error, const Messages& messages, std::size_t failures)
{
    const auto refused = [&](const StoreError& e) {
        return Trouble{Fault::setUp, setUpRetry, "display.account.refused",
                       messages.tr("The account of this screen is refused. Please ask the administrator."),
                       e.what()};
    };
    try {
        std::rethrow_exception(error);
    } catch (const ForeignSchema& e) {
        return {Fault::foreign, foreignRetry, "display.schema.foreign", describe(messages, error), e.what()};
    } catch (const AccessDenied& e) {
        return refused(e);
    } catch (const NotAllowed& e) {
        return refused(e);
    } catch (const ConfigError& e) {
        return {Fault::setUp, setUpRetry, "display.setup.wrong", describe(messages, error), e.what()};
    } catch (const std::exception& e) {
        const auto pause = awayRetries[std::min(failures, awayRetries.size() - 1)];
        return {Fault::away, pause, "display.database.away", {}, e.what()};
    }
}
} // namespace

DisplayPresenter::DisplayPresenter(DisplayService& service, TaskRunner& tasks, Announcer& announcer,
                                   const Clock& clock, Settings settings)
    : service_(service), tasks_(tasks), announcer_(announcer), clock_(clock), settings_(settings),
      messages_(settings.first)
{
    known_.startedAt = clock_.now();
    state_ = viewOf(known_, messages_, clock_.now());
}

void DisplayPresenter::tick()
{
    if (!asking_ && (fault_ == Fault::none || clock_.now() >= retryAt_)) ask();
    refresh();
}

void DisplayPresenter::ask()
{
    asking_ = true;
    auto contents = std::make_shared<std::optional<Contents>>();
    const std::string trouble = announcer_.isMute() ? "sound" : "";
    tasks_.run([contents, trouble, &service = service_] { *contents = service.poll(trouble); },
               [this, contents, alive = std::weak_ptr(alive_)](std::exception_ptr error) {
                   if (alive.expired()) return; // the window was closed meanwhile
                   answered(*contents, error);
               });
}

void DisplayPresenter::answered(std::optional<Contents>& contents, const std::exception_ptr& error)
{
    asking_ = false;
    if (error) {
        failed(error);
    } else {
        recovered();
        known_.freshAt = clock_.now();
        if (contents) take(std::move(*contents));
    }
    refresh();
}

void DisplayPresenter::take(Contents contents)
{
    if (!known_.zone || known_.zone->name() != contents.timeZone) known_.zone.emplace(contents.timeZone);
    if (!known_.contents || known_.contents->message != contents.message) known_.messageAt = clock_.now();
    announceNew(contents.calls);
    known_.contents = std::move(contents);
}

void DisplayPresenter::announceNew(const std::vector<ShownCall>& calls)
{
    const bool first = !known_.contents; // what stands there when a screen is switched on is no news
    const auto isNew = [this](const ShownCall& call) {
        const auto before = seen_.find(call.ticket);
        return (before == seen_.end() || before->second < call.callNo) &&
               clock_.now() - call.calledAt <= announcedFor;
    };
    if (!first && !calls.empty() && isNew(calls.front())) {
        const auto& before = known_.contents->calls;
        ++known_.attention;
        known_.movedDown = calls.size() > 1 && !before.empty() && calls[1].ticket == before[0].ticket;
    }
    if (!first)
        for (const auto& call : calls | std::views::reverse | std::views::filter(isNew))
            announcer_.announce(announcementOf(call, settings_.first, settings_.sound, settings_.voice));
    seen_.clear();
    for (const auto& call : calls) seen_[call.ticket] = call.callNo;
}

void DisplayPresenter::recovered()
{
    if (fault_ != Fault::none) log::info("display.database.back", "the screen reads the queue again");
    fault_ = Fault::none;
    failures_ = 0;
    known_.failed = false;
    known_.faultText.clear();
}

void DisplayPresenter::failed(const std::exception_ptr& error)
{
    const Trouble trouble = troubleOf(error, messages_, failures_++);
    if (trouble.fault != fault_)
        log::warning(trouble.id, "the screen keeps trying by itself: {}", trouble.what);
    fault_ = trouble.fault;
    retryAt_ = clock_.now() + trouble.pause;
    known_.failed = true;
    known_.faultText = trouble.forStaff;
}

void DisplayPresenter::refresh()
{
    const Instant now = clock_.now();
    // The server's clock is read anew at each opening; if it went back, ages and pauses begin again.
    known_.freshAt = std::min(known_.freshAt, now);
    known_.startedAt = std::min(known_.startedAt, now);
    retryAt_ = std::min(retryAt_, now + foreignRetry);
    State next = viewOf(known_, messages_, now);
    if (next == state_) return;
    state_ = std::move(next);
    changed_();
}
} // namespace accueil::display
