#include "staff-desktop/ui/table.h"
#include "core/wxkit/accessible.h"
#include "core/wxkit/fonts.h"
#include "core/wxkit/text.h"
#include "core/wxkit/tinted_toggle.h"
#include <algorithm>
#include <map>
#include <tuple>
#include <utility>
#include <wx/dcclient.h>

namespace accueil
{
namespace
{
constexpr int iconSide = 16, cellPadding = 14, headPadding = 26, leastWidth = 60, iconRoom = 28;
constexpr std::size_t manyRows = 400; // from there on a list is shown anew rather than row by row

wxColour colourOf(const wxkit::Palette& palette, Tone tone)
{
    switch (tone) {
    case Tone::good:
        return palette.ok;
    case Tone::look:
        return palette.warn;
    case Tone::wrong:
        return palette.error;
    case Tone::plain:
        break;
    }
    return palette.ink;
}

struct BadgeFace
{
    wxkit::Icon icon;
    wxColour fill, text;
};

BadgeFace faceOf(const wxkit::Palette& palette, Badge badge)
{
    switch (badge) {
    case Badge::free:
        break;
    case Badge::paused:
        return {wxkit::Icon::pause, palette.sunken, palette.ink2};
    case Badge::help:
        return {wxkit::Icon::bell, palette.error, palette.surface};
    }
    return {wxkit::Icon::tick, wxNullColour, palette.ink2};
}

/// Behind a row that asks for the eye; none where it does not.
wxColour tintBehind(const wxkit::Palette& palette, Tone tone)
{
    switch (tone) {
    case Tone::good:
        return palette.okSoft;
    case Tone::look:
        return palette.warnSoft;
    case Tone::wrong:
        return palette.errorSoft;
    case Tone::plain:
        break;
    }
    return wxNullColour;
}

/// At blanks, so that no line is wider than `width` in the window's font.
std::string broken(const wxWindow& window, const std::string& text, int width)
{
    if (width <= 0 || window.GetTextExtent(to_wx(text)).x <= width) return text;
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
} // namespace

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
        if (rows_.size() + next.size() - 2 * (before + after) > manyRows) {
            rows_ = std::move(next);
            Reset(static_cast<unsigned>(rows_.size()));
            return;
        }
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
        const auto text = [&] { return cell ? to_wx(textOf(*cell, column)) : wxString(); };
        if (columns_[column].toggle) {
            value = cell && cell->checked.value_or(false);
            return;
        }
        if (!columns_[column].state) {
            value = text();
            return;
        }
        wxDataViewIconText both(text());
        const bool chosen = rows_[row].key == chosen_;
        if (cell && cell->state) both.SetBitmapBundle(iconFor(*cell->state, chosen));
        if (cell && cell->tone && *cell->tone != Tone::plain) both.SetBitmapBundle(iconFor(*cell->tone));
        if (cell && cell->badge) both.SetBitmapBundle(iconFor(*cell->badge, chosen));
        value << both;
    }

    bool GetAttrByRow(unsigned row, unsigned column, wxDataViewItemAttr& attr) const override
    {
        const TableCell* cell = at(row, column);
        if (!cell) return false;
        const wxColour tint = tintBehind(look_.palette(), rows_[row].tone);
        if (tint.IsOk()) attr.SetBackgroundColour(tint);
        if (cell->badge) {
            const BadgeFace face = faceOf(look_.palette(), *cell->badge);
            if (face.fill.IsOk()) attr.SetBackgroundColour(face.fill);
            attr.SetColour(face.text);
            attr.SetBold(true);
        } else if (cell->state) {
            const auto& colours = wxkit::stateColours(look_.theme(), tintOf(*cell->state));
            attr.SetBackgroundColour(colours.fill);
            attr.SetColour(colours.text);
            attr.SetBold(true);
        } else if (cell->tone && *cell->tone != Tone::plain) {
            attr.SetColour(colourOf(look_.palette(), *cell->tone));
        } else if (cell->dim) {
            attr.SetColour(look_.palette().ink2);
        }
        if (cell->strong) attr.SetBold(true);
        if (cell->struck) attr.SetStrikethrough(true);
        return tint.IsOk() || cell->badge || cell->state || cell->tone || cell->dim || cell->strong ||
               cell->struck;
    }

    /// A tick: whoever owns the list decides, and shows the rows anew.
    bool SetValueByRow(const wxVariant& value, unsigned row, unsigned column) override
    {
        if (columns_[column].toggle && row < rows_.size() && onToggle)
            onToggle(rows_[row].key, value.GetBool());
        return false;
    }
    bool IsEnabledByRow(unsigned row, unsigned column) const override
    {
        const TableCell* cell = at(row, column);
        return !columns_[column].toggle || (cell && cell->checked);
    }

    /// The choice covers a state's own colour: there its icon has the colour of the letters.
    void markChosen(long long key)
    {
        if (key == chosen_) return;
        const auto before = find(std::exchange(chosen_, key)), now = find(key);
        if (before) RowChanged(*before);
        if (now) RowChanged(*now);
    }

    /// Every row is measured again.
    void changedAll()
    {
        if (rows_.size() > manyRows) return Reset(static_cast<unsigned>(rows_.size()));
        for (unsigned row = 0; row < rows_.size(); ++row) RowChanged(row);
    }

    std::function<void(long long, bool)> onToggle;
    std::function<std::string(const std::string& text, unsigned column)> onBreak;

private:
    /// Only what is looked at is broken: a list may have ten thousand rows.
    std::string textOf(const TableCell& cell, unsigned column) const
    {
        return columns_[column].wraps ? onBreak(cell.text, column) : cell.text;
    }
    const TableCell* at(unsigned row, unsigned column) const
    {
        return row < rows_.size() && column < rows_[row].cells.size() ? &rows_[row].cells[column] : nullptr;
    }
    const wxBitmapBundle& iconFor(VisitState state, bool chosen) const
    {
        auto& bundle = icons_[{look_.theme(), state, chosen}];
        if (!bundle.IsOk())
            bundle = wxkit::icon(iconOf(state),
                                 chosen ? look_.palette().ink
                                        : wxkit::stateColours(look_.theme(), tintOf(state)).text,
                                 iconSide);
        return bundle;
    }

    const wxBitmapBundle& iconFor(Tone tone) const
    {
        auto& bundle = toneIcons_[{look_.theme(), tone}];
        if (!bundle.IsOk())
            bundle = wxkit::icon(tone == Tone::good ? wxkit::Icon::tick : wxkit::Icon::warning,
                                 colourOf(look_.palette(), tone), iconSide);
        return bundle;
    }

    const wxBitmapBundle& iconFor(Badge badge, bool chosen) const
    {
        auto& bundle = badgeIcons_[{look_.theme(), badge, chosen}];
        if (!bundle.IsOk()) {
            const BadgeFace face = faceOf(look_.palette(), badge);
            bundle = wxkit::icon(face.icon, chosen ? look_.palette().ink : face.text, iconSide);
        }
        return bundle;
    }

    const Look& look_;
    const std::vector<TableColumn> columns_;
    std::vector<TableRow> rows_;
    long long chosen_ = 0;
    mutable std::map<std::tuple<wxkit::Theme, Badge, bool>, wxBitmapBundle> badgeIcons_;
    mutable std::map<std::tuple<wxkit::Theme, VisitState, bool>, wxBitmapBundle> icons_;
    mutable std::map<std::pair<wxkit::Theme, Tone>, wxBitmapBundle> toneIcons_;
};

Table::Table(wxWindow* parent, const Look& look, const std::vector<TableColumn>& columns, bool header)
    : wxDataViewCtrl(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                     wxDV_SINGLE | wxDV_VARIABLE_LINE_HEIGHT | (header ? wxDV_HORIZ_RULES : wxDV_NO_HEADER)),
      model_(new Model(look, columns)), columns_(columns)
{
    SetFont(wxkit::font(15));
    AssociateModel(model_.get());
    // In a table a chosen row keeps its letters' colour: icons of a tone would not follow another one.
    soft_ = header;
    if (soft_) wxkit::addClass(*this, "soft");
    for (unsigned i = 0; i < columns.size(); ++i) {
        const auto align = static_cast<wxAlignment>(wxALIGN_CENTRE_VERTICAL |
                                                    (columns[i].right ? wxALIGN_RIGHT : wxALIGN_LEFT));
        wxDataViewRenderer* renderer = nullptr;
        if (columns[i].toggle)
            renderer = new wxkit::TintedToggle();
        else if (columns[i].state)
            renderer = new wxDataViewIconTextRenderer(wxDataViewIconTextRenderer::GetDefaultType(),
                                                      wxDATAVIEW_CELL_INERT, align);
        else
            renderer = new wxDataViewTextRenderer(wxDataViewTextRenderer::GetDefaultType(),
                                                  wxDATAVIEW_CELL_INERT, align);
        if (!columns[i].toggle) renderer->EnableEllipsize(wxELLIPSIZE_END);
        AppendColumn(new wxDataViewColumn(wxString(), renderer, i, FromDIP(columns[i].width),
                                          columns[i].right ? wxALIGN_RIGHT : wxALIGN_LEFT, 0));
    }
    model_->onToggle = [this](long long key, bool on) {
        if (onToggle) onToggle(key, on);
    };
    model_->onBreak = [this](const std::string& text, unsigned column) {
        return broken(*this, text, roomFor(column));
    };
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        fit();
        event.Skip();
    });
    Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent&) {
        markChosen();
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
    wxFont heading = GetFont();
    heading.SetWeight(wxFONTWEIGHT_SEMIBOLD);
    for (unsigned i = 0; i < titles.size() && i < GetColumnCount(); ++i) {
        if (from_wx(GetColumn(i)->GetTitle()) == titles[i]) continue;
        GetColumn(i)->SetTitle(to_wx(titles[i]));
        int width = 0;
        GetTextExtent(to_wx(titles[i]), &width, nullptr, nullptr, nullptr, &heading);
        columns_[i].width =
            std::max(columns_[i].width, ToDIP(width) + headPadding); // a heading is never cut off
        if (!columns_[i].grows) GetColumn(i)->SetWidth(FromDIP(columns_[i].width));
    }
    fit();
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
    markChosen();
}

void Table::markChosen()
{
    if (soft_) model_->markChosen(chosen());
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

int Table::roomFor(std::size_t column) const
{
    const TableColumn& of = columns_[column];
    return (of.grows ? grown_ : FromDIP(of.width)) - FromDIP(cellPadding + (of.state ? iconRoom : 0));
}

void Table::fit()
{
    if (GetClientSize().x < FromDIP(leastWidth)) return; // squeezed away: it comes back with another size
    int left = GetClientSize().x - FromDIP(16);          // the scroll bar
    unsigned growing = 0;
    for (unsigned i = 0; i < columns_.size(); ++i) {
        if (columns_[i].grows)
            growing = i;
        else
            left -= FromDIP(columns_[i].width);
    }
    const int width = std::max(left, FromDIP(columns_[growing].width));
    if (GetColumn(growing)->GetWidth() != width) GetColumn(growing)->SetWidth(width);
    if (width == std::exchange(grown_, width)) return;
    if (columns_[growing].wraps) CallAfter([this] { breakAnew(); }); // not in the middle of being sized
}

void Table::breakAnew()
{
    const long long kept = chosen();
    quiet_ = true;
    model_->changedAll();
    quiet_ = false;
    if (chosen() != kept) choose(kept);
}

} // namespace accueil
