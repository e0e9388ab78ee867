// display-app/logic/scene.h - what is to be drawn where, in pixels of the window. The painter only follows
// it.
#pragma once
#include <string>
#include <vector>

namespace accueil::display
{
struct Box
{
    double x = 0, y = 0, w = 0, h = 0;
    double right() const { return x + w; }
    double bottom() const { return y + h; }
};

/// Colour tokens of the call screens.
enum class Tint {
    background,
    panel,
    text,
    text2,
    accent,
    onAccent,
    newest,
    onNewest,
    line,
    staleCall,
    onStaleCall,
    staleEdge,
    staleList
};

enum class Weight { text = 500, label = 600, title = 700, number = 800 };

struct Shape
{
    Box box;
    double radius = 0;
    Tint fill = Tint::panel;
    double border = 0; ///< drawn inside the box
    Tint edge = Tint::accent;
    bool pulses = false; ///< its border shows a new call
};

struct Text
{
    struct Piece
    {
        double x = 0, baseline = 0;
        std::string text;
    };
    std::string name; ///< for tests: "newest.number"
    Box box;          ///< all of its ink
    int px = 0;
    Weight weight = Weight::text;
    Tint tint = Tint::text;
    std::vector<Piece> pieces; ///< lines, cut further where figures must stand in columns
};

enum class Symbol { clock, info, hourglass, warning, arrowLeft, arrowRight };

struct Icon
{
    Symbol symbol = Symbol::clock;
    Box box; ///< a square
    Tint tint = Tint::text;
    double stroke = 2; ///< of a grid of 24
};

struct Layer
{
    std::vector<Shape> shapes;
    std::vector<Text> texts;
    std::vector<Icon> icons;
};

struct Scene
{
    double unit = 1; ///< pixels for one of 1080
    Layer page{};
    Layer list{}; ///< the rows of the last calls, which move down by `listPitch` when a call leaves the top
    Box listBox{};
    double listPitch = 0;
};

/// Width of a line in pixels; kerning included.
class TextMeasure
{
public:
    virtual ~TextMeasure() = default;
    virtual double width(const std::string& utf8, int px, Weight weight) const = 0;
};
} // namespace accueil::display
