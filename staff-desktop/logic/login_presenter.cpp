#include "staff-desktop/logic/login_presenter.h"
#include "core/base/describe.h"
#include "core/base/log.h"

namespace accueil
{
namespace
{
std::string trimmed(const std::string& text)
{
    const auto from = text.find_first_not_of(" \t");
    return from == std::string::npos ? "" : text.substr(from, text.find_last_not_of(" \t") - from + 1);
}
} // namespace

LoginPresenter::LoginPresenter(TaskRunner& tasks, DeskService& service, const Clock& clock,
                               const Speech& speech)
    : service_(service), clock_(clock), speech_(speech), link_(clock, Link::Log::no), inquiry_(tasks, link_)
{
}

LoginPresenter::State LoginPresenter::state() const
{
    const Messages& m = speech_.messages();
    if (again_ || (inquiry_.pending() && !link_.up()))
        return {.canLogIn = !inquiry_.pending(),
                .notice = m.tr("No connection at the moment. What you typed is kept.") + " " +
                          m.tr("This post keeps trying by itself.")};
    if (inquiry_.pending()) return {.canLogIn = false, .notice = m.tr("One moment …")};
    if (incomplete_) return {.notice = m.tr("Please write your account and your password."), .problem = true};
    if (error_) return {.notice = describe(m, error_), .problem = true};
    return {};
}

void LoginPresenter::logIn(const std::string& account, const std::string& password)
{
    if (inquiry_.pending()) return;
    account_ = trimmed(account);
    password_ = password;
    error_ = nullptr;
    again_.reset();
    incomplete_ = account_.empty() || password_.empty();
    if (!incomplete_) send();
    changed_();
}

void LoginPresenter::send()
{
    inquiry_.ask([&service = service_, account = account_,
                  password = password_] { return service.logIn(account, password); },
                 [this](DeskSession session) {
                     password_.clear();
                     error_ = nullptr;
                     changed_();
                     loggedIn_(std::move(session));
                 },
                 [this](const std::exception_ptr& error) {
                     if (isLoss(error)) {
                         again_ = clock_.now() + link_.pause();
                         log::warning("desk.login.nobody",
                                      "the database does not answer a log-in; it is tried again");
                     } else {
                         password_.clear();
                         error_ = error;
                         log::info("desk.login.refused", "a log-in was not accepted; the window says why");
                     }
                     changed_();
                 });
}

void LoginPresenter::edited()
{
    if (inquiry_.pending() || (!again_ && !error_ && !incomplete_)) return;
    again_.reset();
    error_ = nullptr;
    incomplete_ = false;
    password_.clear();
    changed_();
}

void LoginPresenter::tick()
{
    if (!again_ || inquiry_.pending() || clock_.now() < *again_) return;
    again_.reset();
    send();
    changed_();
}

void LoginPresenter::ended(const std::exception_ptr& why)
{
    error_ = why;
    changed_();
}
} // namespace accueil
