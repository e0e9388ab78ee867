// staff-desktop/ui/import_form.h - one line of an older list, to be corrected.
#pragma once
#include "staff-desktop/logic/import_presenter.h"
#include "staff-desktop/ui/widgets.h"
#include <array>
#include <wx/scrolwin.h>

namespace accueil
{
class ImportForm : public Box
{
public:
    ImportForm(wxWindow* parent, ImportPresenter& presenter, const Speech& speech);

    void relabel();
    void show(const std::optional<ImportState::Form>& form);
    void focusProblem(); ///< the caret to the first field at fault

private:
    void build();
    wxSizer* makeField(std::size_t field);
    void showField(std::size_t field, const ImportState::Form& form);
    std::optional<std::size_t> problemAt() const;

    ImportPresenter& presenter_;
    const Speech& speech_;
    Text *choose_ = nullptr, *title_ = nullptr, *verdict_ = nullptr;
    wxScrolledWindow* fieldsBox_ = nullptr;
    std::array<Field, importFields.size()> fields_;
    std::optional<ImportState::Form> shown_;
};
} // namespace accueil
