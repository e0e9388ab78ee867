// core/wxkit/platform/gtk/widget.h - from a wx window to the GTK widget inside it.
#pragma once
#include <gtk/gtk.h>
#include <wx/window.h>

namespace accueil::wxkit::gtk
{
inline GtkWidget* widget(const wxWindow& window)
{
    return window.GetHandle();
}
} // namespace accueil::wxkit::gtk
