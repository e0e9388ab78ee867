#include "core/wxkit/frame_keys.h"
#include "core/wxkit/platform/gtk/widget.h"
#include <set>
#include <wx/defs.h>
#include <wx/toplevel.h>

namespace accueil::wxkit
{
namespace
{
constexpr guint16 firstDigitPlace = 10, lastDigitPlace = 19; // of 1 to 9 and 0

int codeOf(guint key)
{
    if (key >= GDK_KEY_F1 && key <= GDK_KEY_F12) return WXK_F1 + static_cast<int>(key - GDK_KEY_F1);
    switch (key) {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
        return WXK_RETURN;
    case GDK_KEY_Escape:
        return WXK_ESCAPE;
    case GDK_KEY_Up:
        return WXK_UP;
    case GDK_KEY_Down:
        return WXK_DOWN;
    case GDK_KEY_Left:
        return WXK_LEFT;
    case GDK_KEY_Right:
        return WXK_RIGHT;
    case GDK_KEY_Home:
        return WXK_HOME;
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
        return WXK_PAGEUP;
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
        return WXK_PAGEDOWN;
    default:
        break;
    }
    const guint32 letter = gdk_keyval_to_unicode(gdk_keyval_to_upper(key));
    return letter < 128 ? static_cast<int>(letter) : 0;
}

int digitOf(const GdkEventKey& event)
{
    if (event.keyval >= GDK_KEY_KP_1 && event.keyval <= GDK_KEY_KP_9)
        return static_cast<int>(event.keyval - GDK_KEY_KP_1) + 1;
    if (event.keyval == GDK_KEY_KP_0) return 10;
    if (event.hardware_keycode < firstDigitPlace || event.hardware_keycode > lastDigitPlace) return 0;
    return event.hardware_keycode - firstDigitPlace + 1;
}
} // namespace

struct FrameKeys::Hook
{
    std::function<bool(const FrameKey&)> onKey;
    GtkWidget* window = nullptr;
    gulong handler = 0;
    /// Keys still down: their release is ours too. The window that has the focus by then may not be drawn
    /// yet.
    std::set<guint16> swallowed{};

    static gboolean heard(GtkWidget*, GdkEvent* any, gpointer self)
    {
        auto& hook = *static_cast<Hook*>(self);
        const GdkEventKey& event = any->key;
        if (any->type == GDK_KEY_RELEASE) return hook.swallowed.erase(event.hardware_keycode) != 0;
        if (any->type != GDK_KEY_PRESS) return FALSE;
        const FrameKey key{.code = codeOf(event.keyval),
                           .digit = digitOf(event),
                           .control = (event.state & GDK_CONTROL_MASK) != 0,
                           .alt = (event.state & GDK_MOD1_MASK) != 0,
                           .shift = (event.state & GDK_SHIFT_MASK) != 0,
                           .held = hook.swallowed.contains(event.hardware_keycode)};
        const guint16 place = event.hardware_keycode;
        hook.swallowed.insert(place);
        if (hook.onKey(key)) return TRUE; // which may have ended the frame, and the hook with it
        hook.swallowed.erase(place);
        return FALSE;
    }
};

FrameKeys::FrameKeys(wxTopLevelWindow& frame, std::function<bool(const FrameKey&)> onKey)
    : hook_(std::make_unique<Hook>(Hook{std::move(onKey), gtk::widget(frame)}))
{
    // "event" comes before "key-press-event", where wx's own handler of the frame ends it.
    hook_->handler = g_signal_connect(hook_->window, "event", G_CALLBACK(Hook::heard), hook_.get());
}

FrameKeys::~FrameKeys()
{
    g_signal_handler_disconnect(hook_->window, hook_->handler);
}
} // namespace accueil::wxkit
