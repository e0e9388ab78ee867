#include "staff-desktop/ui/visit_panel.h"
#include "core/wxkit/accessible.h"
#include "core/wxkit/text.h"
#include "staff-desktop/logic/keys.h"
#include <wx/choice.h>
#include <wx/sizer.h>

namespace accueil
{
namespace
{
/// A letter is then what it is.
bool somebodyTypes()
{
    const wxWindow* focus = wxWindow::FindFocus();
    return dynamic_cast<const wxTextCtrl*>(focus) || dynamic_cast<const wxChoice*>(focus);
}
} // namespace

VisitPanel::VisitPanel(wxWindow* parent, VisitPresenter& presenter, Look& look, Speech& speech)
    : Box(parent), presenter_(presenter), look_(look), speech_(speech)
{
    build();
    bind();
    changed_ = presenter_.onChanged([this] { refresh(); });
    focus_ = presenter_.onFocus([this](VisitFocus focus) { moveTo(focus); });
    spoken_ = speech_.onChanged([this] { relabel(); });
    coloured_ = look_.onChanged([this] { relabel(); });
    relabel();
}

void VisitPanel::bind()
{
    const auto on = [](KeyButton* button, auto act) {
        button->Bind(wxEVT_BUTTON, [act](wxCommandEvent&) { act(); });
    };
    on(checkIn_, [this] { shown_ && shown_->acts.putBack ? presenter_.putBack() : presenter_.checkIn(); });
    priority_->Bind(wxEVT_TOGGLEBUTTON,
                    [this](wxCommandEvent&) { presenter_.setPriority(priority_->GetValue()); });
    on(move_, [this] { presenter_.startMoving(); });
    on(cancel_, [this] { presenter_.startCancelling(); });
    on(again_, [this] { presenter_.sendAgain(); });
    on(print_, [this] { presenter_.print(); });
    on(edit_, [this] { presenter_.startEditing(); });
    history_->Bind(wxEVT_TOGGLEBUTTON, [this](wxCommandEvent&) { showHistory(history_->GetValue()); });
    on(bringBack_, [this] { presenter_.bringBack(); });
    on(mine_, [this] { presenter_.keepMine(); });
    on(theirs_, [this] { presenter_.takeTheirs(); });
    on(confirm_, [this] { presenter_.confirm(); });
    on(leave_, [this] { presenter_.leave(); });
    reason_->Bind(wxEVT_TEXT,
                  [this](wxCommandEvent&) { presenter_.giveReason(from_wx(reason_->GetValue())); });
}

// ---- keys

bool VisitPanel::hasCaret() const
{
    const wxWindow* focus = wxWindow::FindFocus();
    return focus && IsDescendant(const_cast<wxWindow*>(focus));
}

void VisitPanel::open()
{
    for (auto* button : {checkIn_, move_, edit_})
        if (button->IsShownOnScreen() && button->IsEnabled()) {
            button->SetFocus();
            return;
        }
}

bool VisitPanel::key(const wxkit::FrameKey& key)
{
    if (!shown_ || !shown_->id) return false;
    if (shown_->mode != VisitMode::facts) return inMode(key);
    if (key.control && !key.alt && key.code == 'Z' && shown_->acts.bringBack) {
        presenter_.bringBack();
        return true;
    }
    if (!key.plain() || somebodyTypes()) return false;
    if (hasCaret() && (key.code == WXK_PAGEDOWN || key.code == WXK_PAGEUP)) {
        facts_->turn(key.code == WXK_PAGEDOWN ? 1 : -1);
        return true;
    }
    return letter(key.code);
}

bool VisitPanel::letter(int code)
{
    switch (code) {
    case cardKey::priority:
        presenter_.setPriority(!shown_->priority);
        return true;
    case cardKey::move:
        presenter_.startMoving();
        return true;
    case cardKey::cancel:
        presenter_.startCancelling();
        return true;
    case cardKey::again:
        presenter_.sendAgain();
        return true;
    case cardKey::print:
        presenter_.print();
        return true;
    case cardKey::edit:
        presenter_.startEditing();
        return true;
    case cardKey::history:
        showHistory(!history_->GetValue());
        return true;
    default:
        return false;
    }
}

bool VisitPanel::inMode(const wxkit::FrameKey& key)
{
    if (key.plain() && key.code == WXK_ESCAPE) {
        presenter_.leave();
        return true;
    }
    if (key.control && !key.alt && key.code == WXK_RETURN) {
        presenter_.confirm();
        return true;
    }
    if (!key.alt || key.control || key.digit < 1) return false;
    const auto at = static_cast<std::size_t>(key.digit) - 1;
    if (shown_->mode == VisitMode::moving && at < StartChooser::startsShown)
        presenter_.chooseLine(at);
    else if (shown_->mode == VisitMode::cancelling)
        presenter_.giveUsualReason(at);
    else
        return false;
    return true;
}

void VisitPanel::moveTo(VisitFocus focus)
{
    refresh();
    switch (focus) {
    case VisitFocus::acts: // an answer that comes late takes nobody's caret away
        if (!somebodyTypes() || hasCaret()) open();
        break;
    case VisitFocus::reason:
        reason_->SetFocus();
        break;
    case VisitFocus::form:
        if (shown_) form_->focusFirst(shown_->editing);
        break;
    case VisitFocus::confirm:
        confirm_->SetFocus();
        break;
    case VisitFocus::starts: // VisitMove's
        break;
    }
}

// ---- in words

void VisitPanel::relabel()
{
    const Messages& m = speech_.messages();
    facts_->relabel();
    form_->relabel();
    relabelActs();
    reasonLabel_->set(m.tr("Reason, optional"));
    wxkit::labelFor(*reasonLabel_, *reason_);
    wxkit::setAccessible(*reason_, m.tr("Reason, optional"));
    shown_.reset();
    refresh();
}

void VisitPanel::relabelActs()
{
    const Messages& m = speech_.messages();
    const auto letter = [](char key) { return std::string(1, key); };
    move_->set(m.tr("Move …"), letter(cardKey::move));
    cancel_->set(m.tr("Cancel …"), letter(cardKey::cancel));
    again_->set(m.tr("Send again"), letter(cardKey::again));
    edit_->set(m.tr("Note, correct …"), letter(cardKey::edit));
    history_->setKey(m.tr("History"), letter(cardKey::history));
    bringBack_->set(m.tr("Bring back what was typed"), m.tr("Ctrl+{0}", "Z"));
    leave_->set(m.tr("Back"), m.tr("Esc"));
}

void VisitPanel::invite(const std::string& words)
{
    if (words == invitation_) return;
    invitation_ = words;
    shown_.reset();
    refresh();
}

/// In the place of papers and note: on a small screen there is no room for it below them.
void VisitPanel::showHistory(bool on)
{
    if (!shown_ || !shown_->id || !facts_->IsShown()) return;
    history_->check(on);
    facts_->showHistory(on);
    facts_->show(*shown_);
}

void VisitPanel::refresh()
{
    VisitCard card = presenter_.state();
    if (shown_ && card == *shown_) return;
    if (!shown_ || card.id != shown_->id) { // of another person the facts come first again
        history_->check(false);
        facts_->showHistory(false);
    }
    Freeze();
    const bool there = card.nothing.empty(), editing = there && card.mode == VisitMode::editing;
    nothing_->set(card.id || invitation_.empty() ? card.nothing : invitation_);
    nothing_->Show(!there);
    form_->Show(editing);
    facts_->Show(there && !editing);
    if (editing) form_->show(card.editing);
    if (there && !editing) facts_->show(card);
    showConflict(card);
    notice_->set(card.notice);
    notice_->tone(card.tone);
    notice_->Show(there && !card.notice.empty());
    showActs(card);
    showCancelling(card);
    showConfirm(card);
    shown_ = std::move(card);
    Layout();
    facts_->FitInside();
    Thaw();
}

void VisitPanel::showConflict(const VisitCard& card)
{
    conflict_->Show(card.nothing.empty() && card.conflict);
    if (!card.conflict) return;
    changes_->set(card.conflict->sentence);
    mine_->Show(card.conflict->open);
    theirs_->Show(card.conflict->open);
    mine_->set(card.conflict->keepMine);
    theirs_->set(card.conflict->theirs);
    conflict_->Layout();
}

void VisitPanel::showActs(const VisitCard& card)
{
    const Messages& m = speech_.messages();
    const auto& acts = card.acts;
    acts_->Show(card.nothing.empty() && card.mode == VisitMode::facts);
    checkIn_->Show(acts.checkIn || acts.admitLate || acts.putBack);
    checkIn_->set(acts.putBack     ? m.tr("Put back in the queue")
                  : acts.admitLate ? m.tr("Check in all the same")
                                   : m.tr("Check in"),
                  m.tr("Enter"));
    checkIn_->Enable(!card.busy);
    priority_->Show(acts.checkIn || acts.admitLate);
    priority_->setKey(m.tr("Priority"), std::string(1, cardKey::priority),
                      m.tr("Priority: wheelchair, pregnancy, great age …"));
    priority_->check(card.priority);
    priority_->Enable(!card.busy);
    move_->Enable(acts.move && !card.busy);
    cancel_->Enable(acts.cancel && !card.busy);
    again_->Enable(acts.sendAgain && !card.busy);
    print_->set(acts.printTicket ? m.tr("Print the ticket") : m.tr("Print"), std::string(1, cardKey::print));
    print_->Enable((acts.print || acts.printTicket) && !card.busy);
    edit_->Enable(acts.edit && !card.busy);
    bringBack_->Show(acts.bringBack);
    bringBack_->Enable(!card.busy);
}

void VisitPanel::showCancelling(const VisitCard& card)
{
    const bool on = card.nothing.empty() && card.mode == VisitMode::cancelling;
    cancelling_->Show(on);
    if (!on) return;
    const auto& state = card.cancelling;
    if (from_wx(reason_->GetValue()) != state.reason) reason_->ChangeValue(to_wx(state.reason));
    if (reason_->IsEditable() == state.readOnly) reason_->SetEditable(!state.readOnly);
    wxkit::setClass(*reason_, "wrong", !state.problem.empty());
    reasonProblem_->set(state.problem);
    reasonProblem_->Show(!state.problem.empty());
    for (std::size_t i = 0; i < usual_.size() && i < state.usual.size(); ++i)
        usual_[i]->set(state.usual[i], speech_.messages().tr("Alt+{0}", i + 1));
    cancelling_->Layout();
}

void VisitPanel::showConfirm(const VisitCard& card)
{
    const Messages& m = speech_.messages();
    confirming_->Show(card.nothing.empty() && card.mode != VisitMode::facts);
    if (card.mode == VisitMode::facts) return;
    const bool moving = card.mode == VisitMode::moving, cancelling = card.mode == VisitMode::cancelling;
    sentence_->set(moving ? card.moving.sentence : "");
    sentence_->Show(moving);
    advice_->set(moving ? card.moving.advice : cancelling ? card.cancelling.advice : "");
    advice_->Show(moving || cancelling);
    confirm_->set(moving       ? m.tr("Move the appointment")
                  : cancelling ? m.tr("Cancel the appointment")
                               : m.tr("Save"),
                  m.tr("Ctrl+{0}", m.tr("Enter")));
    confirm_->Enable(moving       ? card.moving.canConfirm
                     : cancelling ? card.cancelling.canConfirm
                                  : card.editing.canConfirm);
    buttons_->SetOrientation(moving || cancelling ? wxVERTICAL : wxHORIZONTAL); // the form needs the room
    leave_->Enable(!card.busy || card.tone == Tone::look);
    confirming_->Layout();
}
} // namespace accueil
