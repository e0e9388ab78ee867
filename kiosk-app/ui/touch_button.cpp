#include "kiosk-app/ui/touch_button.h"
#include "core/wxkit/style.h"
#include <wx/graphics.h>

namespace accueil::kiosk
{
using wxkit::Align;
using wxkit::TextBlock;

namespace
{
const char* styleClass(Face::Kind kind)
{
    switch (kind) {
    case Face::Kind::primary:
        return "primary";
    case Face::Kind::on:
        return "on";
    case Face::Kind::strong:
        return "strong";
    case Face::Kind::time:
        return "time";
    case Face::Kind::plain:
        break;
    }
    return "plain";
}
constexpr double rowInset = 52, wordInset = 36, rowGap = 44, arrowPx = 56, breath = 14, stackInset = 6;
constexpr double boldIcon = 3; // small icons keep the weight of the words beside them
} // namespace

TouchButton::TouchButton(wxWindow* parent, const Look& look, Face face, int width, int height,
                         std::function<void()> press)
    : FaceButton(parent, face.title, face.text), look_(look), face_(std::move(face))
{
    wxkit::addClass(*this, "kiosk");
    wxkit::addClass(*this, styleClass(face_.kind));
    const int needed = contentHeight(width) + look_.px(2 * breath);
    SetMinSize(wxSize(width, std::max(height, needed)));
    Bind(wxEVT_BUTTON, [press = std::move(press)](wxCommandEvent&) { press(); });
}

void TouchButton::setKind(Face::Kind kind)
{
    if (kind == face_.kind) return;
    wxkit::removeClass(*this, styleClass(face_.kind));
    face_.kind = kind;
    wxkit::addClass(*this, styleClass(face_.kind));
    Refresh();
}

const wxColour& TouchButton::ink() const
{
    const auto& p = look_.colours();
    if (!IsEnabled()) return p.ink2;
    switch (face_.kind) {
    case Face::Kind::primary:
        return p.onPrimary;
    case Face::Kind::on:
        return look_.theme() == wxkit::Theme::highContrast ? p.onPrimary : p.surface;
    case Face::Kind::time:
        return p.primary;
    default:
        return p.ink;
    }
}

const wxColour& TouchButton::ink2() const
{
    const bool filled = face_.kind == Face::Kind::primary || face_.kind == Face::Kind::on;
    return filled ? ink() : look_.colours().ink2;
}

TextBlock TouchButton::titleBlock(int width, Align align) const
{
    wxkit::TextStyle style{.px = look_.type(face_.titlePx),
                           .weight = face_.weight,
                           .colour = ink(),
                           .align = align,
                           .lineHeight = 1.2};
    if (width != TextBlock::unlimited) style.px = TextBlock::fittingPx(face_.title, style, width);
    return TextBlock(face_.title, style, width);
}

TextBlock TouchButton::textBlock(int width) const
{
    return TextBlock(
        face_.text,
        {.px = look_.type(36), .weight = wxkit::Weight::text, .colour = ink2(), .lineHeight = 1.3}, width);
}

/// Words alone may come nearer to the edge than a picture.
int TouchButton::inset() const
{
    return look_.px(face_.icon ? rowInset : wordInset);
}

int TouchButton::rowTextWidth(int width) const
{
    int left = width - 2 * inset();
    if (face_.icon) left -= look_.px(face_.iconPx + rowGap);
    if (face_.arrow) left -= look_.px(arrowPx + rowGap / 2);
    return left;
}

/// What the pictures of one line leave to its words.
int TouchButton::centredRoom(int width) const
{
    const int picture = look_.px(face_.iconPx) * 4 / 3;
    return width - 2 * look_.px(stackInset) - (face_.icon ? picture : 0) - (face_.arrow ? picture : 0);
}

int TouchButton::contentHeight(int width) const
{
    switch (face_.arrange) {
    case Face::Arrange::row:
        return titleBlock(rowTextWidth(width), Align::left).height() +
               (face_.text.empty() ? 0 : textBlock(rowTextWidth(width)).height());
    case Face::Arrange::stack:
        return look_.px(face_.iconPx + 8) +
               titleBlock(width - 2 * look_.px(stackInset), Align::centre).height();
    case Face::Arrange::centred:
        break;
    }
    return titleBlock(centredRoom(width), Align::centre).height();
}

void TouchButton::paintFace(wxGraphicsContext& canvas, const wxSize& size)
{
    switch (face_.arrange) {
    case Face::Arrange::row:
        return paintRow(canvas, size);
    case Face::Arrange::stack:
        return paintStack(canvas, size);
    case Face::Arrange::centred:
        return paintCentred(canvas, size);
    }
}

void TouchButton::paintIcon(wxGraphicsContext& canvas, wxkit::Icon icon, double x, double y, int px)
{
    canvas.DrawBitmap(wxkit::icon(icon, ink(), px, px < look_.px(40) ? boldIcon : 2).GetBitmapFor(this), x, y,
                      px, px);
}

void TouchButton::paintRow(wxGraphicsContext& canvas, const wxSize& size)
{
    const int width = rowTextWidth(size.x), iconPx = look_.px(face_.iconPx), arrow = look_.px(arrowPx);
    int x = inset();
    if (face_.icon) {
        paintIcon(canvas, *face_.icon, x, (size.y - iconPx) / 2.0, iconPx);
        x += iconPx + look_.px(rowGap);
    }
    const TextBlock title = titleBlock(width, Align::left);
    const TextBlock text = textBlock(width);
    const int textHeight = face_.text.empty() ? 0 : text.height();
    const double top = (size.y - title.height() - textHeight) / 2.0;
    title.draw(canvas, x, top);
    if (textHeight) text.draw(canvas, x, top + title.height());
    if (face_.arrow)
        paintIcon(canvas, wxkit::Icon::arrowRight, size.x - inset() - arrow, (size.y - arrow) / 2.0, arrow);
}

void TouchButton::paintStack(wxGraphicsContext& canvas, const wxSize& size)
{
    const int iconPx = look_.px(face_.iconPx), gap = look_.px(8), inset = look_.px(stackInset);
    const TextBlock title = titleBlock(size.x - 2 * inset, Align::centre);
    const double top = (size.y - iconPx - gap - title.height()) / 2.0;
    paintIcon(canvas, face_.icon.value(), (size.x - iconPx) / 2.0, top, iconPx);
    title.draw(canvas, inset, top + iconPx + gap);
}

void TouchButton::paintCentred(wxGraphicsContext& canvas, const wxSize& size)
{
    const int iconPx = look_.px(face_.iconPx), gap = iconPx / 3;
    const int room = centredRoom(size.x), pictures = size.x - room - 2 * look_.px(stackInset);
    const TextBlock free = titleBlock(TextBlock::unlimited, Align::left);
    const bool wraps = free.width() > room;
    const int width = wraps ? titleBlock(room, Align::centre).width() : free.width();
    const TextBlock title =
        titleBlock(wraps ? width : TextBlock::unlimited, wraps ? Align::centre : Align::left);
    double x = (size.x - pictures - width) / 2.0;
    if (face_.icon) {
        paintIcon(canvas, *face_.icon, x, (size.y - iconPx) / 2.0, iconPx);
        x += iconPx + gap;
    }
    title.draw(canvas, x, (size.y - title.height()) / 2.0);
    x += width + gap;
    if (face_.arrow) paintIcon(canvas, wxkit::Icon::arrowRight, x, (size.y - iconPx) / 2.0, iconPx);
}
} // namespace accueil::kiosk
