#include "core/printing/roll.h"
#include <algorithm>

namespace accueil::printing
{
namespace
{
constexpr double dotsPerInch = 203, mmPerInch = 25.4;
constexpr double paperMargin = 8; ///< mm that the head does not reach, both sides together
constexpr double headMm = 72, feedMm = 5;

double measure(const std::function<void(RollWriter&)>& write)
{
    const Surface paper(cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, nullptr));
    const Context cr(cairo_create(paper.get()));
    RollWriter out(cr.get());
    write(out);
    return out.y();
}
} // namespace

void RollWriter::text(const std::string& text, double size, PangoWeight weight, PangoAlignment align,
                      double indent)
{
    const Layout layout = lay(text, size, weight);
    pango_layout_set_width(layout.get(), static_cast<int>((roll::textWidth - indent) * PANGO_SCALE));
    pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
    pango_layout_set_alignment(layout.get(), align);
    cairo_move_to(cr_, roll::sideMargin + indent, y_);
    pango_cairo_show_layout(cr_, layout.get());
    y_ += sizeOf(layout).second;
}

void RollWriter::rule()
{
    gap(18);
    cairo_rectangle(cr_, roll::sideMargin, y_, roll::textWidth, 3);
    cairo_fill(cr_);
    gap(3 + 18);
}

double rollScale(int rollMm)
{
    return std::min(1.0, (rollMm - paperMargin) / headMm);
}

Sheet rollSheet(const std::function<void(RollWriter&)>& write, int rollMm)
{
    const double scale = rollScale(rollMm);
    const double pointsPerDot = pointsPerMm * mmPerInch / dotsPerInch * scale;
    const double heightMm = measure(write) / dotsPerInch * mmPerInch * scale + feedMm;

    PdfFile file(rollMm, heightMm);
    cairo_translate(file.cr(), (rollMm * pointsPerMm - roll::headDots * pointsPerDot) / 2, 0);
    cairo_scale(file.cr(), pointsPerDot, pointsPerDot);
    RollWriter out(file.cr());
    write(out);
    return {.pdf = file.finish(), .widthMm = static_cast<double>(rollMm), .heightMm = heightMm};
}
} // namespace accueil::printing
