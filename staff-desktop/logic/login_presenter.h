// staff-desktop/logic/login_presenter.h - who sits down at this desk.
#pragma once
#include "staff-desktop/logic/desk_service.h"
#include "staff-desktop/logic/inquiry.h"
#include "staff-desktop/logic/speech.h"

namespace accueil
{
/// GUI thread. When nobody answers it tries again by itself until something else is typed.
class LoginPresenter
{
public:
    struct State
    {
        bool canLogIn = true;
        std::string notice{}; ///< what is, then what to do; empty when all is well
        bool problem = false; ///< the notice is about something to correct
        friend bool operator==(const State&, const State&) = default;
    };

    LoginPresenter(TaskRunner& tasks, DeskService& service, const Clock& clock, const Speech& speech);

    State state() const;
    void logIn(const std::string& account, const std::string& password);
    void edited(); ///< a field changed: the old answer says nothing about the new text
    void tick();   ///< a few times a second

    /// A log-in that ended by itself: the account was closed, or the password changed.
    void ended(const std::exception_ptr& why);

    Listening onChanged(std::function<void()> listener) { return changed_.connect(std::move(listener)); }
    Listening onLoggedIn(std::function<void(DeskSession)> listener)
    {
        return loggedIn_.connect(std::move(listener));
    }

private:
    void send();

    DeskService& service_;
    const Clock& clock_;
    const Speech& speech_;
    Link link_;
    Inquiry inquiry_;
    std::string account_, password_;
    std::exception_ptr error_;
    bool incomplete_ = false;
    std::optional<Instant> again_; ///< when to try once more
    Signal<> changed_;
    Signal<DeskSession> loggedIn_;
};
} // namespace accueil
