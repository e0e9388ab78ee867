#include "staff-desktop/ui/waiting_list.h"
#include "core/wxkit/text.h"
#include <algorithm>
#include <wx/menu.h>
#include <wx/sizer.h>

namespace accueil
{
namespace
{
std::vector<TableColumn> columnsOf(WaitingList::Kind kind)
{
    if (kind == WaitingList::Kind::bar)
        return {{.width = 66}, {.width = 66}, {.width = 66}, {.width = 66, .right = true}, {.width = 160, .grows = true}};
    return {{.width = 80}, {.width = 80},  {.width = 80}, {.width = 90, .right = true},
            {.width = 330}, {.width = 260, .grows = true}};
}
} // namespace

WaitingList::WaitingList(wxWindow* parent, CounterPresenter& presenter, Look& look, Speech& speech, Kind kind)
    : Box(parent), presenter_(presenter), speech_(speech), kind_(kind)
{
    const bool bar = kind == Kind::bar;
    auto* head = new wxBoxSizer(wxHORIZONTAL);
    title_ = new Text(this, bar ? 14.5 : 17, bar ? wxkit::Weight::label : wxkit::Weight::title);
    count_ = new Text(this, bar ? 14.5 : 17);
    head->Add(title_);
    head->Add(count_, wxSizerFlags().Border(wxLEFT, FromDIP(8)));
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(head, wxSizerFlags().Border(wxTOP | wxBOTTOM, FromDIP(bar ? 6 : 8)));
    nobody_ = new Text(this, bar ? 13.5 : 15, wxkit::Weight::text, "ink2");
    column->Add(nobody_);
    table_ = new Table(this, look, columnsOf(kind), true);
    if (bar) table_->SetFont(wxkit::font(13.5));
    table_->SetMinSize(FromDIP(wxSize(-1, 110)));
    table_->onChoose = [this](long long key) { presenter_.choose(TicketId(key)); };
    table_->onActivate = [this](long long key) { presenter_.call(TicketId(key)); };
    table_->Bind(wxEVT_DATAVIEW_ITEM_CONTEXT_MENU, [this](wxDataViewEvent&) { rowMenu(); });
    column->Add(table_, wxSizerFlags(1).Expand());
    why_ = new Text(this, bar ? 13 : 15, wxkit::Weight::text, "ink2");
    column->Add(why_, wxSizerFlags().Expand().Border(wxTOP, FromDIP(4)));
    SetSizer(column);
}

void WaitingList::relabel()
{
    const Messages& m = speech_.messages();
    table_->setName(m.tr("Waiting list"));
    std::vector<std::string> titles{m.tr("No."), m.tr("Due at"), m.tr("Arrival"), m.tr("Waits"), m.tr("Why")};
    if (kind_ == Kind::page) titles.push_back(m.tr("Procedure"));
    table_->setTitles(titles);
}

void WaitingList::show(const CounterState& state, int width)
{
    mayPick_ = state.acts.pick;
    title_->set(state.waitingTitle);
    count_->set(std::to_string(state.waiting.size()));
    fill(state);
    nobody_->set(state.nobody);
    nobody_->Show(!state.nobody.empty());
    table_->Show(kind_ == Kind::bar || state.nobody.empty());
    why_->wrap(width);
    why_->set(state.whyChosen);
    why_->Show(!state.whyChosen.empty());
    Layout();
}

void WaitingList::fill(const CounterState& state)
{
    const bool bar = kind_ == Kind::bar;
    std::vector<TableRow> rows;
    for (const auto& row : state.waiting) {
        rows.push_back({row.id.value(),
                        {{.text = row.number, .strong = true, .dim = row.dim},
                         {.text = row.due, .dim = row.dim},
                         {.text = row.arrived, .dim = row.dim},
                         {.text = row.waits, .dim = row.dim},
                         {.text = bar ? row.brief : row.why, .dim = row.dim}}});
        if (!bar) rows.back().cells.push_back({.text = row.what, .dim = row.dim});
    }
    table_->setRows(std::move(rows));
}

void WaitingList::take()
{
    table_->SetFocus();
}

/// The same as a double click, for the keyboard.
void WaitingList::rowMenu()
{
    const long long key = table_->chosen();
    if (!key) return;
    const CounterState state = presenter_.state();
    const auto row = std::ranges::find(state.waiting, TicketId(key), &CounterState::Row::id);
    if (row == state.waiting.end()) return;
    wxMenu menu;
    menu.Append(wxID_OPEN, to_wx(speech_.messages().tr("Call {0}", row->number)))->Enable(mayPick_);
    if (GetPopupMenuSelectionFromUser(menu) == wxID_OPEN) presenter_.call(TicketId(key));
}
} // namespace accueil
