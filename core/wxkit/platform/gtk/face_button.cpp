#include "core/wxkit/face_button.h"
#include "core/wxkit/accessible.h"
#include "core/wxkit/platform/gtk/widget.h"
#include <memory>
#include <wx/graphics.h>

namespace accueil::wxkit
{
struct FaceButton::Hook
{
    static gboolean draw(GtkWidget*, cairo_t* cr, gpointer self)
    {
        auto* button = static_cast<FaceButton*>(self);
        const std::unique_ptr<wxGraphicsContext> canvas(wxGraphicsContext::CreateFromNative(cr));
        button->paintFace(*canvas, button->GetSize());
        return FALSE;
    }
};

FaceButton::FaceButton(wxWindow* parent, const std::string& name, const std::string& description)
    : wxButton(parent, wxID_ANY, wxString())
{
    setAccessible(*this, name, description);
    g_signal_connect_after(gtk::widget(*this), "draw", G_CALLBACK(&Hook::draw), this);
}
} // namespace accueil::wxkit
