// staff-desktop/ui/table.h - a list of rows that refreshes in place: what is chosen and scrolled stays.
#pragma once
#include "staff-desktop/ui/look.h"
#include <functional>
#include <optional>
#include <string>
#include <vector>
#include <wx/dataview.h>

namespace accueil
{
/// A word with a fill that is no state of a visit.
enum class Badge { free, paused, help };

struct TableCell
{
    std::string text{};
    std::optional<VisitState> state{}; ///< its colours and icon
    std::optional<Tone> tone{};        ///< its colour and, in a column with icons, its icon
    std::optional<Badge> badge{};      ///< in a column with icons
    std::optional<bool> checked{};     ///< in a column of ticks; none: there is nothing to tick
    bool strong = false, dim = false, struck = false;
    friend bool operator==(const TableCell&, const TableCell&) = default;
};

struct TableRow
{
    long long key = 0; ///< tells the row again after a refresh; each once
    std::vector<TableCell> cells{};
    Tone tone = Tone::plain; ///< tints the whole row
    friend bool operator==(const TableRow&, const TableRow&) = default;
};

struct TableColumn
{
    int width = 80;     ///< logical pixels
    bool grows = false; ///< takes what is left; one does
    bool right = false;
    bool state = false;  ///< has an icon
    bool toggle = false; ///< of ticks
    bool wraps = false;  ///< what is longer goes on in the next line, and its row is higher
};

/// wxDataViewCtrl over a virtual model: screen readers read every cell.
class Table : public wxDataViewCtrl
{
public:
    Table(wxWindow* parent, const Look& look, const std::vector<TableColumn>& columns, bool header);

    void setName(const std::string& name); ///< what the screen reader says of the list
    void setTitles(const std::vector<std::string>& titles);
    void setRows(std::vector<TableRow> rows);
    void choose(long long key); ///< 0 for none; says nothing to the listener
    void reveal(std::size_t row);
    long long chosen() const;
    std::size_t rows() const;
    std::function<void(long long)> onChoose, onActivate;
    std::function<void(long long, bool)> onToggle; ///< a tick was pressed; setRows() then shows it

private:
    class Model;
    void markChosen();
    void fit();
    int
    roomFor(std::size_t column) const; ///< for its text, by the widths that were given: GTK knows them later
    void breakAnew();

    wxObjectDataPtr<Model> model_;
    std::vector<TableColumn> columns_;
    int grown_ = 0; ///< the width of the column that grows
    bool quiet_ = false;
    bool soft_ = false; ///< the choice is a light tint behind the row
};
} // namespace accueil
