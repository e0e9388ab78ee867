// staff-desktop/ui/box.h - a panel that holds others and never takes the keyboard itself.
#pragma once
#include <wx/panel.h>

namespace accueil
{
/// A bare wxPanel is a stop of the Tab key as soon as nothing in it can be pressed.
class Box : public wxPanel
{
public:
    explicit Box(wxWindow* parent) : wxPanel(parent) { m_container.DisableSelfFocus(); }
};
} // namespace accueil
