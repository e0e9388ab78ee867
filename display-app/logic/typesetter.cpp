#include "display-app/logic/typesetter.h"
#include <algorithm>
#include <cmath>

namespace accueil::display
{
namespace
{
bool isFigure(char c)
{
    return c >= '0' && c <= '9';
}

/// "5 à 10" as "5", " à ", "1", "0".
std::vector<std::string> columnsOf(const std::string& text)
{
    std::vector<std::string> parts;
    for (const char c : text) {
        if (isFigure(c) || parts.empty() || isFigure(parts.back().front())) parts.emplace_back();
        parts.back() += c;
    }
    return parts;
}

std::vector<std::string> wordsOf(const std::string& text)
{
    std::vector<std::string> words(1);
    for (const char c : text) {
        if (c == ' ')
            words.emplace_back();
        else
            words.back() += c;
    }
    std::erase(words, std::string());
    return words;
}
} // namespace

double RememberedMeasure::width(const std::string& utf8, int px, Weight weight) const
{
    constexpr std::size_t most = 20000; // messages and sizes change over the months that a screen runs
    if (known_.size() >= most) known_.clear();
    const auto [place, isNew] = known_.try_emplace({utf8, px, weight});
    if (isNew) place->second = measure_.width(utf8, px, weight);
    return place->second;
}

double Typesetter::figureWidth(const Style& style) const
{
    double widest = 0;
    for (const char* figure : {"0", "2", "3", "4", "6", "8", "9"})
        widest = std::max(widest, measure_.width(figure, style.px, style.weight));
    return widest;
}

double Typesetter::width(const std::string& text, const Style& style) const
{
    if (!style.columns) return measure_.width(text, style.px, style.weight);
    double sum = 0;
    for (const auto& part : columnsOf(text))
        sum += isFigure(part.front()) ? figureWidth(style) : measure_.width(part, style.px, style.weight);
    return sum;
}

double Typesetter::width(const std::vector<std::string>& lines, const Style& style) const
{
    double widest = 0;
    for (const auto& text : lines) widest = std::max(widest, width(text, style));
    return widest;
}

std::vector<std::string> Typesetter::wrap(const std::string& text, const Style& style, double room) const
{
    std::vector<std::string> lines;
    for (const auto& word : wordsOf(text)) {
        if (!lines.empty() && width(lines.back() + ' ' + word, style) <= room)
            lines.back() += ' ' + word;
        else
            lines.push_back(word);
    }
    return lines;
}

std::vector<std::string> Typesetter::balanced(const std::string& text, const Style& style, int lines) const
{
    const double whole = width(text, style);
    double low = whole / lines, high = whole;
    while (high - low > 1) {
        const double room = (low + high) / 2;
        const auto wrapped = wrap(text, style, room);
        const bool fits = static_cast<int>(wrapped.size()) <= lines && width(wrapped, style) <= room;
        (fits ? high : low) = room;
    }
    return wrap(text, style, high + 1);
}

std::vector<std::string> Typesetter::even(const std::string& text, const Style& style, double room) const
{
    const auto lines = wrap(text, style, room);
    return lines.size() < 2 ? lines : balanced(text, style, static_cast<int>(lines.size()));
}

int Typesetter::fitted(const std::string& text, Style style, double room) const
{
    const double full = width(text, style);
    if (full <= room) return style.px;
    style.px = std::max(1, static_cast<int>(std::floor(style.px * room / full)) + 1);
    while (style.px > 1 && width(text, style) > room) --style.px;
    return style.px;
}

void Typesetter::add(Text& into, const std::string& text, const Style& style, double x, double baseline) const
{
    if (!style.columns) {
        into.pieces.push_back({x, baseline, text});
        return;
    }
    const double cell = figureWidth(style);
    for (const auto& part : columnsOf(text)) {
        const double own = measure_.width(part, style.px, style.weight);
        const double taken = isFigure(part.front()) ? cell : own;
        into.pieces.push_back({x + (taken - own) / 2, baseline, part});
        x += taken;
    }
}

Text Typesetter::line(std::string name, const std::string& text, const Style& style, Align align, double x,
                      double baseline) const
{
    const double w = width(text, style);
    const double left = align == Align::left ? x : align == Align::centre ? x - w / 2 : x - w;
    const double above = (style.capitals ? capHeight : ascent) * style.px;
    const double below = (style.capitals ? 0 : descent) * style.px;
    Text set{
        std::move(name), {left, baseline - above, w, above + below}, style.px, style.weight, style.tint, {}};
    add(set, text, style, left, baseline);
    return set;
}

Text Typesetter::block(std::string name, const std::vector<std::string>& lines, const Style& style, double x,
                       double middle) const
{
    const double pitch = std::round(lineHeight * style.px);
    const double spread = pitch * static_cast<double>(lines.size() - 1);
    const double first = middle - spread / 2 + capHeight * style.px / 2;
    Text set{std::move(name),
             {x, first - ascent * style.px, width(lines, style), spread + (ascent + descent) * style.px},
             style.px,
             style.weight,
             style.tint,
             {}};
    for (std::size_t i = 0; i < lines.size(); ++i)
        add(set, lines[i], style, x, first + pitch * static_cast<double>(i));
    return set;
}
} // namespace accueil::display
