// kiosk-app/ui/viewport.h - a page that may be longer than its place; it is turned by buttons, never dragged.
#pragma once
#include <wx/panel.h>
#include <wx/sizer.h>

namespace accueil::kiosk
{
class Viewport : public wxPanel
{
public:
    /// @param rim  left and right of the content, for the focus ring of a button that is as wide as the page
    Viewport(wxWindow* parent, int rim);

    int rim() const { return rim_; }

    wxWindow* body() { return body_; } ///< put the page's windows here
    void setContent(wxSizer* sizer);
    void clear();
    int naturalHeight() const;
    void setHeight(int height, int width);

    bool canScroll(int direction) const; ///< -1 up, 1 down
    void scroll(int direction);

private:
    void place();

    wxPanel* body_;
    int rim_, offset_ = 0, height_ = 0, width_ = 0;
};
} // namespace accueil::kiosk
