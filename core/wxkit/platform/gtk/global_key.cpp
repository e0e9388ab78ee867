#include "core/wxkit/global_key.h"
#include <X11/Xlib.h>
#include <gdk/gdkx.h>
#include <gtk/gtk.h>
#include <utility>

namespace accueil::wxkit
{
namespace
{
/// Num Lock and Caps Lock are modifiers to X and nothing to a person.
constexpr unsigned locks[] = {0, LockMask, Mod2Mask, LockMask | Mod2Mask};
constexpr unsigned meant = ShiftMask | ControlMask | Mod1Mask | Mod4Mask;

/// "Ctrl+Alt+F9" as GTK writes it: "<Ctrl><Alt>F9".
std::string accelerator(const std::string& key)
{
    std::string out, part;
    for (const char c : key) {
        if (c == '+')
            out += "<" + std::exchange(part, {}) + ">";
        else if (c != ' ')
            part += c;
    }
    return out + part;
}
} // namespace

struct GlobalKey::Grab
{
    std::function<void()> pressed;
    State state = State::off;
    GdkWindow* root = nullptr;
    unsigned code = 0, modifiers = 0;
    bool down = false;

    explicit Grab(std::function<void()> act) : pressed(std::move(act)) {}
    Grab(const Grab&) = delete;
    Grab& operator=(const Grab&) = delete;
    ~Grab()
    {
        if (state != State::ready) return;
        gdk_window_remove_filter(root, heard, this);
        release();
    }

    Display* display() const { return GDK_WINDOW_XDISPLAY(root); }

    void release() const
    {
        gdk_x11_display_error_trap_push(gdk_window_get_display(root));
        for (const unsigned lock : locks)
            XUngrabKey(display(), static_cast<int>(code), modifiers | lock, GDK_WINDOW_XID(root));
        gdk_x11_display_error_trap_pop_ignored(gdk_window_get_display(root));
    }

    State take(const std::string& key)
    {
        if (key.empty()) return State::off;
        guint symbol = 0;
        auto wanted = GdkModifierType();
        gtk_accelerator_parse(accelerator(key).c_str(), &symbol, &wanted);
        if (symbol == 0) return State::unreadable;
        if (!GDK_IS_X11_DISPLAY(gdk_display_get_default())) return State::unsupported;
        root = gdk_get_default_root_window();
        gdk_keymap_map_virtual_modifiers(gdk_keymap_get_for_display(gdk_display_get_default()), &wanted);
        code = XKeysymToKeycode(display(), symbol);
        if (code == 0) return State::unreadable;
        modifiers = static_cast<unsigned>(wanted) & meant;
        GdkDisplay* gdk = gdk_window_get_display(root);
        gdk_x11_display_error_trap_push(gdk);
        for (const unsigned lock : locks)
            XGrabKey(display(), static_cast<int>(code), modifiers | lock, GDK_WINDOW_XID(root), False,
                     GrabModeAsync, GrabModeAsync);
        if (gdk_x11_display_error_trap_pop(gdk) != 0) {
            release(); // what it got of the four
            return State::taken;
        }
        gdk_window_add_filter(root, heard, this);
        return State::ready;
    }

    /// A key that is held repeats its press; only its release makes it new.
    static GdkFilterReturn heard(GdkXEvent* any, GdkEvent*, gpointer self)
    {
        auto& grab = *static_cast<Grab*>(self);
        const auto* event = static_cast<XEvent*>(any);
        if ((event->type != KeyPress && event->type != KeyRelease) || event->xkey.keycode != grab.code)
            return GDK_FILTER_CONTINUE;
        const bool before = std::exchange(grab.down, event->type == KeyPress);
        if (grab.down && !before && (event->xkey.state & meant) == grab.modifiers) grab.pressed();
        return GDK_FILTER_REMOVE;
    }
};

GlobalKey::GlobalKey(const std::string& key, std::function<void()> pressed)
    : name_(key), grab_(std::make_unique<Grab>(std::move(pressed)))
{
    grab_->state = grab_->take(key);
}

GlobalKey::~GlobalKey() = default;

GlobalKey::State GlobalKey::state() const
{
    return grab_->state;
}
} // namespace accueil::wxkit
