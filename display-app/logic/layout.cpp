#include "display-app/logic/layout.h"
#include "display-app/logic/page.h"
#include <algorithm>
#include <cmath>

namespace accueil::display
{
namespace
{
double unitOf(double width, double height)
{
    // A squarer window than the televisions that this is drawn for gets smaller letters, not cut ones.
    return height > width ? std::min(width / 1080, height / 1600) : std::min(height / 1080, width / 1360);
}

void addCalls(Page& page, double top, double bottom)
{
    const double left = page.left(), width = page.right() - left;
    if (page.portrait) {
        const double frame = std::round((bottom - top) * 0.46);
        addNewest(page, {left, top, width, frame});
        addList(page, {left, top + frame, width, bottom - top - frame});
        return;
    }
    const double list = std::clamp(width * 0.332, page.at(520), page.at(620));
    const double gap = page.at(32);
    addNewest(page, {left, top, width - list - gap, bottom - top});
    addList(page, {left + width - list, top, list, bottom - top});
}
} // namespace

Page::Page(const State& shown, double w, double h, const TextMeasure& measure)
    : state(shown), width(w), height(h), portrait(h > w), set(measure), scene{.unit = unitOf(w, h)}
{
}

int Page::px(double size) const
{
    return std::max(1, static_cast<int>(std::floor(size * scene.unit)));
}

Scene layOut(const State& state, double width, double height, const TextMeasure& measure)
{
    Page page(state, width, height, measure);
    const double top = addHeader(page);
    const double bottom = addWaits(page, top, addFoot(page));
    if (state.notice) addNotice(page, {page.left(), top, page.right() - page.left(), bottom - top});
    else if (state.newest) addCalls(page, top, bottom);
    return std::move(page.scene);
}
} // namespace accueil::display
