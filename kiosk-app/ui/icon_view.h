// kiosk-app/ui/icon_view.h - a line icon beside words; says nothing by itself.
#pragma once
#include "core/wxkit/icons.h"
#include "kiosk-app/logic/page_views.h"
#include <wx/statbmp.h>

namespace accueil::kiosk
{
wxkit::Icon iconOf(Sign sign);

class IconView : public wxStaticBitmap
{
public:
    IconView(wxWindow* parent, wxkit::Icon icon, const wxColour& colour, int px, double stroke = 2);
};
} // namespace accueil::kiosk
