#include "core/printing/call_sheet_pdf.h"
#include "core/printing/drawing.h"
#include <algorithm>
#include <fmt/format.h>

namespace accueil::printing
{
namespace
{
// Millimetres of an A4 page; the columns are box, person, appointment, what to say.
constexpr double pageWidth = 210, pageHeight = 297, margin = 15, bottom = pageHeight - 20;
constexpr double boxSize = 5, personAt = 24, appointmentAt = 78, sayAt = 136, end = pageWidth - margin, between = 4, padding = 3;
constexpr double small = 11, strong = 12, titleSize = 16; // points

struct Part
{
    std::string text;
    double size;
    PangoWeight weight;
};
using Cell = std::vector<Part>;

/// One page after the other, each with the head of the table.
class Sheet
{
public:
    Sheet(cairo_t* cr, const CallSheetText& text) : cr_(cr), text_(text) { begin(); }

    void row(const CallLine& line)
    {
        const Cell person{{line.name, strong, PANGO_WEIGHT_SEMIBOLD}, {line.phone, strong, PANGO_WEIGHT_NORMAL},
                          {line.language, small, PANGO_WEIGHT_NORMAL}};
        const Cell appointment{{line.when, small, PANGO_WEIGHT_SEMIBOLD},
                               {line.service, small, PANGO_WEIGHT_NORMAL},
                               {line.reference, small, PANGO_WEIGHT_NORMAL}};
        const Cell say{{line.toSay, small, PANGO_WEIGHT_NORMAL}};
        const double height = std::max({cell(person, personAt, appointmentAt, false), cell(appointment, appointmentAt, sayAt, false),
                                        cell(say, sayAt, end + between, false)});
        if (y_ + height + 2 * padding > bottom) {
            cairo_show_page(cr_);
            begin();
        }
        y_ += padding;
        cairo_set_line_width(cr_, 1);
        cairo_rectangle(cr_, margin * pointsPerMm, y_ * pointsPerMm, boxSize * pointsPerMm, boxSize * pointsPerMm);
        cairo_stroke(cr_);
        cell(person, personAt, appointmentAt, true);
        cell(appointment, appointmentAt, sayAt, true);
        cell(say, sayAt, end + between, true);
        y_ += height + padding;
        rule(0.5);
    }
    void text(const std::string& text, double size, PangoWeight weight)
    {
        y_ += cell({{text, size, weight}}, margin, end + between, true);
    }

private:
    void begin()
    {
        y_ = margin;
        ++page_;
        cell({{fmt::format("{}", page_), small, PANGO_WEIGHT_NORMAL}}, end - 5, end + between, true);
        text(text_.title, titleSize, PANGO_WEIGHT_BOLD);
        text(text_.subtitle, small, PANGO_WEIGHT_NORMAL);
        y_ += padding;
        cell({{text_.person, small, PANGO_WEIGHT_BOLD}}, personAt, appointmentAt, true);
        cell({{text_.appointment, small, PANGO_WEIGHT_BOLD}}, appointmentAt, sayAt, true);
        y_ += cell({{text_.toSay, small, PANGO_WEIGHT_BOLD}}, sayAt, end + between, true) + 1;
        rule(1.5);
    }
    void rule(double thick)
    {
        cairo_rectangle(cr_, margin * pointsPerMm, y_ * pointsPerMm, (end - margin) * pointsPerMm, thick);
        cairo_fill(cr_);
    }
    /// @return its height; drawn only when asked
    double cell(const Cell& parts, double from, double to, bool draw)
    {
        double height = 0;
        for (const auto& part : parts) {
            const Layout layout = lay(cr_, part.text, part.size, part.weight);
            pango_context_set_round_glyph_positions(pango_layout_get_context(layout.get()), false);
            pango_layout_context_changed(layout.get());
            pango_layout_set_width(layout.get(), static_cast<int>((to - from - between) * pointsPerMm * PANGO_SCALE));
            pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
            cairo_move_to(cr_, from * pointsPerMm, (y_ + height) * pointsPerMm);
            if (draw) pango_cairo_show_layout(cr_, layout.get());
            height += sizeOf(layout).second / pointsPerMm;
        }
        return height;
    }

    cairo_t* cr_;
    const CallSheetText& text_;
    double y_ = 0;
    int page_ = 0;
};
} // namespace

std::string callSheetPdf(const CallSheetText& text)
{
    PdfFile file(pageWidth, pageHeight);
    {
        Sheet sheet(file.cr(), text);
        for (const auto& line : text.lines) sheet.row(line);
        if (text.lines.empty()) sheet.text(text.nobody, strong, PANGO_WEIGHT_NORMAL);
        cairo_show_page(file.cr());
    }
    return file.finish();
}
} // namespace accueil::printing
