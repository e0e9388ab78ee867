// core/wxkit/text_block.h - wrapped text that is measured before it is drawn, with tabular figures.
#pragma once
#include "core/wxkit/fonts.h"
#include <memory>
#include <string>
#include <wx/colour.h>
#include <wx/gdicmn.h>

class wxGraphicsContext;

namespace accueil::wxkit
{
enum class Align { left, centre, right };

struct TextStyle
{
    double px = 16; ///< height of the em
    Weight weight = Weight::text;
    wxColour colour{};
    Align align = Align::left;
    double lineHeight = 1.3; ///< of the em
    double spacing = 0;      ///< between letters, of the em
};

/// Words break only where a language allows it; a word wider than the block breaks anyway. GUI thread.
class TextBlock
{
public:
    static constexpr int unlimited = -1;
    TextBlock(const std::string& text, const TextStyle& style, int width = unlimited);
    ~TextBlock();
    TextBlock(TextBlock&&) noexcept;
    TextBlock& operator=(TextBlock&&) noexcept;

    int width() const;  ///< of the widest line
    int height() const; ///< of all lines
    /// @param x, y  upper left corner of the block; a block with a width aligns its lines inside it
    void draw(wxGraphicsContext& canvas, double x, double y) const;

    /// The size at which the longest word fits into `width`: `style.px`, or smaller.
    static double fittingPx(const std::string& text, const TextStyle& style, int width);

private:
    struct Layout;
    std::unique_ptr<Layout> layout_;
};
} // namespace accueil::wxkit
