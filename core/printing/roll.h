// core/printing/roll.h - pages for the roll of a ticket printer. Private to core/printing.
#pragma once
#include "core/printing/drawing.h"
#include "core/printing/sheet.h"
#include <functional>

namespace accueil::printing
{
// Lengths are dots of a 203 dpi printer on an 80 mm roll, whose head writes 576 of them.
namespace roll
{
inline constexpr double headDots = 576, sideMargin = 24, textWidth = headDots - 2 * sideMargin;
inline constexpr double small = 28, label = 34, title = 40;
} // namespace roll

/// Writes downwards from the top; `y` is where the next thing goes.
class RollWriter
{
public:
    explicit RollWriter(cairo_t* cr) : cr_(cr) {}
    cairo_t* cr() const { return cr_; }
    double y() const { return y_; }
    void gap(double dots) { y_ += dots; }

    void text(const std::string& text, double size, PangoWeight weight,
              PangoAlignment align = PANGO_ALIGN_CENTER, double indent = 0);
    void rule();
    Layout lay(const std::string& text, double size, PangoWeight weight) const
    {
        return printing::lay(cr_, text, size, weight);
    }

private:
    cairo_t* cr_;
    double y_ = 0;
};

/// A page of exactly the length of what `write` writes, and 5 mm to tear it off.
/// @param write    called twice: to measure, and to draw  @param rollMm  narrower rolls get a smaller page,
/// never a cut one
Sheet rollSheet(const std::function<void(RollWriter&)>& write, int rollMm);
/// How much smaller than on 80 mm everything is.
double rollScale(int rollMm);
} // namespace accueil::printing
