#include "core/wxkit/startup.h"
#include "core/wxkit/platform/gtk/widget.h"
#include <utility>
#include <wx/toplevel.h>

namespace accueil::wxkit
{
namespace
{
using Act = std::function<void()>;

gboolean run(gpointer act)
{
    (*static_cast<Act*>(act))();
    return G_SOURCE_REMOVE;
}

void forget(gpointer act)
{
    delete static_cast<Act*>(act);
}

void forgetClosure(gpointer act, GClosure*)
{
    forget(act);
}

/// The first drawing sets off more: what waits for it comes after that.
gboolean drawn(GtkWidget*, cairo_t*, gpointer waiting)
{
    auto& act = *static_cast<Act*>(waiting);
    if (act) g_idle_add_full(G_PRIORITY_LOW, run, new Act(std::exchange(act, nullptr)), forget);
    return FALSE;
}
} // namespace

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

void whenUsable(wxTopLevelWindow& frame, std::function<void()> act)
{
    g_signal_connect_data(gtk::widget(frame), "draw", G_CALLBACK(drawn), new Act(std::move(act)),
                          forgetClosure, G_CONNECT_AFTER);
}

bool wantsMotion()
{
    gboolean animations = TRUE;
    g_object_get(gtk_settings_get_default(), "gtk-enable-animations", &animations, nullptr);
    return animations != FALSE;
}
} // namespace accueil::wxkit
