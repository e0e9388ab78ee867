#include "core/printing/visit_sheet_pdf.h"
#include "core/printing/roll.h"
#include <algorithm>
#include <cmath>

namespace accueil::printing
{
namespace
{
constexpr double leastDots = 8; ///< of a 203 dpi printer, for one module

// ---- A4, in millimetres; letters in points, of a size that is read without glasses

constexpr double pageWidth = 210, pageHeight = 297, left = 22, right = 22, top = 18, bottom = pageHeight - 15;
constexpr double textWidth = pageWidth - left - right;
constexpr double body = 14, strong = 16, head = 18, whenSize = 28;
constexpr double boxSize = 5, codeModule = 1.25;

class A4Writer
{
public:
    /// @param scale  of everything but the code: a long list of papers still is one page
    A4Writer(cairo_t* cr, double scale) : cr_(cr), scale_(scale) {}

    double write(const VisitSheetText& text)
    {
        line(text.town, strong, PANGO_WEIGHT_BOLD);
        gap(10);
        line(text.title, head, PANGO_WEIGHT_BOLD);
        gap(3);
        visit(text);
        gap(8);
        papers(text);
        arrival(text);
        gap(8);
        change(text);
        return y_;
    }

private:
    void gap(double mm) { y_ += mm * scale_; }
    void line(const std::string& text, double size, PangoWeight weight = PANGO_WEIGHT_NORMAL,
              double indent = 0, double width = textWidth)
    {
        y_ += paragraph(cr_, text, size * scale_, weight, left + indent, y_, width - indent);
    }

    /// When first, and largest; a bar beside it all.
    void visit(const VisitSheetText& text)
    {
        constexpr double indent = 6;
        const double from = y_;
        line(text.when, whenSize, PANGO_WEIGHT_BOLD, indent);
        for (const auto& part : text.parts) {
            gap(3);
            line(part.when + (part.when.empty() ? "" : "   ") + part.place, strong, PANGO_WEIGHT_BOLD,
                 indent);
            for (const auto& procedure : part.procedures)
                line(procedure, strong, PANGO_WEIGHT_NORMAL, indent);
        }
        gap(3);
        line(text.address, strong, PANGO_WEIGHT_NORMAL, indent);
        gap(1);
        line(text.length, body, PANGO_WEIGHT_NORMAL, indent);
        cairo_rectangle(cr_, left * pointsPerMm, from * pointsPerMm, 1.6 * pointsPerMm,
                        (y_ - from) * pointsPerMm);
        cairo_fill(cr_);
    }

    void papers(const VisitSheetText& text)
    {
        if (text.papers.empty()) return;
        line(text.papersTitle, head, PANGO_WEIGHT_BOLD);
        cairo_set_line_width(cr_, 1);
        for (const auto& paper : text.papers) {
            gap(2);
            const double box = boxSize * scale_;
            cairo_rectangle(cr_, left * pointsPerMm, (y_ + 0.7) * pointsPerMm, box * pointsPerMm,
                            box * pointsPerMm);
            cairo_stroke(cr_);
            line(paper, body, PANGO_WEIGHT_NORMAL, boxSize + 4);
        }
        gap(8);
    }

    /// The words on the left, the code on the right, where a hand holds it under the reader.
    void arrival(const VisitSheetText& text)
    {
        const double from = y_, between = 6;
        double side = 0;
        if (!text.code.empty()) {
            const QrCode code(text.code);
            side = (code.size() + 2 * QrCode::quietZone) * codeModule;
            drawCode(cr_, code, (pageWidth - right - side) * pointsPerMm, from * pointsPerMm,
                     codeModule * pointsPerMm);
        }
        const double width = side > 0 ? textWidth - side - between : textWidth;
        line(text.arrivalTitle, head, PANGO_WEIGHT_BOLD, 0, width);
        gap(1);
        line(text.arrival, body, PANGO_WEIGHT_NORMAL, 0, width);
        gap(3);
        line(text.reference, strong, PANGO_WEIGHT_BOLD, 0, width);
        y_ = std::max(y_, from + side);
    }

    void change(const VisitSheetText& text)
    {
        line(text.changeTitle, head, PANGO_WEIGHT_BOLD);
        gap(1);
        line(text.change, body);
        gap(2);
        line(text.call, strong, PANGO_WEIGHT_BOLD);
        gap(2);
        line(text.pageLabel, body);
        line(text.page, body, PANGO_WEIGHT_SEMIBOLD);
    }

    cairo_t* cr_;
    double scale_, y_ = top;
};

Sheet onA4(const VisitSheetText& text)
{
    double scale = 1;
    for (; scale > 0.5; scale -= 0.05) {
        const Surface paper(cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, nullptr));
        const Context cr(cairo_create(paper.get()));
        if (A4Writer(cr.get(), scale).write(text) <= bottom) break;
    }
    PdfFile file(pageWidth, pageHeight);
    A4Writer(file.cr(), scale).write(text);
    return a4Sheet(file.finish(), 1);
}

// ---- the roll, in dots

void papers(RollWriter& out, const VisitSheetText& text)
{
    if (text.papers.empty()) return;
    out.text(text.papersTitle, roll::label, PANGO_WEIGHT_BOLD, PANGO_ALIGN_LEFT);
    cairo_set_line_width(out.cr(), 3);
    for (const auto& paper : text.papers) {
        out.gap(6);
        cairo_rectangle(out.cr(), roll::sideMargin + 2, out.y() + 5, 26, 26);
        cairo_stroke(out.cr());
        out.text(paper, roll::small, PANGO_WEIGHT_NORMAL, PANGO_ALIGN_LEFT, 44);
    }
    out.rule();
}

void writeRoll(RollWriter& out, const VisitSheetText& text, double module)
{
    constexpr double whenDots = 50;
    out.gap(16);
    out.text(text.town, roll::label, PANGO_WEIGHT_BOLD);
    out.text(text.title, roll::label, PANGO_WEIGHT_NORMAL);
    out.gap(10);
    out.text(text.when, whenDots, PANGO_WEIGHT_BOLD);
    for (const auto& part : text.parts) {
        out.gap(10);
        if (!part.when.empty()) out.text(part.when, roll::title, PANGO_WEIGHT_BOLD);
        for (const auto& procedure : part.procedures) out.text(procedure, roll::label, PANGO_WEIGHT_NORMAL);
        out.text(part.place, roll::label, PANGO_WEIGHT_BOLD);
    }
    out.gap(6);
    out.text(text.length, roll::small, PANGO_WEIGHT_NORMAL);
    out.text(text.address, roll::small, PANGO_WEIGHT_NORMAL);
    out.rule();
    papers(out, text);
    out.text(text.arrivalTitle, roll::label, PANGO_WEIGHT_BOLD, PANGO_ALIGN_LEFT);
    out.text(text.arrival, roll::small, PANGO_WEIGHT_NORMAL, PANGO_ALIGN_LEFT);
    if (!text.code.empty()) {
        const QrCode code(text.code);
        const double side = (code.size() + 2 * QrCode::quietZone) * module;
        out.gap(
            drawCode(out.cr(), code, std::floor((roll::headDots - side) / 2), std::ceil(out.y()), module) +
            1);
    } else {
        out.gap(10);
    }
    out.text(text.reference, roll::label, PANGO_WEIGHT_BOLD);
    out.rule();
    out.text(text.changeTitle, roll::label, PANGO_WEIGHT_BOLD, PANGO_ALIGN_LEFT);
    out.text(text.change, roll::small, PANGO_WEIGHT_NORMAL, PANGO_ALIGN_LEFT);
    out.gap(6);
    if (!text.call.empty()) out.text(text.call, roll::label, PANGO_WEIGHT_BOLD, PANGO_ALIGN_LEFT);
    if (!text.page.empty()) {
        out.gap(6);
        out.text(text.pageLabel, roll::small, PANGO_WEIGHT_NORMAL, PANGO_ALIGN_LEFT);
        out.text(text.page, roll::small, PANGO_WEIGHT_SEMIBOLD, PANGO_ALIGN_LEFT);
    }
}
} // namespace

Sheet visitSheetPdf(const VisitSheetText& text, Paper paper, int rollMm)
{
    if (paper == Paper::a4) return onA4(text);
    const double module = std::max(10.0, std::ceil(leastDots / rollScale(rollMm)));
    return rollSheet([&text, module](RollWriter& out) { writeRoll(out, text, module); }, rollMm);
}
} // namespace accueil::printing
