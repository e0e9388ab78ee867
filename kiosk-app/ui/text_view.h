// kiosk-app/ui/text_view.h - words on a page: wrapped to the page's width, read by a screen reader as a
// label.
#pragma once
#include "core/wxkit/text_block.h"
#include <wx/panel.h>

namespace accueil::kiosk
{
class TextView : public wxPanel
{
public:
    /// It has exactly this width; its height is that of its words, at least `minHeight`.
    TextView(wxWindow* parent, const std::string& text, const wxkit::TextStyle& style, int width,
             int minHeight = 0);

    /// Other words at the same place; the height stays.
    void setText(const std::string& text);

private:
    std::string text_;
    wxkit::TextStyle style_;
    wxkit::TextBlock block_;
};
} // namespace accueil::kiosk
