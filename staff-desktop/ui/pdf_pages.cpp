#include "staff-desktop/ui/pdf_pages.h"
#include <cmath>
#include <poppler.h>
#include <stdexcept>

namespace accueil
{
namespace
{
constexpr double pointsPerMm = 72 / 25.4;

template <auto destroy>
struct With
{
    template <class T>
    void operator()(T* object) const
    {
        destroy(object);
    }
};
using Page = std::unique_ptr<PopplerPage, With<g_object_unref>>;
using Surface = std::unique_ptr<cairo_surface_t, With<cairo_surface_destroy>>;
using Context = std::unique_ptr<cairo_t, With<cairo_destroy>>;
using Bytes = std::unique_ptr<GBytes, With<g_bytes_unref>>;
using Letters = std::unique_ptr<char, With<g_free>>;
} // namespace

struct PdfPages::Document
{
    std::unique_ptr<PopplerDocument, With<g_object_unref>> pdf;
    Page page(int number) const { return Page(poppler_document_get_page(pdf.get(), number)); }
};

PdfPages::PdfPages(const std::string& bytes) : document_(std::make_unique<Document>())
{
    const Bytes copy(g_bytes_new(bytes.data(), bytes.size()));
    GError* error = nullptr;
    document_->pdf.reset(poppler_document_new_from_bytes(copy.get(), nullptr, &error));
    if (!error) return;
    const std::string why = error->message;
    g_error_free(error);
    throw std::runtime_error("cannot read the pages: " + why);
}

PdfPages::~PdfPages() = default;
PdfPages::PdfPages(PdfPages&&) noexcept = default;
PdfPages& PdfPages::operator=(PdfPages&&) noexcept = default;

int PdfPages::count() const
{
    return poppler_document_get_n_pages(document_->pdf.get());
}

std::pair<double, double> PdfPages::sizeMm(int page) const
{
    double width = 0, height = 0;
    poppler_page_get_size(document_->page(page).get(), &width, &height);
    return {width / pointsPerMm, height / pointsPerMm};
}

std::string PdfPages::text(int page) const
{
    const Letters letters(poppler_page_get_text(document_->page(page).get()));
    return letters ? letters.get() : "";
}

PdfPages::Picture PdfPages::draw(int number, int widthPx) const
{
    const Page page = document_->page(number);
    double width = 0, height = 0;
    poppler_page_get_size(page.get(), &width, &height);
    const double scale = widthPx / width;
    Picture picture{widthPx, static_cast<int>(std::lround(height * scale)), {}};
    const Surface surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, picture.width, picture.height));
    {
        const Context cr(cairo_create(surface.get()));
        cairo_set_source_rgb(cr.get(), 1, 1, 1);
        cairo_paint(cr.get());
        cairo_scale(cr.get(), scale, scale);
        poppler_page_render(page.get(), cr.get());
    }
    cairo_surface_flush(surface.get());
    if (cairo_surface_status(surface.get()) != CAIRO_STATUS_SUCCESS) throw std::runtime_error("cannot draw the page");
    const unsigned char* row = cairo_image_surface_get_data(surface.get());
    const int stride = cairo_image_surface_get_stride(surface.get());
    picture.rgb.reserve(static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.height) * 3);
    for (int y = 0; y < picture.height; ++y, row += stride)
        for (int x = 0; x < picture.width; ++x) {
            const auto pixel = reinterpret_cast<const std::uint32_t*>(row)[x]; // xrgb in the machine's order
            picture.rgb.push_back(static_cast<unsigned char>(pixel >> 16));
            picture.rgb.push_back(static_cast<unsigned char>(pixel >> 8));
            picture.rgb.push_back(static_cast<unsigned char>(pixel));
        }
    return picture;
}
} // namespace accueil
