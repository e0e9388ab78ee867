#include "staff-desktop/ui/book_what.h"
#include "core/wxkit/accessible.h"
#include "core/wxkit/text.h"
#include <algorithm>
#include <wx/clipbrd.h>
#include <wx/sizer.h>

namespace accueil
{
BookWhat::BookWhat(wxWindow* parent, BookPresenter& presenter, const Look& look, const Speech& speech)
    : Box(parent), presenter_(presenter), look_(look), speech_(speech)
{
    build();
    search_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { presenter_.search(from_wx(search_->GetValue())); });
    search_->Bind(wxEVT_KEY_DOWN, [this](wxKeyEvent& event) { searchKey(event); });
    hits_->onActivate = [this](long long key) {
        presenter_.add(ProcedureId(key));
        search_->SetFocus();
    };
    lower_->Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        event.Skip();
        CallAfter([this] { wrapLower(); });
    });
    copy_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { copyLink(); });
}

void BookWhat::build()
{
    auto* column = new wxBoxSizer(wxVERTICAL);
    auto* head = new wxBoxSizer(wxHORIZONTAL);
    title_ = new Text(this, 17, wxkit::Weight::title);
    key_ = new Text(this, 12, wxkit::Weight::text, "key");
    count_ = new Text(this, 14, wxkit::Weight::text, "ink2");
    head->Add(title_, wxSizerFlags().CenterVertical());
    head->Add(key_, wxSizerFlags().CenterVertical().Border(wxLEFT, FromDIP(8)));
    head->AddStretchSpacer();
    head->Add(count_, wxSizerFlags().CenterVertical());
    column->Add(head, wxSizerFlags().Expand());
    search_ = new wxTextCtrl(this, wxID_ANY);
    search_->SetMinSize(FromDIP(wxSize(-1, 36)));
    column->Add(search_, wxSizerFlags().Expand().Border(wxTOP, FromDIP(8)));
    hits_ = new Table(this, look_,
                      {{.width = 200, .grows = true, .wraps = true}, {.width = 66, .right = true}}, false);
    hits_->SetMinSize(FromDIP(wxSize(-1, 120)));
    column->Add(hits_, wxSizerFlags(4).Expand().Border(wxTOP, FromDIP(8)));

    lower_ = new wxScrolledWindow(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL);
    lower_->SetScrollRate(0, FromDIP(8));
    lower_->SetMinSize(FromDIP(wxSize(-1, 160)));
    auto* lower = new wxBoxSizer(wxVERTICAL);
    auto* chosenHead = new wxBoxSizer(wxVERTICAL);
    chosenTitle_ = new Text(lower_, 15, wxkit::Weight::title);
    summary_ = new Text(lower_, 14, wxkit::Weight::text, "ink2");
    chosenHead->Add(chosenTitle_);
    chosenHead->Add(summary_, wxSizerFlags().Expand().Border(wxTOP, FromDIP(2)));
    lower->Add(chosenHead, wxSizerFlags().Expand().Border(wxTOP, FromDIP(8)));
    chosenSizer_ = new wxBoxSizer(wxVERTICAL);
    lower->Add(chosenSizer_, wxSizerFlags().Expand());

    const auto box = [&](const char* style, Text*& text) {
        auto* panel = new Box(lower_);
        wxkit::addClass(*panel, style);
        text = new Text(panel, 14);
        auto* inner = new wxBoxSizer(wxVERTICAL);
        inner->Add(text, wxSizerFlags().Expand().Border(wxALL, FromDIP(8)));
        panel->SetSizer(inner);
        lower->Add(panel, wxSizerFlags().Expand().Border(wxTOP, FromDIP(8)));
        return panel;
    };
    problemBox_ = box("notice-warn", problem_);
    homeBox_ = box("notice-info", fromHome_);
    copy_ = new KeyButton(homeBox_);
    homeBox_->GetSizer()->Add(copy_, wxSizerFlags().Border(wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(8)));
    papersTitle_ = new Text(lower_, 15, wxkit::Weight::title);
    papersGrid_ = new wxFlexGridSizer(2, FromDIP(3), FromDIP(8));
    papersGrid_->AddGrowableCol(1);
    lower->Add(papersTitle_, wxSizerFlags().Border(wxTOP, FromDIP(12)));
    lower->Add(papersGrid_, wxSizerFlags().Expand().Border(wxTOP, FromDIP(4)));
    lower_->SetSizer(lower);
    column->Add(lower_, wxSizerFlags(6).Expand());
    SetSizer(column);
}

void BookWhat::focus()
{
    search_->SetFocus();
}

/// The caret stays in the field: arrows choose, Enter adds.
void BookWhat::searchKey(wxKeyEvent& event)
{
    const auto& hits = shown_.hits;
    const auto current =
        std::ranges::find(hits, hits_->chosen(), [](const BookState::Hit& hit) { return hit.id.value(); });
    const auto row = current - hits.begin();
    switch (event.GetKeyCode()) {
    case WXK_DOWN:
    case WXK_UP: {
        if (!hits_->IsShown()) {
            browsing_ = true;
            hits_->Show();
            Layout();
        }
        const auto next = event.GetKeyCode() == WXK_DOWN ? (current == hits.end() ? 0 : row + 1) : row - 1;
        if (next < 0 || next >= std::ssize(hits)) return;
        hits_->choose(hits[static_cast<std::size_t>(next)].id.value());
        hits_->reveal(static_cast<std::size_t>(next));
        return;
    }
    case WXK_RETURN:
    case WXK_NUMPAD_ENTER:
        if (event.ControlDown()) break; // confirms the whole
        if (!shown_.typed.empty() || hits_->chosen())
            if (current != hits.end()) presenter_.add(current->id);
        return;
    default:
        break;
    }
    event.Skip();
}

void BookWhat::relabel()
{
    const Messages& m = speech_.messages();
    title_->setMnemonic(m.tr("&What"));
    key_->set(m.tr("Alt+{0}", mnemonicOf(m.tr("&What"))));
    wxkit::labelFor(*title_, *search_);
    wxkit::setAccessible(*search_, m.tr("Procedure"), m.tr("Type a few letters; arrows choose, Enter adds."));
    search_->SetHint(to_wx(m.tr("identity card, move, passport …")));
    hits_->setName(m.tr("Procedures found"));
    chosenTitle_->set(m.tr("Chosen"));
    papersTitle_->set(m.tr("To be read aloud: papers to bring"));
    copy_->set(m.tr("Copy the link"), m.tr("Ctrl+{0}", "L"));
    shown_ = {};
}

void BookWhat::show(const BookState::What& state)
{
    if (from_wx(search_->GetValue()) != state.typed) search_->ChangeValue(to_wx(state.typed));
    if (search_->IsEditable() == state.readOnly) search_->SetEditable(!state.readOnly);
    if (state == shown_) return;
    if (state.chosen != shown_.chosen) browsing_ = false;
    count_->set(state.count);
    const bool sameHits = state.hits == shown_.hits;
    const bool sameChosen = state.chosen == shown_.chosen;
    shown_ = state;
    if (!sameHits) {
        showHits(state);
        if (!state.hits.empty()) {
            hits_->choose(state.typed.empty() ? 0 : state.hits.front().id.value());
            hits_->reveal(0);
        }
    }
    if (!sameChosen) showChosen(state);
    // Once something is chosen its papers are read aloud: the whole list comes back with the next letter or
    // arrow.
    hits_->Show(state.chosen.empty() || !state.typed.empty() || browsing_);
    lower_->Show(!state.chosen.empty());
    summary_->set(state.summary);
    chosenTitle_->Show(!state.chosen.empty());
    problem_->set(state.problem);
    problemBox_->Show(!state.problem.empty());
    if (state.fromHome != shownHome_)
        copy_->set(speech_.messages().tr("Copy the link"), speech_.messages().tr("Ctrl+{0}", "L"));
    shownHome_ = state.fromHome;
    fromHome_->set(state.fromHome);
    homeBox_->Show(!state.fromHome.empty());
    showPapers(state);
    wrapLower();
    Layout();
}

void BookWhat::showHits(const BookState::What& state)
{
    std::vector<TableRow> rows;
    for (const auto& hit : state.hits)
        rows.push_back({hit.id.value(), {{.text = hit.name}, {.text = hit.minutes, .dim = true}}});
    hits_->setRows(std::move(rows));
}

BookWhat::ChosenLine BookWhat::addLine(const BookState::Line& state)
{
    auto* panel = new Box(lower_);
    wxkit::addClass(*panel, "card");
    ChosenLine line{state.id, panel, new Text(panel, 15), new wxChoice(panel, wxID_ANY),
                    new KeyButton(panel, "slim")};
    line.persons->SetMinSize(FromDIP(wxSize(96, 32)));
    line.remove->SetMinSize(FromDIP(wxSize(34, 32)));
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(line.name, wxSizerFlags(1).CenterVertical().Border(wxALL, FromDIP(8)));
    row->Add(line.persons, wxSizerFlags().CenterVertical().Border(wxTOP | wxBOTTOM, FromDIP(4)));
    row->Add(line.remove, wxSizerFlags().CenterVertical().Border(wxALL, FromDIP(4)));
    panel->SetSizer(row);
    chosenSizer_->Add(panel, wxSizerFlags().Expand().Border(wxTOP, FromDIP(6)));
    const auto indexOf = [this, id = state.id] {
        const auto it = std::ranges::find(chosen_, id, &ChosenLine::id);
        return static_cast<std::size_t>(it - chosen_.begin());
    };
    line.persons->Bind(wxEVT_CHOICE, [this, indexOf, choice = line.persons](wxCommandEvent&) {
        const std::size_t at = indexOf();
        presenter_.setPersons(at, choice->GetSelection() + 1);
        const auto lines = presenter_.state().what.chosen;
        if (at < lines.size()) choice->SetSelection(lines[at].persons - 1); // perhaps it was not taken
    });
    line.remove->Bind(wxEVT_BUTTON, [this, indexOf](wxCommandEvent&) {
        CallAfter([this, at = indexOf()] { // the button goes away with its line
            search_->SetFocus();
            presenter_.remove(at);
        });
    });
    return line;
}

void BookWhat::fillLine(ChosenLine& line, const BookState::Line& state)
{
    const Messages& m = speech_.messages();
    line.name->set(state.name);
    if (line.persons->GetCount() != static_cast<unsigned>(state.maxPersons) ||
        from_wx(line.persons->GetString(0)) != m.tr("{0} pers.", 1)) {
        line.persons->Clear();
        for (int count = 1; count <= state.maxPersons; ++count)
            line.persons->Append(to_wx(m.tr("{0} pers.", count)));
    }
    line.persons->SetSelection(state.persons - 1);
    line.persons->Show(state.maxPersons > 1);
    wxkit::setAccessible(*line.persons, m.tr("Persons: {0}", state.name));
    line.remove->setMarkup("✕", m.tr("Remove {0}", state.name));
}

void BookWhat::showChosen(const BookState::What& state)
{
    for (auto it = chosen_.begin(); it != chosen_.end();) {
        if (std::ranges::find(state.chosen, it->id, &BookState::Line::id) != state.chosen.end()) {
            ++it;
            continue;
        }
        it->panel->Destroy();
        it = chosen_.erase(it);
    }
    for (const auto& line : state.chosen) {
        auto it = std::ranges::find(chosen_, line.id, &ChosenLine::id);
        if (it == chosen_.end()) it = chosen_.insert(chosen_.end(), addLine(line));
        fillLine(*it, line);
    }
}

void BookWhat::showPapers(const BookState::What& state)
{
    papersTitle_->Show(!state.papers.empty());
    while (papers_.size() < state.papers.size()) {
        auto* bullet = new Text(lower_);
        auto* paper = new Text(lower_);
        papers_.emplace_back(bullet, paper);
        papers_.back().first->set("•");
        papersGrid_->Add(papers_.back().first);
        papersGrid_->Add(papers_.back().second, wxSizerFlags().Expand());
    }
    for (std::size_t i = 0; i < papers_.size(); ++i) {
        papers_[i].first->Show(i < state.papers.size());
        papers_[i].second->Show(i < state.papers.size());
        if (i < state.papers.size()) papers_[i].second->set(state.papers[i]);
    }
}

void BookWhat::wrapLower()
{
    const int width = lower_->GetClientSize().x;
    if (width < FromDIP(100)) return;
    for (auto& line : chosen_)
        line.name->wrap(width - FromDIP(34 + 28 + (line.persons->IsShown() ? 100 : 0)));
    for (auto* text : {problem_, fromHome_, summary_}) text->wrap(width - FromDIP(20));
    for (const auto& [bullet, paper] : papers_) paper->wrap(width - FromDIP(24));
    lower_->FitInside();
    lower_->Layout();
}

void BookWhat::copyLink()
{
    if (shown_.fromHomeUrl.empty() || shown_.fromHome.empty()) return;
    const wxClipboardLocker lock;
    if (!lock) return;
    wxTheClipboard->SetData(new wxTextDataObject(to_wx(shown_.fromHomeUrl)));
    copy_->set(speech_.messages().tr("Copied"), "✓");
}
} // namespace accueil
