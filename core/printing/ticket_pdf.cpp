#include "core/printing/ticket_pdf.h"
#include "core/printing/drawing.h"
#include <algorithm>

namespace accueil::printing
{
namespace
{
// All lengths are dots of a 203 dpi printer on an 80 mm roll, whose head writes 576 of them.
constexpr double dotsPerInch = 203, mmPerInch = 25.4;
constexpr double headDots = 576, sideMargin = 24, textWidth = headDots - 2 * sideMargin;
constexpr double paperMargin = 8; ///< mm that the head does not reach, both sides together
constexpr double headMm = 72, feedMm = 5;
constexpr double small = 28, label = 34, title = 40, areaSize = 100, numberSize = 176;

/// Writes downwards from the top; `y` is where the next thing goes.
class Writer
{
public:
    explicit Writer(cairo_t* cr) : cr_(cr) {}
    double y() const { return y_; }
    void gap(double dots) { y_ += dots; }

    void text(const std::string& text, double size, PangoWeight weight,
              PangoAlignment align = PANGO_ALIGN_CENTER)
    {
        const Layout layout = lay(text, size, weight);
        pango_layout_set_width(layout.get(), static_cast<int>(textWidth * PANGO_SCALE));
        pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
        pango_layout_set_alignment(layout.get(), align);
        cairo_move_to(cr_, sideMargin, y_);
        pango_cairo_show_layout(cr_, layout.get());
        y_ += height(layout);
    }

    void rule()
    {
        gap(18);
        cairo_rectangle(cr_, sideMargin, y_, textWidth, 3);
        cairo_fill(cr_);
        gap(3 + 18);
    }

    /// "Zone d’attente" and the area white on black, centred together.
    void area(const std::string& text, const std::string& area)
    {
        const Layout words = lay(text, title, PANGO_WEIGHT_BOLD),
                     letter = lay(area, areaSize, PANGO_WEIGHT_BOLD);
        const double between = 20, box = 116, boxWidth = std::max(box, width(letter) + 32);
        double x = (headDots - width(words) - between - boxWidth) / 2;
        cairo_move_to(cr_, x, y_ + (box - height(words)) / 2);
        pango_cairo_show_layout(cr_, words.get());
        x += width(words) + between;
        cairo_rectangle(cr_, x, y_, boxWidth, box);
        cairo_fill(cr_);
        cairo_set_source_rgb(cr_, 1, 1, 1);
        cairo_move_to(cr_, x + (boxWidth - width(letter)) / 2, y_ + (box - height(letter)) / 2);
        pango_cairo_show_layout(cr_, letter.get());
        cairo_set_source_rgb(cr_, 0, 0, 0);
        gap(box);
    }

    /// As large as it fits: "A042" stands 16 mm high.
    void number(const std::string& text)
    {
        const Layout layout = lay(text, numberSize, PANGO_WEIGHT_ULTRABOLD);
        const double scale = std::min(1.0, textWidth / width(layout));
        cairo_save(cr_);
        cairo_translate(cr_, (headDots - width(layout) * scale) / 2, y_);
        cairo_scale(cr_, scale, scale);
        cairo_move_to(cr_, 0, 0);
        pango_cairo_show_layout(cr_, layout.get());
        cairo_restore(cr_);
        gap(height(layout) * scale);
    }

private:
    Layout lay(const std::string& text, double size, PangoWeight weight) const { return printing::lay(cr_, text, size, weight); }
    static double width(const Layout& layout) { return sizeOf(layout).first; }
    static double height(const Layout& layout) { return sizeOf(layout).second; }

    cairo_t* cr_;
    double y_ = 0;
};

/// @returns the height in dots
double write(cairo_t* cr, const TicketText& text)
{
    Writer out(cr);
    out.gap(16);
    out.text(text.town, label, PANGO_WEIGHT_BOLD);
    out.text(text.when, small, PANGO_WEIGHT_NORMAL);
    out.gap(18);
    out.area(text.areaLabel, text.area);
    out.number(text.number);
    for (const auto& procedure : text.procedures) out.text(procedure, label, PANGO_WEIGHT_BOLD);
    if (!text.appointment.empty()) out.text(text.appointment, small, PANGO_WEIGHT_NORMAL);
    if (!text.afterwards.empty()) out.text(text.afterwards, small, PANGO_WEIGHT_SEMIBOLD);
    out.rule();
    out.text(text.ahead, label, PANGO_WEIGHT_SEMIBOLD);
    out.text(text.wait, label, PANGO_WEIGHT_SEMIBOLD);
    out.rule();
    if (!text.papers.empty()) {
        out.text(text.papersTitle, small, PANGO_WEIGHT_BOLD, PANGO_ALIGN_LEFT);
        for (const auto& paper : text.papers)
            out.text("– " + paper, small, PANGO_WEIGHT_NORMAL, PANGO_ALIGN_LEFT);
        out.rule();
    }
    out.text(text.foot, label, PANGO_WEIGHT_SEMIBOLD);
    return out.y();
}

double measure(const TicketText& text)
{
    const Surface paper(cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, nullptr));
    const Context cr(cairo_create(paper.get()));
    return write(cr.get(), text);
}
} // namespace

Sheet ticketPdf(const TicketText& text, int paperMm)
{
    const double scale = std::min(1.0, (paperMm - paperMargin) / headMm); // of a narrow roll
    const double pointsPerDot = pointsPerMm * mmPerInch / dotsPerInch * scale;
    const double heightMm = measure(text) / dotsPerInch * mmPerInch * scale + feedMm;

    PdfFile file(paperMm, heightMm);
    cairo_translate(file.cr(), (paperMm * pointsPerMm - headDots * pointsPerDot) / 2, 0);
    cairo_scale(file.cr(), pointsPerDot, pointsPerDot);
    write(file.cr(), text);
    return {.pdf = file.finish(), .widthMm = static_cast<double>(paperMm), .heightMm = heightMm};
}
} // namespace accueil::printing
