#include "core/printing/letter_pdf.h"
#include "core/printing/drawing.h"

namespace accueil::printing
{
namespace
{
// Millimetres of an A4 page. The field behind the window begins at 20 mm; what stands in it keeps 5 mm from its edge, so that
// nothing hides when the letter slips in the envelope.
constexpr double pageWidth = 210, pageHeight = 297, left = 25, right = 20, textWidth = pageWidth - left - right;
constexpr double senderTop = 15, nameTop = 49, fieldWidth = 75, firstLine = 64, lineGap = 9, dateTop = 97, foldMark = 105;
constexpr int addressLines = 3;
constexpr double body = 11, head = 14, fact = 12; // points
constexpr double rowHeight = 1.35;

/// Writes downwards; lengths in millimetres, sizes of letters in points.
class Page
{
public:
    explicit Page(cairo_t* cr, double top) : cr_(cr), y_(top) {}
    void to(double top) { y_ = top; }
    void gap(double mm) { y_ += mm; }

    void text(const std::string& text, double size = body, PangoWeight weight = PANGO_WEIGHT_NORMAL, double indent = 0,
              double width = textWidth)
    {
        const Layout layout = lay(cr_, text, size, weight);
        pango_context_set_round_glyph_positions(pango_layout_get_context(layout.get()), false);
        pango_layout_context_changed(layout.get());
        pango_layout_set_width(layout.get(), static_cast<int>((width - indent) * pointsPerMm * PANGO_SCALE));
        pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
        pango_layout_set_line_spacing(layout.get(), static_cast<float>(rowHeight));
        cairo_move_to(cr_, (left + indent) * pointsPerMm, y_ * pointsPerMm);
        pango_cairo_show_layout(cr_, layout.get());
        y_ += sizeOf(layout).second / pointsPerMm;
    }

    /// A thin line, to be written on or folded at.
    void line(double from, double to, double at)
    {
        cairo_set_source_rgb(cr_, 0.45, 0.45, 0.45);
        cairo_set_line_width(cr_, 0.5);
        cairo_move_to(cr_, from * pointsPerMm, at * pointsPerMm);
        cairo_line_to(cr_, to * pointsPerMm, at * pointsPerMm);
        cairo_stroke(cr_);
        cairo_set_source_rgb(cr_, 0, 0, 0);
    }

    /// A bar beside what was written since `from`.
    void bar(double from)
    {
        cairo_rectangle(cr_, left * pointsPerMm, from * pointsPerMm, 1.2 * pointsPerMm, (y_ - from) * pointsPerMm);
        cairo_fill(cr_);
    }
    double y() const { return y_; }

private:
    cairo_t* cr_;
    double y_;
};

void envelope(Page& page, const LetterText& letter)
{
    page.text(letter.town, head, PANGO_WEIGHT_BOLD);
    for (const auto& line : letter.sender) page.text(line);
    page.to(nameTop);
    page.text(letter.name, fact, PANGO_WEIGHT_NORMAL, 0, fieldWidth);
    for (int i = 0; i < addressLines; ++i) page.line(left, left + fieldWidth, firstLine + i * lineGap);
    page.line(4, 9, foldMark);
}

void write(cairo_t* cr, const LetterText& letter)
{
    Page page(cr, senderTop);
    envelope(page, letter);
    page.to(dateTop);
    page.text(letter.date);
    page.gap(7);
    page.text(letter.subject, fact, PANGO_WEIGHT_BOLD);
    page.gap(7);
    page.text(letter.salutation);
    page.gap(4);
    page.text(letter.news);
    page.gap(4);
    const double from = page.y();
    for (const auto& line : letter.facts) {
        const bool first = &line == &letter.facts.front();
        if (!first) page.gap(0.8);
        page.text(line, first ? fact : body, first ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL, 5);
    }
    page.bar(from);
    page.gap(4);
    page.text(letter.next);
    page.gap(9);
    page.text(letter.closing);
    page.gap(14);
    page.text(letter.signature, body, PANGO_WEIGHT_SEMIBOLD);
    page.text(letter.town);
}
} // namespace

std::string lettersPdf(const std::vector<LetterText>& letters)
{
    PdfFile file(pageWidth, pageHeight);
    for (const auto& letter : letters) {
        write(file.cr(), letter);
        cairo_show_page(file.cr());
    }
    return file.finish();
}
} // namespace accueil::printing
