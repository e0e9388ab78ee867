// core/wxkit/palette.h - the colour tokens of the suite.
#pragma once
#include <string>
#include <wx/colour.h>

namespace accueil::wxkit
{
enum class Theme { light, dark, highContrast };

/// Text tokens (ink, ink2, primary, ok, warn, error) have at least 6:1 on bg and surface.
struct Palette
{
    wxColour bg;      ///< behind everything
    wxColour surface; ///< fields, panels, lists
    wxColour sunken;  ///< disabled, bar tracks
    wxColour ink;     ///< text, selected toggles
    wxColour ink2;    ///< second text, disabled text
    wxColour edge;    ///< borders of what can be pressed or typed in
    wxColour line;    ///< separators only
    wxColour primary, onPrimary, primarySoft;
    wxColour ok, okSoft;
    wxColour warn, warnSoft;
    wxColour error, errorSoft;
};

const Palette& palette(Theme theme);
/// What the desktop asks for: light or dark.
Theme systemTheme();

/// Fill and text of a visit's state; the state is always said by a word and an icon too.
struct StateColours
{
    wxColour fill, text;
    bool dashed = false; ///< dashed edge in `edge`
};
enum class StateTint { free, held, booked, arrived, called, serving, served, missed, cancelled };
const StateColours& stateColours(Theme theme, StateTint state);

/// Of the call screens, which are always dark.
struct ScreenPalette
{
    wxColour bg, panel, text, text2, accent, onAccent, newest, onNewest, staleCall, onStaleCall, staleList;
};
const ScreenPalette& screenPalette();

/// "#0A4A82"
std::string hex(const wxColour& colour);
} // namespace accueil::wxkit
