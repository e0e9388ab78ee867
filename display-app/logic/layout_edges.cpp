// The header and the foot of a page.
#include "display-app/logic/page.h"
#include <algorithm>
#include <cmath>

namespace accueil::display
{
namespace
{
void addTown(Page& page, double left, double right, const Box& header)
{
    const double room = right - left;
    Style style{page.px(48), Weight::label, Tint::text};
    if (page.set.width(page.state.town, style) > room) style.px = page.px(36);
    auto lines = page.set.balanced(page.state.town, style, page.set.width(page.state.town, style) > room ? 2 : 1);
    for (const auto& text : lines) style.px = std::min(style.px, page.set.fitted(text, style, room));
    page.scene.page.texts.push_back(page.set.block("town", lines, style, left, header.y + header.h / 2));
}

struct FootPlan
{
    Style style;
    std::vector<std::vector<std::string>> lines; ///< of each text
    std::size_t most = 1;                        ///< lines
};

/// Two lines if they fit at a readable size; a longer text takes the lines that it needs.
FootPlan planFoot(const Page& page, double room, Tint tint)
{
    FootPlan plan;
    for (const int size : {50, 46, 42}) {
        plan = {{page.px(size), Weight::title, tint}, {}, 1};
        for (const auto& text : page.state.foot.texts) {
            plan.lines.push_back(page.set.wrap(text, plan.style, room));
            plan.most = std::max(plan.most, plan.lines.back().size());
        }
        if (plan.most <= 2) break;
    }
    return plan;
}

Symbol symbolOf(Foot::Kind kind)
{
    if (kind == Foot::Kind::message) return Symbol::info;
    return kind == Foot::Kind::age ? Symbol::hourglass : Symbol::warning;
}
} // namespace

double addHeader(Page& page)
{
    const double top = page.at(page.portrait ? 22 : 14);
    const Box header{page.left(), top, page.right() - page.left(), page.at(83)};
    auto& layer = page.scene.page;
    double left = header.x, right = header.right();
    if (!page.state.zone.empty()) {
        const Style style{page.px(56), Weight::title, Tint::onAccent};
        const Box badge{left, top, page.set.width(page.state.zone, style) + page.at(60), header.h};
        layer.shapes.push_back({badge, page.at(12), Tint::accent});
        layer.texts.push_back(page.set.line("zone", page.state.zone, style, Align::left, badge.x + page.at(30),
                                            middleBaseline(badge, style.px)));
        left = badge.right() + page.at(30);
    }
    if (!page.state.clock.empty()) {
        const Style style{page.px(72), Weight::title, Tint::text, true};
        layer.texts.push_back(page.set.line("clock", page.state.clock, style, Align::right, right,
                                            middleBaseline(header, style.px)));
        right -= page.set.width(page.state.clock, style) + page.at(30);
    }
    if (!page.state.town.empty()) addTown(page, left, right, header);
    return top + header.h + page.at(page.portrait ? 23 : 15);
}

double addFoot(Page& page)
{
    const auto& foot = page.state.foot;
    if (foot.kind == Foot::Kind::none) return page.height - page.at(48);
    const bool message = foot.kind == Foot::Kind::message;
    const double textLeft = page.left() + page.at(93);
    const FootPlan plan = planFoot(page, page.right() - textLeft, message ? Tint::onAccent : Tint::text);
    const double lines = std::round(lineHeight * plan.style.px) * static_cast<double>(plan.most - 1);
    const double high = page.at(112) + lines, top = page.height - high, bleed = page.at(16);

    auto& layer = page.scene.page;
    const Box bar{-bleed, top, page.width + 2 * bleed, message ? high + bleed : page.at(6)};
    layer.shapes.push_back({bar, 0, Tint::accent}); // further than the edges, for the shift against burn-in
    const double side = page.at(56), middle = top + high / 2;
    layer.icons.push_back({symbolOf(foot.kind), {page.left() + page.at(3), middle - side / 2, side, side},
                           message ? Tint::onAccent : Tint::accent});
    layer.texts.push_back(page.set.block("foot", plan.lines[foot.shown], plan.style, textLeft, middle));
    return top - page.at(24);
}
} // namespace accueil::display
