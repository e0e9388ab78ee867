// staff-desktop/ui/cell_grid.h - the grid of a day or of a week, walked cell by cell.
#pragma once
#include "core/wxkit/cell_canvas.h"
#include "staff-desktop/logic/grid_view.h"
#include "staff-desktop/ui/look.h"
#include <wx/dataview.h>

namespace accueil
{
/// wxDataViewCtrl over a virtual model: screen readers read every cell, by its state's word as well. Fills
/// are the control's own; gaps, dashed edges, the cursor and the line of now are painted over.
class CellGrid : public wxDataViewCtrl
{
public:
    CellGrid(wxWindow* parent, const Look& look);
    ~CellGrid() override;

    void setName(const std::string& name); ///< what the screen reader says of the grid
    void show(const GridView& view);       ///< only rows that changed are drawn anew
    void scrollToNow();                    ///< the present in the upper third, or the beginning
    void revealCursor();
    void takeKeyboard(); ///< and the screen reader says the cell under the cursor

    std::function<void(std::size_t row, std::size_t column)> onPress; ///< column 0 is the first place

private:
    class Model;
    void addColumn();
    void fitColumns();
    void follow(const GridView& before);
    void paintOver(wxGraphicsContext& canvas) const;
    void paintCell(wxGraphicsContext& canvas, const wxRect& area, const GridView::Cell& cell) const;
    const GridView& view() const;

    const Look& look_;
    wxObjectDataPtr<Model> model_;
    std::string name_;
    std::unique_ptr<wxkit::CellCanvas> canvas_;
};
} // namespace accueil
