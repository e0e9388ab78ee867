#include "core/wxkit/text_block.h"
#include "core/wxkit/palette.h"
#include <algorithm>
#include <cmath>
#include <pango/pangocairo.h>
#include <sstream>
#include <wx/graphics.h>

namespace accueil::wxkit
{
namespace
{
PangoAlignment pangoAlign(Align align)
{
    return align == Align::left    ? PANGO_ALIGN_LEFT
           : align == Align::right ? PANGO_ALIGN_RIGHT
                                   : PANGO_ALIGN_CENTER;
}

/// "QR-Code" and "rendez-vous" are one word: a line does not end at their hyphen.
std::string keptTogether(const std::string& text)
{
    std::string all;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool inWord =
            text[i] == '-' && i > 0 && i + 1 < text.size() && text[i - 1] != ' ' && text[i + 1] != ' ';
        all += inWord ? "\u2011" : std::string(1, text[i]);
    }
    return all;
}

void setFont(PangoLayout* layout, const TextStyle& style)
{
    PangoFontDescription* font = pango_font_description_new();
    pango_font_description_set_family(font, std::string(fontFace).c_str());
    pango_font_description_set_weight(font, static_cast<PangoWeight>(style.weight));
    pango_font_description_set_absolute_size(font, style.px * PANGO_SCALE);
    pango_layout_set_font_description(layout, font);
    pango_font_description_free(font);

    PangoAttrList* attributes = pango_attr_list_new();
    pango_attr_list_insert(attributes, pango_attr_font_features_new("tnum"));
    pango_attr_list_insert(attributes, pango_attr_insert_hyphens_new(FALSE));
    pango_attr_list_insert(attributes, pango_attr_line_height_new_absolute(
                                           static_cast<int>(style.px * style.lineHeight * PANGO_SCALE)));
    if (style.spacing > 0)
        pango_attr_list_insert(attributes, pango_attr_letter_spacing_new(
                                               static_cast<int>(style.px * style.spacing * PANGO_SCALE)));
    pango_layout_set_attributes(layout, attributes);
    pango_attr_list_unref(attributes);
}
} // namespace

struct TextBlock::Layout
{
    PangoLayout* pango = nullptr;
    wxColour colour{};
    int width = 0, height = 0;

    explicit Layout(PangoLayout* made) : pango(made) {}
    Layout(const Layout&) = delete;
    Layout& operator=(const Layout&) = delete;
    ~Layout() { g_object_unref(pango); }
};

TextBlock::TextBlock(const std::string& text, const TextStyle& style, int width)
{
    PangoContext* context = pango_font_map_create_context(pango_cairo_font_map_get_default());
    layout_ = std::make_unique<Layout>(pango_layout_new(context));
    g_object_unref(context);
    PangoLayout* pango = layout_->pango;
    setFont(pango, style);
    if (width != unlimited) pango_layout_set_width(pango, width * PANGO_SCALE);
    pango_layout_set_wrap(pango, PANGO_WRAP_WORD_CHAR);
    pango_layout_set_alignment(pango, pangoAlign(style.align));
    const std::string shown = keptTogether(text);
    pango_layout_set_text(pango, shown.data(), static_cast<int>(shown.size()));
    layout_->colour = style.colour;
    pango_layout_get_pixel_size(pango, &layout_->width, &layout_->height);
}

TextBlock::~TextBlock() = default;
TextBlock::TextBlock(TextBlock&&) noexcept = default;
TextBlock& TextBlock::operator=(TextBlock&&) noexcept = default;

int TextBlock::width() const
{
    return layout_->width;
}

int TextBlock::height() const
{
    return layout_->height;
}

void TextBlock::draw(wxGraphicsContext& canvas, double x, double y) const
{
    auto* cr = static_cast<cairo_t*>(canvas.GetNativeContext());
    const wxColour& c = layout_->colour;
    cairo_save(cr);
    cairo_set_source_rgb(cr, c.Red() / 255.0, c.Green() / 255.0, c.Blue() / 255.0);
    cairo_move_to(cr, x, y);
    pango_cairo_update_layout(cr, layout_->pango);
    pango_cairo_show_layout(cr, layout_->pango);
    cairo_restore(cr);
}

double TextBlock::fittingPx(const std::string& text, const TextStyle& style, int width)
{
    int longest = 0;
    std::istringstream words(text);
    for (std::string word; words >> word;) longest = std::max(longest, TextBlock(word, style).width());
    return longest <= width ? style.px
                            : std::floor(style.px * width / longest * 0.98); // glyphs do not shrink evenly
}
} // namespace accueil::wxkit
