#include "display-app/ui/wx_measure.h"
#include "core/wxkit/fonts.h"
#include "core/wxkit/text.h"

namespace accueil::display
{
WxMeasure::WxMeasure() : context_(wxGraphicsContext::Create()) {}

double WxMeasure::width(const std::string& utf8, int px, Weight weight) const
{
    auto& font = fonts_[{px, weight}];
    if (font.IsNull()) font = context_->CreateFont(wxkit::font(px, static_cast<wxkit::Weight>(weight)), *wxBLACK);
    context_->SetFont(font);
    double width = 0, height = 0;
    context_->GetTextExtent(to_wx(utf8), &width, &height);
    return width;
}
} // namespace accueil::display
