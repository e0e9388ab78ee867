#include "staff-desktop/ui/visit_form.h"
#include "core/wxkit/accessible.h"
#include "core/wxkit/text.h"
#include <algorithm>
#include <wx/sizer.h>

namespace accueil
{
VisitForm::VisitForm(wxWindow* parent, VisitPresenter& presenter, const Speech& speech, int width)
    : Box(parent), presenter_(presenter), speech_(speech)
{
    build(width);
    for (const auto field : personFields) {
        auto* input = at(field).input;
        input->Bind(wxEVT_TEXT, [this, field, input](wxCommandEvent&) {
            presenter_.type(field, from_wx(input->GetValue()));
        });
        input->Bind(wxEVT_KILL_FOCUS, [this, field](wxFocusEvent& event) {
            event.Skip();
            presenter_.leaveField(field);
        });
    }
    language_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) {
        presenter_.setLanguage(languages[static_cast<std::size_t>(language_->GetSelection())]);
        language_->SetSelection(
            static_cast<int>(presenter_.state().editing.input.language)); // perhaps not taken
    });
}

wxSizer* VisitForm::makeField(PersonField field, long style)
{
    Field& made = at(field);
    made.label = new Text(this, 15, wxkit::Weight::label);
    made.input = new wxTextCtrl(this, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize, style);
    made.input->SetMinSize(FromDIP(wxSize(60, style & wxTE_MULTILINE ? 64 : 34)));
    if (style & wxTE_MULTILINE) wxkit::addClass(*made.input, "field");
    made.problem = new Text(this, 13, wxkit::Weight::text, "error");
    made.problem->SetMinSize(FromDIP(wxSize(40, 18))); // kept free, so that nothing moves when it speaks
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(made.label);
    column->Add(made.input, wxSizerFlags().Expand().Border(wxTOP, FromDIP(2)));
    column->Add(made.problem, wxSizerFlags().Expand());
    return column;
}

void VisitForm::build(int width)
{
    auto* column = new wxBoxSizer(wxVERTICAL);
    const auto pair = [&](wxSizer* left, wxSizer* right) {
        auto* row = new wxBoxSizer(wxHORIZONTAL);
        row->Add(left, wxSizerFlags(1));
        row->AddSpacer(FromDIP(12));
        row->Add(right, wxSizerFlags(1));
        column->Add(row, wxSizerFlags().Expand());
    };
    // The note first: it is what is added most often. Created in the order of the Tab key.
    column->Add(makeField(PersonField::note, wxTE_MULTILINE), wxSizerFlags().Expand());
    auto* phone = makeField(PersonField::phone);
    auto* born = makeField(PersonField::birthDate);
    pair(phone, born);
    column->Add(makeField(PersonField::email), wxSizerFlags().Expand());
    auto* last = makeField(PersonField::lastName);
    auto* first = makeField(PersonField::firstName);
    pair(last, first);
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    languageLabel_ = new Text(this, 15, wxkit::Weight::label);
    language_ = new wxChoice(this, wxID_ANY);
    for (const Language language : languages) language_->Append(to_wx(ownName(language)));
    row->Add(languageLabel_, wxSizerFlags(1).CenterVertical());
    row->Add(language_, wxSizerFlags().CenterVertical().Border(wxLEFT, FromDIP(8)));
    column->Add(row, wxSizerFlags().Expand());
    advice_ = new Text(this, 14, wxkit::Weight::text, "ink2");
    advice_->wrap(FromDIP(width));
    advice_->SetMinSize(FromDIP(wxSize(-1, 20)));
    column->Add(advice_, wxSizerFlags().Expand().Border(wxTOP, FromDIP(6)));
    SetSizer(column);
}

void VisitForm::relabel()
{
    const Messages& m = speech_.messages();
    for (const auto field : personFields) {
        const std::string name = fieldName(m, field);
        at(field).label->set(name);
        wxkit::labelFor(*at(field).label, *at(field).input);
        wxkit::setAccessible(*at(field).input, name);
    }
    languageLabel_->set(m.tr("Language of the mails"));
    wxkit::labelFor(*languageLabel_, *language_);
    wxkit::setAccessible(*language_, m.tr("Language of the mails"));
}

void VisitForm::show(const VisitCard::Editing& state)
{
    for (const auto field : personFields)
        at(field).show(state.input[field], state.problems[static_cast<std::size_t>(field)], state.readOnly);
    language_->SetSelection(static_cast<int>(state.input.language));
    if (advice_->set(state.advice)) Layout();
}

void VisitForm::focusFirst(const VisitCard::Editing& state)
{
    const auto wrong = std::ranges::find_if(personFields, [&](PersonField field) {
        return !state.problems[static_cast<std::size_t>(field)].empty();
    });
    auto* input = at(wrong == personFields.end() ? PersonField::note : *wrong).input;
    input->SetFocus();
    input->SetInsertionPointEnd();
}
} // namespace accueil
