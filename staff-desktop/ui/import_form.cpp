#include "staff-desktop/ui/import_form.h"
#include "core/wxkit/accessible.h"
#include "core/wxkit/text.h"
#include "staff-desktop/logic/import_words.h"
#include <algorithm>
#include <wx/sizer.h>

namespace accueil
{
namespace
{
constexpr int formWidth = 380;
constexpr std::size_t wideFields[] = {2, 3, 12}; // procedure, service, note: long texts

bool isWide(std::size_t field)
{
    return std::ranges::find(wideFields, field) != std::end(wideFields);
}
} // namespace

ImportForm::ImportForm(wxWindow* parent, ImportPresenter& presenter, const Speech& speech)
    : Box(parent), presenter_(presenter), speech_(speech)
{
    wxkit::addClass(*this, "bar");
    SetMinSize(FromDIP(wxSize(formWidth, -1)));
    build();
}

wxSizer* ImportForm::makeField(std::size_t field)
{
    Field& made = fields_[field];
    made.label = new Text(fieldsBox_, 14, wxkit::Weight::label);
    made.input = new wxTextCtrl(fieldsBox_, wxID_ANY);
    made.input->SetMinSize(FromDIP(wxSize(-1, 34)));
    made.input->Bind(wxEVT_TEXT, [this, field](wxCommandEvent&) {
        presenter_.correct(importFields[field], from_wx(fields_[field].input->GetValue()));
    });
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(made.label);
    column->Add(made.input, wxSizerFlags().Expand().Border(wxTOP, FromDIP(2)));
    return column;
}

void ImportForm::build()
{
    auto* outer = new wxBoxSizer(wxVERTICAL);
    choose_ = new Text(this, 15, wxkit::Weight::text, "ink2");
    title_ = new Text(this, 17, wxkit::Weight::title);
    verdict_ = new Text(this, 15, wxkit::Weight::label);
    verdict_->SetMinSize(
        FromDIP(wxSize(40, 58))); // kept free: the fields stay where they are while one types
    fieldsBox_ = new wxScrolledWindow(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL);
    fieldsBox_->SetScrollRate(0, FromDIP(8));
    auto* column = new wxBoxSizer(wxVERTICAL);
    wxBoxSizer* row = nullptr;
    for (std::size_t i = 0; i < fields_.size(); ++i) {
        const bool second = row != nullptr;
        if (!second) {
            row = new wxBoxSizer(wxHORIZONTAL);
            column->Add(row, wxSizerFlags().Expand().Border(wxBOTTOM, FromDIP(6)));
        } else {
            row->AddSpacer(FromDIP(10));
        }
        row->Add(makeField(i), wxSizerFlags(1));
        if (second || isWide(i)) row = nullptr;
    }
    fieldsBox_->SetSizer(column);
    outer->Add(choose_, wxSizerFlags().Border(wxALL, FromDIP(16)));
    outer->Add(title_, wxSizerFlags().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(16)));
    outer->Add(verdict_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT, FromDIP(16)));
    outer->Add(fieldsBox_, wxSizerFlags(1).Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(16)));
    SetSizer(outer);
}

void ImportForm::relabel()
{
    const Messages& m = speech_.messages();
    choose_->wrap(FromDIP(formWidth - 32));
    choose_->set(m.tr("Choose a line to see and correct it here. The file itself stays as it is."));
    for (std::size_t i = 0; i < fields_.size(); ++i) {
        const std::string name = importFieldName(m, importFields[i]);
        fields_[i].label->set(name);
        wxkit::labelFor(*fields_[i].label, *fields_[i].input);
        wxkit::setAccessible(*fields_[i].input, name);
    }
    for (const auto& [field, names] : presenter_.usualTexts()) {
        wxArrayString known;
        for (const auto& name : names) known.Add(to_wx(name));
        const auto at = std::ranges::find(importFields, field) - std::begin(importFields);
        fields_[static_cast<std::size_t>(at)].input->AutoComplete(known);
    }
    shown_.reset();
}

void ImportForm::show(const std::optional<ImportState::Form>& form)
{
    if (form == shown_ && fieldsBox_->IsShown() == form.has_value()) return;
    choose_->Show(!form);
    for (wxWindow* one : std::initializer_list<wxWindow*>{title_, verdict_, fieldsBox_})
        one->Show(form.has_value());
    const bool other = !shown_ || !form || shown_->line != form->line;
    shown_ = form;
    if (form) {
        title_->set(form->title);
        verdict_->wrap(FromDIP(formWidth - 32));
        verdict_->set(form->verdict);
        verdict_->tone(form->tone);
        for (std::size_t i = 0; i < fields_.size(); ++i) showField(i, *form);
    }
    Layout();
    fieldsBox_->FitInside();
    if (other)
        fieldsBox_->Scroll(0, problemAt() ? fields_[*problemAt()].label->GetPosition().y / FromDIP(8) : 0);
}

/// What is wrong stands above, where there is room for it: nothing moves while one types.
void ImportForm::showField(std::size_t at, const ImportState::Form& form)
{
    const Field& field = fields_[at];
    if (from_wx(field.input->GetValue()) != form.texts[at]) field.input->ChangeValue(to_wx(form.texts[at]));
    field.input->SetEditable(form.canEdit);
    const bool wrong = !form.problems[at].empty();
    wxkit::setClass(*field.input, "wrong", wrong);
    field.label->tone(wrong ? Tone::wrong : Tone::plain);
    wxkit::setAccessible(*field.input, importFieldName(speech_.messages(), importFields[at]),
                         form.problems[at]);
}

std::optional<std::size_t> ImportForm::problemAt() const
{
    for (std::size_t i = 0; shown_ && i < fields_.size(); ++i)
        if (!shown_->problems[i].empty()) return i;
    return {};
}

void ImportForm::focusProblem()
{
    wxTextCtrl* input = fields_[problemAt().value_or(0)].input;
    input->SetFocus();
    input->SelectAll();
}
} // namespace accueil
