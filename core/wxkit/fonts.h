// core/wxkit/fonts.h - one face in all windows, by weight and pixels.
#pragma once
#include <string_view>
#include <wx/font.h>

namespace accueil::wxkit
{
inline constexpr std::string_view fontFace = "Inter";

enum class Weight { text = 400, medium = 500, label = 600, title = 700, number = 800 };

/// @param px  height of the em in logical pixels (at 96 dpi one CSS pixel)
wxFont font(double px, Weight weight = Weight::text);
} // namespace accueil::wxkit
