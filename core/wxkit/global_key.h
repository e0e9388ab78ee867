// core/wxkit/global_key.h - one key of ours that works while another program has the keyboard.
#pragma once
#include <functional>
#include <memory>
#include <string>

namespace accueil::wxkit
{
/// Ends before the application. GUI thread.
class GlobalKey
{
public:
    enum class State {
        off, ///< no key is wanted
        ready,
        taken,       ///< another program has it
        unreadable,  ///< no such key
        unsupported, ///< this desktop gives such keys to nobody (Wayland)
    };

    /// @param key      "Super+F9", "Ctrl+Shift+F12"; empty for none
    /// @param pressed  once for each press, however long it is held
    GlobalKey(const std::string& key, std::function<void()> pressed);
    ~GlobalKey();
    GlobalKey(const GlobalKey&) = delete;
    GlobalKey& operator=(const GlobalKey&) = delete;

    State state() const;
    const std::string& name() const { return name_; } ///< as it was asked for

private:
    struct Grab;
    std::string name_;
    std::unique_ptr<Grab> grab_;
};
} // namespace accueil::wxkit
