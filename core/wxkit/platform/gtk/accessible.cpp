#include "core/wxkit/accessible.h"
#include "core/wxkit/platform/gtk/widget.h"
#include <wx/dataview.h>
#include <wx/stattext.h>

namespace accueil::wxkit
{
namespace
{
AtkRole atkRole(AccessibleRole role)
{
    switch (role) {
    case AccessibleRole::label:
        return ATK_ROLE_LABEL;
    case AccessibleRole::list:
        return ATK_ROLE_LIST;
    case AccessibleRole::image:
        return ATK_ROLE_IMAGE;
    case AccessibleRole::alert:
        return ATK_ROLE_ALERT;
    case AccessibleRole::panel:
        return ATK_ROLE_PANEL;
    case AccessibleRole::unchanged:
        break;
    }
    return ATK_ROLE_INVALID;
}

/// What the screen reader meets: of a data view or a text of several lines it is what the scrolled window
/// holds.
GtkWidget* spoken(const wxWindow& window)
{
    auto* outer = gtk::widget(window);
    auto* inner = GTK_IS_BIN(outer) ? gtk_bin_get_child(GTK_BIN(outer)) : nullptr;
    if (inner && (dynamic_cast<const wxDataViewCtrl*>(&window) || GTK_IS_TEXT_VIEW(inner))) return inner;
    return outer;
}
} // namespace

void setAccessible(wxWindow& window, const std::string& name, const std::string& description,
                   AccessibleRole role)
{
    AtkObject* object = gtk_widget_get_accessible(spoken(window));
    atk_object_set_name(object, name.c_str());
    if (!description.empty()) atk_object_set_description(object, description.c_str());
    if (const AtkRole atk = atkRole(role); atk != ATK_ROLE_INVALID) atk_object_set_role(object, atk);
}

void labelFor(wxStaticText& label, wxWindow& field)
{
    gtk_label_set_mnemonic_widget(GTK_LABEL(gtk::widget(label)), spoken(field));
}
} // namespace accueil::wxkit
