// core/wxkit/key_filter.h - sees every key of the program before any window does, whatever has the focus.
#pragma once
#include "core/wxkit/wedge.h"
#include <functional>
#include <memory>
#include <string>

namespace accueil::wxkit
{
/// A key that a person pressed.
struct TypedKey
{
    char32_t character = 0; ///< what it writes on the machine's own layout, 0 for none
    enum class Special { none, enter, escape, backspace, erase, tab, other } special = Special::none;
    bool control = false, alt = false;
};

/// One at a time in a program, from wxApp::OnInit until OnExit. GUI thread.
class KeyFilter
{
public:
    using Scan = std::function<void(const std::string& code)>;
    using Typed = std::function<bool(const TypedKey&)>;
    using Touched = std::function<void()>;

    /// @param onScan   a code reader sent this (upper case)
    /// @param onTyped  every single key, a reader's letters too (they come one by one before the code is
    /// whole);
    ///                 true swallows it: then no window sees it
    /// @param onTouch  a finger or a pointer went down anywhere; may be empty
    KeyFilter(Scan onScan, Typed onTyped, Touched onTouch = {});
    ~KeyFilter();
    KeyFilter(const KeyFilter&) = delete;
    KeyFilter& operator=(const KeyFilter&) = delete;

private:
    struct Hook;
    std::unique_ptr<Hook> hook_;
};
} // namespace accueil::wxkit
