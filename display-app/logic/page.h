// display-app/logic/page.h - what the parts of a page share while it is laid out.
#pragma once
#include "display-app/logic/display_state.h"
#include "display-app/logic/typesetter.h"

namespace accueil::display
{
/// Lengths below are given for a screen 1080 high (portrait: wide) and become pixels by at() and px().
class Page
{
public:
    Page(const State& state, double width, double height, const TextMeasure& measure);

    double at(double length) const { return length * scene.unit; }
    int px(double size) const;

    const State& state;
    const double width, height;
    const bool portrait;
    Typesetter set;
    Scene scene;

    double left() const { return at(56); }
    double right() const { return width - at(56); }
    bool old() const { return state.phase == Phase::stale; }
};

/// The zone, the town, the clock. @returns the top of what follows
double addHeader(Page& page);
/// The message, the age or the fault. @returns the bottom of what stands above
double addFoot(Page& page);
/// The estimated waits, above `bottom`, if they leave room for the calls below `top`.
/// @returns the bottom of what stands above
double addWaits(Page& page, double top, double bottom);
void addNewest(Page& page, const Box& frame);
void addList(Page& page, const Box& box);
void addNotice(Page& page, const Box& frame);
} // namespace accueil::display
