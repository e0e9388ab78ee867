#include "core/wxkit/card.h"
#include <memory>
#include <wx/dcbuffer.h>
#include <wx/graphics.h>

namespace accueil::wxkit
{
CardLook noticeLook(Theme theme, Notice kind)
{
    const Palette& p = palette(theme);
    const bool strong = theme == Theme::highContrast;
    switch (kind) {
    case Notice::info:
        return {.fill = p.primarySoft, .border = strong ? p.edge : p.primary};
    case Notice::ok:
        return {.fill = p.okSoft, .border = p.ok};
    case Notice::warn:
        return {.fill = p.warnSoft, .border = p.warn};
    case Notice::error:
        return {.fill = p.errorSoft, .border = p.error};
    }
    return {};
}

const wxColour& noticeText(Theme theme, Notice kind)
{
    const Palette& p = palette(theme);
    switch (kind) {
    case Notice::ok:
        return p.ok;
    case Notice::warn:
        return p.warn;
    case Notice::error:
        return p.error;
    default:
        return p.ink;
    }
}

Card::Card(wxWindow* parent, CardLook look) : look_(std::move(look))
{
    SetBackgroundStyle(wxBG_STYLE_PAINT); // before Create: no second, flickering background
    Create(parent, wxID_ANY);
    SetBackgroundColour(look_.fill); // native labels on the card take it over
    Bind(wxEVT_PAINT, [this](wxPaintEvent&) {
        wxAutoBufferedPaintDC dc(this);
        dc.SetBackground(look_.around.IsOk() ? look_.around : GetParent()->GetBackgroundColour());
        dc.Clear();
        const std::unique_ptr<wxGraphicsContext> g(wxGraphicsContext::Create(dc));
        const double half = look_.width / 2.0;
        const wxSize size = GetClientSize();
        g->SetBrush(look_.fill);
        if (look_.width > 0)
            g->SetPen(g->CreatePen(wxGraphicsPenInfo(
                look_.border, look_.width, look_.dashed ? wxPENSTYLE_SHORT_DASH : wxPENSTYLE_SOLID)));
        g->DrawRoundedRectangle(half, half, size.x - look_.width, size.y - look_.width, look_.radius);
    });
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        Refresh();
        event.Skip();
    });
}

void Card::setLook(CardLook look)
{
    look_ = std::move(look);
    SetBackgroundColour(look_.fill);
    Refresh();
}
} // namespace accueil::wxkit
