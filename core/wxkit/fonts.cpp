#include "core/wxkit/fonts.h"
#include "core/wxkit/text.h"

namespace accueil::wxkit
{
wxFont font(double px, Weight weight)
{
    // Not by pixels: wx takes those as the height of a line and so makes the em a fifth too small.
    return wxFont(wxFontInfo(px * 72 / 96).FaceName(to_wx(fontFace)).Weight(static_cast<int>(weight)));
}
} // namespace accueil::wxkit
