// staff-desktop/logic/inquiry.h - one question at a time to the shared data.
#pragma once
#include "core/base/task_runner.h"
#include "staff-desktop/logic/link.h"
#include <memory>
#include <optional>
#include <type_traits>

namespace accueil
{
/// Takes a question to the worker and the answer back. The answer is dropped when a newer question was asked
/// meanwhile, when it was forgotten, or when the inquiry has ended. GUI thread.
class Inquiry
{
public:
    using Failed = std::function<void(std::exception_ptr)>;

    Inquiry(TaskRunner& tasks, Link& link) : tasks_(tasks), link_(link) {}
    Inquiry(const Inquiry&) = delete;
    Inquiry& operator=(const Inquiry&) = delete;

    bool pending() const { return pending_; }
    void forget()
    {
        ++number_;
        pending_ = false;
    }

    /// @param work      runs on the worker; takes values only
    /// @param answered  gets what `work` returned (nothing for void)
    /// @param failed    gets what it threw; the link has heard of it already
    template <class Work, class Answered>
    void ask(Work work, Answered answered, Failed failed)
    {
        using Result = std::invoke_result_t<Work&>;
        using Kept = std::conditional_t<std::is_void_v<Result>, bool, Result>;
        const unsigned number = ++number_;
        pending_ = true;
        auto kept = std::make_shared<std::optional<Kept>>();
        tasks_.run(
            [kept, work = std::move(work)]() mutable {
                if constexpr (std::is_void_v<Result>) {
                    work();
                    *kept = true;
                } else {
                    *kept = work();
                }
            },
            [this, kept, number, answered = std::move(answered), failed = std::move(failed),
             alive = std::weak_ptr<char>(alive_)](std::exception_ptr error) {
                if (alive.expired()) return; // its window was closed meanwhile
                if (number == number_) {
                    pending_ = false;
                    if (error)
                        failed(error);
                    else if constexpr (std::is_void_v<Result>)
                        answered();
                    else
                        answered(std::move(**kept));
                }
                // Last: a link that comes back makes others ask again, and this answer must be known by then.
                if (!alive.expired()) link_.heard(error);
            });
    }

private:
    TaskRunner& tasks_;
    Link& link_;
    unsigned number_ = 0;
    bool pending_ = false;
    std::shared_ptr<char> alive_ = std::make_shared<char>();
};
} // namespace accueil
