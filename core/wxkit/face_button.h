// core/wxkit/face_button.h - a native button that paints its own face.
#pragma once
#include <string>
#include <wx/button.h>

class wxGraphicsContext;

namespace accueil::wxkit
{
/// Focus, keyboard, press, screen reader and the style sheet (ground, border, focus ring) are the native button's;
/// only what stands on it is painted by the class derived from this one.
class FaceButton : public wxButton
{
public:
    /// @param name  what is read aloud and what a test finds: the visible label
    FaceButton(wxWindow* parent, const std::string& name, const std::string& description = {});

protected:
    virtual void paintFace(wxGraphicsContext& canvas, const wxSize& size) = 0;

private:
    struct Hook;
};
} // namespace accueil::wxkit
