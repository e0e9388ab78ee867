// display-app/ui/wx_measure.h - widths of text as wx will draw it.
#pragma once
#include "display-app/logic/scene.h"
#include <map>
#include <memory>
#include <wx/graphics.h>

namespace accueil::display
{
class WxMeasure : public TextMeasure
{
public:
    WxMeasure();
    double width(const std::string& utf8, int px, Weight weight) const override;

private:
    std::unique_ptr<wxGraphicsContext> context_;
    mutable std::map<std::pair<int, Weight>, wxGraphicsFont> fonts_;
};
} // namespace accueil::display
