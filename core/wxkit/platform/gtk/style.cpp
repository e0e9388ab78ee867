#include "core/wxkit/style.h"
#include "core/base/log.h"
#include "core/wxkit/platform/gtk/widget.h"

namespace accueil::wxkit
{
struct StyleSheet::Provider
{
    GtkCssProvider* css = gtk_css_provider_new();

    Provider()
    {
        gtk_style_context_add_provider_for_screen(gdk_screen_get_default(), GTK_STYLE_PROVIDER(css),
                                                  GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
    }
    ~Provider()
    {
        if (auto* screen = gdk_screen_get_default())
            gtk_style_context_remove_provider_for_screen(screen, GTK_STYLE_PROVIDER(css));
        g_object_unref(css);
    }
};

StyleSheet::StyleSheet(const std::string& css) : provider_(std::make_unique<Provider>())
{
    replace(css);
}

StyleSheet::~StyleSheet() = default;

void StyleSheet::replace(const std::string& css)
{
    GError* error = nullptr;
    if (gtk_css_provider_load_from_data(provider_->css, css.data(), static_cast<gssize>(css.size()), &error))
        return;
    log::error("ui.style.broken", "a style sheet cannot be read: {}", error->message);
    g_error_free(error);
}

void addClass(wxWindow& window, const char* name)
{
    gtk_style_context_add_class(gtk_widget_get_style_context(gtk::widget(window)), name);
}

void removeClass(wxWindow& window, const char* name)
{
    gtk_style_context_remove_class(gtk_widget_get_style_context(gtk::widget(window)), name);
}

void setClass(wxWindow& window, const char* name, bool on)
{
    (on ? addClass : removeClass)(window, name);
}
} // namespace accueil::wxkit
