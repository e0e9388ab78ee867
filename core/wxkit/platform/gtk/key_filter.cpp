#include "core/wxkit/key_filter.h"
#include <gtk/gtk.h>

namespace accueil::wxkit
{
// wx's own hooks need a focused wx window; a scan must arrive without one too.
struct KeyFilter::Hook
{
    Scan onScan;
    Typed onTyped;
    Touched onTouch;
    WedgeDecoder decoder;

    bool handle(const GdkEventKey& event);
    static void dispatch(GdkEvent* event, gpointer self)
    {
        auto& hook = *static_cast<Hook*>(self);
        if (event->type == GDK_KEY_PRESS && hook.handle(event->key)) return;
        if ((event->type == GDK_BUTTON_PRESS || event->type == GDK_TOUCH_BEGIN) && hook.onTouch)
            hook.onTouch();
        gtk_main_do_event(event);
    }
};

namespace
{
TypedKey::Special specialOf(guint key)
{
    switch (key) {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
        return TypedKey::Special::enter;
    case GDK_KEY_Escape:
        return TypedKey::Special::escape;
    case GDK_KEY_BackSpace:
        return TypedKey::Special::backspace;
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
        return TypedKey::Special::erase;
    case GDK_KEY_Tab:
    case GDK_KEY_ISO_Left_Tab:
        return TypedKey::Special::tab;
    default:
        return gdk_keyval_to_unicode(key) ? TypedKey::Special::none : TypedKey::Special::other;
    }
}
} // namespace

bool KeyFilter::Hook::handle(const GdkEventKey& event)
{
    const auto code = decoder.key({.timeMs = event.time,
                                   .hardwareCode = event.hardware_keycode,
                                   .shift = (event.state & GDK_SHIFT_MASK) != 0,
                                   .modifier = event.is_modifier != 0});
    if (code) {
        onScan(*code);
        return true;
    }
    if (event.is_modifier) return false;
    return onTyped({.character = gdk_keyval_to_unicode(event.keyval),
                    .special = specialOf(event.keyval),
                    .control = (event.state & GDK_CONTROL_MASK) != 0,
                    .alt = (event.state & GDK_MOD1_MASK) != 0});
}

KeyFilter::KeyFilter(Scan onScan, Typed onTyped, Touched onTouch)
    : hook_(new Hook{std::move(onScan), std::move(onTyped), std::move(onTouch), WedgeDecoder()})
{
    gdk_event_handler_set(&Hook::dispatch, hook_.get(), nullptr);
}

KeyFilter::~KeyFilter()
{
    gdk_event_handler_set([](GdkEvent* event, gpointer) { gtk_main_do_event(event); }, nullptr, nullptr);
}
} // namespace accueil::wxkit
