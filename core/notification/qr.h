// core/notification/qr.h - the QR code of a mail, a page or a ticket.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace accueil
{
/// A text as a square of dark and light modules, correction level M. Immutable, any thread.
class QrCode
{
public:
    /// Light modules that must surround the code on every side, or readers miss it.
    static constexpr int quietZone = 4;

    /// @param text  ASCII: readers guess at anything else. A check-in token gives the smallest code, 21
    /// modules a side
    /// @throws InvalidInput  if the text is empty or too long for a code
    explicit QrCode(std::string_view text);

    int size() const { return size_; } ///< modules a side, without the quiet zone
    bool dark(int row, int column) const { return dark_[index(row, column)]; } ///< 0 <= row, column < size()

    /// A PNG file, grey on 8 bits, opaque and with the quiet zone, so that it keeps its white square on any
    /// ground.
    std::string png(int pixelsPerModule) const;
    /// The same as an `<svg>` element of its own for a page: no script, no style, scales to its box.
    /// @param label  read aloud instead of the picture; escaped here
    std::string svg(std::string_view label) const;

private:
    std::size_t index(int row, int column) const
    {
        return static_cast<std::size_t>(row) * static_cast<std::size_t>(size_) +
               static_cast<std::size_t>(column);
    }

    int size_ = 0;
    std::vector<bool> dark_;
};
} // namespace accueil
