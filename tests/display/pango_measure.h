// tests/display/pango_measure.h - the width of real letters, without a window.
#pragma once
#include "display-app/logic/scene.h"
#include <pango/pangocairo.h>

namespace accueil::display
{
class PangoMeasure : public TextMeasure
{
public:
    PangoMeasure()
        : surface_(cairo_image_surface_create(CAIRO_FORMAT_ARGB32, 8, 8)), cairo_(cairo_create(surface_)),
          layout_(pango_cairo_create_layout(cairo_))
    {
    }
    ~PangoMeasure() override
    {
        g_object_unref(layout_);
        cairo_destroy(cairo_);
        cairo_surface_destroy(surface_);
    }
    PangoMeasure(const PangoMeasure&) = delete;
    PangoMeasure& operator=(const PangoMeasure&) = delete;

    double width(const std::string& utf8, int px, Weight weight) const override
    {
        PangoFontDescription* font = pango_font_description_from_string("Inter");
        pango_font_description_set_absolute_size(font, px * PANGO_SCALE);
        pango_font_description_set_weight(font, static_cast<PangoWeight>(weight));
        pango_layout_set_font_description(layout_, font);
        pango_font_description_free(font);
        pango_layout_set_text(layout_, utf8.c_str(), static_cast<int>(utf8.size()));
        int wide = 0, high = 0;
        pango_layout_get_pixel_size(layout_, &wide, &high);
        return wide;
    }

private:
    cairo_surface_t* surface_;
    cairo_t* cairo_;
    PangoLayout* layout_;
};
} // namespace accueil::display
