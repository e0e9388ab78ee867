#include "core/notification/qr.h"
#include "core/base/errors.h"
#include <cairo.h>
#include <fmt/format.h>
#include <memory>
#include <new>
#include <qrencode.h>

namespace accueil
{
namespace
{
using Surface = std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)>;

void check(cairo_status_t status)
{
    // Memory is all that can fail: the sizes are ours and the sink is a string.
    if (status != CAIRO_STATUS_SUCCESS) throw std::bad_alloc();
}

cairo_status_t append(void* sink, const unsigned char* bytes, unsigned count)
{
    static_cast<std::string*>(sink)->append(reinterpret_cast<const char*>(bytes), count);
    return CAIRO_STATUS_SUCCESS;
}

std::string escaped(std::string_view text)
{
    std::string safe;
    for (const char c : text) {
        switch (c) {
        case '&':
            safe += "&amp;";
            break;
        case '<':
            safe += "&lt;";
            break;
        case '>':
            safe += "&gt;";
            break;
        case '"':
            safe += "&quot;";
            break;
        default:
            safe += c;
        }
    }
    return safe;
}
} // namespace

QrCode::QrCode(std::string_view text)
{
    if (text.empty()) throw InvalidInput("a QR code needs a text");
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
        QRcode_encodeString(std::string(text).c_str(), 0, QR_ECLEVEL_M, QR_MODE_8, 1), &QRcode_free);
    if (!code) throw InvalidInput("this text does not fit into a QR code");
    size_ = code->width;
    dark_.resize(index(size_, 0));
    for (std::size_t i = 0; i < dark_.size(); ++i) dark_[i] = code->data[i] & 1;
}

std::string QrCode::png(int pixelsPerModule) const
{
    const int side = (size_ + 2 * quietZone) * pixelsPerModule;
    const Surface surface(cairo_image_surface_create(CAIRO_FORMAT_A8, side, side), &cairo_surface_destroy);
    check(cairo_surface_status(surface.get()));
    cairo_surface_flush(surface.get());
    unsigned char* pixels = cairo_image_surface_get_data(surface.get());
    const int stride = cairo_image_surface_get_stride(surface.get());
    for (int y = 0; y < side; ++y) {
        for (int x = 0; x < side; ++x) {
            const int row = y / pixelsPerModule - quietZone, column = x / pixelsPerModule - quietZone;
            const bool inside = row >= 0 && row < size_ && column >= 0 && column < size_;
            pixels[y * stride + x] = inside && dark(row, column) ? 0 : 255; // cairo writes A8 as grey
        }
    }
    cairo_surface_mark_dirty(surface.get());
    std::string file;
    check(cairo_surface_write_to_png_stream(surface.get(), &append, &file));
    return file;
}

std::string QrCode::svg(std::string_view label) const
{
    std::string path;
    for (int row = 0; row < size_; ++row) {
        for (int column = 0; column < size_; ++column) {
            if (!dark(row, column)) continue;
            const int from = column;
            while (column + 1 < size_ && dark(row, column + 1)) ++column;
            const int length = column - from + 1;
            path += fmt::format("M{} {}h{}v1h-{}z", from + quietZone, row + quietZone, length, length);
        }
    }
    const int side = size_ + 2 * quietZone;
    return fmt::format(
        R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {0} {0}" role="img" aria-label="{1}")"
        R"( shape-rendering="crispEdges"><rect width="{0}" height="{0}" fill="#fff"/>)"
        R"(<path fill="#000" d="{2}"/></svg>)",
        side, escaped(label), path);
}
} // namespace accueil
