#include "staff-desktop/ui/look.h"
#include <fmt/format.h>

namespace accueil
{
using wxkit::hex;
using wxkit::StateTint;

namespace
{
struct NamedState
{
    VisitState state;
    const char* style;
    StateTint tint;
    wxkit::Icon icon;
};
constexpr NamedState states[] = {
    {VisitState::held, "state-held", StateTint::held, wxkit::Icon::hourglass},
    {VisitState::booked, "state-booked", StateTint::booked, wxkit::Icon::calendar},
    {VisitState::arrived, "state-arrived", StateTint::arrived, wxkit::Icon::person},
    {VisitState::called, "state-called", StateTint::called, wxkit::Icon::bell},
    {VisitState::serving, "state-serving", StateTint::serving, wxkit::Icon::serving},
    {VisitState::served, "state-served", StateTint::served, wxkit::Icon::tick},
    {VisitState::missed, "state-missed", StateTint::missed, wxkit::Icon::cross},
    {VisitState::cancelled, "state-cancelled", StateTint::cancelled, wxkit::Icon::cross},
    {VisitState::parked, "state-parked", StateTint::served, wxkit::Icon::clock}};

const NamedState& named(VisitState state)
{
    for (const auto& one : states)
        if (one.state == state) return one;
    return states[1];
}

std::string stateClasses(wxkit::Theme theme)
{
    std::string css;
    for (const auto& one : states) {
        const auto& colours = wxkit::stateColours(theme, one.tint);
        css += fmt::format(
            ".{0} {{ background-color: {1}; border-radius: 6px; }} .{0} label, label.{0} {{ color: {2}; }}\n",
            one.style, hex(colours.fill), hex(colours.text));
    }
    const auto& free = wxkit::stateColours(theme, StateTint::free);
    return css +
           fmt::format(".state-free {{ background-color: {0}; border-radius: 6px; }} .state-free label, "
                       "label.state-free {{ color: {1}; }}\n",
                       hex(free.fill), hex(free.text));
}

std::string ownSheet(wxkit::Theme theme)
{
    const auto& p = wxkit::palette(theme);
    return stateClasses(theme) +
           fmt::format(R"(
.bg {{ background-color: {bg}; }} .bar, .surface {{ background-color: {surface}; }} .sunken {{ background-color: {sunken}; border-radius: 6px; }} .card {{ background-color: {surface}; border-radius: 6px; }}
.line {{ background-color: {line}; }}
label {{ color: {ink}; }} tooltip, tooltip.background {{ background-color: {ink}; }} tooltip label {{ color: {surface}; }} label.ink2 {{ color: {ink2}; }} label.stale {{ color: {edge}; }} label.ok {{ color: {ok}; }} label.warn {{ color: {warn}; }} label.error {{ color: {error}; }}
label.key {{ color: {ink2}; border: 1px solid {edge}; border-radius: 4px; padding: 1px 5px; }}
button {{ background-image: none; background-color: {surface}; border: 1px solid {edge}; padding: 2px 10px; }}
button label {{ color: {ink}; }}
button:hover {{ background-color: {primarySoft}; }}
button:disabled {{ background-color: {bg}; border: 1px dashed {edge}; }} button:disabled label {{ color: {ink2}; }}
button.slim {{ padding: 2px 6px; }} button.cell {{ padding: 0 7px; }}
button.choice:checked {{ background-color: {ink}; border-color: {ink}; }} button.choice:checked label {{ color: {surface}; }}
button.tab {{ background-color: transparent; border: none; border-radius: 0; border-bottom: 3px solid transparent; }}
button.tab:hover {{ background-color: {primarySoft}; }}
button.tab:checked {{ border-bottom: 3px solid {primary}; }} button.tab:checked label {{ font-weight: 700; }}
button.primary, button.primary:hover {{ background-color: {primary}; border: 1px solid {primary}; }}
button.primary label {{ color: {onPrimary}; }}
button.primary:disabled {{ background-color: {sunken}; border: 1px dashed {edge}; }} button.primary:disabled label {{ color: {ink2}; }}
button.flat, button.flat:hover {{ background-color: transparent; border: 1px solid transparent; padding: 2px 4px; }} button.flat:hover {{ border-color: {edge}; }}
button.chosen {{ border: 3px solid {primary}; padding: 0 5px; }}
textview, textview text {{ background-color: transparent; color: {ink}; }}
scrolledwindow.field {{ padding: 5px 8px; }}
entry, scrolledwindow.field {{ background-color: {surface}; border: 1px solid {edge}; border-radius: 6px; }}
entry {{ min-height: 30px; padding: 0 8px; }} entry.wrong, scrolledwindow.wrong {{ border: 2px solid {error}; }}
undershoot.bottom {{ background-image: none; border-bottom: 2px solid {edge}; }} undershoot.top {{ background-image: none; border-top: 2px solid {edge}; }}
scrollbar.vertical slider {{ min-height: 12px; }} scrollbar.horizontal slider {{ min-width: 12px; }}
.field scrollbar slider {{ min-height: 0; border-width: 0; margin: 0; }}
treeview.view {{ background-color: {surface}; color: {ink}; padding: 5px 4px; }}
treeview.view:selected {{ background-color: {primary}; color: {onPrimary}; }}
.soft treeview.view:selected {{ background-color: {primarySoft}; color: {ink}; }}
.tight treeview.view {{ padding: 2px 4px; }}
.cells treeview.view {{ background-color: {bg}; padding: 0 3px; outline: none; }}
treeview.view header button {{ border: none; border-bottom: 1px solid {edge}; border-radius: 0; background-color: {bg}; }}
.notice-info, .notice-ok, .notice-warn, .notice-error {{ border-radius: 6px; }}
.notice-info {{ background-color: {primarySoft}; }} .notice-ok {{ background-color: {okSoft}; }} .notice-ok label {{ color: {ok}; }}
.notice-warn {{ background-color: {warnSoft}; }} .notice-warn label {{ color: {warn}; }}
.notice-error {{ background-color: {errorSoft}; }} .notice-error label {{ color: {error}; }}
)",
                       fmt::arg("bg", hex(p.bg)), fmt::arg("surface", hex(p.surface)),
                       fmt::arg("sunken", hex(p.sunken)), fmt::arg("line", hex(p.line)),
                       fmt::arg("ink", hex(p.ink)), fmt::arg("ink2", hex(p.ink2)),
                       fmt::arg("edge", hex(p.edge)), fmt::arg("primary", hex(p.primary)),
                       fmt::arg("onPrimary", hex(p.onPrimary)), fmt::arg("primarySoft", hex(p.primarySoft)),
                       fmt::arg("ok", hex(p.ok)), fmt::arg("okSoft", hex(p.okSoft)),
                       fmt::arg("warn", hex(p.warn)), fmt::arg("warnSoft", hex(p.warnSoft)),
                       fmt::arg("error", hex(p.error)), fmt::arg("errorSoft", hex(p.errorSoft)));
}
} // namespace

Look::Look() : theme_(wxkit::systemTheme()), common_(wxkit::deskSheet(theme_)), own_(ownSheet(theme_)) {}

void Look::follow()
{
    const auto theme = wxkit::systemTheme();
    if (theme == theme_) return;
    theme_ = theme;
    common_.replace(wxkit::deskSheet(theme_));
    own_.replace(ownSheet(theme_));
    changed_();
}

StateTint tintOf(VisitState state)
{
    return named(state).tint;
}

wxkit::Icon iconOf(VisitState state)
{
    return named(state).icon;
}

const char* classOf(VisitState state)
{
    return named(state).style;
}

const char* classOf(Tone tone)
{
    switch (tone) {
    case Tone::plain:
        break;
    case Tone::good:
        return "ok";
    case Tone::look:
        return "warn";
    case Tone::wrong:
        return "error";
    }
    return "";
}
} // namespace accueil
