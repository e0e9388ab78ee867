#include "staff-desktop/ui/login_frame.h"
#include "core/wxkit/accessible.h"
#include "core/wxkit/text.h"
#include <wx/sizer.h>

namespace accueil
{
namespace
{
constexpr int noticeWidth = 360;

Field makeField(wxWindow* parent, wxSizer& column, long style)
{
    Field field;
    field.label = new Text(parent, 15, wxkit::Weight::label);
    field.input = new wxTextCtrl(parent, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize,
                                 style | wxTE_PROCESS_ENTER);
    field.input->SetMinSize(
        parent->FromDIP(wxSize(-1, 36))); // the style sheet's own height is known too late for sizers
    column.Add(field.label, wxSizerFlags().Border(wxTOP, parent->FromDIP(12)));
    column.Add(field.input, wxSizerFlags().Expand().Border(wxTOP, parent->FromDIP(4)));
    return field;
}

void name(Field& field, const std::string& text)
{
    field.label->set(text);
    wxkit::labelFor(*field.label, *field.input);
    wxkit::setAccessible(*field.input, text);
}
} // namespace

wxChoice* makeLanguageChoice(wxWindow* parent, Speech& speech)
{
    auto* choice = new wxChoice(parent, wxID_ANY);
    for (const Language language : languages) choice->Append(to_wx(ownName(language)));
    choice->SetSelection(static_cast<int>(speech.language()));
    choice->Bind(wxEVT_CHOICE, [choice, &speech](wxCommandEvent&) {
        speech.speak(languages[static_cast<std::size_t>(choice->GetSelection())]);
    });
    return choice;
}

LoginFrame::LoginFrame(LoginPresenter& presenter, Speech& speech, Look&, const std::string& post)
    : wxFrame(nullptr, wxID_ANY, wxS("Accueil")), presenter_(presenter), speech_(speech), post_(post)
{
    SetFont(wxkit::font(15));
    build();
    changed_ = presenter_.onChanged([this] { refresh(); });
    spoken_ = speech_.onChanged([this] { refresh(); });
    timer_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { presenter_.tick(); });
    timer_.Start(250);
    refresh();
    page_->GetSizer()->SetSizeHints(this);
    Centre();
}

void LoginFrame::build()
{
    page_ = new Box(this);
    wxkit::addClass(*page_, "bg");
    auto* column = new wxBoxSizer(wxVERTICAL);
    auto* head = new wxBoxSizer(wxHORIZONTAL);
    title_ = new Text(page_, 24, wxkit::Weight::title);
    language_ = makeLanguageChoice(page_, speech_);
    head->Add(title_, wxSizerFlags(1).CenterVertical());
    head->Add(language_, wxSizerFlags().CenterVertical());
    column->Add(head, wxSizerFlags().Expand());
    place_ = new Text(page_, 15, wxkit::Weight::text, "ink2");
    column->Add(place_, wxSizerFlags().Border(wxTOP, FromDIP(2)));
    account_ = makeField(page_, *column, 0);
    password_ = makeField(page_, *column, wxTE_PASSWORD);
    notice_ = new Text(page_, 15);
    notice_->wrap(FromDIP(noticeWidth));
    notice_->SetMinSize(FromDIP(wxSize(noticeWidth, 62))); // three lines: nothing moves when it speaks
    column->Add(notice_, wxSizerFlags().Expand().Border(wxTOP, FromDIP(12)));
    logIn_ = new KeyButton(page_, "primary");
    logIn_->SetMinSize(FromDIP(wxSize(-1, 48)));
    column->Add(logIn_, wxSizerFlags().Expand().Border(wxTOP, FromDIP(8)));
    auto* edge = new wxBoxSizer(wxVERTICAL);
    edge->Add(column, wxSizerFlags(1).Expand().Border(wxALL, FromDIP(24)));
    page_->SetSizer(edge);

    // The language comes last: whoever sits down types at once.
    language_->MoveAfterInTabOrder(logIn_);
    for (auto* input : {account_.input, password_.input}) {
        input->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { presenter_.edited(); });
        input->Bind(wxEVT_TEXT_ENTER, [this, input](wxCommandEvent&) {
            if (input == account_.input)
                password_.input->SetFocus();
            else
                submit();
        });
    }
    logIn_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { submit(); });
}

void LoginFrame::submit()
{
    if (refused_.empty())
        presenter_.logIn(from_wx(account_.input->GetValue()), from_wx(password_.input->GetValue()));
}

void LoginFrame::refuse(const std::string& why)
{
    refused_ = why;
    refresh();
}

void LoginFrame::begin()
{
    password_.input->ChangeValue(wxString());
    (account_.input->IsEmpty() ? account_.input : password_.input)->SetFocus();
}

void LoginFrame::refresh()
{
    const Messages& m = speech_.messages();
    const auto state = presenter_.state();
    title_->set(m.trc("program", "Reception"));
    place_->set(post_);
    name(account_, m.tr("Account"));
    name(password_, m.tr("Password"));
    wxkit::setAccessible(*language_, m.tr("Language"));
    logIn_->set(m.tr("Log in"), m.tr("Enter"));
    logIn_->Enable(state.canLogIn && refused_.empty());
    notice_->set(refused_.empty() ? state.notice : refused_);
    if (state.problem && !wasWrong_ && IsShown()) {
        password_.input->SetFocus();
        password_.input->SelectAll();
    }
    wasWrong_ = state.problem;
    notice_->tone(state.problem || !refused_.empty() ? Tone::wrong
                  : state.notice.empty()             ? Tone::plain
                                                     : Tone::look);
    page_->Layout();
}
} // namespace accueil
