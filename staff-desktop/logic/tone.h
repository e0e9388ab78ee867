// staff-desktop/logic/tone.h - how a sentence is meant; the window gives it a colour.
#pragma once

namespace accueil
{
enum class Tone { plain, good, look, wrong };
} // namespace accueil
