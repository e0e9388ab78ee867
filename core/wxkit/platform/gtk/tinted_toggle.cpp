#include "core/wxkit/tinted_toggle.h"
#include "core/wxkit/platform/gtk/widget.h"

namespace accueil::wxkit
{
void TintedToggle::SetAttr(const wxDataViewItemAttr& attr)
{
    wxDataViewToggleRenderer::SetAttr(attr);
    if (attr.HasBackgroundColour()) {
        const wxColour colour = attr.GetBackgroundColour();
        g_object_set(m_renderer, "cell-background-rgba", static_cast<const GdkRGBA*>(colour), nullptr);
    }
    g_object_set(m_renderer, "cell-background-set", static_cast<gboolean>(attr.HasBackgroundColour()), nullptr);
}
} // namespace accueil::wxkit
