// The estimated waits of the area's services: a strip in landscape, lines in portrait.
#include "display-app/logic/page.h"
#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <optional>

namespace accueil::display
{
namespace
{
/// How much a strip may bend to fit, in order of preference.
enum class Fold {
    none,     ///< name and wait beside each other
    twoLines, ///< long names on two lines, the wait beside them
    stacked   ///< the wait below the name
};

struct Cell
{
    const WaitLine* line = nullptr;
    std::vector<std::string> name;
    double width = 0;
};

struct Row
{
    std::vector<Cell> cells;
    double height = 0;
};

struct Plan
{
    Style name, wait;
    Fold fold = Fold::none;
    std::vector<Row> rows;
};

constexpr double pad = 28, between = 28, rowGap = 16, lowRow = 97, highRow = 145;

Cell cellOf(const Page& page, const Plan& plan, const WaitLine& line, int lines)
{
    Cell cell{&line, page.set.balanced(line.service, plan.name, lines)};
    const double name = page.set.width(cell.name, plan.name);
    const double wait = page.set.width({line.widest, line.wait}, plan.wait);
    cell.width = page.at(2 * pad) + (plan.fold == Fold::stacked ? std::max(name, wait) : name + page.at(32) + wait);
    return cell;
}

double needed(const Page& page, const Row& row)
{
    const double gaps = page.at(between) * static_cast<double>(row.cells.size() - 1);
    return std::accumulate(row.cells.begin(), row.cells.end(), gaps,
                           [](double sum, const Cell& cell) { return sum + cell.width; });
}

/// Names go to two lines, the widest first, until the row fits.
std::optional<Row> rowOf(const Page& page, const Plan& plan, const WaitLine* first, std::size_t count, double room)
{
    Row row;
    for (std::size_t i = 0; i < count; ++i) row.cells.push_back(cellOf(page, plan, first[i], 1));
    row.height = page.at(plan.fold == Fold::stacked ? highRow : lowRow);
    for (std::size_t step = 0; needed(page, row) > room; ++step) {
        if (step == count || plan.fold != Fold::twoLines) return std::nullopt;
        const auto widest = std::max_element(row.cells.begin(), row.cells.end(), [](const Cell& a, const Cell& b) {
            return std::pair(a.name.size() < 2, a.width) < std::pair(b.name.size() < 2, b.width);
        });
        *widest = cellOf(page, plan, *widest->line, 2);
        row.height = page.at(highRow);
    }
    return row;
}

std::optional<Plan> planOf(const Page& page, int size, std::size_t rows, double room, Fold fold)
{
    const Tint ink = page.old() ? Tint::staleList : Tint::text;
    Plan plan{{page.px(size), Weight::label, ink}, {page.px(size), Weight::title, ink}, fold, {}};
    const auto& waits = page.state.waits;
    const std::size_t each = (waits.size() + rows - 1) / rows;
    for (std::size_t i = 0; i < waits.size(); i += each) {
        auto row = rowOf(page, plan, &waits[i], std::min(each, waits.size() - i), room);
        if (!row) return std::nullopt;
        plan.rows.push_back(std::move(*row));
    }
    return plan;
}

/// Readable sizes first, in as few rows as may be; smaller letters only when nothing else is left.
Plan bestPlan(const Page& page, double room)
{
    const std::size_t services = page.state.waits.size();
    for (std::size_t rows = page.portrait ? services : 1; rows <= services; ++rows)
        for (const Fold fold : {Fold::none, Fold::twoLines, Fold::stacked})
            for (const int size : {46, 44, 42})
                if (auto plan = planOf(page, size, rows, room, fold)) return *plan;
    for (int size = 40; size > 12; size -= 2)
        if (auto plan = planOf(page, size, services, room, Fold::stacked)) return *plan;
    return *planOf(page, 12, services, std::numeric_limits<double>::max(), Fold::stacked);
}

void addCell(Page& page, const Plan& plan, const Cell& cell, const Box& box)
{
    auto& layer = page.scene.page;
    layer.shapes.push_back({box, page.at(16), Tint::panel});
    const double left = box.x + page.at(pad), middle = box.y + box.h / 2;
    if (plan.fold == Fold::stacked) {
        const double half = 0.6 * plan.name.px;
        layer.texts.push_back(page.set.block("wait.service", cell.name, plan.name, left, middle - half));
        layer.texts.push_back(page.set.block("wait.time", {cell.line->wait}, plan.wait, left, middle + half));
        return;
    }
    layer.texts.push_back(page.set.block("wait.service", cell.name, plan.name, left, middle));
    layer.texts.push_back(page.set.line("wait.time", cell.line->wait, plan.wait, Align::right,
                                        box.right() - page.at(pad), middleBaseline(box, plan.wait.px)));
}

void addRows(Page& page, const Plan& plan, double left, double y)
{
    const double room = page.right() - left;
    for (const auto& row : plan.rows) {
        const double spare = (room - needed(page, row)) / static_cast<double>(row.cells.size());
        double x = left;
        for (const auto& cell : row.cells) {
            addCell(page, plan, cell, {x, y, cell.width + spare, row.height});
            x += cell.width + spare + page.at(between);
        }
        y += row.height + page.at(rowGap);
    }
}

double height(const Page& page, const Plan& plan)
{
    double sum = page.at(rowGap) * static_cast<double>(plan.rows.size() - 1);
    for (const auto& row : plan.rows) sum += row.height;
    return sum;
}

void addLabel(Page& page, const std::vector<std::string>& lines, const Style& style, double middle)
{
    const double side = page.at(56);
    auto& layer = page.scene.page;
    layer.icons.push_back({Symbol::clock, {page.left() + page.at(2), middle - side / 2, side, side}, Tint::text2});
    layer.texts.push_back(page.set.block("wait.title", lines, style, page.left() + page.at(81), middle));
}
} // namespace

double addWaits(Page& page, double top, double bottom)
{
    if (page.state.waits.empty()) return bottom;
    const Style label{page.px(44), Weight::label, Tint::text2};
    const auto lines = page.set.balanced(page.state.waitTitle, label, page.portrait ? 1 : 2);
    const double left =
        page.portrait ? page.left() : page.left() + page.at(81 + 34) + page.set.width(lines, label);
    const Plan plan = bestPlan(page, page.right() - left);
    const double rowsTop = bottom - height(page, plan);
    const double labelHigh = page.portrait ? page.at(92) : 0;
    const double above = rowsTop - labelHigh - page.at(page.portrait ? 4 : 24);
    if (above - top < page.at(page.portrait ? 900 : 420)) return bottom; // a call matters more than the waits
    addRows(page, plan, left, rowsTop);
    addLabel(page, lines, label, page.portrait ? rowsTop - labelHigh / 2 : (rowsTop + bottom) / 2);
    return above;
}
} // namespace accueil::display
