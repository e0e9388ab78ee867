#include "staff-desktop/ui/cell_grid.h"
#include "core/wxkit/accessible.h"
#include "core/wxkit/fonts.h"
#include "core/wxkit/text.h"
#include "staff-desktop/ui/widgets.h"
#include <algorithm>
#include <map>
#include <wx/brush.h>
#include <wx/graphics.h>

namespace accueil
{
namespace
{
constexpr int rowHeight = 28, timeWidth = 62, narrowest = 104, iconSide = 16;
constexpr double nowShare = 0.3;
using Fill = GridView::Fill;

bool isDashed(const GridView::Cell& cell)
{
    return cell.fill == Fill::free || cell.state == VisitState::cancelled;
}
} // namespace

class CellGrid::Model : public wxDataViewVirtualListModel
{
public:
    explicit Model(const Look& look) : look_(look) {}

    const GridView& view() const { return view_; }

    /// Tells the control the least: rows before and after the changed stretch stay as they are.
    void replace(const GridView& next)
    {
        auto& rows = view_.rows;
        const auto now = view_.now;
        std::size_t before = 0, after = 0;
        while (before < rows.size() && before < next.rows.size() &&
               rows[before].minute == next.rows[before].minute)
            ++before;
        while (after < rows.size() - before && after < next.rows.size() - before &&
               rows[rows.size() - 1 - after].minute == next.rows[next.rows.size() - 1 - after].minute)
            ++after;
        for (std::size_t row = rows.size() - after; row-- > before;) {
            rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(row));
            RowDeleted(static_cast<unsigned>(row));
        }
        for (std::size_t row = before; row < next.rows.size() - after; ++row) {
            rows.insert(rows.begin() + static_cast<std::ptrdiff_t>(row), next.rows[row]);
            RowInserted(static_cast<unsigned>(row));
        }
        const auto changed = [&](std::size_t row) {
            return rows[row] != next.rows[row] || (now != next.now && (now == row || next.now == row));
        };
        std::vector<unsigned> touched;
        for (std::size_t row = 0; row < next.rows.size(); ++row)
            if (changed(row)) touched.push_back(static_cast<unsigned>(row));
        view_ = next;
        for (const unsigned row : touched) RowChanged(row);
    }

    void GetValueByRow(wxVariant& value, unsigned row, unsigned column) const override
    {
        if (column == 0) {
            value = row < view_.rows.size() ? to_wx(view_.rows[row].time) : wxString();
            return;
        }
        const GridView::Cell* cell = at(row, column);
        wxDataViewIconText both(cell ? to_wx(markup(*cell)) : wxString());
        if (cell) both.SetBitmapBundle(iconFor(*cell));
        value << both;
    }

    bool GetAttrByRow(unsigned row, unsigned column, wxDataViewItemAttr& attr) const override
    {
        const auto& p = look_.palette();
        if (row >= view_.rows.size()) return false;
        if (column == 0) {
            const bool now = view_.now == row;
            attr.SetColour(now ? p.surface : view_.rows[row].past ? p.ink2 : p.ink);
            attr.SetBackgroundColour(now ? p.error : p.bg);
            attr.SetBold(true);
            return true;
        }
        const GridView::Cell* cell = at(row, column);
        if (!cell) return false;
        attr.SetColour(textOf(*cell));
        attr.SetBackgroundColour(fillOf(*cell));
        return true;
    }

    bool SetValueByRow(const wxVariant&, unsigned, unsigned) override { return false; }

    wxColour fillOf(const GridView::Cell& cell) const
    {
        const auto& p = look_.palette();
        switch (cell.fill) {
        case Fill::free:
            return wxkit::stateColours(look_.theme(), wxkit::StateTint::free).fill;
        case Fill::visit:
            return wxkit::stateColours(look_.theme(), tintOf(*cell.state)).fill;
        case Fill::figures:
            return p.surface;
        default:
            return p.bg;
        }
    }

private:
    const GridView::Cell* at(unsigned row, unsigned column) const
    {
        if (row >= view_.rows.size() || column == 0 || column > view_.rows[row].cells.size()) return nullptr;
        return &view_.rows[row].cells[column - 1];
    }

    wxColour textOf(const GridView::Cell& cell) const
    {
        if (cell.fill == Fill::visit) return wxkit::stateColours(look_.theme(), tintOf(*cell.state)).text;
        if (cell.fill == Fill::free) return wxkit::stateColours(look_.theme(), wxkit::StateTint::free).text;
        return cell.fill == Fill::figures ? look_.palette().ink : look_.palette().ink2;
    }

    static std::string markup(const GridView::Cell& cell)
    {
        std::string text = cell.word.empty() ? "" : "<b>" + escapeMarkup(cell.word) + "</b>";
        if (cell.rest.empty()) return text;
        const std::string rest = escapeMarkup(cell.rest);
        return text + (text.empty() ? "" : " ") +
               (cell.struck && !cell.continued ? "<s>" + rest + "</s>" : rest);
    }

    /// A row that continues has the room of the icon, so that its word stands under the name.
    const wxBitmapBundle& iconFor(const GridView::Cell& cell) const
    {
        static const wxBitmapBundle none;
        if (cell.fill != Fill::visit && cell.fill != Fill::free) return none;
        const int kind = cell.continued ? -2 : cell.fill == Fill::free ? -1 : static_cast<int>(*cell.state);
        auto& bundle = icons_[{look_.theme(), kind}];
        if (!bundle.IsOk())
            bundle = wxkit::icon(cell.fill == Fill::free ? wxkit::Icon::plus : iconOf(*cell.state),
                                 textOf(cell), iconSide, cell.continued ? 0 : 2);
        return bundle;
    }

    const Look& look_;
    GridView view_;
    mutable std::map<std::pair<wxkit::Theme, int>, wxBitmapBundle> icons_;
};

CellGrid::CellGrid(wxWindow* parent, const Look& look)
    : wxDataViewCtrl(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxDV_SINGLE), look_(look),
      model_(new Model(look))
{
    SetFont(wxkit::font(14));
    wxkit::addClass(*this, "cells");
    AssociateModel(model_.get());
    auto* time = new wxDataViewTextRenderer(wxDataViewTextRenderer::GetDefaultType(), wxDATAVIEW_CELL_INERT,
                                            wxALIGN_CENTRE_VERTICAL | wxALIGN_RIGHT);
    AppendColumn(new wxDataViewColumn(wxString(), time, 0, FromDIP(timeWidth), wxALIGN_RIGHT, 0));
    canvas_ = std::make_unique<wxkit::CellCanvas>(
        *this, wxkit::CellCanvas::Hooks{.paintOver = [this](wxGraphicsContext& canvas) { paintOver(canvas); },
                                        .pressed =
                                            [this](const wxkit::CellAt& at) {
                                                if (at.column > 0 && onPress)
                                                    CallAfter([this, at] { onPress(at.row, at.column - 1); });
                                            },
                                        .hint =
                                            [this](const wxkit::CellAt& at) {
                                                const auto& rows = view().rows;
                                                const bool there = at.row < rows.size() && at.column > 0 &&
                                                                   at.column <= rows[at.row].cells.size();
                                                return there ? rows[at.row].cells[at.column - 1].said
                                                             : std::string();
                                            }});
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        fitColumns();
        event.Skip();
    });
    const auto focused = [this](wxFocusEvent& event) {
        Refresh();
        event.Skip();
    };
    Bind(wxEVT_SET_FOCUS, focused);
    Bind(wxEVT_KILL_FOCUS, focused);
}

CellGrid::~CellGrid()
{
    canvas_.reset(); // before the control that it watches
}

const GridView& CellGrid::view() const
{
    return model_->view();
}

void CellGrid::setName(const std::string& name)
{
    if (name == name_) return;
    name_ = name;
    wxkit::setAccessible(*this, name);
}

void CellGrid::addColumn()
{
    auto* renderer =
        new wxDataViewIconTextRenderer(wxDataViewIconTextRenderer::GetDefaultType(), wxDATAVIEW_CELL_INERT,
                                       wxALIGN_CENTRE_VERTICAL | wxALIGN_LEFT);
    renderer->EnableMarkup();
    renderer->EnableEllipsize(wxELLIPSIZE_END);
    AppendColumn(
        new wxDataViewColumn(wxString(), renderer, GetColumnCount(), FromDIP(narrowest), wxALIGN_LEFT, 0));
}

void CellGrid::show(const GridView& next)
{
    const GridView before = view();
    if (before == next) return;
    const auto wanted = static_cast<unsigned>(next.columns.size()) + 1;
    while (GetColumnCount() > wanted) DeleteColumn(GetColumn(GetColumnCount() - 1));
    const bool more = GetColumnCount() < wanted;
    while (GetColumnCount() < wanted) addColumn();
    if (more) canvas_->setRowHeight(FromDIP(rowHeight));
    for (unsigned i = 1; i < wanted; ++i)
        if (from_wx(GetColumn(i)->GetTitle()) != next.columns[i - 1])
            GetColumn(i)->SetTitle(to_wx(next.columns[i - 1]));
    if (more || before.columns.size() != next.columns.size()) fitColumns();
    model_->replace(next);
    follow(before);
}

/// The screen reader's cell goes where the cursor is; what was scrolled stays unless the cursor moved.
void CellGrid::follow(const GridView& before)
{
    const GridView& now = view();
    if (now.now != before.now || now.row != before.row || now.column != before.column) Refresh();
    if (now.row >= now.rows.size() || now.column >= now.rows[now.row].cells.size()) return;
    const std::string& said = now.rows[now.row].cells[now.column].said;
    const bool known =
        before.row < before.rows.size() && before.column < before.rows[before.row].cells.size();
    if (!known || before.rows[before.row].cells[before.column].said != said)
        wxkit::setAccessible(*this, name_, said);
}

void CellGrid::revealCursor()
{
    const GridView& now = view();
    if (now.row < now.rows.size())
        canvas_->setCurrent({static_cast<unsigned>(now.row), static_cast<unsigned>(now.column) + 1});
}

void CellGrid::takeKeyboard()
{
    SetFocus();
    revealCursor();
}

void CellGrid::scrollToNow()
{
    if (view().rows.empty()) return;
    canvas_->scrollTo(static_cast<unsigned>(view().now.value_or(0)), view().now ? nowShare : 0);
}

void CellGrid::fitColumns()
{
    const int places = static_cast<int>(GetColumnCount()) - 1;
    if (places < 1) return;
    const int width =
        std::max((GetClientSize().x - FromDIP(timeWidth) - FromDIP(2)) / places, FromDIP(narrowest));
    for (unsigned i = 1; i < GetColumnCount(); ++i)
        if (GetColumn(i)->GetWidth() != width) GetColumn(i)->SetWidth(width);
}

// ---- painted over the cells

void CellGrid::paintOver(wxGraphicsContext& canvas) const
{
    const auto [first, last] = canvas_->rowsInView();
    const GridView& now = view();
    const auto& p = look_.palette();
    for (unsigned row = first; row <= last && row < now.rows.size(); ++row) {
        const auto& cells = now.rows[row].cells;
        for (unsigned column = 0; column < cells.size(); ++column)
            if (cells[column].fill != Fill::blank)
                paintCell(canvas, canvas_->cell({row, column + 1}), cells[column]);
    }
    if (now.now && *now.now >= first && *now.now <= last) {
        const auto row = static_cast<unsigned>(*now.now);
        const wxRect from = canvas_->cell({row, 0}),
                     to = canvas_->cell({row, static_cast<unsigned>(now.columns.size())});
        canvas.SetPen(*wxTRANSPARENT_PEN);
        canvas.SetBrush(wxBrush(p.error));
        canvas.DrawRectangle(from.x, std::max(from.y - 1, 0), to.GetRight() - from.x, 2);
    }
    if (now.row < first || now.row > last || now.column >= now.columns.size()) return;
    const wxRect cursor =
        canvas_->cell({static_cast<unsigned>(now.row), static_cast<unsigned>(now.column) + 1});
    const int width = HasFocus() ? 3 : 2;
    canvas.SetBrush(*wxTRANSPARENT_BRUSH);
    canvas.SetPen(canvas.CreatePen(wxGraphicsPenInfo(HasFocus() ? p.primary : p.edge, width)));
    canvas.DrawRoundedRectangle(cursor.x + 2.5, cursor.y + 1.5, cursor.width - 5, cursor.height - 3, 3);
}

void CellGrid::paintCell(wxGraphicsContext& canvas, const wxRect& area, const GridView::Cell& cell) const
{
    const auto& p = look_.palette();
    const double left = area.x + 1.5, top = area.y + 1.5, width = area.width - 4, height = area.height - 3;
    // The corners and the gap to the next cell: everything between the cell and its rounded rectangle.
    wxGraphicsPath frame = canvas.CreatePath();
    frame.AddRectangle(area.x, area.y, area.width, area.height);
    frame.AddRoundedRectangle(left, top, width, height, 3);
    canvas.SetBrush(wxBrush(p.bg));
    canvas.FillPath(frame, wxODDEVEN_RULE);
    canvas.SetBrush(*wxTRANSPARENT_BRUSH);
    canvas.SetPen(canvas.CreatePen(isDashed(cell) ? wxGraphicsPenInfo(p.edge, 1, wxPENSTYLE_SHORT_DASH)
                                                  : wxGraphicsPenInfo(p.line, 1)));
    canvas.DrawRoundedRectangle(left, top, width, height, 3);
    if (cell.share < 0) return;
    const double full = width - 12;
    canvas.SetPen(*wxTRANSPARENT_PEN);
    canvas.SetBrush(wxBrush(p.sunken));
    canvas.DrawRectangle(left + 6, top + height - 5, full, 3);
    canvas.SetBrush(wxBrush(cell.share >= 1 ? p.ink2 : p.primary));
    canvas.DrawRectangle(left + 6, top + height - 5, full * cell.share, 3);
}
} // namespace accueil
