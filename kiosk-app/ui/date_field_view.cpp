#include "kiosk-app/ui/date_field_view.h"
#include "core/wxkit/accessible.h"
#include <memory>
#include <wx/dcbuffer.h>
#include <wx/graphics.h>

namespace accueil::kiosk
{
using wxkit::Align;
using wxkit::TextBlock;

namespace
{
constexpr double labelPx = 38, hintPx = 36, digitPx = 92;
}

DateFieldView::DateFieldView(wxWindow* parent, const Look& look, const DateField& field, int digits,
                             int width)
    : look_(look), digits_(digits)
{
    SetBackgroundStyle(wxBG_STYLE_PAINT);
    Create(parent, wxID_ANY);
    SetCanFocus(false);
    const TextBlock hint("0", look_.text(hintPx));
    SetMinSize(wxSize(width, labelHeight() + boxHeight() + look_.px(10) + hint.height()));
    Bind(wxEVT_PAINT, [this](wxPaintEvent&) {
        wxAutoBufferedPaintDC dc(this);
        dc.SetBackground(GetParent()->GetBackgroundColour());
        dc.Clear();
        const std::unique_ptr<wxGraphicsContext> canvas(wxGraphicsContext::Create(dc));
        paint(*canvas);
    });
    show(field);
}

int DateFieldView::labelHeight() const
{
    return TextBlock("0", look_.strong(labelPx)).height() + look_.px(12);
}

void DateFieldView::show(const DateField& field)
{
    field_ = field;
    const std::string value = field.typed.empty() ? field.placeholder : field.typed;
    wxkit::setAccessible(*this, field.label + " " + value, field.hint, wxkit::AccessibleRole::label);
    Refresh();
}

void DateFieldView::paint(wxGraphicsContext& canvas)
{
    const auto& p = look_.colours();
    const wxSize size = GetClientSize();
    auto label = look_.strong(labelPx);
    label.weight = wxkit::Weight::label;
    TextBlock(field_.label, label).draw(canvas, 0, 0);

    const bool marked = field_.current || field_.wrong;
    const int border = marked ? look_.px(8) : look_.border();
    const wxColour& edge = field_.wrong ? p.error : field_.current ? p.primary : p.edge;
    canvas.SetPen(canvas.CreatePen(wxGraphicsPenInfo(edge, border)));
    canvas.SetBrush(p.surface);
    const int top = labelHeight();
    canvas.DrawRoundedRectangle(border / 2.0, top + border / 2.0, size.x - border, boxHeight() - border,
                                look_.px(20));

    const bool empty = field_.typed.empty();
    std::string value = empty && !field_.current ? field_.placeholder : field_.typed;
    if (field_.current) value.append(static_cast<std::size_t>(digits_) - field_.typed.size(), '_');
    const double px = digitPx * (look_.wide() && look_.low() ? 0.8 : 1);
    const bool second = empty && !field_.current;
    const TextBlock digits(value,
                           {.px = px * look_.px(1000) / 1000.0,
                            .weight = second ? wxkit::Weight::text : wxkit::Weight::title,
                            .colour = second ? p.ink2 : p.ink,
                            .align = Align::centre,
                            .lineHeight = 1.2,
                            .spacing = 0.07},
                           size.x);
    digits.draw(canvas, 0, top + (boxHeight() - digits.height()) / 2.0);

    auto hint = look_.text(hintPx);
    hint.align = Align::centre;
    TextBlock(field_.hint, hint, size.x).draw(canvas, 0, top + boxHeight() + look_.px(10));
}
} // namespace accueil::kiosk
