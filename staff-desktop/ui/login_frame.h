// staff-desktop/ui/login_frame.h - the first window: account, password, language.
#pragma once
#include "staff-desktop/logic/login_presenter.h"
#include "staff-desktop/ui/widgets.h"
#include <wx/choice.h>
#include <wx/frame.h>
#include <wx/timer.h>

namespace accueil
{
/// `presenter`, `speech` and `look` outlive it. Closing it ends the program.
class LoginFrame : public wxFrame
{
public:
    LoginFrame(LoginPresenter& presenter, Speech& speech, Look& look, const std::string& post);

    /// The configuration cannot be used: says so, and nobody can log in.
    void refuse(const std::string& why);
    void begin(); ///< empty password, caret where it belongs

private:
    void build();
    void refresh();
    void submit();

    LoginPresenter& presenter_;
    Speech& speech_;
    std::string post_, refused_;
    bool wasWrong_ = false;
    wxPanel* page_ = nullptr;
    Text *title_ = nullptr, *place_ = nullptr, *notice_ = nullptr;
    Field account_, password_;
    KeyButton* logIn_ = nullptr;
    wxChoice* language_ = nullptr;
    wxTimer timer_;
    Listening changed_, spoken_;
};

/// The four languages in their own names; the choice speaks them at once.
wxChoice* makeLanguageChoice(wxWindow* parent, Speech& speech);
} // namespace accueil
