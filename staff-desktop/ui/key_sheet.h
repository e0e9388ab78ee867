// staff-desktop/ui/key_sheet.h - the cheat sheet: every key of the page in front and of the program.
#pragma once
#include "staff-desktop/logic/keys.h"
#include "staff-desktop/ui/widgets.h"
#include <wx/dialog.h>
#include <wx/scrolwin.h>
#include <wx/sizer.h>

namespace accueil
{
/// Stays open beside the work; Escape or F1 closes it. `speech` outlives it.
class KeySheet : public wxDialog
{
public:
    KeySheet(wxWindow* parent, const Speech& speech);
    /// The first stands on the left, the others on the right.
    void show(const std::vector<KeyGroup>& groups);

private:
    void addGroup(wxSizer& column, const KeyGroup& group, int width);

    const Speech& speech_;
    wxScrolledWindow* list_ = nullptr;
    KeyButton* close_ = nullptr;
};
} // namespace accueil
