// staff-desktop/ui/find_panel.h - one field, the list of who fits, and the card of the chosen one.
#pragma once
#include "staff-desktop/logic/find_presenter.h"
#include "staff-desktop/ui/page.h"
#include "staff-desktop/ui/table.h"
#include "staff-desktop/ui/visit_move.h"
#include "staff-desktop/ui/visit_panel.h"

namespace accueil
{
class FindPanel : public Page
{
public:
    FindPanel(wxWindow* parent, FindPresenter& presenter, Look& look, Speech& speech);
    void shown() override;
    void hidden() override;
    bool key(const wxkit::FrameKey& key) override;

private:
    void build();
    wxPanel* buildList();
    void bind();
    void relabel();
    void refresh();
    void showFilters(const FindState& state);
    void showRows(const FindState& state);
    bool walk(const wxkit::FrameKey& key);

    FindPresenter& presenter_;
    Look& look_;
    Speech& speech_;
    wxPanel* list_ = nullptr;
    VisitMove* move_ = nullptr;
    VisitPanel* card_ = nullptr;
    Text *label_ = nullptr, *key_ = nullptr, *dayLabel_ = nullptr, *nothing_ = nullptr, *summary_ = nullptr;
    wxTextCtrl *field_ = nullptr, *day_ = nullptr;
    wxChoice *service_ = nullptr, *state_ = nullptr;
    Table* table_ = nullptr;
    std::vector<std::string> services_, states_;
    Listening changed_, cardChanged_, spoken_, coloured_;
};
} // namespace accueil
