// core/wxkit/cell_canvas.h - a data view that is walked cell by cell and painted over.
#pragma once
#include <functional>
#include <memory>
#include <string>
#include <wx/gdicmn.h>

class wxDataViewCtrl;
class wxGraphicsContext;

namespace accueil::wxkit
{
struct CellAt
{
    unsigned row = 0, column = 0;
    friend bool operator==(const CellAt&, const CellAt&) = default;
};

/// For a wxDataViewCtrl over a virtual list model, columns in the order in which they were appended. No row
/// is selected any more (a chosen row would lose its colours); one cell is current, and that is what a screen
/// reader says. Ends with or before its view. GUI thread.
class CellCanvas
{
public:
    struct Hooks
    {
        std::function<void(wxGraphicsContext&)> paintOver; ///< after the cells; cell() gives its coordinates
        std::function<void(const CellAt&)> pressed;     ///< by the pointer, or by what a screen reader offers
        std::function<std::string(const CellAt&)> hint; ///< what the pointer is told over a cell
    };

    CellCanvas(wxDataViewCtrl& view, Hooks hooks);
    ~CellCanvas();
    CellCanvas(const CellCanvas&) = delete;
    CellCanvas& operator=(const CellCanvas&) = delete;

    void setRowHeight(int px); ///< of the columns that there are now; wx forgets it for icons beside a text
    void setCurrent(const CellAt& cell);       ///< and scrolls to it
    void scrollTo(unsigned row, double share); ///< share of the height above the row
    wxRect cell(const CellAt& at) const;
    std::pair<unsigned, unsigned> rowsInView() const; ///< first and last; first > last when there are none

private:
    struct Hook;
    std::unique_ptr<Hook> hook_;
};
} // namespace accueil::wxkit
