#include "core/wxkit/style.h"
#include <fmt/format.h>

namespace accueil::wxkit
{
std::string deskSheet(Theme theme)
{
    const Palette& p = palette(theme);
    return fmt::format(R"(
* {{ font-feature-settings: "tnum"; }}
button {{ border-radius: 6px; box-shadow: none; text-shadow: none; }}
button.primary {{ background: {primary}; color: {onPrimary}; border-color: {primary}; font-weight: 600; }}
button.primary label {{ color: {onPrimary}; }}
button.primary:disabled {{ background: {sunken}; border-color: {edge}; }}
button.primary:disabled label {{ color: {ink2}; }}
button.toggle-on {{ background: {ink}; color: {surface}; border-color: {ink}; }}
button.toggle-on label {{ color: {surface}; }}
button:focus, entry:focus {{ outline: 3px solid {primary}; outline-offset: 2px; }}
)",
                       fmt::arg("primary", hex(p.primary)), fmt::arg("onPrimary", hex(p.onPrimary)),
                       fmt::arg("sunken", hex(p.sunken)), fmt::arg("edge", hex(p.edge)),
                       fmt::arg("ink", hex(p.ink)), fmt::arg("ink2", hex(p.ink2)),
                       fmt::arg("surface", hex(p.surface)));
}
} // namespace accueil::wxkit
