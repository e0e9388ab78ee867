#include "staff-desktop/ui/book_who.h"
#include "core/wxkit/accessible.h"
#include "core/wxkit/text.h"
#include <wx/sizer.h>

namespace accueil
{
BookWho::BookWho(wxWindow* parent, BookPresenter& presenter, const Speech& speech)
    : Box(parent), presenter_(presenter), speech_(speech)
{
    build();
    for (const auto field : personFields) {
        auto* input = at(field).input;
        input->Bind(wxEVT_TEXT, [this, field, input](wxCommandEvent&) {
            presenter_.type(field, from_wx(input->GetValue()));
        });
        input->Bind(wxEVT_KILL_FOCUS, [this, field](wxFocusEvent& event) {
            event.Skip();
            presenter_.leave(field);
        });
    }
    language_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) {
        presenter_.setLanguage(languages[static_cast<std::size_t>(language_->GetSelection())]);
    });
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        event.Skip();
        CallAfter([this] { wrap(); });
    });
}

wxSizer* BookWho::makeField(PersonField field, bool optional, long style)
{
    Field& made = at(field);
    auto* labels = new wxBoxSizer(wxHORIZONTAL);
    made.label = new Text(this, 15, wxkit::Weight::label);
    labels->Add(made.label, wxSizerFlags().CenterVertical());
    if (optional) {
        made.optional = new Text(this, 14, wxkit::Weight::text, "ink2");
        labels->Add(made.optional, wxSizerFlags().CenterVertical().Border(wxLEFT, FromDIP(6)));
    }
    made.input = new wxTextCtrl(this, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize, style);
    made.input->SetMinSize(FromDIP(wxSize(-1, 34)));
    made.problem = new Text(this, 13, wxkit::Weight::text, "error");
    made.problem->SetMinSize(FromDIP(wxSize(40, 18))); // kept free, so that nothing moves when it speaks
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(labels);
    column->Add(made.input,
                wxSizerFlags((style & wxTE_MULTILINE) ? 1 : 0).Expand().Border(wxTOP, FromDIP(3)));
    column->Add(made.problem, wxSizerFlags().Expand().Border(wxTOP, FromDIP(1)));
    return column;
}

void BookWho::build()
{
    auto* column = new wxBoxSizer(wxVERTICAL);
    auto* head = new wxBoxSizer(wxHORIZONTAL);
    title_ = new Text(this, 17, wxkit::Weight::title);
    key_ = new Text(this, 12, wxkit::Weight::text, "key");
    head->Add(title_, wxSizerFlags().CenterVertical());
    head->Add(key_, wxSizerFlags().CenterVertical().Border(wxLEFT, FromDIP(8)));
    column->Add(head, wxSizerFlags().Expand().Border(wxBOTTOM, FromDIP(6)));
    const auto pair = [&](wxSizer* left, wxSizer* right) {
        auto* row = new wxBoxSizer(wxHORIZONTAL);
        row->Add(left, wxSizerFlags(1));
        row->AddSpacer(FromDIP(12));
        row->Add(right, wxSizerFlags(1));
        column->Add(row, wxSizerFlags().Expand());
    };
    // Created in the order of the Tab key.
    auto* last = makeField(PersonField::lastName, false);
    auto* first = makeField(PersonField::firstName, false);
    pair(last, first);
    auto* born = makeField(PersonField::birthDate, false);
    auto* phone = makeField(PersonField::phone, true);
    pair(born, phone);
    column->Add(makeField(PersonField::email, true), wxSizerFlags().Expand());
    languageLabel_ = new Text(this, 15, wxkit::Weight::label);
    language_ = new wxChoice(this, wxID_ANY);
    for (const Language language : languages) language_->Append(to_wx(ownName(language)));
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(languageLabel_, wxSizerFlags().CenterVertical());
    row->Add(language_, wxSizerFlags().CenterVertical().Border(wxLEFT, FromDIP(12)));
    column->Add(row, wxSizerFlags().Border(wxBOTTOM, FromDIP(8)));
    auto* note = makeField(PersonField::note, true, wxTE_MULTILINE);
    at(PersonField::note).input->SetMinSize(FromDIP(wxSize(-1, 52)));
    wxkit::addClass(*at(PersonField::note).input, "field");
    at(PersonField::note).input->SetMaxSize(FromDIP(wxSize(-1, 110)));
    column->Add(note, wxSizerFlags(1000).Expand());
    column->AddStretchSpacer(1);
    advice_ = new Text(this, 14, wxkit::Weight::text, "ink2");
    advice_->SetMinSize(FromDIP(wxSize(-1, 38)));
    column->Add(advice_, wxSizerFlags().Expand());
    SetSizer(column);
    // The age stands in the label's row: it comes and goes without moving the field.
    age_ = new Text(this, 14, wxkit::Weight::text, "ink2");
    born->GetItem(std::size_t{0})
        ->GetSizer()
        ->Add(age_, wxSizerFlags().CenterVertical().Border(wxLEFT, FromDIP(6)));
}

void BookWho::focus(PersonField field)
{
    at(field).input->SetFocus();
    at(field).input->SelectAll();
}

void BookWho::relabel()
{
    const Messages& m = speech_.messages();
    title_->setMnemonic(m.tr("Wh&o"));
    key_->set(m.tr("Alt+{0}", mnemonicOf(m.tr("Wh&o"))));
    const std::array<std::string, personFields.size()> names{
        m.tr("Name"), m.tr("First name"), m.tr("Date of birth"), m.tr("Phone"), m.tr("E-mail"), m.tr("Note")};
    for (std::size_t i = 0; i < fields_.size(); ++i) {
        fields_[i].label->set(names[i]);
        wxkit::labelFor(*fields_[i].label, *fields_[i].input);
        wxkit::setAccessible(*fields_[i].input, names[i]);
        if (fields_[i].optional) fields_[i].optional->set(m.tr("optional"));
    }
    wxkit::labelFor(*title_, *at(PersonField::lastName).input);
    at(PersonField::note).optional->set(m.tr("optional, the agent sees it"));
    languageLabel_->set(m.tr("Language of the mails"));
    wxkit::labelFor(*languageLabel_, *language_);
    wxkit::setAccessible(*language_, m.tr("Language of the mails"));
    shown_.reset();
}

void BookWho::show(const BookState::Who& state)
{
    for (const auto field : personFields)
        at(field).show(state.input[field], state.problems[static_cast<std::size_t>(field)]);
    if (state == shown_) return;
    shown_ = state;
    age_->set(state.age);
    language_->SetSelection(static_cast<int>(state.input.language));
    advice_->set(state.advice);
    wrap();
    Layout();
}

void BookWho::wrap()
{
    advice_->wrap(GetClientSize().x - FromDIP(4));
    Layout();
}
} // namespace accueil
