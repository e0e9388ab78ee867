// display-app/logic/layout.h - the page of a call screen for any size, landscape or portrait. Pure.
#pragma once
#include "display-app/logic/display_state.h"
#include "display-app/logic/scene.h"

namespace accueil::display
{
/// Sizes follow the height (portrait: the width); texts that do not fit wrap, then shrink: nothing is ever cut.
/// @param width, height  of the window, pixels
Scene layOut(const State& state, double width, double height, const TextMeasure& measure);
} // namespace accueil::display
