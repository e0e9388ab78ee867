#include "display-app/ui/scene_painter.h"
#include "core/wxkit/fonts.h"
#include "core/wxkit/icons.h"
#include "core/wxkit/palette.h"
#include "core/wxkit/text.h"
#include <cmath>
#include <wx/brush.h>
#include <wx/pen.h>

namespace accueil::display
{
namespace
{
wxkit::Icon iconOf(Symbol symbol)
{
    switch (symbol) {
    case Symbol::clock: return wxkit::Icon::clock;
    case Symbol::info: return wxkit::Icon::info;
    case Symbol::hourglass: return wxkit::Icon::hourglass;
    case Symbol::warning: return wxkit::Icon::warning;
    case Symbol::arrowLeft: return wxkit::Icon::arrowLeft;
    case Symbol::arrowRight: break;
    }
    return wxkit::Icon::arrowRight;
}

wxColour mixed(const wxColour& from, const wxColour& to, double part)
{
    const auto channel = [part](unsigned char a, unsigned char b) {
        return static_cast<unsigned char>(std::lround(a + (b - a) * part));
    };
    return {channel(from.Red(), to.Red()), channel(from.Green(), to.Green()), channel(from.Blue(), to.Blue())};
}

bool touches(const Box& a, const Box& b)
{
    return a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom();
}

void fill(wxGraphicsContext& context, const wxColour& colour, const Box& box, double radius)
{
    context.SetPen(wxNullPen);
    context.SetBrush(wxBrush(colour));
    if (radius > 0) context.DrawRoundedRectangle(box.x, box.y, box.w, box.h, radius);
    else context.DrawRectangle(box.x, box.y, box.w, box.h);
}
} // namespace

wxColour colourOf(Tint tint)
{
    const auto& colours = wxkit::screenPalette();
    switch (tint) {
    case Tint::background: return colours.bg;
    case Tint::panel: return colours.panel;
    case Tint::text: return colours.text;
    case Tint::text2: return colours.text2;
    case Tint::accent: return colours.accent;
    case Tint::onAccent: return colours.onAccent;
    case Tint::newest: return colours.newest;
    case Tint::onNewest: return colours.onNewest;
    case Tint::line: return wxkit::palette(wxkit::Theme::light).line;
    case Tint::staleCall: return colours.staleCall;
    case Tint::onStaleCall: return colours.onStaleCall;
    case Tint::staleEdge: return wxColour(0x5A, 0x68, 0x75);
    case Tint::staleList: break;
    }
    return colours.staleList;
}

void ScenePainter::paint(wxGraphicsContext& context, const Scene& scene, const Motion& motion, const Box& damaged)
{
    context.SetAntialiasMode(wxANTIALIAS_DEFAULT);
    layer(context, scene.page, motion, damaged);
    if (!touches(scene.listBox, damaged)) return;
    context.PushState();
    context.Clip(scene.listBox.x, scene.listBox.y, scene.listBox.w, scene.listBox.h);
    context.Translate(0, -motion.above * scene.listPitch);
    layer(context, scene.list, motion, scene.listBox);
    context.PopState();
}

void ScenePainter::layer(wxGraphicsContext& context, const Layer& layer, const Motion& motion, const Box& damaged)
{
    for (const auto& each : layer.shapes)
        if (touches(each.box, damaged)) shape(context, each, motion);
    for (const auto& each : layer.texts)
        if (touches(each.box, damaged)) text(context, each);
    for (const auto& each : layer.icons)
        if (touches(each.box, damaged)) icon(context, each);
}

void ScenePainter::shape(wxGraphicsContext& context, const Shape& shape, const Motion& motion) const
{
    if (shape.border <= 0) {
        fill(context, colourOf(shape.fill), shape.box, shape.radius);
        return;
    }
    const wxColour edge =
        shape.pulses ? mixed(colourOf(shape.fill), colourOf(shape.edge), motion.accent) : colourOf(shape.edge);
    const double b = shape.border;
    fill(context, edge, shape.box, shape.radius);
    fill(context, colourOf(shape.fill), {shape.box.x + b, shape.box.y + b, shape.box.w - 2 * b, shape.box.h - 2 * b},
         std::max(1.0, shape.radius - b));
}

const ScenePainter::Face& ScenePainter::face(wxGraphicsContext& context, const Text& text)
{
    Face& face = faces_[{text.px, text.weight, text.tint}];
    if (face.font.IsNull()) {
        face.font =
            context.CreateFont(wxkit::font(text.px, static_cast<wxkit::Weight>(text.weight)), colourOf(text.tint));
        context.SetFont(face.font);
        double width = 0, height = 0, below = 0;
        context.GetTextExtent(wxString(L"0"), &width, &height, &below);
        face.ascent = height - below;
    }
    return face;
}

void ScenePainter::text(wxGraphicsContext& context, const Text& text)
{
    const Face& with = face(context, text);
    context.SetFont(with.font);
    for (const auto& piece : text.pieces)
        context.DrawText(to_wx(piece.text), piece.x, piece.baseline - with.ascent);
}

void ScenePainter::icon(wxGraphicsContext& context, const Icon& icon)
{
    const int px = static_cast<int>(std::lround(icon.box.w));
    auto& bundle = icons_[{icon.symbol, px, icon.tint}];
    if (!bundle.IsOk()) bundle = wxkit::icon(iconOf(icon.symbol), colourOf(icon.tint), px, icon.stroke);
    context.DrawBitmap(bundle.GetBitmapFor(&window_), icon.box.x, icon.box.y, icon.box.w, icon.box.h);
}
} // namespace accueil::display
