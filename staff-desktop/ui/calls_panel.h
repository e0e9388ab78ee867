// staff-desktop/ui/calls_panel.h - people to call: the list, and beside it what to know and to say.
#pragma once
#include "staff-desktop/logic/calls_presenter.h"
#include "staff-desktop/ui/calls_side.h"
#include "staff-desktop/ui/page.h"
#include "staff-desktop/ui/table.h"

namespace accueil
{
class CallsPanel : public Page
{
public:
    CallsPanel(wxWindow* parent, CallsPresenter& presenter, Look& look, Speech& speech);
    void shown() override;
    void hidden() override;
    bool key(const wxkit::FrameKey& key) override;

private:
    void build();
    wxPanel* buildHead();
    wxSizer* buildList();
    void relabel();
    void refresh();
    void showHead(const CallsState& state);
    void showRows(const CallsState& state);

    CallsPresenter& presenter_;
    Look& look_;
    Speech& speech_;
    wxPanel* head_ = nullptr;
    Text *title_ = nullptr, *nothing_ = nullptr, *summary_ = nullptr, *said_ = nullptr;
    Toggle *open_ = nullptr, *done_ = nullptr;
    KeyButton *letters_ = nullptr, *print_ = nullptr;
    Table* table_ = nullptr;
    CallsSide* side_ = nullptr;
    Listening changed_, spoken_, coloured_;
};
} // namespace accueil
