// kiosk-app/ui/touch_button.h - every button of the kiosk: a large target with a picture and one or two
// lines.
#pragma once
#include "core/wxkit/face_button.h"
#include "core/wxkit/icons.h"
#include "kiosk-app/ui/look.h"
#include <functional>
#include <optional>

namespace accueil::kiosk
{
struct Face
{
    enum class Kind { plain, primary, on, strong, time };
    enum class Arrange {
        row,     ///< picture left, title with a second line below it
        stack,   ///< picture above the title
        centred, ///< picture, title and arrow in one line
    };
    std::string title, text;
    std::optional<wxkit::Icon> icon{};
    bool arrow = false;
    Kind kind = Kind::plain;
    Arrange arrange = Arrange::centred;
    double titlePx = 50;
    wxkit::Weight weight = wxkit::Weight::title;
    double iconPx = 64;
};

class TouchButton : public wxkit::FaceButton
{
public:
    /// @param width   it has this width, and at least this height: more if its words need it
    /// @param height  design pixels are already scaled (Look::px)
    TouchButton(wxWindow* parent, const Look& look, Face face, int width, int height,
                std::function<void()> press);

    void setKind(Face::Kind kind);

private:
    void paintFace(wxGraphicsContext& canvas, const wxSize& size) override;
    void paintRow(wxGraphicsContext& canvas, const wxSize& size);
    void paintStack(wxGraphicsContext& canvas, const wxSize& size);
    void paintCentred(wxGraphicsContext& canvas, const wxSize& size);
    void paintIcon(wxGraphicsContext& canvas, wxkit::Icon icon, double x, double y, int px);
    wxkit::TextBlock titleBlock(int width, wxkit::Align align) const;
    wxkit::TextBlock textBlock(int width) const;
    int contentHeight(int width) const;
    int centredRoom(int width) const;
    int inset() const;
    int rowTextWidth(int width) const;
    const wxColour& ink() const;
    const wxColour& ink2() const;

    Look look_;
    Face face_;
};
} // namespace accueil::kiosk
