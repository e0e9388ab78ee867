// core/wxkit/tinted_toggle.h - a tick in a list whose row has a colour.
#pragma once
#include <wx/dataview.h>

namespace accueil::wxkit
{
/// wx's own leaves a hole in the row.
class TintedToggle : public wxDataViewToggleRenderer
{
public:
    TintedToggle() : wxDataViewToggleRenderer(GetDefaultType(), wxDATAVIEW_CELL_ACTIVATABLE) {}

protected:
    void SetAttr(const wxDataViewItemAttr& attr) override;
};
} // namespace accueil::wxkit
