#include "staff-desktop/ui/today_panel.h"
#include "core/wxkit/accessible.h"
#include "core/wxkit/text.h"
#include <wx/sizer.h>

namespace accueil
{
namespace
{
constexpr int sideWidth = 330;

/// What has been decided recedes; only the present is warm.
bool isOver(VisitState state)
{
    return state == VisitState::served || state == VisitState::missed || state == VisitState::cancelled;
}
} // namespace

TodayPanel::TodayPanel(wxWindow* parent, TodayPresenter& presenter, Look& look, Speech& speech)
    : Page(parent), presenter_(presenter), look_(look), speech_(speech)
{
    build();
    table_->onChoose = [this](long long key) { presenter_.choose(AppointmentId(key)); };
    table_->onActivate = [this](long long key) {
        presenter_.choose(AppointmentId(key));
        presenter_.act();
    };
    look_for_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { presenter_.look(from_wx(look_for_->GetValue())); });
    act_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { presenter_.act(); });
    changed_ = presenter_.onChanged([this] { refresh(); });
    spoken_ = speech_.onChanged([this] { relabel(); });
    coloured_ = look_.onChanged([this] {
        relabel();
        table_->Refresh();
    });
    relabel();
}

void TodayPanel::build()
{
    auto* page = new wxBoxSizer(wxVERTICAL);
    page->Add(buildHead(), wxSizerFlags().Expand());
    page->Add(makeLine(this, false), wxSizerFlags().Expand());
    auto* left = new wxBoxSizer(wxVERTICAL);
    nothing_ = new Text(this, 17, wxkit::Weight::text, "ink2");
    table_ = new Table(this, look_,
                       {{.width = 70},
                        {.width = 136, .state = true},
                        {.width = 210},
                        {.width = 240, .grows = true},
                        {.width = 84}},
                       true);
    summary_ = new Text(this, 14, wxkit::Weight::text, "ink2");
    left->Add(nothing_, wxSizerFlags().Border(wxALL, FromDIP(16)));
    left->Add(table_, wxSizerFlags(1).Expand());
    left->Add(summary_, wxSizerFlags().Border(wxTOP, FromDIP(8)));
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(left, wxSizerFlags(1).Expand().Border(wxALL, FromDIP(12)));
    row->Add(makeLine(this, true), wxSizerFlags().Expand());
    side_ = buildSide();
    row->Add(side_, wxSizerFlags().Expand());
    page->Add(row, wxSizerFlags(1).Expand());
    SetSizer(page);
}

wxPanel* TodayPanel::buildHead()
{
    head_ = new Box(this);
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    title_ = new Text(head_, 17, wxkit::Weight::title);
    lookLabel_ = new Text(head_, 15, wxkit::Weight::label);
    look_for_ = new wxTextCtrl(head_, wxID_ANY);
    look_for_->SetMinSize(FromDIP(wxSize(160, 34)));
    filters_ = new wxBoxSizer(wxHORIZONTAL);
    row->Add(title_, wxSizerFlags().CenterVertical().Border(wxRIGHT, FromDIP(20)));
    row->Add(filters_, wxSizerFlags(1).CenterVertical());
    row->Add(lookLabel_, wxSizerFlags().CenterVertical().Border(wxLEFT | wxRIGHT, FromDIP(8)));
    row->Add(look_for_, wxSizerFlags().CenterVertical());
    auto* edge = new wxBoxSizer(wxVERTICAL);
    edge->Add(row, wxSizerFlags(1).Expand().Border(wxLEFT | wxRIGHT, FromDIP(16)));
    edge->SetMinSize(FromDIP(wxSize(-1, 54)));
    head_->SetSizer(edge);
    return head_;
}

wxPanel* TodayPanel::buildSide()
{
    auto* side = new Box(this);
    wxkit::addClass(*side, "bar");
    side->SetMinSize(FromDIP(wxSize(sideWidth, -1)));
    auto* outer = new wxBoxSizer(wxVERTICAL);
    choose_ = new Text(side, 15, wxkit::Weight::text, "ink2");
    outer->Add(choose_, wxSizerFlags().Border(wxALL, FromDIP(16)));
    facts_ = new wxScrolledWindow(side, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL);
    facts_->SetScrollRate(0, FromDIP(8));
    auto* column = new wxBoxSizer(wxVERTICAL);
    auto* first = new wxBoxSizer(wxHORIZONTAL);
    chip_ = new Chip(facts_);
    reference_ = new Text(facts_, 14, wxkit::Weight::text, "ink2");
    first->Add(chip_, wxSizerFlags().CenterVertical());
    first->AddStretchSpacer();
    first->Add(reference_, wxSizerFlags().CenterVertical());
    column->Add(first, wxSizerFlags().Expand().Border(wxBOTTOM, FromDIP(8)));
    const auto add = [&](Text*& text, double px, wxkit::Weight weight, int above,
                         const char* style = nullptr) {
        text = new Text(facts_, px, weight, style);
        column->Add(text, wxSizerFlags().Expand().Border(wxTOP, FromDIP(above)));
    };
    add(name_, 24, wxkit::Weight::title, 0);
    add(born_, 15, wxkit::Weight::text, 2);
    add(what_, 17, wxkit::Weight::title, 14);
    add(where_, 15, wxkit::Weight::text, 2);
    add(papersTitle_, 15, wxkit::Weight::title, 12);
    add(papers_, 15, wxkit::Weight::text, 2);
    add(noteTitle_, 15, wxkit::Weight::title, 12);
    add(note_, 15, wxkit::Weight::text, 2);
    add(ticket_, 44, wxkit::Weight::number, 12);
    add(ticketLine_, 15, wxkit::Weight::text, 0);
    facts_->SetSizer(column);
    outer->Add(facts_, wxSizerFlags(1).Expand().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(16)));
    notice_ = new Text(side, 15, wxkit::Weight::label);
    act_ = new KeyButton(side, "primary");
    act_->SetMinSize(FromDIP(wxSize(-1, 48)));
    outer->Add(notice_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(16)));
    outer->Add(act_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(16)));
    outer->AddSpacer(FromDIP(16));
    side->SetSizer(outer);
    return side;
}

void TodayPanel::shown()
{
    presenter_.show(true);
    refresh();
    look_for_->SetFocus();
}

void TodayPanel::hidden()
{
    presenter_.show(false);
}

/// From the name field the arrows walk through the list, Enter does what the panel's button says.
bool TodayPanel::key(const wxkit::FrameKey& key)
{
    if (!key.plain()) return false;
    if (key.code == WXK_ESCAPE) {
        presenter_.look("");
        look_for_->SetFocus();
        return true;
    }
    if (!look_for_->HasFocus()) return false;
    const bool down = key.code == WXK_DOWN;
    if (down || key.code == WXK_UP) {
        const TodayState state = presenter_.state();
        if (state.rows.empty()) return true;
        std::size_t row = std::min(state.soon, state.rows.size() - 1);
        for (std::size_t i = 0; i < state.rows.size(); ++i)
            if (state.rows[i].id == state.chosen)
                row = down ? std::min(i + 1, state.rows.size() - 1) : i - std::min<std::size_t>(i, 1);
        presenter_.choose(state.rows[row].id);
        table_->reveal(row);
        return true;
    }
    if (key.code == WXK_RETURN) {
        const TodayState state = presenter_.state();
        if (state.details)
            presenter_.act();
        else if (state.rows.size() == 1)
            presenter_.choose(state.rows.front().id);
        return true;
    }
    return false;
}

void TodayPanel::relabel()
{
    const Messages& m = speech_.messages();
    table_->setName(m.tr("Appointments of today"));
    table_->setTitles({m.tr("Time"), m.tr("State"), m.tr("Name"), m.tr("Procedure"), m.tr("Ticket")});
    lookLabel_->setMnemonic(m.tr("&Find"));
    wxkit::labelFor(*lookLabel_, *look_for_);
    wxkit::setAccessible(*look_for_, m.tr("Name or reference"));
    look_for_->SetHint(to_wx(m.tr("name or reference")));
    choose_->wrap(FromDIP(sideWidth - 32));
    choose_->set(m.tr("Choose a line to see the appointment."));
    papersTitle_->set(m.tr("Papers"));
    noteTitle_->set(m.tr("Note"));
    shown_.reset();
    refresh();
}

void TodayPanel::refresh()
{
    const TodayState state = presenter_.state();
    title_->set(state.title);
    if (from_wx(look_for_->GetValue()) != state.looked) look_for_->ChangeValue(to_wx(state.looked));
    showFilters(state);
    showRows(state);
    showDetails(state.details);
}

void TodayPanel::showFilters(const TodayState& state)
{
    bool anew = services_.size() != state.services.size();
    for (std::size_t i = 0; !anew && i < services_.size(); ++i)
        anew = services_[i].first != state.services[i].id;
    if (anew) {
        filters_->Clear(true);
        services_.clear();
        for (const auto& filter : state.services) {
            auto* toggle = new Toggle(head_);
            toggle->SetMinSize(FromDIP(wxSize(-1, 34)));
            toggle->Bind(wxEVT_TOGGLEBUTTON,
                         [this, id = filter.id](wxCommandEvent&) { presenter_.filter(id); });
            filters_->Add(toggle, wxSizerFlags().Border(wxRIGHT, FromDIP(6)));
            services_.emplace_back(filter.id, toggle);
        }
        look_for_->MoveBeforeInTabOrder(services_.front().second);
    }
    bool wider = anew;
    for (std::size_t i = 0; i < services_.size(); ++i) {
        wider |= services_[i].second->set(state.services[i].name);
        services_[i].second->check(state.services[i].on);
    }
    if (wider) head_->Layout();
}

void TodayPanel::showRows(const TodayState& state)
{
    std::vector<TableRow> rows;
    for (const auto& row : state.rows) {
        const bool over = isOver(row.state), gone = row.state == VisitState::cancelled;
        rows.push_back({row.id.value(),
                        {{.text = row.time, .strong = !over, .dim = over},
                         {.text = row.word, .state = row.state},
                         {.text = row.name, .dim = over, .struck = gone},
                         {.text = row.what, .dim = over},
                         {.text = row.ticket, .strong = !over}}});
    }
    table_->setRows(std::move(rows));
    table_->choose(state.chosen.value());
    if (fresh_ && !state.rows.empty()) {
        fresh_ = false;
        // From below, so that who comes next stands at the top, whatever height the list has by then.
        CallAfter([this, soon = state.soon] {
            const std::size_t last = table_->rows() - 1;
            table_->reveal(last);
            table_->reveal(std::min(soon, last));
        });
    }
    nothing_->set(state.nothing);
    summary_->set(state.nothing.empty() ? state.summary : "");
    if (nothing_->IsShown() != !state.nothing.empty() || table_->IsShown() != state.nothing.empty()) {
        nothing_->Show(!state.nothing.empty());
        table_->Show(state.nothing.empty());
        Layout();
    }
}

void TodayPanel::showDetails(const std::optional<TodayState::Details>& details)
{
    if (details == shown_ && facts_->IsShown() == details.has_value()) return;
    choose_->Show(!details);
    facts_->Show(details.has_value());
    notice_->Show(details && !details->notice.empty());
    act_->Show(details && details->act != TodayState::Act::none);
    if (details) fillDetails(*details);
    shown_ = details;
    wrapSide();
}

void TodayPanel::fillDetails(const TodayState::Details& details)
{
    const Messages& m = speech_.messages();
    chip_->set(look_, details.state, details.word);
    reference_->set(details.reference);
    name_->set(details.name);
    born_->set(details.born);
    what_->set(details.what);
    where_->set(details.where);
    std::string papers;
    for (const auto& paper : details.papers) papers += (papers.empty() ? "" : " · ") + paper;
    papers_->set(papers);
    papersTitle_->Show(!papers.empty());
    note_->set(details.note);
    noteTitle_->Show(!details.note.empty());
    ticket_->set(details.ticket);
    ticket_->Show(!details.ticket.empty());
    ticketLine_->set(details.ticketLine);
    notice_->set(details.notice);
    notice_->tone(details.tone);
    act_->set(details.act == TodayState::Act::admitLate ? m.tr("Check in all the same") : m.tr("Check in"),
              m.tr("Enter"));
    act_->Enable(details.canAct);
}

void TodayPanel::wrapSide()
{
    side_->Layout();
    const int width = FromDIP(sideWidth - 32 - 14);
    for (auto* text : {name_, born_, what_, where_, papers_, note_, ticketLine_}) text->wrap(width);
    notice_->wrap(width + FromDIP(10));
    facts_->FitInside();
    facts_->Layout();
    side_->Layout();
}
} // namespace accueil
