#include "staff-desktop/ui/book_panel.h"
#include "core/wxkit/accessible.h"
#include "core/wxkit/text.h"
#include <algorithm>
#include <wx/sizer.h>

namespace accueil
{
namespace
{
constexpr int confirmWidth = 210, confirmHeight = 48;
} // namespace

BookPanel::BookPanel(wxWindow* parent, BookPresenter& presenter, Look& look, Speech& speech)
    : Page(parent), presenter_(presenter), look_(look), speech_(speech)
{
    build();
    changed_ = presenter_.onChanged([this] { refresh(); });
    focus_ = presenter_.onFocus([this](BookFocus focus) { moveTo(focus); });
    spoken_ = speech_.onChanged([this] { relabel(); });
    coloured_ = look_.onChanged([this] { relabel(); });
    relabel();
}

void BookPanel::build()
{
    auto* columns = new wxBoxSizer(wxHORIZONTAL);
    what_ = new BookWhat(this, presenter_, look_, speech_);
    when_ = new BookWhen(this, presenter_.starts(), look_, speech_);
    when_->onChoose = [this](std::size_t line) { presenter_.chooseLine(line); };
    who_ = new BookWho(this, presenter_, look_, speech_);
    const int edge = FromDIP(16), top = FromDIP(7);
    const auto add = [&](wxWindow* column, int share, int width) {
        column->SetMinSize(FromDIP(wxSize(width, -1)));
        auto* framed = new wxBoxSizer(wxVERTICAL);
        framed->Add(column, wxSizerFlags(1).Expand().Border(wxTOP | wxBOTTOM, top));
        columns->Add(framed, wxSizerFlags(share).Expand().Border(wxLEFT | wxRIGHT, edge));
    };
    add(what_, 33, 300);
    columns->Add(makeLine(this, true), wxSizerFlags().Expand());
    add(when_, 40, 396);
    columns->Add(makeLine(this, true), wxSizerFlags().Expand());
    add(who_, 45, 380);
    auto* page = new wxBoxSizer(wxVERTICAL);
    page->Add(columns, wxSizerFlags(1).Expand());
    page->Add(makeLine(this, false), wxSizerFlags().Expand());
    foot_ = buildFoot();
    page->Add(foot_, wxSizerFlags().Expand());
    SetSizer(page);
    prolong_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { presenter_.prolong(); });
    undo_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { presenter_.undoRestart(); });
    restart_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { presenter_.restart(); });
    waive_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { presenter_.waiveOverruling(); });
    print_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { presenter_.print(); });
    confirm_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { presenter_.confirm(); });
    reason_->Bind(wxEVT_TEXT,
                  [this](wxCommandEvent&) { presenter_.typeReason(from_wx(reason_->GetValue())); });
    reason_->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { presenter_.confirm(); });
}

wxPanel* BookPanel::buildOverruling(wxWindow* foot)
{
    constexpr unsigned long mostReasonLetters = 200; // as core takes them
    auto* line = new Box(foot);
    warning_ = new wxStaticBitmap(line, wxID_ANY, wxBitmapBundle());
    refusal_ = new Text(line, 14, wxkit::Weight::label, "warn");
    reasonLabel_ = new Text(line, 14, wxkit::Weight::label);
    reason_ =
        new wxTextCtrl(line, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize, wxTE_PROCESS_ENTER);
    reason_->SetMaxLength(mostReasonLetters);
    reason_->SetMinSize(FromDIP(wxSize(180, 34)));
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(warning_, wxSizerFlags().CenterVertical().Border(wxRIGHT, FromDIP(8)));
    row->Add(refusal_, wxSizerFlags().CenterVertical().Border(wxRIGHT, FromDIP(12)));
    row->Add(reasonLabel_, wxSizerFlags().CenterVertical().Border(wxRIGHT, FromDIP(6)));
    row->Add(reason_, wxSizerFlags(1).CenterVertical());
    line->SetSizer(row);
    line->Hide();
    return line;
}

wxPanel* BookPanel::buildFoot()
{
    auto* foot = new Box(this);
    wxkit::addClass(*foot, "bar");
    done_ = new wxStaticBitmap(foot, wxID_ANY, wxBitmapBundle());
    sentence_ = new Text(foot, 20, wxkit::Weight::title);
    detail_ = new Text(foot, 15);
    notice_ = new Text(foot, 14, wxkit::Weight::label);
    overruling_ = buildOverruling(foot);
    hourglass_ = new wxStaticBitmap(foot, wxID_ANY, wxBitmapBundle());
    held_ = new Text(foot, 14);
    left_ = new Text(foot, 15, wxkit::Weight::title);
    left_->SetMinSize(FromDIP(wxSize(132, -1))); // the seconds run without moving the buttons
    prolong_ = new KeyButton(foot);
    undo_ = new KeyButton(foot);
    restart_ = new KeyButton(foot);
    waive_ = new KeyButton(foot);
    print_ = new KeyButton(foot);
    confirm_ = new KeyButton(foot, "primary");
    for (auto* button : {prolong_, undo_, restart_, waive_, print_, confirm_})
        button->SetMinSize(FromDIP(wxSize(-1, 44)));
    confirm_->SetFont(wxkit::font(17, wxkit::Weight::label));
    confirm_->SetMinSize(FromDIP(wxSize(confirmWidth, confirmHeight)));

    auto* words = new wxBoxSizer(wxVERTICAL);
    words->Add(sentence_);
    words->Add(detail_, wxSizerFlags().Border(wxTOP, FromDIP(1)));
    words->Add(notice_, wxSizerFlags().Border(wxTOP, FromDIP(1)));
    words->Add(overruling_, wxSizerFlags().Expand().Border(wxTOP, FromDIP(3)));
    auto* hold = new wxBoxSizer(wxVERTICAL);
    hold->Add(held_);
    hold->Add(left_);
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(done_, wxSizerFlags().CenterVertical().Border(wxRIGHT, FromDIP(10)));
    row->Add(words, wxSizerFlags(1).CenterVertical());
    row->Add(hourglass_, wxSizerFlags().CenterVertical().Border(wxLEFT | wxRIGHT, FromDIP(8)));
    row->Add(hold, wxSizerFlags().CenterVertical());
    for (auto* button : {prolong_, undo_, restart_, waive_, print_, confirm_})
        row->Add(button, wxSizerFlags().CenterVertical().Border(wxLEFT, FromDIP(10)));
    auto* edge = new wxBoxSizer(wxVERTICAL);
    edge->Add(row, wxSizerFlags(1).Expand().Border(wxLEFT | wxRIGHT, FromDIP(16)));
    edge->SetMinSize(FromDIP(wxSize(-1, 78)));
    foot->SetSizer(edge);
    return foot;
}

void BookPanel::shown()
{
    presenter_.show(true);
    refresh();
    what_->focus();
}

void BookPanel::hidden()
{
    presenter_.show(false);
}

bool BookPanel::key(const wxkit::FrameKey& key)
{
    if (key.plain() && key.code == WXK_ESCAPE) {
        if (!presenter_.waiveOverruling()) presenter_.restart();
        return true;
    }
    if (when_->key(key) || who_->key(key)) return true;
    if (key.alt && !key.control && key.digit >= 1 &&
        key.digit <= static_cast<int>(StartChooser::startsShown)) {
        presenter_.chooseLine(static_cast<std::size_t>(key.digit) - 1);
        return true;
    }
    if (!key.control || key.alt) return false;
    switch (key.code) {
    case WXK_RETURN:
        presenter_.confirm();
        return true;
    case 'R':
        presenter_.prolong();
        return true;
    case 'P':
        presenter_.print();
        return true;
    case 'L':
        what_->copyLink();
        return true;
    case 'Z':
        if (!shownFoot_ || !shownFoot_->canUndo) return false; // the field's own
        presenter_.undoRestart();
        return true;
    default:
        return false;
    }
}

void BookPanel::moveTo(BookFocus focus)
{
    switch (focus) {
    case BookFocus::search:
        what_->focus();
        break;
    case BookFocus::when:
        when_->focus();
        break;
    case BookFocus::lastName:
        who_->focus(PersonField::lastName);
        break;
    case BookFocus::firstName:
        who_->focus(PersonField::firstName);
        break;
    case BookFocus::birthDate:
        who_->focus(PersonField::birthDate);
        break;
    case BookFocus::phone:
        who_->focus(PersonField::phone);
        break;
    case BookFocus::email:
        who_->focus(PersonField::email);
        break;
    case BookFocus::note:
        who_->focus(PersonField::note);
        break;
    case BookFocus::reason:
        reason_->SetFocus();
        break;
    }
}

void BookPanel::relabel()
{
    const Messages& m = speech_.messages();
    what_->relabel();
    when_->relabel();
    who_->relabel();
    prolong_->set(m.tr("Prolong"), m.tr("Ctrl+{0}", "R"));
    undo_->set(m.tr("Bring back what was typed"), m.tr("Ctrl+{0}", "Z"));
    restart_->set(m.tr("Start again"), m.tr("Esc"));
    waive_->set(m.tr("Not after all"), m.tr("Esc"));
    reasonLabel_->set(m.tr("Reason"));
    wxkit::labelFor(*reasonLabel_, *reason_);
    wxkit::setAccessible(*reason_, m.tr("Reason"), m.tr("Why this exception is made"));
    warning_->SetBitmap(wxkit::icon(wxkit::Icon::warning, look_.palette().warn, 22));
    done_->SetBitmap(wxkit::icon(wxkit::Icon::tick, look_.palette().ok, 28));
    hourglass_->SetBitmap(wxkit::icon(wxkit::Icon::hourglass, look_.palette().ink, 22));
    shownFoot_.reset();
    shownOverruling_ = {};
    refresh();
}

void BookPanel::refresh()
{
    const BookState state = presenter_.state();
    what_->show(state.what);
    when_->show(state.when);
    who_->show(state.who);
    showFoot(state.foot, state.overruling);
}

void BookPanel::showFoot(const BookState::Foot& state, const BookState::Overruling& overruling)
{
    if (state == shownFoot_ && overruling == shownOverruling_) return;
    left_->set(state.left);
    if (shownFoot_) shownFoot_->left = state.left;
    if (state == shownFoot_ && overruling == shownOverruling_)
        return; // only a second has passed: nothing moves
    shownFoot_ = state;
    sentence_->set(state.sentence);
    sentence_->tone(state.tone);
    detail_->set(state.detail);
    notice_->set(state.notice);
    notice_->tone(state.noticeTone);
    showOverruling(overruling);
    detail_->Show(!state.detail.empty() && !overruling.shown);
    notice_->Show(!state.notice.empty());
    held_->set(state.held);
    left_->tone(state.urgent ? Tone::look : Tone::plain);
    held_->Show(!state.held.empty());
    left_->Show(!state.left.empty());
    hourglass_->Show(!state.held.empty());
    done_->Show(state.tone == Tone::good);
    showButtons(state);
    foot_->Layout();
}

void BookPanel::showOverruling(const BookState::Overruling& state)
{
    shownOverruling_ = state;
    refusal_->set(state.problem.empty() ? state.words : state.problem);
    if (from_wx(reason_->GetValue()) != state.reason) reason_->ChangeValue(to_wx(state.reason));
    if (reason_->IsEditable() == state.readOnly) reason_->SetEditable(!state.readOnly);
    wxkit::setClass(*reason_, "wrong", !state.problem.empty());
    overruling_->Show(state.shown);
    overruling_->Layout();
}

void BookPanel::showButtons(const BookState::Foot& state)
{
    const Messages& m = speech_.messages();
    prolong_->Show(state.urgent);
    prolong_->Enable(state.canProlong);
    undo_->Show(state.canUndo);
    restart_->Show(!state.canUndo && !state.overrules && !state.canPrint);
    restart_->Enable(state.canRestart);
    waive_->Show(state.overrules);
    print_->set(state.printsNext ? m.tr("Print the sheet") : m.tr("Print"), m.tr("Ctrl+{0}", "P"));
    print_->Show(state.canPrint);
    print_->setStyle("primary", state.printsNext);
    confirm_->set(state.overrules ? m.tr("Book all the same") : m.tr("Confirm"),
                  m.tr("Ctrl+{0}", m.tr("Enter")));
    confirm_->SetMinSize(FromDIP(wxSize(confirmWidth, confirmHeight)));
    confirm_->SetMinSize(
        wxSize(std::max(confirm_->GetBestSize().x, FromDIP(confirmWidth)), FromDIP(confirmHeight)));
    confirm_->Show(!state.canPrint); // there is nothing to confirm then: one primary button at a time
    confirm_->Enable(state.canConfirm);
}
} // namespace accueil
