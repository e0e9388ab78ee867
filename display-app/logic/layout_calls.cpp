// The newest call, the last calls, and what stands in their place when there are none.
#include "display-app/logic/page.h"
#include <algorithm>
#include <cmath>

namespace accueil::display
{
namespace
{
constexpr double rows = 4;

/// The counter's line: an arrow on the side to which it points, if the side is known.
struct PlaceLine
{
    Style style;
    double width = 0, arrow = 0, gap = 0;
};

PlaceLine placeLine(const Page& page, const CallLine& call, int px, Tint tint)
{
    PlaceLine line{{px, Weight::number, tint}};
    if (call.side != Side::unknown) line.arrow = 0.86 * px, line.gap = 0.34 * px;
    line.width = page.set.width(call.place, line.style) + line.arrow + line.gap;
    return line;
}

void addPlace(Page& page, const CallLine& call, const PlaceLine& line, double centre, double baseline)
{
    auto& layer = page.scene.page;
    const double left = centre - line.width / 2;
    const bool arrowFirst = call.side == Side::left;
    layer.texts.push_back(page.set.line("newest.place", call.place, line.style, Align::left,
                                        left + (arrowFirst ? line.arrow + line.gap : 0), baseline));
    if (call.side == Side::unknown) return;
    const double x = arrowFirst ? left : left + line.width - line.arrow;
    const double middle = baseline - capHeight * line.style.px / 2;
    layer.icons.push_back({arrowFirst ? Symbol::arrowLeft : Symbol::arrowRight,
                           {x, middle - line.arrow / 2, line.arrow, line.arrow}, line.style.tint, 3});
}

struct NoticePlan
{
    Style title, subtitle, others;
    std::vector<std::string> titleLines{}, subtitleLines{};
    std::vector<std::vector<std::string>> otherLines{};
    double codeWidth = 0, height = 0;
};

double pitch(const Style& style)
{
    return std::round(lineHeight * style.px);
}

double height(const std::vector<std::string>& lines, const Style& style)
{
    return pitch(style) * static_cast<double>(lines.size());
}

/// As few lines as the room allows, of even length.
std::vector<std::string> even(const Page& page, const std::string& text, const Style& style, double room)
{
    return page.set.balanced(text, style, static_cast<int>(page.set.wrap(text, style, room).size()));
}

NoticePlan planNotice(const Page& page, const Notice& notice, double room, double factor)
{
    const Tint ink = notice.calm ? Tint::text : Tint::onNewest;
    NoticePlan plan{.title = {page.px(124 * factor), Weight::number, ink},
                    .subtitle = {page.px(60 * factor), Weight::text, notice.calm ? Tint::text2 : ink},
                    .others = {page.px(50 * factor), Weight::label, ink}};
    plan.titleLines = even(page, notice.title, plan.title, room);
    plan.subtitleLines = even(page, notice.subtitle, plan.subtitle, room);
    plan.codeWidth = page.set.width("WW", {plan.others.px, Weight::number, ink}) + page.at(24 * factor);
    plan.height = height(plan.titleLines, plan.title) + height(plan.subtitleLines, plan.subtitle) +
                  page.at(120 * factor);
    for (const auto& other : notice.others) {
        plan.otherLines.push_back(even(page, other.text, plan.others, room - plan.codeWidth));
        plan.height += height(plan.otherLines.back(), plan.others) + page.at(14 * factor);
    }
    if (page.set.width(plan.titleLines, plan.title) > room) plan.height = page.height; // a word too long: smaller
    return plan;
}

void addOthers(Page& page, const Notice& notice, const NoticePlan& plan, double left, double y, double factor)
{
    auto& layer = page.scene.page;
    Style codeStyle = plan.others;
    codeStyle.weight = Weight::number;
    for (std::size_t i = 0; i < notice.others.size(); ++i) {
        const double high = height(plan.otherLines[i], plan.others);
        const double first = y + pitch(plan.others) / 2 + capHeight * plan.others.px / 2;
        layer.texts.push_back(page.set.line("notice.code", notice.others[i].code, codeStyle, Align::left, left, first));
        layer.texts.push_back(
            page.set.block("notice.other", plan.otherLines[i], plan.others, left + plan.codeWidth, y + high / 2));
        y += high + page.at(14 * factor);
    }
}
} // namespace

void addNewest(Page& page, const Box& frame)
{
    const CallLine& call = *page.state.newest;
    const Tint ink = page.old() ? Tint::onStaleCall : Tint::onNewest;
    auto& layer = page.scene.page;
    layer.shapes.push_back({frame, page.at(28), page.old() ? Tint::staleCall : Tint::newest, page.at(16),
                            page.old() ? Tint::staleEdge : Tint::accent, true});

    const double room = frame.w - 2 * page.at(16 + 48);
    Style number{page.px(384), Weight::number, ink, false, true};
    // Number, gap and counter share the height: 384, 116 and 150 of a frame that has room for them.
    const double highest = (frame.h - 2 * page.at(16 + 52)) / (capHeight + 0.3 + capHeight * 0.4);
    number.px = std::min(number.px, static_cast<int>(highest));
    number.px = page.set.fitted(call.number, number, room);
    PlaceLine place = placeLine(page, call, std::min(page.px(150), static_cast<int>(number.px * 0.44)), ink);
    if (place.width > room) place = placeLine(page, call, static_cast<int>(place.style.px * room / place.width), ink);

    const double numberHigh = capHeight * number.px, placeHigh = capHeight * place.style.px;
    const double gap = 0.3 * number.px;
    const double top = frame.y + (frame.h - numberHigh - gap - placeHigh) / 2;
    layer.texts.push_back(page.set.line("newest.number", call.number, number, Align::centre, frame.x + frame.w / 2,
                                        top + numberHigh));
    addPlace(page, call, place, frame.x + frame.w / 2, top + numberHigh + gap + placeHigh);
}

void addList(Page& page, const Box& box)
{
    const double pad = page.at(38), gap = page.at(page.portrait ? 16 : 20);
    const double titles = page.at(page.portrait ? 95 : 75);
    Style title{page.px(42), Weight::label, Tint::text2};
    const double room = box.w - 2 * pad - page.at(24);
    const double wide = page.set.width(page.state.callsTitle, title) + page.set.width(page.state.counterTitle, title);
    if (wide > room) title.px = static_cast<int>(title.px * room / wide);
    const double baseline = middleBaseline({box.x, box.y, box.w, titles - page.at(page.portrait ? 0 : 22)}, title.px);
    auto& heads = page.scene.page.texts;
    heads.push_back(page.set.line("list.calls", page.state.callsTitle, title, Align::left, box.x + pad, baseline));
    heads.push_back(
        page.set.line("list.counter", page.state.counterTitle, title, Align::right, box.right() - pad, baseline));

    const double rowHigh = (box.h - titles - gap * (rows - 1)) / rows;
    const int highest = static_cast<int>((rowHigh - page.at(24)) / capHeight);
    const Tint ink = page.old() ? Tint::staleList : Tint::text;
    const Style number{std::min(page.px(112), highest), Weight::number, ink, true, true};
    const Style counter{std::min(page.px(92), highest), Weight::title, ink, true, true};
    page.scene.listPitch = rowHigh + gap;
    page.scene.listBox = {box.x, box.y + titles, box.w, box.h - titles};
    double y = box.y + titles;
    for (const auto& call : page.state.earlier) {
        const Box row{box.x, y, box.w, rowHigh};
        page.scene.list.shapes.push_back({row, page.at(16), Tint::panel});
        Style own = number;
        own.px = page.set.fitted(call.number, number, box.w - 3 * pad - page.set.width(call.counter, counter));
        page.scene.list.texts.push_back(page.set.line("list.number", call.number, own, Align::left, row.x + pad,
                                                      middleBaseline(row, own.px)));
        page.scene.list.texts.push_back(page.set.line("list.place", call.counter, counter, Align::right,
                                                      row.right() - pad, middleBaseline(row, counter.px)));
        y += rowHigh + gap;
    }
}

void addNotice(Page& page, const Box& frame)
{
    const Notice& notice = *page.state.notice;
    const double pad = page.at(page.portrait ? 72 : 112), room = frame.w - 2 * pad, left = frame.x + pad;
    double factor = 1;
    NoticePlan plan = planNotice(page, notice, room, factor);
    while (plan.height > frame.h - page.at(64) && factor > 0.2) plan = planNotice(page, notice, room, factor -= 0.04);

    auto& layer = page.scene.page;
    layer.shapes.push_back({frame, page.at(28), notice.calm ? Tint::panel : Tint::newest,
                            notice.calm ? 0 : page.at(16), Tint::accent});
    double y = frame.y + (frame.h - plan.height) / 2;
    const auto add = [&](const char* name, const std::vector<std::string>& lines, const Style& style) {
        const double high = height(lines, style);
        layer.texts.push_back(page.set.block(name, lines, style, left, y + high / 2));
        y += high;
    };
    add("notice.title", plan.titleLines, plan.title);
    y += page.at(16 * factor);
    add("notice.subtitle", plan.subtitleLines, plan.subtitle);
    y += page.at(44 * factor);
    layer.shapes.push_back({{left, y, room, std::max(1.0, page.at(4))}, 0, notice.calm ? Tint::staleEdge : Tint::line});
    addOthers(page, notice, plan, left, y + page.at(46 * factor), factor);
}
} // namespace accueil::display
