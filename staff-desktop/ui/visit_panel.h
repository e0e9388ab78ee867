// staff-desktop/ui/visit_panel.h - the card of one appointment, beside any list.
#pragma once
#include "core/wxkit/frame_keys.h"
#include "staff-desktop/logic/visit_presenter.h"
#include "staff-desktop/ui/visit_facts.h"
#include "staff-desktop/ui/visit_form.h"
#include <wx/sizer.h>

namespace accueil
{
/// Where an appointment moves to is chosen in a VisitMove, which the page shows in place of its list.
class VisitPanel : public Box
{
public:
    VisitPanel(wxWindow* parent, VisitPresenter& presenter, Look& look, Speech& speech);

    /// Letters act while nobody types. @returns whether the key was the card's
    bool key(const wxkit::FrameKey& key);
    void open();                           ///< the keyboard comes here
    bool hasCaret() const;                 ///< something in the card has the keyboard
    void invite(const std::string& words); ///< what to do while no appointment is chosen

private:
    void build();
    void buildConflict(wxSizer& column);
    void buildActs(wxSizer& column);
    void buildCancelling(wxSizer& column);
    void buildConfirm(wxSizer& column);
    void bind();
    void relabel();
    void relabelActs();
    void refresh();
    void showConflict(const VisitCard& card);
    void showActs(const VisitCard& card);
    void showCancelling(const VisitCard& card);
    void showConfirm(const VisitCard& card);
    void moveTo(VisitFocus focus);
    bool letter(int code);
    void showHistory(bool on);
    bool inMode(const wxkit::FrameKey& key);

    VisitPresenter& presenter_;
    Look& look_;
    Speech& speech_;
    Text *nothing_ = nullptr, *notice_ = nullptr, *changes_ = nullptr, *sentence_ = nullptr,
         *advice_ = nullptr, *reasonLabel_ = nullptr, *reasonProblem_ = nullptr;
    wxBoxSizer* buttons_ = nullptr;
    VisitFacts* facts_ = nullptr;
    VisitForm* form_ = nullptr;
    wxPanel *conflict_ = nullptr, *acts_ = nullptr, *cancelling_ = nullptr, *confirming_ = nullptr;
    KeyButton *mine_ = nullptr, *theirs_ = nullptr;
    KeyButton *checkIn_ = nullptr, *move_ = nullptr, *cancel_ = nullptr, *again_ = nullptr, *edit_ = nullptr,
              *print_ = nullptr, *bringBack_ = nullptr;
    Toggle *priority_ = nullptr, *history_ = nullptr;
    wxTextCtrl* reason_ = nullptr;
    std::vector<KeyButton*> usual_;
    KeyButton *confirm_ = nullptr, *leave_ = nullptr;
    std::optional<VisitCard> shown_;
    std::string invitation_;
    Listening changed_, focus_, spoken_, coloured_;
};
} // namespace accueil
