#include "core/printing/day_list_pdf.h"
#include "core/printing/drawing.h"
#include <algorithm>
#include <fmt/format.h>

namespace accueil::printing
{
namespace
{
// Millimetres of an A4 page across; the columns are box, time, person, procedures, telephone and reference,
// note, state.
constexpr double pageWidth = 297, pageHeight = 210, margin = 12, end = pageWidth - margin,
                 bottom = pageHeight - 12;
constexpr double boxSize = 5, columns[] = {20, 36, 96, 164, 206, 258, end + 3};
constexpr double between = 3, padding = 1.8;
constexpr double small = 9.5, plain = 10.5, strong = 12, titleSize = 16; // points

struct Part
{
    std::string text;
    double size = plain;
    PangoWeight weight = PANGO_WEIGHT_NORMAL;
};
using Cell = std::vector<Part>;
using Row = std::vector<Cell>;

Row rowOf(const DayListLine& line)
{
    Row row{{{line.time, strong, PANGO_WEIGHT_BOLD}},
            {{line.name, line.free ? plain : strong, line.free ? PANGO_WEIGHT_NORMAL : PANGO_WEIGHT_SEMIBOLD},
             {line.born}},
            {},
            {{line.phone}, {line.reference}},
            {{line.note, small}},
            {{line.state, small}}};
    for (const auto& procedure : line.procedures) row[2].push_back({procedure});
    return row;
}

/// One page after the other, each with the heading. The first of two writers only counts.
class Writer
{
public:
    Writer(cairo_t* cr, const DayListText& list, int pages) : cr_(cr), list_(list), pages_(pages) {}

    int write()
    {
        for (const auto& section : list_.sections) {
            begin(section);
            for (const auto& line : section.lines) add(section, line);
        }
        if (page_ > 0) cairo_show_page(cr_);
        return page_;
    }

private:
    void begin(const DayListSection& section)
    {
        if (page_ > 0) cairo_show_page(cr_);
        ++page_;
        y_ = margin;
        const std::string page = fmt::format("{} {}/{}", list_.page, page_, std::max(page_, pages_));
        const std::string corner = list_.printed + " · " + page;
        paragraph(cr_, list_.town + " · " + section.title, strong, PANGO_WEIGHT_SEMIBOLD, margin, y_, 170);
        rightAligned(corner);
        y_ += 6;
        y_ += paragraph(cr_, list_.day, titleSize, PANGO_WEIGHT_BOLD, margin, y_, 190);
        y_ += 1;
        const bool empty = section.lines.empty();
        y_ +=
            paragraph(cr_, section.summary, empty ? strong : plain, PANGO_WEIGHT_NORMAL, margin, y_, 190) + 3;
        if (empty) return;
        const std::string* heads[] = {&list_.time,    &list_.person, &list_.procedures,
                                      &list_.contact, &list_.note,   &list_.state};
        double height = 0;
        for (std::size_t i = 0; i < std::size(heads); ++i)
            height = std::max(height,
                              paragraph(cr_, *heads[i], small, PANGO_WEIGHT_BOLD, columns[i], y_, width(i)));
        y_ += height + 1;
        rule(1.5);
    }

    void add(const DayListSection& section, const DayListLine& line)
    {
        const Row row = rowOf(line);
        const double height = std::max(draw(row, false), boxSize);
        if (y_ + height + 2 * padding > bottom) begin(section);
        y_ += padding;
        if (!line.gone && !line.free) {
            cairo_set_line_width(cr_, 1);
            cairo_rectangle(cr_, margin * pointsPerMm, y_ * pointsPerMm, boxSize * pointsPerMm,
                            boxSize * pointsPerMm);
            cairo_stroke(cr_);
        }
        draw(row, true);
        if (line.gone) strike();
        y_ += height + padding;
        rule(0.5);
    }

    /// @return the height of the tallest cell
    double draw(const Row& row, bool visible)
    {
        double tallest = 0;
        for (std::size_t i = 0; i < row.size(); ++i) {
            double height = 0;
            for (const auto& part : row[i])
                height += paragraph(cr_, part.text, part.size, part.weight, columns[i], y_ + height, width(i),
                                    visible);
            tallest = std::max(tallest, height);
        }
        return tallest;
    }

    /// Through time and name: nobody comes.
    void strike()
    {
        cairo_rectangle(cr_, columns[0] * pointsPerMm, (y_ + 2.4) * pointsPerMm,
                        (columns[2] - between - columns[0]) * pointsPerMm, 1);
        cairo_fill(cr_);
    }

    void rightAligned(const std::string& words)
    {
        const Layout layout = lay(cr_, words, plain, PANGO_WEIGHT_NORMAL);
        cairo_move_to(cr_, end * pointsPerMm - sizeOf(layout).first, y_ * pointsPerMm);
        pango_cairo_show_layout(cr_, layout.get());
    }

    void rule(double thick)
    {
        cairo_rectangle(cr_, margin * pointsPerMm, y_ * pointsPerMm, (end - margin) * pointsPerMm, thick);
        cairo_fill(cr_);
    }

    static double width(std::size_t column) { return columns[column + 1] - columns[column] - between; }

    cairo_t* cr_;
    const DayListText& list_;
    const int pages_;
    double y_ = 0;
    int page_ = 0;
};
} // namespace

Sheet dayListPdf(const DayListText& list)
{
    PdfFile first(pageWidth, pageHeight);
    const int pages = Writer(first.cr(), list, 0).write();
    PdfFile file(pageWidth, pageHeight);
    Writer(file.cr(), list, pages).write();
    return {.pdf = file.finish(), .widthMm = pageWidth, .heightMm = pageHeight, .pages = pages};
}
} // namespace accueil::printing
