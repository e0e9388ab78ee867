#include "staff-desktop/ui/table.h"
#include "core/wxkit/accessible.h"
#include "core/wxkit/fonts.h"
#include "core/wxkit/text.h"
#include <algorithm>
#include <map>
#include <wx/dcclient.h>

namespace accueil
{
namespace
{
constexpr int iconSide = 16;
}

class Table::Model : public wxDataViewVirtualListModel
{
public:
    Model(const Look& look, const std::vector<TableColumn>& columns) : look_(look), columns_(columns) {}

    const std::vector<TableRow>& rows() const { return rows_; }

    std::optional<unsigned> find(long long key) const
    {
        const auto it = std::ranges::find(rows_, key, &TableRow::key);
        if (it == rows_.end()) return {};
        return static_cast<unsigned>(it - rows_.begin());
    }

    /// Tells the view the least: rows before and after the changed stretch stay as they are.
    void replace(std::vector<TableRow> next)
    {
        std::size_t before = 0, after = 0;
        while (before < rows_.size() && before < next.size() && rows_[before].key == next[before].key)
            ++before;
        while (after < rows_.size() - before && after < next.size() - before &&
               rows_[rows_.size() - 1 - after].key == next[next.size() - 1 - after].key)
            ++after;
        for (std::size_t row = rows_.size() - after; row-- > before;) {
            rows_.erase(rows_.begin() + static_cast<std::ptrdiff_t>(row));
            RowDeleted(static_cast<unsigned>(row));
        }
        for (std::size_t row = before; row < next.size() - after; ++row) {
            rows_.insert(rows_.begin() + static_cast<std::ptrdiff_t>(row), next[row]);
            RowInserted(static_cast<unsigned>(row));
        }
        for (std::size_t row = 0; row < next.size(); ++row)
            if (rows_[row] != next[row]) {
                rows_[row] = std::move(next[row]);
                RowChanged(static_cast<unsigned>(row));
            }
    }

    void GetValueByRow(wxVariant& value, unsigned row, unsigned column) const override
    {
        const TableCell* cell = at(row, column);
        if (!columns_[column].state) {
            value = cell ? to_wx(cell->text) : wxString();
            return;
        }
        wxDataViewIconText both(cell ? to_wx(cell->text) : wxString());
        if (cell && cell->state) both.SetBitmapBundle(iconFor(*cell->state));
        value << both;
    }

    bool GetAttrByRow(unsigned row, unsigned column, wxDataViewItemAttr& attr) const override
    {
        const TableCell* cell = at(row, column);
        if (!cell) return false;
        if (cell->state) {
            const auto& colours = wxkit::stateColours(look_.theme(), tintOf(*cell->state));
            attr.SetBackgroundColour(colours.fill);
            attr.SetColour(colours.text);
            attr.SetBold(true);
        } else if (cell->dim) {
            attr.SetColour(look_.palette().ink2);
        }
        if (cell->strong) attr.SetBold(true);
        if (cell->struck) attr.SetStrikethrough(true);
        return cell->state || cell->dim || cell->strong || cell->struck;
    }

    bool SetValueByRow(const wxVariant&, unsigned, unsigned) override { return false; }

private:
    const TableCell* at(unsigned row, unsigned column) const
    {
        return row < rows_.size() && column < rows_[row].cells.size() ? &rows_[row].cells[column] : nullptr;
    }
    const wxBitmapBundle& iconFor(VisitState state) const
    {
        auto& bundle = icons_[{look_.theme(), state}];
        if (!bundle.IsOk())
            bundle =
                wxkit::icon(iconOf(state), wxkit::stateColours(look_.theme(), tintOf(state)).text, iconSide);
        return bundle;
    }

    const Look& look_;
    const std::vector<TableColumn> columns_;
    std::vector<TableRow> rows_;
    mutable std::map<std::pair<wxkit::Theme, VisitState>, wxBitmapBundle> icons_;
};

Table::Table(wxWindow* parent, const Look& look, const std::vector<TableColumn>& columns, bool header)
    : wxDataViewCtrl(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                     wxDV_SINGLE | wxDV_VARIABLE_LINE_HEIGHT | (header ? wxDV_HORIZ_RULES : wxDV_NO_HEADER)),
      model_(new Model(look, columns)), columns_(columns)
{
    SetFont(wxkit::font(15));
    AssociateModel(model_.get());
    // In a table a chosen row keeps dark letters: icons cannot change their colour with the choice.
    if (header) wxkit::addClass(*this, "soft");
    for (unsigned i = 0; i < columns.size(); ++i) {
        const auto align = static_cast<wxAlignment>(wxALIGN_CENTRE_VERTICAL |
                                                    (columns[i].right ? wxALIGN_RIGHT : wxALIGN_LEFT));
        wxDataViewRenderer* renderer = nullptr;
        if (columns[i].state)
            renderer = new wxDataViewIconTextRenderer(wxDataViewIconTextRenderer::GetDefaultType(),
                                                      wxDATAVIEW_CELL_INERT, align);
        else
            renderer = new wxDataViewTextRenderer(wxDataViewTextRenderer::GetDefaultType(),
                                                  wxDATAVIEW_CELL_INERT, align);
        renderer->EnableEllipsize(wxELLIPSIZE_END);
        AppendColumn(new wxDataViewColumn(wxString(), renderer, i, FromDIP(columns[i].width),
                                          columns[i].right ? wxALIGN_RIGHT : wxALIGN_LEFT, 0));
    }
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        fit();
        event.Skip();
    });
    Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent&) {
        if (!quiet_ && onChoose) onChoose(chosen());
    });
    Bind(wxEVT_DATAVIEW_ITEM_ACTIVATED, [this](wxDataViewEvent& event) {
        const unsigned row = model_->GetRow(event.GetItem());
        if (onActivate && row < model_->rows().size()) onActivate(model_->rows()[row].key);
    });
}

void Table::setName(const std::string& name)
{
    wxkit::setAccessible(*this, name);
}

void Table::setTitles(const std::vector<std::string>& titles)
{
    for (unsigned i = 0; i < titles.size() && i < GetColumnCount(); ++i)
        if (from_wx(GetColumn(i)->GetTitle()) != titles[i]) GetColumn(i)->SetTitle(to_wx(titles[i]));
}

void Table::setRows(std::vector<TableRow> rows)
{
    const long long kept = chosen();
    quiet_ = true;
    model_->replace(std::move(rows));
    quiet_ = false;
    if (chosen() != kept) choose(kept);
}

void Table::choose(long long key)
{
    if (chosen() == key) return;
    quiet_ = true;
    UnselectAll();
    if (const auto row = model_->find(key)) Select(model_->GetItem(*row));
    quiet_ = false;
}

void Table::reveal(std::size_t row)
{
    if (row < model_->rows().size()) EnsureVisible(model_->GetItem(static_cast<unsigned>(row)));
}

long long Table::chosen() const
{
    const wxDataViewItem item = GetSelection();
    if (!item.IsOk()) return 0;
    const unsigned row = model_->GetRow(item);
    return row < model_->rows().size() ? model_->rows()[row].key : 0;
}

std::size_t Table::rows() const
{
    return model_->rows().size();
}

int Table::textWidth(std::size_t column) const
{
    return GetColumn(static_cast<unsigned>(column))->GetWidth() - FromDIP(14);
}

void Table::fit()
{
    int left = GetClientSize().x - FromDIP(16); // the scroll bar
    unsigned growing = 0;
    for (unsigned i = 0; i < columns_.size(); ++i) {
        if (columns_[i].grows)
            growing = i;
        else
            left -= FromDIP(columns_[i].width);
    }
    const int width = std::max(left, FromDIP(columns_[growing].width));
    if (GetColumn(growing)->GetWidth() != width) GetColumn(growing)->SetWidth(width);
}

std::string broken(const wxWindow& window, const std::string& text, int width)
{
    std::string out, line;
    for (std::size_t at = 0; at <= text.size();) {
        const auto end = std::min(text.find(' ', at), text.size());
        const std::string word = text.substr(at, end - at);
        const std::string longer = line.empty() ? word : line + ' ' + word;
        if (!line.empty() && window.GetTextExtent(to_wx(longer)).x > width) {
            out += line + '\n';
            line = word;
        } else {
            line = longer;
        }
        at = end + 1;
    }
    return out + line;
}
} // namespace accueil
