#include "staff-desktop/ui/book_who.h"
#include "core/wxkit/accessible.h"
#include "core/wxkit/text.h"
#include <wx/sizer.h>

namespace accueil
{
BookWho::BookWho(wxWindow* parent, BookPresenter& presenter, const Look& look, const Speech& speech)
    : Box(parent), presenter_(presenter), speech_(speech)
{
    build(look);
    notices_->onDone = [this] { at(last_).input->SetFocus(); };
    for (const auto field : personFields) {
        auto* input = at(field).input;
        input->Bind(wxEVT_TEXT, [this, field, input](wxCommandEvent&) {
            presenter_.type(field, from_wx(input->GetValue()));
        });
        input->Bind(wxEVT_SET_FOCUS, [this, field](wxFocusEvent& event) {
            event.Skip();
            last_ = field;
        });
        input->Bind(wxEVT_KILL_FOCUS, [this, field](wxFocusEvent& event) {
            event.Skip();
            presenter_.leave(field);
        });
    }
    language_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) {
        presenter_.setLanguage(languages[static_cast<std::size_t>(language_->GetSelection())]);
        language_->SetSelection(static_cast<int>(presenter_.state().who.input.language)); // perhaps not taken
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
    if (style & wxTE_MULTILINE)
        labels->Add(made.problem,
                    wxSizerFlags().CenterVertical().Border(wxLEFT, FromDIP(6))); // the field is tall enough
    else
        column->Add(made.problem, wxSizerFlags().Expand().Border(wxTOP, FromDIP(1)));
    return column;
}

void BookWho::build(const Look& look)
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
    notices_ = new BookNotices(this, presenter_, look, speech_);
    column->Add(notices_, wxSizerFlags().Expand().Border(wxBOTTOM, FromDIP(4)));
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
    // Age and tick stand in the label's row: they come and go without moving the field.
    const auto beside = [&](wxSizer* field, Text* text) {
        field->GetItem(std::size_t{0})
            ->GetSizer()
            ->Add(text, wxSizerFlags().CenterVertical().Border(wxLEFT, FromDIP(6)));
    };
    age_ = new Text(this, 14, wxkit::Weight::text, "ink2");
    beside(born, age_);
    tick_ = new Text(this, 14, wxkit::Weight::title, "ok");
    beside(phone, tick_);
}

void BookWho::focus(PersonField field)
{
    at(field).input->SetFocus();
    at(field).input->SelectAll();
}

bool BookWho::key(const wxkit::FrameKey& key)
{
    if (key.plain() && key.code == WXK_F8) {
        notices_->choose();
        return true;
    }
    if (key.plain() && key.digit >= 1 && notices_->hasCaret())
        return notices_->chooseLine(static_cast<std::size_t>(key.digit) - 1);
    if (key.control && !key.alt && key.code == 'O') {
        presenter_.openTwin();
        return true;
    }
    return false;
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
    notices_->relabel();
    shown_.reset();
}

void BookWho::show(const BookState::Who& state)
{
    for (const auto field : personFields)
        at(field).show(state.input[field], state.problems[static_cast<std::size_t>(field)], state.readOnly);
    if (state == shown_) return;
    shown_ = state;
    age_->set(state.age);
    tick_->set(state.phoneFine ? "✓" : "");
    notices_->show(state);
    language_->SetSelection(static_cast<int>(state.input.language));
    advice_->set(state.advice);
    wrap();
    Layout();
}

void BookWho::wrap()
{
    advice_->wrap(GetClientSize().x - FromDIP(4));
    if (shown_) notices_->fit(*shown_);
    Layout();
}
} // namespace accueil
