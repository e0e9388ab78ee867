// staff-desktop/ui/visit_form.h - the person of an appointment, to be corrected in place.
#pragma once
#include "staff-desktop/logic/visit_presenter.h"
#include "staff-desktop/ui/widgets.h"
#include <wx/choice.h>

namespace accueil
{
class VisitForm : public Box
{
public:
    VisitForm(wxWindow* parent, VisitPresenter& presenter, const Speech& speech, int width);
    void show(const VisitCard::Editing& state);
    void relabel();
    void focusFirst(const VisitCard::Editing& state); ///< at the first field to correct, else at the note

private:
    Field& at(PersonField field) { return fields_[static_cast<std::size_t>(field)]; }
    wxSizer* makeField(PersonField field, long style = 0);
    void build(int width);

    VisitPresenter& presenter_;
    const Speech& speech_;
    std::array<Field, personFields.size()> fields_;
    Text *languageLabel_ = nullptr, *advice_ = nullptr;
    wxChoice* language_ = nullptr;
};
} // namespace accueil
