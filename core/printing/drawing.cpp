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

PdfFile::PdfFile(double widthMm, double heightMm)
    : surface_(cairo_pdf_surface_create_for_stream(append, &bytes_, widthMm * pointsPerMm, heightMm * pointsPerMm)),
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
