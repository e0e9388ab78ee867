#include "staff-desktop/ui/calls_panel.h"
#include "core/wxkit/accessible.h"
#include "core/wxkit/text.h"
#include <wx/sizer.h>

namespace accueil
{
CallsPanel::CallsPanel(wxWindow* parent, CallsPresenter& presenter, Look& look, Speech& speech)
    : Page(parent), presenter_(presenter), look_(look), speech_(speech)
{
    build();
    table_->onChoose = [this](long long key) { presenter_.choose(key); };
    open_->Bind(wxEVT_TOGGLEBUTTON, [this](wxCommandEvent&) {
        presenter_.look(CallsState::View::open);
        refresh();
    });
    done_->Bind(wxEVT_TOGGLEBUTTON, [this](wxCommandEvent&) {
        presenter_.look(CallsState::View::done);
        refresh();
    });
    letters_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { presenter_.writeLetters(); });
    print_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { presenter_.printList(); });
    changed_ = presenter_.onChanged([this] { refresh(); });
    spoken_ = speech_.onChanged([this] { relabel(); });
    coloured_ = look_.onChanged([this] {
        relabel();
        table_->Refresh();
    });
    relabel();
}

void CallsPanel::build()
{
    auto* page = new wxBoxSizer(wxVERTICAL);
    page->Add(buildHead(), wxSizerFlags().Expand());
    page->Add(makeLine(this, false), wxSizerFlags().Expand());
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(buildList(), wxSizerFlags(1).Expand().Border(wxALL, FromDIP(12)));
    row->Add(makeLine(this, true), wxSizerFlags().Expand());
    side_ = new CallsSide(this, presenter_, speech_);
    side_->onLeft = [this] { table_->SetFocus(); };
    row->Add(side_, wxSizerFlags().Expand());
    page->Add(row, wxSizerFlags(1).Expand());
    SetSizer(page);
}

wxPanel* CallsPanel::buildHead()
{
    head_ = new Box(this);
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    title_ = new Text(head_, 17, wxkit::Weight::title);
    open_ = new Toggle(head_);
    done_ = new Toggle(head_);
    letters_ = new KeyButton(head_);
    print_ = new KeyButton(head_);
    for (wxWindow* one : std::initializer_list<wxWindow*>{open_, done_, letters_, print_})
        one->SetMinSize(FromDIP(wxSize(-1, 34)));
    row->Add(title_, wxSizerFlags().CenterVertical().Border(wxRIGHT, FromDIP(20)));
    row->Add(open_, wxSizerFlags().CenterVertical().Border(wxRIGHT, FromDIP(6)));
    row->Add(done_, wxSizerFlags().CenterVertical());
    row->AddStretchSpacer();
    row->Add(letters_, wxSizerFlags().CenterVertical().Border(wxRIGHT, FromDIP(8)));
    row->Add(print_, wxSizerFlags().CenterVertical());
    auto* edge = new wxBoxSizer(wxVERTICAL);
    edge->Add(row, wxSizerFlags(1).Expand().Border(wxLEFT | wxRIGHT, FromDIP(16)));
    edge->SetMinSize(FromDIP(wxSize(-1, 54)));
    head_->SetSizer(edge);
    return head_;
}

wxSizer* CallsPanel::buildList()
{
    auto* left = new wxBoxSizer(wxVERTICAL);
    nothing_ = new Text(this, 17, wxkit::Weight::text, "ink2");
    table_ = new Table(this, look_,
                       {{.width = 134},
                        {.width = 172, .wraps = true},
                        {.width = 146},
                        {.width = 154, .state = true, .wraps = true},
                        {.width = 200, .grows = true, .wraps = true}},
                       true);
    summary_ = new Text(this, 14, wxkit::Weight::text, "ink2");
    said_ = new Text(this, 15, wxkit::Weight::label);
    left->Add(nothing_, wxSizerFlags().Border(wxALL, FromDIP(16)));
    left->Add(table_, wxSizerFlags(1).Expand());
    auto* foot = new wxBoxSizer(wxHORIZONTAL);
    foot->Add(summary_, wxSizerFlags().CenterVertical());
    foot->AddStretchSpacer();
    foot->Add(said_, wxSizerFlags().CenterVertical());
    foot->SetMinSize(FromDIP(wxSize(-1, 26))); // kept free, so that the list does not move when it speaks
    left->Add(foot, wxSizerFlags().Expand().Border(wxTOP, FromDIP(6)));
    return left;
}

// ---- keys

void CallsPanel::shown()
{
    presenter_.show(true);
    refresh();
    table_->SetFocus();
}

void CallsPanel::hidden()
{
    presenter_.show(false);
}

bool CallsPanel::key(const wxkit::FrameKey& key)
{
    return side_->key(key, table_->HasFocus());
}

// ---- texts

void CallsPanel::relabel()
{
    const Messages& m = speech_.messages();
    title_->set(m.tr("People to call"));
    open_->set(m.trc("to call", "To do"));
    done_->set(m.trc("to call", "Done"));
    print_->set(m.tr("Print the list"));
    table_->setName(m.tr("People to call"));
    table_->setTitles({m.trc("to call", "When"), m.tr("Name"), m.tr("Phone"), m.trc("to call", "Why"),
                       m.trc("to call", "What is now")});
    side_->relabel();
    refresh();
}

void CallsPanel::refresh()
{
    const CallsState state = presenter_.state();
    showHead(state);
    showRows(state);
    side_->show(state.details, !state.rows.empty());
}

void CallsPanel::showHead(const CallsState& state)
{
    open_->check(state.view == CallsState::View::open);
    done_->check(state.view == CallsState::View::done);
    const bool lay = letters_->IsShown() == state.letters.empty() || letters_->set(state.letters);
    letters_->Show(!state.letters.empty());
    letters_->Enable(state.canWrite);
    print_->Enable(state.canPrint);
    if (lay) head_->Layout();
}

void CallsPanel::showRows(const CallsState& state)
{
    std::vector<TableRow> rows;
    for (const auto& row : state.rows)
        rows.push_back({row.key,
                        {{.text = row.when, .dim = row.dim},
                         {.text = row.name, .strong = !row.dim, .dim = row.dim},
                         {.text = row.phone, .dim = row.dim},
                         {.text = row.why, .tone = row.tone, .dim = row.dim},
                         {.text = row.now, .dim = row.dim}}});
    table_->setRows(std::move(rows));
    table_->choose(state.chosen);
    nothing_->set(state.nothing);
    const bool lay = summary_->set(state.summary) | said_->set(state.said);
    said_->tone(state.saidTone);
    if (nothing_->IsShown() != !state.nothing.empty() || table_->IsShown() != state.nothing.empty()) {
        nothing_->Show(!state.nothing.empty());
        table_->Show(state.nothing.empty());
        Layout();
        // The page was there before its rows: the keys belong to the list. Later, when it can be drawn.
        CallAfter([this] {
            wxWindow* focused = FindFocus();
            if (table_->IsShownOnScreen() && !(focused && IsDescendant(focused))) table_->SetFocus();
        });
    } else if (lay) {
        Layout();
    }
}

} // namespace accueil
