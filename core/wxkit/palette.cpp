#include "core/wxkit/palette.h"
#include "core/wxkit/text.h"
#include <array>
#include <wx/settings.h>

namespace accueil::wxkit
{
namespace
{
wxColour rgb(unsigned value)
{
    return {static_cast<unsigned char>(value >> 16), static_cast<unsigned char>(value >> 8 & 0xFF),
            static_cast<unsigned char>(value & 0xFF)};
}

Palette light()
{
    return {.bg = rgb(0xF4F6F8),
            .surface = rgb(0xFFFFFF),
            .sunken = rgb(0xE8ECF0),
            .ink = rgb(0x101C28),
            .ink2 = rgb(0x3A4855),
            .edge = rgb(0x66737F),
            .line = rgb(0xC6CED6),
            .primary = rgb(0x0A4A82),
            .onPrimary = rgb(0xFFFFFF),
            .primarySoft = rgb(0xE3EEF8),
            .ok = rgb(0x07543A),
            .okSoft = rgb(0xDDF1E8),
            .warn = rgb(0x7A4300),
            .warnSoft = rgb(0xFFF1D2),
            .error = rgb(0x9B1510),
            .errorSoft = rgb(0xFCE8E6)};
}

Palette dark()
{
    return {.bg = rgb(0x15191E),
            .surface = rgb(0x1E242B),
            .sunken = rgb(0x0F1317),
            .ink = rgb(0xF1F4F7),
            .ink2 = rgb(0xBAC5D0),
            .edge = rgb(0x8A97A4),
            .line = rgb(0x39434E),
            .primary = rgb(0x8EC5FF),
            .onPrimary = rgb(0x04213D),
            .primarySoft = rgb(0x16324D),
            .ok = rgb(0x7FD6B2),
            .okSoft = rgb(0x123328),
            .warn = rgb(0xFFC766),
            .warnSoft = rgb(0x3A2A08),
            .error = rgb(0xFFA59C),
            .errorSoft = rgb(0x421815)};
}

Palette highContrast()
{
    const wxColour black = rgb(0x000000), white = rgb(0xFFFFFF), yellow = rgb(0xFFD800);
    return {.bg = black,
            .surface = black,
            .sunken = black,
            .ink = white,
            .ink2 = white,
            .edge = white,
            .line = white,
            .primary = yellow,
            .onPrimary = black,
            .primarySoft = black,
            .ok = white,
            .okSoft = black,
            .warn = yellow,
            .warnSoft = black,
            .error = yellow,
            .errorSoft = black};
}

using States = std::array<StateColours, 9>;

States lightStates()
{
    return {{{rgb(0xFFFFFF), rgb(0x3A4855), true},
             {rgb(0xC4ABEB), rgb(0x250B4D)},
             {rgb(0xBFD9F3), rgb(0x06294B)},
             {rgb(0xFFE08A), rgb(0x453000)},
             {rgb(0xF7A556), rgb(0x331400)},
             {rgb(0x79CBB4), rgb(0x00281F)},
             {rgb(0xE3E6E8), rgb(0x36434E)},
             {rgb(0x7A2019), rgb(0xFFFFFF)},
             {rgb(0xFFFFFF), rgb(0x56626E), true}}};
}

States darkStates()
{
    return {{{rgb(0x1E242B), rgb(0xBAC5D0), true},
             {rgb(0x6A4A9E), rgb(0xFFFFFF)},
             {rgb(0x173A5C), rgb(0xCFE5FC)},
             {rgb(0x5A4300), rgb(0xFFE7A8)},
             {rgb(0xE8944A), rgb(0x241000)},
             {rgb(0x3FA487), rgb(0x00150F)},
             {rgb(0x333B43), rgb(0xCBD3DA)},
             {rgb(0xF2B8B1), rgb(0x4A0F0B)},
             {rgb(0x1E242B), rgb(0x9AA7B3), true}}};
}
} // namespace

const Palette& palette(Theme theme)
{
    static const Palette palettes[] = {light(), dark(), highContrast()};
    return palettes[static_cast<int>(theme)];
}

Theme systemTheme()
{
    return wxSystemSettings::GetAppearance().IsDark() ? Theme::dark : Theme::light;
}

const StateColours& stateColours(Theme theme, StateTint state)
{
    static const States lights = lightStates(), darks = darkStates();
    return (theme == Theme::light ? lights : darks)[static_cast<std::size_t>(state)];
}

const ScreenPalette& screenPalette()
{
    static const ScreenPalette colours{.bg = rgb(0x0C1722),
                                       .panel = rgb(0x15232F),
                                       .text = rgb(0xFFFFFF),
                                       .text2 = rgb(0xC9D5E0),
                                       .accent = rgb(0xFFD24D),
                                       .onAccent = rgb(0x1C1400),
                                       .newest = rgb(0xFFFFFF),
                                       .onNewest = rgb(0x0C1722),
                                       .staleCall = rgb(0xA9B4BE),
                                       .onStaleCall = rgb(0x0C1722),
                                       .staleList = rgb(0xB4C0CB)};
    return colours;
}

std::string hex(const wxColour& colour)
{
    return from_wx(colour.GetAsString(wxC2S_HTML_SYNTAX));
}
} // namespace accueil::wxkit
