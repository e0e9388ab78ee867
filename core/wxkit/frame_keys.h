// core/wxkit/frame_keys.h - the keys of one frame, before the window that has the focus and also when none
// has it.
#pragma once
#include <functional>
#include <memory>

class wxTopLevelWindow;

namespace accueil::wxkit
{
struct FrameKey
{
    int code = 0; ///< a wxKeyCode (WXK_F9, WXK_RETURN, WXK_DOWN …), or the capital letter; 0 for others
    int digit =
        0; ///< 1 to 9, 10 for the 0, by the key's place: on a Belgian keyboard it writes & é " without Shift
    bool control = false, alt = false, shift = false;
    bool held = false; ///< the press repeats by itself

    bool plain() const { return !control && !alt && !shift; }
};

/// wxEVT_CHAR_HOOK is silent while no window has the focus, which happens whenever a focused button rests or
/// hides. Ends before or with its frame. GUI thread.
class FrameKeys
{
public:
    /// @param onKey  true swallows the key
    FrameKeys(wxTopLevelWindow& frame, std::function<bool(const FrameKey&)> onKey);
    ~FrameKeys();
    FrameKeys(const FrameKeys&) = delete;
    FrameKeys& operator=(const FrameKeys&) = delete;

private:
    struct Hook;
    std::unique_ptr<Hook> hook_;
};
} // namespace accueil::wxkit
