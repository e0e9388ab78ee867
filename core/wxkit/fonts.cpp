#include "core/wxkit/fonts.h"
#include "core/wxkit/text.h"
#include <cmath>

namespace accueil::wxkit
{
wxFont font(double px, Weight weight)
{
    const int pixels = static_cast<int>(std::lround(px));
    return wxFont(wxFontInfo(wxSize(0, pixels)).FaceName(to_wx(fontFace)).Weight(static_cast<int>(weight)));
}
} // namespace accueil::wxkit
