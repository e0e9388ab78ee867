#include "kiosk-app/ui/look.h"
#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace accueil::kiosk
{
using wxkit::hex;

namespace
{
constexpr double shortSide = 1080, longSide = 1920, largerBy = 1.25, lyingType = 0.86, smallestType = 32;
}

Look::Look(const wxSize& screen, const Aids& aids)
    : screen_(screen), aids_(aids), wide_(screen.x > screen.y),
      unit_(std::min((wide_ ? screen.y : screen.x) / shortSide, (wide_ ? screen.x : screen.y) / longSide)),
      theme_(aids.contrast ? wxkit::Theme::highContrast : wxkit::Theme::light)
{
}

int Look::px(double design) const
{
    return static_cast<int>(std::lround(design * unit_));
}

double Look::type(double design) const
{
    // A lying screen is short: type is a little smaller there, but never below what is read at arm's length.
    const double size = wide_ ? std::max(smallestType, design * lyingType) : design;
    return size * unit_ * (aids_.larger ? largerBy : 1);
}

wxkit::TextStyle Look::title(double design) const
{
    return {.px = type(design), .weight = wxkit::Weight::title, .colour = colours().ink, .lineHeight = 1.12};
}

wxkit::TextStyle Look::strong(double design) const
{
    return {.px = type(design), .weight = wxkit::Weight::title, .colour = colours().ink, .lineHeight = 1.2};
}

wxkit::TextStyle Look::text(double design) const
{
    return {.px = type(design), .weight = wxkit::Weight::text, .colour = colours().ink2, .lineHeight = 1.33};
}

std::string Look::styleSheet() const
{
    const wxkit::Palette& p = colours();
    const bool contrast = theme_ == wxkit::Theme::highContrast;
    return fmt::format(
        R"(
button.kiosk {{ background: {surface}; border: {border}px solid {edge}; border-radius: {radius}px; padding: 0;
  min-width: 0; min-height: 0; box-shadow: none; text-shadow: none; transition: none;
  outline: {ring}px solid {focus}; outline-offset: {gap}px; -gtk-outline-radius: {ringRadius}px; }}
button.kiosk:active {{ background: {sunken}; border-color: {ink}; }}
button.kiosk.strong {{ border: {strongBorder}px solid {ink}; }}
button.kiosk.time {{ border-color: {primary}; }}
button.kiosk.primary, button.kiosk.primary:hover {{ background: {primary}; border-color: {primary}; }}
button.kiosk.primary:active {{ background: {pressed}; border-color: {pressed}; }}
button.kiosk.on, button.kiosk.on:hover {{ background: {on}; border-color: {on}; }}
button.kiosk:disabled {{ background: {sunken}; border-color: {edge}; border-style: {disabled}; }}
)",
        fmt::arg("surface", hex(p.surface)), fmt::arg("border", border()), fmt::arg("edge", hex(p.edge)),
        fmt::arg("radius", px(20)), fmt::arg("ring", px(6)),
        fmt::arg("focus", hex(contrast ? p.ink : p.primary)), fmt::arg("gap", px(2)),
        fmt::arg("ringRadius", px(28)), fmt::arg("sunken", hex(p.sunken)), fmt::arg("ink", hex(p.ink)),
        fmt::arg("disabled", contrast ? "dashed" : "solid"), fmt::arg("strongBorder", px(5)),
        fmt::arg("primary", hex(p.primary)), fmt::arg("pressed", hex(p.ink)),
        fmt::arg("on", hex(contrast ? p.primary : p.ink)));
}
} // namespace accueil::kiosk
