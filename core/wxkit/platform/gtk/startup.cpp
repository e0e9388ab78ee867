#include "core/wxkit/startup.h"
#include "core/wxkit/platform/gtk/widget.h"
#include <wx/toplevel.h>

namespace accueil::wxkit
{
void showFrame(wxTopLevelWindow& frame)
{
    gtk_widget_realize(gtk::widget(frame));
    frame.Show();
}

void showFullScreen(wxTopLevelWindow& frame)
{
    gtk_widget_realize(gtk::widget(frame));
    frame.ShowFullScreen(true);
}

bool wantsMotion()
{
    gboolean animations = TRUE;
    g_object_get(gtk_settings_get_default(), "gtk-enable-animations", &animations, nullptr);
    return animations != FALSE;
}
} // namespace accueil::wxkit
