// staff-desktop/ui/book_panel.h - booking: three columns, and the sentence to read aloud.
#pragma once
#include "staff-desktop/ui/book_what.h"
#include "staff-desktop/ui/book_when.h"
#include "staff-desktop/ui/book_who.h"
#include "staff-desktop/ui/page.h"

namespace accueil
{
class BookPanel : public Page
{
public:
    BookPanel(wxWindow* parent, BookPresenter& presenter, Look& look, Speech& speech);
    void shown() override;
    void hidden() override;
    bool key(const wxkit::FrameKey& key) override;

private:
    void build();
    wxPanel* buildFoot();
    wxPanel* buildOverruling(wxWindow* foot);
    void relabel();
    void refresh();
    void showFoot(const BookState::Foot& state, const BookState::Overruling& overruling);
    void showOverruling(const BookState::Overruling& state);
    void showButtons(const BookState::Foot& state);
    void moveTo(BookFocus focus);

    BookPresenter& presenter_;
    Look& look_;
    Speech& speech_;
    BookWhat* what_ = nullptr;
    BookWhen* when_ = nullptr;
    BookWho* who_ = nullptr;
    wxPanel* foot_ = nullptr;
    wxStaticBitmap *done_ = nullptr, *hourglass_ = nullptr;
    Text *sentence_ = nullptr, *detail_ = nullptr, *notice_ = nullptr, *held_ = nullptr, *left_ = nullptr;
    KeyButton *prolong_ = nullptr, *undo_ = nullptr, *restart_ = nullptr, *waive_ = nullptr,
              *print_ = nullptr, *confirm_ = nullptr;
    wxPanel* overruling_ = nullptr; ///< why not, and the field for the reason of who overrules it
    Text *refusal_ = nullptr, *reasonLabel_ = nullptr;
    wxTextCtrl* reason_ = nullptr;
    wxStaticBitmap* warning_ = nullptr;
    std::optional<BookState::Foot> shownFoot_;
    BookState::Overruling shownOverruling_;
    Listening changed_, focus_, spoken_, coloured_;
};
} // namespace accueil
