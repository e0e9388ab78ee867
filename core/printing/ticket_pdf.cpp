#include "core/printing/ticket_pdf.h"
#include "core/printing/roll.h"
#include <algorithm>

namespace accueil::printing
{
namespace
{
using namespace roll;
constexpr double areaSize = 100, numberSize = 176;

double width(const Layout& layout)
{
    return sizeOf(layout).first;
}

double height(const Layout& layout)
{
    return sizeOf(layout).second;
}

/// "Zone d’attente" and the area white on black, centred together.
void area(RollWriter& out, const std::string& text, const std::string& area)
{
    cairo_t* cr = out.cr();
    const Layout words = out.lay(text, title, PANGO_WEIGHT_BOLD),
                 letter = out.lay(area, areaSize, PANGO_WEIGHT_BOLD);
    const double between = 20, box = 116, boxWidth = std::max(box, width(letter) + 32);
    double x = (headDots - width(words) - between - boxWidth) / 2;
    cairo_move_to(cr, x, out.y() + (box - height(words)) / 2);
    pango_cairo_show_layout(cr, words.get());
    x += width(words) + between;
    cairo_rectangle(cr, x, out.y(), boxWidth, box);
    cairo_fill(cr);
    cairo_set_source_rgb(cr, 1, 1, 1);
    cairo_move_to(cr, x + (boxWidth - width(letter)) / 2, out.y() + (box - height(letter)) / 2);
    pango_cairo_show_layout(cr, letter.get());
    cairo_set_source_rgb(cr, 0, 0, 0);
    out.gap(box);
}

/// As large as it fits: "A042" stands 16 mm high.
void number(RollWriter& out, const std::string& text)
{
    cairo_t* cr = out.cr();
    const Layout layout = out.lay(text, numberSize, PANGO_WEIGHT_ULTRABOLD);
    const double scale = std::min(1.0, textWidth / width(layout));
    cairo_save(cr);
    cairo_translate(cr, (headDots - width(layout) * scale) / 2, out.y());
    cairo_scale(cr, scale, scale);
    cairo_move_to(cr, 0, 0);
    pango_cairo_show_layout(cr, layout.get());
    cairo_restore(cr);
    out.gap(height(layout) * scale);
}

void write(RollWriter& out, const TicketText& text)
{
    out.gap(16);
    out.text(text.town, label, PANGO_WEIGHT_BOLD);
    out.text(text.when, small, PANGO_WEIGHT_NORMAL);
    out.gap(18);
    area(out, text.areaLabel, text.area);
    number(out, text.number);
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
}
} // namespace

Sheet ticketPdf(const TicketText& text, int paperMm)
{
    return rollSheet([&text](RollWriter& out) { write(out, text); }, paperMm);
}
} // namespace accueil::printing
