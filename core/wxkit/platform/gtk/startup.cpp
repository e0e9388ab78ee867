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
} // namespace accueil::wxkit
