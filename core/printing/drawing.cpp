#include "core/printing/drawing.h"
#include "core/base/errors.h"

namespace accueil::printing
{
namespace
{
cairo_status_t append(void* bytes, const unsigned char* data, unsigned length)
{
    static_cast<std::string*>(bytes)->append(reinterpret_cast<const char*>(data), length);
    return CAIRO_STATUS_SUCCESS;
}
} // namespace

Layout lay(cairo_t* cr, const std::string& text, double size, PangoWeight weight)
{
    Layout layout(pango_cairo_create_layout(cr));
    const Font font(pango_font_description_new());
    pango_font_description_set_family(font.get(), "Inter");
    pango_font_description_set_weight(font.get(), weight);
    pango_font_description_set_absolute_size(font.get(), size * PANGO_SCALE);
    pango_layout_set_font_description(layout.get(), font.get());
    pango_layout_set_text(layout.get(), text.data(), static_cast<int>(text.size()));
    return layout;
}

std::pair<double, double> sizeOf(const Layout& layout)
{
    int w = 0, h = 0;
    pango_layout_get_size(layout.get(), &w, &h);
    return {static_cast<double>(w) / PANGO_SCALE, static_cast<double>(h) / PANGO_SCALE};
}

double paragraph(cairo_t* cr, const std::string& text, double size, PangoWeight weight, double x, double y,
                 double width, bool draw)
{
    if (text.empty()) return 0;
    const Layout layout = lay(cr, text, size, weight);
    pango_context_set_round_glyph_positions(pango_layout_get_context(layout.get()), false);
    pango_layout_context_changed(layout.get());
    pango_layout_set_width(layout.get(), static_cast<int>(width * pointsPerMm * PANGO_SCALE));
    pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
    cairo_move_to(cr, x * pointsPerMm, y * pointsPerMm);
    if (draw) pango_cairo_show_layout(cr, layout.get());
    return sizeOf(layout).second / pointsPerMm;
}

double drawCode(cairo_t* cr, const QrCode& code, double x, double y, double module)
{
    const int quiet = QrCode::quietZone;
    for (int row = 0; row < code.size(); ++row)
        for (int column = 0; column < code.size(); ++column)
            if (code.dark(row, column))
                cairo_rectangle(cr, x + (quiet + column) * module, y + (quiet + row) * module, module,
                                module);
    cairo_fill(cr); // one path: no hair lines between the modules
    return (code.size() + 2 * quiet) * module;
}

PdfFile::PdfFile(double widthMm, double heightMm)
    : surface_(cairo_pdf_surface_create_for_stream(append, &bytes_, widthMm * pointsPerMm,
                                                   heightMm * pointsPerMm)),
      cr_(cairo_create(surface_.get()))
{
}

std::string PdfFile::finish()
{
    cr_.reset();
    cairo_surface_finish(surface_.get());
    if (const auto status = cairo_surface_status(surface_.get()); status != CAIRO_STATUS_SUCCESS)
        throw PrintFailed(std::string("cannot draw the page: ") + cairo_status_to_string(status));
    return std::move(bytes_);
}
} // namespace accueil::printing
