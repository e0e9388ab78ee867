// core/wxkit/icons.h - line icons, 24 grid, stroke 2; always beside a word.
#pragma once
#include <string>
#include <wx/bmpbndl.h>
#include <wx/colour.h>

namespace accueil::wxkit
{
enum class Icon {
    arrowDown,
    arrowLeft,
    arrowRight,
    arrowUp,
    backspace,
    bell,
    calendar,
    chevronDown,
    chevronUp,
    clock,
    contrast,
    cross,
    globe,
    help,
    hourglass,
    identityCard,
    info,
    larger,
    lower,
    mail,
    pause,
    people,
    person,
    phone,
    pin,
    plus,
    printer,
    raise,
    search,
    serving,
    speaker,
    stop,
    tick,
    ticket,
    warning,
};

/// @param px  side in logical pixels
wxBitmapBundle icon(Icon which, const wxColour& colour, int px, double stroke = 2);
/// The same as a document, for other renderers and tests.
std::string iconSvg(Icon which, const std::string& colour, double stroke = 2);
} // namespace accueil::wxkit
