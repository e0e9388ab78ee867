// display-app/ui/scene_painter.h - draws a scene; knows colours and letters, decides nothing.
#pragma once
#include "display-app/logic/motion.h"
#include "display-app/logic/scene.h"
#include <map>
#include <wx/bmpbndl.h>
#include <wx/colour.h>
#include <wx/graphics.h>
#include <wx/window.h>

namespace accueil::display
{
class ScenePainter
{
public:
    explicit ScenePainter(wxWindow& window) : window_(window) {}

    /// @param damaged  only what lies here is drawn
    void paint(wxGraphicsContext& context, const Scene& scene, const Motion& motion, const Box& damaged);

private:
    void shape(wxGraphicsContext& context, const Shape& shape, const Motion& motion) const;
    void text(wxGraphicsContext& context, const Text& text);
    void icon(wxGraphicsContext& context, const Icon& icon);
    void layer(wxGraphicsContext& context, const Layer& layer, const Motion& motion, const Box& damaged);

    struct Face
    {
        wxGraphicsFont font;
        double ascent = 0;
    };
    const Face& face(wxGraphicsContext& context, const Text& text);

    wxWindow& window_;
    std::map<std::tuple<int, Weight, Tint>, Face> faces_;
    std::map<std::tuple<Symbol, int, Tint>, wxBitmapBundle> icons_;
};

wxColour colourOf(Tint tint);
} // namespace accueil::display
