// display-app/logic/typesetter.h - lines, wrapping and fitting, on top of a measure.
#pragma once
#include "display-app/logic/scene.h"
#include <map>
#include <tuple>

namespace accueil::display
{
struct Style
{
    int px = 0;
    Weight weight = Weight::text;
    Tint tint = Tint::text;
    bool columns = false;  ///< figures of one width, so that they do not dance
    bool capitals = false; ///< capitals and figures only: nothing above or below them
};

/// Remembers what was measured: a page asks for the same few words hundreds of times.
class RememberedMeasure : public TextMeasure
{
public:
    explicit RememberedMeasure(const TextMeasure& measure) : measure_(measure) {}
    double width(const std::string& utf8, int px, Weight weight) const override;

private:
    const TextMeasure& measure_;
    mutable std::map<std::tuple<std::string, int, Weight>, double> known_;
};

enum class Align { left, centre, right };

/// Proportions of the typeface, of its em: capitals, and what letters with accents and tails need.
inline constexpr double capHeight = 0.727, ascent = 0.95, descent = 0.22, lineHeight = 1.18;

class Typesetter
{
public:
    explicit Typesetter(const TextMeasure& measure) : measure_(measure) {}

    double width(const std::string& text, const Style& style) const;
    double width(const std::vector<std::string>& lines, const Style& style) const; ///< of the widest

    /// At blanks; a word that is wider than `room` stands alone on its line.
    std::vector<std::string> wrap(const std::string& text, const Style& style, double room) const;
    /// At most `lines` lines, as even as the words allow.
    std::vector<std::string> balanced(const std::string& text, const Style& style, int lines) const;

    /// As few lines as the room allows, of even length.
    std::vector<std::string> even(const std::string& text, const Style& style, double room) const;

    /// The largest size, at most `style.px`, at which the line fits into `room`.
    int fitted(const std::string& text, Style style, double room) const;

    /// @param x  of the left end, the centre or the right end
    Text line(std::string name, const std::string& text, const Style& style, Align align, double x,
              double baseline) const;
    /// Lines that stand around `middle`.
    Text block(std::string name, const std::vector<std::string>& lines, const Style& style, double x,
               double middle) const;

private:
    double figureWidth(const Style& style) const;
    void add(Text& into, const std::string& text, const Style& style, double x, double baseline) const;

    const TextMeasure& measure_;
};

/// Baseline that puts capitals and figures in the middle of `box`.
inline double middleBaseline(const Box& box, int px)
{
    return box.y + box.h / 2 + capHeight * px / 2;
}
} // namespace accueil::display
