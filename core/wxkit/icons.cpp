#include "core/wxkit/icons.h"
#include "core/wxkit/palette.h"
#include <fmt/format.h>

namespace accueil::wxkit
{
namespace
{
/// Inner markup; "@" stands for the colour where a shape is filled.
const char* shapes(Icon which)
{
    switch (which) {
    case Icon::arrowDown:
        return R"(<path d="M12 4v16M5 13l7 7 7-7"/>)";
    case Icon::arrowLeft:
        return R"(<path d="M20 12H4M11 5l-7 7 7 7"/>)";
    case Icon::arrowRight:
        return R"(<path d="M4 12h16M13 5l7 7-7 7"/>)";
    case Icon::arrowUp:
        return R"(<path d="M12 20V4M5 11l7-7 7 7"/>)";
    case Icon::backspace:
        return R"(<path d="M21 5H9l-7 7 7 7h12zM17 9l-5 6M12 9l5 6"/>)";
    case Icon::bell:
        return R"(<path d="M6 9a6 6 0 0 1 12 0c0 6 2.5 7.5 2.5 7.5h-17S6 15 6 9M10 20.5h4"/>)";
    case Icon::calendar:
        return R"(<rect x="3" y="4.5" width="18" height="16.5" rx="2"/><path d="M3 10h18M8 2.5v4M16 2.5v4"/>)";
    case Icon::chevronDown:
        return R"(<path d="M5 9l7 7 7-7"/>)";
    case Icon::chevronUp:
        return R"(<path d="M5 15l7-7 7 7"/>)";
    case Icon::clock:
        return R"(<circle cx="12" cy="12" r="9.5"/><path d="M12 6.5V12l3.5 2"/>)";
    case Icon::contrast:
        return R"(<circle cx="12" cy="12" r="9.5"/><path fill="@" d="M12 2.5a9.5 9.5 0 0 1 0 19z"/>)";
    case Icon::cross:
        return R"(<path d="M5 5l14 14M19 5L5 19"/>)";
    case Icon::globe:
        return R"(<circle cx="12" cy="12" r="9.5"/><path d="M2.5 12h19M12 2.5c5.5 5.8 5.5 13.2 0 19M12 2.5c-5.5 5.8-5.5 13.2 0 19"/>)";
    case Icon::help:
        return R"(<circle cx="12" cy="12" r="9.5"/><path d="M9 9.2a3 3 0 0 1 5.9.8c0 2-2.9 2.6-2.9 4.2"/><path d="M12 17.3v.01"/>)";
    case Icon::hourglass:
        return R"(<path d="M6 2.5h12M6 21.5h12M7 2.5v4.2c0 2 5 3.6 5 5.3s-5 3.3-5 5.3v4.2M17 2.5v4.2c0 2-5 3.6-5 5.3s5 3.3 5 5.3v4.2"/>)";
    case Icon::identityCard:
        return R"(<rect x="2" y="4.5" width="20" height="15" rx="2"/><circle cx="8" cy="10.5" r="2"/><path d="M4.8 16.2c.3-2 1.6-2.9 3.2-2.9s2.9.9 3.2 2.9M14.5 9.5h4.5M14.5 14h4.5"/>)";
    case Icon::info:
        return R"(<circle cx="12" cy="12" r="9.5"/><path d="M12 11v6"/><path d="M12 7.3v.01"/>)";
    case Icon::larger:
        return R"(<path d="M2 19L8 4.5 14 19M4.2 14h7.6M14.5 19l3.5-8.5 3.5 8.5M15.8 16h4.4"/>)";
    case Icon::lower:
        return R"(<path d="M12 3v12M6.5 9.8L12 15.2l5.5-5.4M3.5 21h17"/>)";
    case Icon::mail:
        return R"(<rect x="2.5" y="5" width="19" height="14.5" rx="2"/><path d="M3 7l9 6.5L21 7"/>)";
    case Icon::pause:
        return R"(<path d="M8 5v14M16 5v14"/>)";
    case Icon::people:
        return R"(<circle cx="9" cy="7.5" r="3.8"/><path d="M1.8 20.5v-1.2a5.2 5.2 0 0 1 5.2-5.2h4a5.2 5.2 0 0 1 5.2 5.2v1.2M15.8 4a3.8 3.8 0 0 1 0 7M18.6 14.4a5 5 0 0 1 3.6 4.9v1.2"/>)";
    case Icon::person:
        return R"(<circle cx="12" cy="7.5" r="4"/><path d="M4.5 21v-1a6 6 0 0 1 6-6h3a6 6 0 0 1 6 6v1"/>)";
    case Icon::phone:
        return R"(<path d="M21.5 16.9v3a2 2 0 0 1-2.2 2A19.5 19.5 0 0 1 2.6 4.7a2 2 0 0 1 2-2.2h3a2 2 0 0 1 2 1.7c.1 1 .4 1.9.7 2.8a2 2 0 0 1-.5 2.1L8.6 10.3a16 16 0 0 0 5.6 5.6l1.2-1.2a2 2 0 0 1 2.1-.5c.9.3 1.8.6 2.8.7a2 2 0 0 1 1.2 2z"/>)";
    case Icon::pin:
        return R"(<path d="M12 22.5s7.5-7 7.5-12.7a7.5 7.5 0 0 0-15 0C4.5 15.5 12 22.5 12 22.5z"/><circle cx="12" cy="9.8" r="2.6"/>)";
    case Icon::plus:
        return R"(<path d="M12 5v14M5 12h14"/>)";
    case Icon::printer:
        return R"(<path d="M7 8.5V2.5h10v6M7 17.5H4.5a2 2 0 0 1-2-2v-5a2 2 0 0 1 2-2h15a2 2 0 0 1 2 2v5a2 2 0 0 1-2 2H17"/><rect x="7" y="13.5" width="10" height="8"/>)";
    case Icon::raise:
        return R"(<path d="M12 21V9M6.5 14.2L12 8.8l5.5 5.4M3.5 3h17"/>)";
    case Icon::search:
        return R"(<circle cx="10.5" cy="10.5" r="7"/><path d="M15.7 15.7L21 21"/>)";
    case Icon::serving:
        return R"(<path d="M4 8.5h15M15 4.5l4 4-4 4M20 15.5H5M9 11.5l-4 4 4 4"/>)";
    case Icon::speaker:
        return R"(<path d="M11 5L6.5 9H3v6h3.5l4.5 4zM15 9a4.2 4.2 0 0 1 0 6M18 6a8.4 8.4 0 0 1 0 12"/>)";
    case Icon::stop:
        return R"(<rect x="5" y="5" width="14" height="14" rx="1.5"/>)";
    case Icon::tick:
        return R"(<path d="M4.5 12.5l5 5L19.5 7"/>)";
    case Icon::ticket:
        return R"(<path d="M5 2.5h14v19l-2.4-1.8-2.3 1.8-2.3-1.8-2.3 1.8-2.3-1.8L5 21.5zM9 8h6M9 12h6"/>)";
    case Icon::warning:
        return R"(<path d="M12 3L1.8 20.5h20.4zM12 10v4.5"/><path d="M12 17.5v.01"/>)";
    }
    return "";
}
} // namespace

std::string iconSvg(Icon which, const std::string& colour, double stroke)
{
    std::string inner = shapes(which);
    for (auto at = inner.find('@'); at != std::string::npos; at = inner.find('@'))
        inner.replace(at, 1, colour);
    return fmt::format(
        R"(<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24" fill="none" )"
        R"(stroke="{}" stroke-width="{}" stroke-linecap="round" stroke-linejoin="round">{}</svg>)",
        colour, stroke, inner);
}

wxBitmapBundle icon(Icon which, const wxColour& colour, int px, double stroke)
{
    return wxBitmapBundle::FromSVG(iconSvg(which, hex(colour), stroke).c_str(), wxSize(px, px));
}
} // namespace accueil::wxkit
