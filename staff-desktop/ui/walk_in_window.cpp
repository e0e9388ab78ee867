#include "staff-desktop/ui/walk_in_window.h"
#include "core/wxkit/accessible.h"
#include "core/wxkit/startup.h"
#include "core/wxkit/text.h"
#include <algorithm>
#include <wx/sizer.h>

namespace accueil
{
namespace
{
constexpr int formWidth = 540, resultWidth = 340;
} // namespace

WalkInWindow::WalkInWindow(wxWindow* parent, WalkInPresenter& presenter, PrintPresenter& prints, Look& look,
                           Speech& speech)
    : wxDialog(parent, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize, wxDEFAULT_DIALOG_STYLE),
      presenter_(presenter), prints_(prints), look_(look), speech_(speech),
      keys_(*this, [this](const wxkit::FrameKey& pressed) { return key(pressed); })
{
    SetFont(wxkit::font(15));
    build();
    search_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { presenter_.search(from_wx(search_->GetValue())); });
    search_->Bind(wxEVT_KEY_DOWN, [this](wxKeyEvent& event) { searchKey(event); });
    hits_->onChoose = [this](long long id) { presenter_.choose(ProcedureId(id)); };
    hits_->onActivate = [this](long long id) {
        presenter_.choose(ProcedureId(id));
        presenter_.give();
    };
    for (const Language language : languages)
        languages_[static_cast<std::size_t>(language)]->Bind(
            wxEVT_TOGGLEBUTTON, [this, language](wxCommandEvent&) {
                presenter_.setLanguage(language);
                refresh(); // the chosen one pressed again stays down
            });
    priority_->Bind(wxEVT_TOGGLEBUTTON,
                    [this](wxCommandEvent&) { presenter_.setPriority(priority_->GetValue()); });
    give_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { presenter_.give(); });
    giveUp_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { presenter_.giveUp(); });
    print_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { print(); });
    close_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { leave(); });
    Bind(wxEVT_CLOSE_WINDOW, [this](wxCloseEvent&) { leave(); });
    changed_ = presenter_.onChanged([this] { refresh(); });
    given_ = presenter_.onGiven([this] { search_->SetFocus(); }); // the next one
    printed_ = prints_.onChanged([this] { refresh(); });
    spoken_ = speech_.onChanged([this] { relabel(); });
    coloured_ = look_.onChanged([this] { relabel(); });
    relabel();
    root_->GetSizer()->SetSizeHints(this);
    SetClientSize(root_->GetSizer()->GetMinSize());
    CentreOnParent();
}

void WalkInWindow::build()
{
    root_ = new Box(this);
    wxkit::addClass(*root_, "bg");
    auto* columns = new wxBoxSizer(wxHORIZONTAL);
    columns->Add(buildForm(), wxSizerFlags(1).Expand().Border(wxALL, FromDIP(16)));
    result_ = buildResult();
    columns->Add(result_, wxSizerFlags().Expand().Border(wxTOP | wxRIGHT | wxBOTTOM, FromDIP(16)));
    root_->SetSizer(columns);
}

wxSizer* WalkInWindow::buildForm()
{
    auto* column = new wxBoxSizer(wxVERTICAL);
    searchLabel_ = new Text(root_, 15, wxkit::Weight::label);
    search_ = new wxTextCtrl(root_, wxID_ANY);
    search_->SetMinSize(FromDIP(wxSize(formWidth, 36)));
    column->Add(searchLabel_);
    column->Add(search_, wxSizerFlags().Expand().Border(wxTOP, FromDIP(4)));
    nothing_ = new Text(root_, 15, wxkit::Weight::label, "warn");
    nothing_->wrap(FromDIP(formWidth));
    hits_ = new Table(
        root_, look_,
        {{.width = 240, .grows = true, .wraps = true}, {.width = 170, .wraps = true}, {.width = 92}}, false);
    hits_->SetMinSize(FromDIP(wxSize(formWidth, 250)));
    auto* list = new wxBoxSizer(wxVERTICAL); // of one height, whatever it shows
    list->SetMinSize(FromDIP(wxSize(formWidth, 250)));
    list->Add(nothing_, wxSizerFlags().Border(wxTOP, FromDIP(8)));
    list->Add(hits_, wxSizerFlags(1).Expand());
    column->Add(list, wxSizerFlags(1).Expand().Border(wxTOP, FromDIP(8)));

    languageLabel_ = new Text(root_, 15, wxkit::Weight::label);
    column->Add(languageLabel_, wxSizerFlags().Border(wxTOP, FromDIP(12)));
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    for (const Language language : languages) {
        auto* toggle = new Toggle(root_);
        toggle->set(std::string(ownName(language)));
        toggle->SetMinSize(FromDIP(wxSize(-1, 34)));
        languages_[static_cast<std::size_t>(language)] = toggle;
        row->Add(toggle, wxSizerFlags().Border(wxRIGHT, FromDIP(6)));
    }
    column->Add(row, wxSizerFlags().Border(wxTOP, FromDIP(4)));
    auto* first = new wxBoxSizer(wxHORIZONTAL);
    priority_ = new Toggle(root_);
    priority_->SetMinSize(FromDIP(wxSize(-1, 34)));
    priorityKey_ = new Text(root_, 12, wxkit::Weight::text, "key");
    first->Add(priority_);
    first->Add(priorityKey_, wxSizerFlags().CenterVertical().Border(wxLEFT, FromDIP(8)));
    column->Add(first, wxSizerFlags().Border(wxTOP, FromDIP(12)));
    auto* acts = new wxBoxSizer(wxHORIZONTAL);
    give_ = new KeyButton(root_, "primary");
    give_->SetFont(wxkit::font(17, wxkit::Weight::label));
    close_ = new KeyButton(root_);
    for (auto* button : {give_, close_}) button->SetMinSize(FromDIP(wxSize(-1, 48)));
    acts->Add(give_, wxSizerFlags(1));
    acts->Add(close_, wxSizerFlags().Border(wxLEFT, FromDIP(10)));
    column->Add(acts, wxSizerFlags().Expand().Border(wxTOP, FromDIP(16)));
    return column;
}

wxPanel* WalkInWindow::buildResult()
{
    auto* card = new Box(root_);
    wxkit::addClass(*card, "card");
    auto* column = new wxBoxSizer(wxVERTICAL);
    const auto add = [&](Text*& text, double px, wxkit::Weight weight, int above,
                         const char* style = nullptr) {
        text = new Text(card, px, weight, style);
        text->wrap(FromDIP(resultWidth - 32));
        column->Add(text, wxSizerFlags().Border(wxTOP, FromDIP(above)));
    };
    add(empty_, 15, wxkit::Weight::text, 0, "ink2");
    add(number_, 96, wxkit::Weight::number, 0);
    add(area_, 24, wxkit::Weight::title, 8);
    add(wait_, 17, wxkit::Weight::label, 6);
    add(what_, 15, wxkit::Weight::text, 6, "ink2");
    add(notice_, 17, wxkit::Weight::label, 16);
    add(paper_, 15, wxkit::Weight::text, 8);
    giveUp_ = new KeyButton(card);
    print_ = new KeyButton(card);
    for (auto* button : {giveUp_, print_}) {
        button->SetMinSize(FromDIP(wxSize(-1, 36)));
        column->Add(button, wxSizerFlags().Border(wxTOP, FromDIP(12)));
    }
    auto* edge = new wxBoxSizer(wxVERTICAL);
    edge->Add(column, wxSizerFlags(1).Expand().Border(wxALL, FromDIP(16)));
    edge->SetMinSize(FromDIP(wxSize(resultWidth, -1)));
    card->SetSizer(edge);
    return card;
}

void WalkInWindow::open()
{
    if (!IsShown()) {
        CentreOnParent();
        wxkit::showFrame(*this);
    }
    Raise();
    search_->SetFocus();
    search_->SelectAll();
}

void WalkInWindow::print()
{
    if (const IssuedTicket* ticket = presenter_.ticket())
        prints_.ticket(*ticket, presenter_.languageOfTicket());
}

void WalkInWindow::leave()
{
    Hide();
}

bool WalkInWindow::key(const wxkit::FrameKey& key)
{
    if (key.plain() && key.code == WXK_ESCAPE) {
        leave();
        return true;
    }
    if (key.control && !key.alt && key.code == WXK_RETURN) {
        presenter_.give();
        return true;
    }
    if (key.control && !key.alt && key.code == 'P') {
        print();
        return true;
    }
    if (key.alt && !key.control && key.code == mnemonicOf(speech_.messages().tr("&Priority"))) {
        presenter_.setPriority(!presenter_.state().priority);
        return true;
    }
    if (key.plain() && key.code >= WXK_F1 && key.code <= WXK_F12 && onOtherKey) {
        leave();
        return onOtherKey(key);
    }
    return false;
}

/// The caret stays in the field: arrows choose, Enter gives.
void WalkInWindow::searchKey(wxKeyEvent& event)
{
    switch (event.GetKeyCode()) {
    case WXK_DOWN:
    case WXK_UP:
        presenter_.move(event.GetKeyCode() == WXK_DOWN ? 1 : -1);
        return;
    case WXK_RETURN:
    case WXK_NUMPAD_ENTER:
        presenter_.give();
        return;
    default:
        event.Skip();
    }
}

void WalkInWindow::relabel()
{
    const Messages& m = speech_.messages();
    SetTitle(to_wx(m.tr("Ticket without appointment")));
    searchLabel_->setMnemonic(m.tr("&What does the person come for?"));
    wxkit::labelFor(*searchLabel_, *search_);
    wxkit::setAccessible(*search_, m.tr("Procedure without appointment"),
                         m.tr("Type a few letters; arrows choose, Enter gives the ticket."));
    search_->SetHint(to_wx(m.tr("certificate, lost card, collection …")));
    hits_->setName(m.tr("Procedures without appointment"));
    languageLabel_->set(m.tr("The screen and the voice speak to the person in"));
    const std::string priority = m.tr("&Priority");
    priority_->set(m.tr("Priority: wheelchair, pregnancy, great age …"));
    priorityKey_->set(m.tr("Alt+{0}", mnemonicOf(priority)));
    give_->set(m.tr("Give a ticket"), m.tr("Enter"));
    giveUp_->set(m.tr("Wait no longer"));
    print_->set(m.tr("Print"), m.tr("Ctrl+{0}", "P"));
    close_->set(m.tr("Close"), m.tr("Esc"));
    empty_->set(m.tr("The number will stand here, large: to be said or written down."));
    shown_.clear();
    refresh();
}

void WalkInWindow::refresh()
{
    const WalkInState state = presenter_.state();
    if (from_wx(search_->GetValue()) != state.typed) search_->ChangeValue(to_wx(state.typed));
    search_->SetEditable(state.canType);
    showHits(state);
    for (const Language language : languages)
        languages_[static_cast<std::size_t>(language)]->check(language == state.language);
    priority_->check(state.priority);
    for (auto* toggle : languages_) toggle->Enable(state.canType);
    priority_->Enable(state.canType);
    give_->Enable(state.canGive);
    showResult(state);
    root_->Layout();
}

void WalkInWindow::showHits(const WalkInState& state)
{
    if (state.hits != shown_) {
        shown_ = state.hits;
        std::vector<TableRow> rows;
        for (const auto& hit : shown_)
            rows.push_back({hit.id.value(),
                            {{.text = hit.name},
                             {.text = hit.service, .dim = true},
                             {.text = hit.kind, .strong = true}}});
        hits_->setRows(std::move(rows));
    }
    if (hits_->chosen() != state.chosen.value()) {
        hits_->choose(state.chosen.value());
        const auto at = std::ranges::find(shown_, state.chosen, &WalkInState::Hit::id) - shown_.begin();
        if (at < std::ssize(shown_)) hits_->reveal(static_cast<std::size_t>(at));
    }
    nothing_->set(state.nothing);
    nothing_->Show(!state.nothing.empty());
    hits_->Show(state.nothing.empty());
}

void WalkInWindow::showResult(const WalkInState& state)
{
    const auto given = state.given.value_or(WalkInState::Given{});
    number_->set(given.number);
    area_->set(given.area);
    wait_->set(given.wait);
    what_->set(given.what);
    for (auto* text : {number_, area_, wait_, what_}) text->Show(state.given.has_value());
    notice_->set(state.notice);
    notice_->tone(state.tone);
    notice_->Show(!state.notice.empty());
    empty_->Show(!state.given && state.notice.empty());
    giveUp_->Show(state.canGiveUp);
    const TicketOutcome paper = prints_.ticketOutcome();
    const bool ofThis = presenter_.ticket() && paper.ticket == presenter_.ticket()->ticket;
    paper_->set(ofThis ? paper.text : "");
    paper_->tone(paper.tone);
    paper_->Show(ofThis && !paper.text.empty());
    print_->Show(state.given.has_value());
    print_->Enable(!ofThis || !paper.printing);
    result_->Layout();
}
} // namespace accueil
