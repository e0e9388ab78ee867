#include "core/base/task_runner.h"

namespace accueil
{
namespace
{
std::exception_ptr errorOf(const std::function<void()>& work)
{
    try {
        work();
        return nullptr;
    } catch (...) {
        return std::current_exception();
    }
}
} // namespace

WorkerThread::WorkerThread(Post post)
    : post_(std::move(post)), thread_([this](const std::stop_token& stop) { loop(stop); })
{
}

WorkerThread::~WorkerThread()
{
    {
        const std::lock_guard lock(mutex_);
        tasks_.clear();
    }
    thread_.request_stop();
    thread_.join();
}

void WorkerThread::run(std::function<void()> work, Done done)
{
    {
        const std::lock_guard lock(mutex_);
        tasks_.push_back({std::move(work), std::move(done)});
    }
    wake_.notify_one();
}

std::size_t WorkerThread::pending()
{
    const std::lock_guard lock(mutex_);
    return tasks_.size();
}

void WorkerThread::loop(const std::stop_token& stop)
{
    while (!stop.stop_requested()) {
        Task task;
        {
            std::unique_lock lock(mutex_);
            if (!wake_.wait(lock, stop, [this] { return !tasks_.empty(); })) return;
            task = std::move(tasks_.front());
            tasks_.pop_front();
        }
        post_([done = std::move(task.done), error = errorOf(task.work)] { done(error); });
    }
}

void ManualTaskRunner::finishOne()
{
    auto [work, done] = std::move(tasks_.front());
    tasks_.pop_front();
    done(errorOf(work));
}

void ManualTaskRunner::finishAll()
{
    while (!tasks_.empty()) finishOne();
}
} // namespace accueil
