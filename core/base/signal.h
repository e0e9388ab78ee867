// core/base/signal.h - "tell me when it changes", for objects of one thread.
#pragma once
#include <functional>
#include <map>
#include <memory>
#include <utility>

namespace accueil
{
/// Holds a listener to its signal; the listening ends when this ends.
class [[nodiscard("the listener is removed when this object ends: keep it as a member")]] Listening
{
public:
    Listening() = default;
    explicit Listening(std::function<void()> stop) : stop_(std::move(stop)) {}
    Listening(Listening&& other) noexcept : stop_(std::exchange(other.stop_, nullptr)) {}
    Listening& operator=(Listening&& other) noexcept
    {
        if (this != &other) {
            end();
            stop_ = std::exchange(other.stop_, nullptr);
        }
        return *this;
    }
    ~Listening() { end(); }

private:
    void end()
    {
        if (stop_) std::exchange(stop_, nullptr)();
    }
    std::function<void()> stop_;
};

/// Calls its listeners in the order in which they came. Not thread-safe: one thread owns it.
template <class... Args>
class Signal
{
public:
    Listening connect(std::function<void(Args...)> listener)
    {
        const int key = next_++;
        listeners_->emplace(key, std::move(listener));
        return Listening([weak = std::weak_ptr(listeners_), key] {
            if (auto listeners = weak.lock()) listeners->erase(key);
        });
    }

    void operator()(Args... args) const
    {
        const auto copy = *listeners_; // a listener may end itself or another
        for (const auto& [key, listener] : copy)
            if (listeners_->contains(key)) listener(args...);
    }

private:
    using Listeners = std::map<int, std::function<void(Args...)>>;
    std::shared_ptr<Listeners> listeners_ = std::make_shared<Listeners>();
    int next_ = 0;
};
} // namespace accueil
