#include "core/printing/ticket_pdf.h"
#include <algorithm>
#include <cairo-pdf.h>
#include <memory>
#include <pango/pangocairo.h>
#include <stdexcept>

namespace accueil::printing
{
namespace
{
// All lengths are dots of a 203 dpi printer on an 80 mm roll, whose head writes 576 of them.
constexpr double dotsPerInch = 203, pointsPerInch = 72, mmPerInch = 25.4;
constexpr double headDots = 576, sideMargin = 24, textWidth = headDots - 2 * sideMargin;
constexpr double paperMargin = 8; ///< mm that the head does not reach, both sides together
constexpr double headMm = 72, feedMm = 5;
constexpr double small = 28, label = 34, title = 40, areaSize = 100, numberSize = 176;

template <auto destroy>
struct With
{
    template <class T>
    void operator()(T* object) const
    {
        destroy(object);
    }
};
using Surface = std::unique_ptr<cairo_surface_t, With<cairo_surface_destroy>>;
using Context = std::unique_ptr<cairo_t, With<cairo_destroy>>;
using Font = std::unique_ptr<PangoFontDescription, With<pango_font_description_free>>;
using Layout = std::unique_ptr<PangoLayout, With<g_object_unref>>;

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
    Layout lay(const std::string& text, double size, PangoWeight weight) const
    {
        Layout layout(pango_cairo_create_layout(cr_));
        const Font font(pango_font_description_new());
        pango_font_description_set_family(font.get(), "Inter");
        pango_font_description_set_weight(font.get(), weight);
        pango_font_description_set_absolute_size(font.get(), size * PANGO_SCALE);
        pango_layout_set_font_description(layout.get(), font.get());
        pango_layout_set_text(layout.get(), text.data(), static_cast<int>(text.size()));
        return layout;
    }
    static double width(const Layout& layout) { return size(layout).first; }
    static double height(const Layout& layout) { return size(layout).second; }
    static std::pair<double, double> size(const Layout& layout)
    {
        int w = 0, h = 0;
        pango_layout_get_size(layout.get(), &w, &h);
        return {static_cast<double>(w) / PANGO_SCALE, static_cast<double>(h) / PANGO_SCALE};
    }

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

cairo_status_t append(void* bytes, const unsigned char* data, unsigned length)
{
    static_cast<std::string*>(bytes)->append(reinterpret_cast<const char*>(data), length);
    return CAIRO_STATUS_SUCCESS;
}
} // namespace

Sheet ticketPdf(const TicketText& text, int paperMm)
{
    const double scale = std::min(1.0, (paperMm - paperMargin) / headMm); // of a narrow roll
    const double pointsPerDot = pointsPerInch / dotsPerInch * scale;
    const double heightMm = measure(text) / dotsPerInch * mmPerInch * scale + feedMm;
    const double pointsPerMm = pointsPerInch / mmPerInch;

    Sheet sheet{.pdf = {}, .widthMm = static_cast<double>(paperMm), .heightMm = heightMm};
    const Surface paper(cairo_pdf_surface_create_for_stream(append, &sheet.pdf, paperMm * pointsPerMm,
                                                            heightMm * pointsPerMm));
    {
        const Context cr(cairo_create(paper.get()));
        cairo_translate(cr.get(), (paperMm * pointsPerMm - headDots * pointsPerDot) / 2, 0);
        cairo_scale(cr.get(), pointsPerDot, pointsPerDot);
        write(cr.get(), text);
    }
    cairo_surface_finish(paper.get());
    if (const auto status = cairo_surface_status(paper.get()); status != CAIRO_STATUS_SUCCESS)
        throw PrintFailed(std::string("cannot draw the ticket: ") + cairo_status_to_string(status));
    return sheet;
}
} // namespace accueil::printing
