// staff-desktop/ui/page.h - one tab of the desk.
#pragma once
#include <wx/event.h>
#include <wx/panel.h>

namespace accueil
{
class Page : public wxPanel
{
public:
    explicit Page(wxWindow* parent) : wxPanel(parent) {}
    virtual void shown() = 0;                      ///< it is the front page now: caret where work begins
    virtual void hidden() = 0;
    virtual bool key(const wxKeyEvent& event) = 0; ///< true when the key was this page's
};

/// 1 to 9 for the keys of the upper row and the number pad, whatever the layout writes there; 0 for any other.
int digitKey(const wxKeyEvent& event);
} // namespace accueil
