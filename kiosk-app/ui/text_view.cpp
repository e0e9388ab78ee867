#include "kiosk-app/ui/text_view.h"
#include "core/wxkit/accessible.h"
#include <memory>
#include <wx/dcbuffer.h>
#include <wx/graphics.h>

namespace accueil::kiosk
{
TextView::TextView(wxWindow* parent, const std::string& text, const wxkit::TextStyle& style, int width,
                   int minHeight)
    : text_(text), style_(style), block_(text, style, width)
{
    SetBackgroundStyle(wxBG_STYLE_PAINT);
    Create(parent, wxID_ANY);
    SetCanFocus(false);
    SetMinSize(wxSize(width, std::max(block_.height(), minHeight)));
    wxkit::setAccessible(*this, text_, {}, wxkit::AccessibleRole::label);
    Bind(wxEVT_PAINT, [this](wxPaintEvent&) {
        wxAutoBufferedPaintDC dc(this);
        dc.SetBackground(GetParent()->GetBackgroundColour());
        dc.Clear();
        const std::unique_ptr<wxGraphicsContext> canvas(wxGraphicsContext::Create(dc));
        block_.draw(*canvas, 0, (GetClientSize().y - block_.height()) / 2.0);
    });
}

void TextView::setText(const std::string& text)
{
    if (text == text_) return;
    text_ = text;
    block_ = wxkit::TextBlock(text_, style_, GetMinSize().x);
    wxkit::setAccessible(*this, text_);
    Refresh();
}
} // namespace accueil::kiosk
