// staff-desktop/ui/legend.h - what the colours of the grid mean, in words.
#pragma once
#include "staff-desktop/ui/widgets.h"
#include <vector>

namespace accueil
{
class Legend : public Box
{
public:
    explicit Legend(wxWindow* parent);
    void show(const Look& look, const Messages& messages);

private:
    std::vector<Chip*> chips_;
};
} // namespace accueil
