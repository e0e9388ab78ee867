// core/wxkit/card.h - a panel with a fill, a border and round corners: notices, boxes, state chips.
#pragma once
#include "core/wxkit/palette.h"
#include <wx/panel.h>

namespace accueil::wxkit
{
struct CardLook
{
    wxColour fill{}, border{};
    int width = 1;     ///< of the border, logical pixels; 0 for none
    int radius = 6;    ///< logical pixels
    wxColour around{}; ///< behind the corners; the parent's background where not set
    bool dashed = false;
};

/// Information, something to look at, or something to correct: fill, border and text of look "notice".
enum class Notice { info, ok, warn, error };
CardLook noticeLook(Theme theme, Notice kind);
const wxColour& noticeText(Theme theme, Notice kind);

class Card : public wxPanel
{
public:
    Card(wxWindow* parent, CardLook look);
    void setLook(CardLook look);

private:
    CardLook look_;
};
} // namespace accueil::wxkit
