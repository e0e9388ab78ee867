// staff-desktop/ui/today_panel.h - today's appointments, and the chosen one beside them.
#pragma once
#include "staff-desktop/logic/today_presenter.h"
#include "staff-desktop/ui/page.h"
#include "staff-desktop/ui/table.h"
#include "staff-desktop/ui/widgets.h"
#include <wx/scrolwin.h>

namespace accueil
{
class TodayPanel : public Page
{
public:
    TodayPanel(wxWindow* parent, TodayPresenter& presenter, Look& look, Speech& speech);
    void shown() override;
    void hidden() override;
    bool key(const wxkit::FrameKey& key) override;

private:
    void build();
    wxPanel* buildHead();
    wxPanel* buildSide();
    void relabel();
    void refresh();
    void showFilters(const TodayState& state);
    void showRows(const TodayState& state);
    void showDetails(const std::optional<TodayState::Details>& details);
    void fillDetails(const TodayState::Details& details);
    void wrapSide();

    TodayPresenter& presenter_;
    Look& look_;
    Speech& speech_;
    wxPanel *head_ = nullptr, *side_ = nullptr;
    wxScrolledWindow* facts_ = nullptr;
    Text *title_ = nullptr, *lookLabel_ = nullptr, *nothing_ = nullptr, *summary_ = nullptr,
         *choose_ = nullptr;
    wxSizer* filters_ = nullptr;
    std::vector<std::pair<ServiceId, Toggle*>> services_;
    wxTextCtrl* look_for_ = nullptr;
    Table* table_ = nullptr;
    Chip* chip_ = nullptr;
    Text *reference_ = nullptr, *name_ = nullptr, *born_ = nullptr, *what_ = nullptr, *where_ = nullptr,
         *papersTitle_ = nullptr, *papers_ = nullptr, *noteTitle_ = nullptr, *note_ = nullptr,
         *ticket_ = nullptr, *ticketLine_ = nullptr, *notice_ = nullptr;
    KeyButton* act_ = nullptr;
    std::optional<TodayState::Details> shown_;
    bool fresh_ = true; ///< nothing was shown yet: the list begins at what comes next
    Listening changed_, spoken_, coloured_;
};
} // namespace accueil
