#include "display-app/ui/platform/screen_habits.h"
#include <gtk/gtk.h>
#ifdef GDK_WINDOWING_X11
#include <gdk/gdkx.h>

#include <X11/extensions/dpms.h> // needs what stands above
#endif

namespace accueil::display
{
bool motionWanted()
{
    gboolean animations = TRUE;
    g_object_get(gtk_settings_get_default(), "gtk-enable-animations", &animations, nullptr);
    return animations != FALSE;
}

void keepScreenOn()
{
#ifdef GDK_WINDOWING_X11
    GdkDisplay* display = gdk_display_get_default();
    if (!GDK_IS_X11_DISPLAY(display)) return; // under Wayland the session's own settings decide
    Display* x = gdk_x11_display_get_xdisplay(display);
    int event = 0, error = 0;
    XSetScreenSaver(x, 0, 0, DontPreferBlanking, DontAllowExposures);
    if (DPMSQueryExtension(x, &event, &error) && DPMSCapable(x)) DPMSDisable(x);
#endif
}
} // namespace accueil::display
