// display-app/logic/display_presenter.h - asks for news, keeps what is known, says which call is new.
#pragma once
#include "core/base/signal.h"
#include "core/base/task_runner.h"
#include "display-app/logic/announcer.h"
#include "display-app/logic/display_view.h"
#include <map>

namespace accueil::display
{
/// Why nothing is read: it decides how soon the screen asks again.
enum class Fault { none, away, setUp, foreign };

struct Settings
{
    Language first = Language::fr; ///< of the labels and of the second announcement
    bool sound = true;
    bool voice = true;
};

/// Lives on the GUI thread; what it is given must outlive every task of `tasks`.
class DisplayPresenter
{
public:
    DisplayPresenter(DisplayService& service, TaskRunner& tasks, Announcer& announcer, const Clock& clock,
                     Settings settings);

    const State& state() const { return state_; }
    const Settings& settings() const { return settings_; }
    /// Only when something that is shown has changed.
    Listening onChanged(std::function<void()> listener) { return changed_.connect(std::move(listener)); }

    /// Every 250 ms: asks for news, unless an answer is still on its way or it is too early after a fault, and
    /// brings the clock, the ages and the turns up to date.
    void tick();

private:
    void ask();
    void answered(std::optional<Contents>& contents, const std::exception_ptr& error);
    void take(Contents contents);
    void announceNew(const std::vector<ShownCall>& calls);
    void recovered();
    void failed(const std::exception_ptr& error);
    void refresh();

    DisplayService& service_;
    TaskRunner& tasks_;
    Announcer& announcer_;
    const Clock& clock_;
    Settings settings_;
    Messages messages_;

    Known known_;
    State state_;
    Signal<> changed_;
    std::map<TicketId, int> seen_; ///< the number of the last call of each ticket on the screen

    bool asking_ = false;
    Fault fault_ = Fault::none;
    std::size_t failures_ = 0;
    Instant retryAt_{};
    std::shared_ptr<char> alive_ = std::make_shared<char>(); ///< late answers look whether this is still there
};
} // namespace accueil::display
