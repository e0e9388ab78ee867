// core/printing/drawing.h - cairo and pango with owners, for what becomes a PDF. Private to core/printing.
#pragma once
#include "core/notification/qr.h"
#include <cairo-pdf.h>
#include <memory>
#include <pango/pangocairo.h>
#include <string>
#include <utility>

namespace accueil::printing
{
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

inline constexpr double pointsPerMm = 72 / 25.4;

/// A text in Inter, ready to be shown. @param size  in the units of `cr`
Layout lay(cairo_t* cr, const std::string& text, double size, PangoWeight weight);
std::pair<double, double> sizeOf(const Layout& layout); ///< width and height in the units of its `cr`

/// A text that wraps at `width`, written with its upper left corner at (x, y). Millimetres, of the letters
/// points.
/// @return its height  @param draw  false: only measured
double paragraph(cairo_t* cr, const std::string& text, double size, PangoWeight weight, double x, double y,
                 double width, bool draw = true);

/// The code with its white around, on white paper. @param x, y, module  in the units of `cr`  @return the
/// side
double drawCode(cairo_t* cr, const QrCode& code, double x, double y, double module);

/// A PDF in memory: draw, cairo_show_page() between the pages, then finish().
class PdfFile
{
public:
    PdfFile(double widthMm, double heightMm);
    PdfFile(const PdfFile&) = delete; ///< cairo writes into it
    PdfFile& operator=(const PdfFile&) = delete;
    cairo_t* cr() const { return cr_.get(); } ///< in points
    std::string finish();                     ///< the file's bytes; once  @throws PrintFailed

private:
    std::string bytes_;
    Surface surface_;
    Context cr_;
};
} // namespace accueil::printing
