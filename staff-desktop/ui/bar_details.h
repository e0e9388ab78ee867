// staff-desktop/ui/bar_details.h - the agent's bar unfolded: papers and note, who waits, who was set aside,
// the rest.
#pragma once
#include "staff-desktop/logic/counter_presenter.h"
#include "staff-desktop/logic/status_line.h"
#include "staff-desktop/ui/bar_act.h"
#include "staff-desktop/ui/table.h"
#include "staff-desktop/ui/widgets.h"
#include <functional>
#include <wx/scrolwin.h>
#include <wx/sizer.h>

namespace accueil
{
class BarDetails : public Box
{
public:
    BarDetails(wxWindow* parent, CounterPresenter& presenter, Look& look, Speech& speech);
    void show(const CounterState& state, int width);
    void showLink(const StatusLine& line);
    void relabel();

    std::function<void(BarAct)> onAct;
    std::function<void(wxWindow&)> onMenu;

private:
    struct FactRow
    {
        Text *name, *text;
    };
    struct AsideRow
    {
        wxPanel* box;
        Text *number, *text;
        KeyButton* resume;
        TicketId id;
    };
    void buildFacts();
    void buildWaiting();
    void buildAside();
    void buildFoot();
    KeyButton* footButton(BarAct act);
    void showFacts(const CounterState& state, int width);
    void showWaiting(const CounterState& state, int width);
    void showAside(const CounterState& state, int width);
    void showFoot(const CounterState& state, int width);
    void rowMenu();
    AsideRow& asideRow(std::size_t at);

    CounterPresenter& presenter_;
    Look& look_;
    Speech& speech_;
    wxSizer* column_ = nullptr;
    wxPanel* facts_ = nullptr;
    wxFlexGridSizer* factGrid_ = nullptr;
    std::vector<FactRow> factRows_;
    Text *waitingTitle_ = nullptr, *waitingCount_ = nullptr, *nobody_ = nullptr, *why_ = nullptr,
         *asideTitle_ = nullptr, *asideCount_ = nullptr, *where_ = nullptr, *link_ = nullptr;
    Table* waiting_ = nullptr;
    wxScrolledWindow* aside_ = nullptr;
    std::vector<std::unique_ptr<AsideRow>> asideRows_;
    KeyButton *pause_ = nullptr, *help_ = nullptr, *park_ = nullptr, *transfer_ = nullptr, *menu_ = nullptr;
    wxStaticBitmap* linkIcon_ = nullptr;
    bool mayPick_ = false;
    std::optional<bool> linkGood_;
};
} // namespace accueil
