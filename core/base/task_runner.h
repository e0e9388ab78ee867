// core/base/task_runner.h - work away from the GUI thread, its answer back on it.
#pragma once
#include <condition_variable>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <thread>

namespace accueil
{
class TaskRunner
{
public:
    /// Null when the work succeeded. Runs on the thread that owns the presenters.
    using Done = std::function<void(std::exception_ptr)>;

    virtual ~TaskRunner() = default;
    /// Runs `work` on the worker, then `done` on the owner's thread. Tasks run one at a time, in order.
    virtual void run(std::function<void()> work, Done done) = 0;
};

/// One thread that owns the database connection.
class WorkerThread : public TaskRunner
{
public:
    using Post = std::function<void(std::function<void()>)>;

    /// @param post  runs a function on the owner's thread (in a wx program: CallAfter); may be called from the worker
    explicit WorkerThread(Post post);
    ~WorkerThread() override; ///< drops what has not begun, waits for what has

    void run(std::function<void()> work, Done done) override;
    std::size_t pending(); ///< tasks that have not begun; any thread

private:
    struct Task
    {
        std::function<void()> work;
        Done done;
    };
    void loop(const std::stop_token& stop);

    Post post_;
    std::mutex mutex_;
    std::condition_variable_any wake_;
    std::deque<Task> tasks_;
    std::jthread thread_; // last: it uses all of the above
};

/// Does nothing until told, on the caller's thread. For tests of presenters.
class ManualTaskRunner : public TaskRunner
{
public:
    void run(std::function<void()> work, Done done) override { tasks_.emplace_back(std::move(work), std::move(done)); }
    std::size_t waiting() const { return tasks_.size(); }
    void finishOne();
    void finishAll(); ///< also what the finished tasks started

private:
    std::deque<std::pair<std::function<void()>, Done>> tasks_;
};
} // namespace accueil
