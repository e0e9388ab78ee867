// staff-desktop/ui/today_panel.h - a day place by place, its week or its list, and the chosen appointment
// beside.
#pragma once
#include "staff-desktop/logic/today_presenter.h"
#include "staff-desktop/ui/cell_grid.h"
#include "staff-desktop/ui/legend.h"
#include "staff-desktop/ui/page.h"
#include "staff-desktop/ui/table.h"
#include "staff-desktop/ui/today_head.h"
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
    std::string foot() const override { return summary_; }
    bool key(const wxkit::FrameKey& key) override;

private:
    void build();
    wxSizer* buildLeft();
    wxPanel* buildSide();
    void relabel();
    void refresh();
    void showGrid(const TodayState& state);
    void showRows(const TodayState& state);
    void showDetails(const std::optional<TodayState::Details>& details);
    void fillDetails(const TodayState::Details& details);
    void wrapSide();
    void focusWork();
    bool keyInGrid(const wxkit::FrameKey& key);
    bool keyInList(const wxkit::FrameKey& key);

    TodayPresenter& presenter_;
    Look& look_;
    Speech& speech_;
    TodayHead* head_ = nullptr;
    wxPanel *side_ = nullptr, *sideLine_ = nullptr;
    wxScrolledWindow* facts_ = nullptr;
    Text *nothing_ = nullptr, *choose_ = nullptr;
    CellGrid* grid_ = nullptr;
    Legend* legend_ = nullptr;
    Table* table_ = nullptr;
    Chip* chip_ = nullptr;
    Text *reference_ = nullptr, *name_ = nullptr, *born_ = nullptr, *what_ = nullptr, *where_ = nullptr,
         *papersTitle_ = nullptr, *papers_ = nullptr, *noteTitle_ = nullptr, *note_ = nullptr,
         *ticket_ = nullptr, *ticketLine_ = nullptr, *notice_ = nullptr;
    KeyButton* act_ = nullptr;
    std::optional<TodayState::Details> shown_;
    std::string summary_,
        gridOf_;        ///< which day or week the grid shows: another one begins at what comes next
    bool fresh_ = true; ///< nothing was shown yet: the list begins at what comes next
    Listening changed_, spoken_, coloured_;
};
} // namespace accueil
