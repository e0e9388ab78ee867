// staff-desktop/ui/today_panel.h - a day place by place, its week or its list, and the chosen appointment
// beside.
#pragma once
#include "staff-desktop/logic/today_presenter.h"
#include "staff-desktop/ui/cell_grid.h"
#include "staff-desktop/ui/legend.h"
#include "staff-desktop/ui/page.h"
#include "staff-desktop/ui/table.h"
#include "staff-desktop/ui/today_head.h"
#include "staff-desktop/ui/visit_move.h"
#include "staff-desktop/ui/visit_panel.h"

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
    wxPanel* buildList();
    void relabel();
    void refresh();
    void showGrid(const TodayState& state);
    void showRows(const TodayState& state);
    void focusWork();
    bool keyInGrid(const wxkit::FrameKey& key);
    bool keyInList(const wxkit::FrameKey& key);

    TodayPresenter& presenter_;
    Look& look_;
    Speech& speech_;
    TodayHead* head_ = nullptr;
    wxPanel *list_ = nullptr, *cardLine_ = nullptr;
    VisitMove* move_ = nullptr;
    VisitPanel* card_ = nullptr;
    Text* nothing_ = nullptr;
    CellGrid* grid_ = nullptr;
    Legend* legend_ = nullptr;
    Table* table_ = nullptr;
    std::string summary_,
        gridOf_;             ///< which day or week the grid shows: another one begins at what comes next
    bool gridWaits_ = false; ///< for the keyboard, until there is a day to walk
    bool fresh_ = true;      ///< nothing was shown yet: the list begins at what comes next
    Listening changed_, cardChanged_, spoken_, coloured_;
};
} // namespace accueil
