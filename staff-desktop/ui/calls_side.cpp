#include "staff-desktop/ui/calls_side.h"
#include "core/wxkit/accessible.h"
#include "core/wxkit/text.h"
#include <algorithm>
#include <wx/sizer.h>

namespace accueil
{
namespace
{
constexpr int sideWidth = 420;

std::string withoutMark(std::string label)
{
    std::erase(label, '&');
    return label;
}
} // namespace

CallsSide::CallsSide(wxWindow* parent, CallsPresenter& presenter, const Speech& speech)
    : Box(parent), presenter_(presenter), speech_(speech)
{
    wxkit::addClass(*this, "bar");
    SetMinSize(FromDIP(wxSize(sideWidth, -1)));
    build();
    reason_->Bind(wxEVT_TEXT,
                  [this](wxCommandEvent&) { presenter_.typeReason(from_wx(reason_->GetValue())); });
    email_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { presenter_.typeEmail(from_wx(email_->GetValue())); });
}

void CallsSide::relabel()
{
    const Messages& m = speech_.messages();
    choose_->wrap(FromDIP(sideWidth - 32));
    choose_->set(m.tr("Choose a line to see whom to call and what to say."));
    knowsTitle_->set(m.tr("What the person knows"));
    nowTitle_->set(m.trc("to call", "What is now"));
    mineTitle_->set(m.tr("The same in your language"));
    startsTitle_->set(m.tr("Free times nearby"));
    emailLabel_->set(m.tr("The right e-mail address"));
    wxkit::labelFor(*emailLabel_, *email_);
    wxkit::setAccessible(*email_, m.tr("The right e-mail address"));
    reasonLabel_->set(m.tr("Reason, which the person reads"));
    wxkit::labelFor(*reasonLabel_, *reason_);
    wxkit::setAccessible(*reason_, m.tr("Reason, which the person reads"));
    shown_.reset();
}

void CallsSide::build()
{
    auto* outer = new wxBoxSizer(wxVERTICAL);
    choose_ = new Text(this, 15, wxkit::Weight::text, "ink2");
    outer->Add(choose_, wxSizerFlags().Border(wxALL, FromDIP(16)));
    facts_ = new wxScrolledWindow(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL);
    facts_->SetScrollRate(0, FromDIP(8));
    buildFacts();
    outer->Add(facts_, wxSizerFlags(1).Expand().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(16)));
    // What is typed stands with the acts: it is there however much there is to say above.
    outer->Add(makeInput(emailLabel_, email_), wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT, FromDIP(16)));
    outer->Add(makeInput(reasonLabel_, reason_),
               wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT, FromDIP(16)));
    reason_->SetMaxLength(200);
    reasonNote_ = new Text(this, 13, wxkit::Weight::text, "error");
    outer->Add(reasonNote_, wxSizerFlags().Border(wxLEFT | wxRIGHT, FromDIP(16)));
    notice_ = new Text(this, 15, wxkit::Weight::label);
    outer->Add(notice_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(16)));
    actRows_ = new wxBoxSizer(wxVERTICAL);
    for (auto& act : acts_) {
        act = new KeyButton(this);
        const auto which = static_cast<CallAct>(&act - acts_.data());
        act->Bind(wxEVT_BUTTON, [this, which](wxCommandEvent&) { presenter_.act(which); });
        act->Hide();
    }
    outer->Add(actRows_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(16)));
    outer->AddSpacer(FromDIP(10));
    SetSizer(outer);
}

wxSizer* CallsSide::makeInput(Text*& label, wxTextCtrl*& input)
{
    auto* column = new wxBoxSizer(wxVERTICAL);
    label = new Text(this, 15, wxkit::Weight::label);
    input = new wxTextCtrl(this, wxID_ANY);
    input->SetMinSize(FromDIP(wxSize(-1, 34)));
    column->Add(label, wxSizerFlags().Border(wxTOP, FromDIP(10)));
    column->Add(input, wxSizerFlags().Expand().Border(wxTOP, FromDIP(3)));
    return column;
}

void CallsSide::buildFacts()
{
    auto* column = new wxBoxSizer(wxVERTICAL);
    auto* first = new wxBoxSizer(wxHORIZONTAL);
    why_ = new Text(facts_, 15, wxkit::Weight::title);
    reference_ = new Text(facts_, 14, wxkit::Weight::text, "ink2");
    first->Add(why_, wxSizerFlags().CenterVertical());
    first->AddStretchSpacer();
    first->Add(reference_, wxSizerFlags().CenterVertical());
    column->Add(first, wxSizerFlags().Expand().Border(wxBOTTOM, FromDIP(6)));
    const auto add = [&](Text*& text, double px, wxkit::Weight weight, int above,
                         const char* style = nullptr) {
        text = new Text(facts_, px, weight, style);
        column->Add(text, wxSizerFlags().Expand().Border(wxTOP, FromDIP(above)));
    };
    add(name_, 24, wxkit::Weight::title, 0);
    add(what_, 15, wxkit::Weight::text, 2);
    // A field, so that the number can be marked and copied; it is only read.
    phone_ = new wxTextCtrl(facts_, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize, wxTE_READONLY);
    phone_->SetFont(wxkit::font(26, wxkit::Weight::title));
    phone_->SetMinSize(FromDIP(wxSize(-1, 46)));
    column->Add(phone_, wxSizerFlags().Expand().Border(wxTOP, FromDIP(8)));
    add(noPhone_, 15, wxkit::Weight::label, 8, "warn");
    sayBox_ = new Box(facts_);
    wxkit::addClass(*sayBox_, "notice-info");
    auto* box = new wxBoxSizer(wxVERTICAL);
    const auto say = [&](Text*& title, Text*& text) {
        title = new Text(sayBox_, 14, wxkit::Weight::text, "ink2");
        text = new Text(sayBox_, 15);
        box->Add(title, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(10)));
        box->Add(text, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT, FromDIP(10)));
    };
    say(sayTitle_, say_);
    say(mineTitle_, mine_);
    box->AddSpacer(FromDIP(10));
    sayBox_->SetSizer(box);
    column->Add(sayBox_, wxSizerFlags().Expand().Border(wxTOP, FromDIP(12)));
    add(startsTitle_, 15, wxkit::Weight::title, 12);
    for (std::size_t i = 0; i < starts_.size(); ++i) {
        starts_[i] = new Toggle(facts_);
        starts_[i]->SetMinSize(FromDIP(wxSize(-1, 34)));
        starts_[i]->Bind(wxEVT_TOGGLEBUTTON, [this, i](wxCommandEvent&) {
            presenter_.chooseStart(i);
            starts_[i]->check(true); // pressed once more it stays chosen
        });
        column->Add(starts_[i], wxSizerFlags().Expand().Border(wxTOP, FromDIP(4)));
    }
    add(startsNote_, 15, wxkit::Weight::text, 4, "ink2");
    add(knowsTitle_, 14, wxkit::Weight::text, 12, "ink2");
    add(knows_, 15, wxkit::Weight::label, 0);
    add(nowTitle_, 14, wxkit::Weight::text, 8, "ink2");
    add(now_, 15, wxkit::Weight::label, 0);
    facts_->SetSizer(column);
}

/// Enter is the primary act where the caret is in a field; on a button it is the button's own.
bool CallsSide::key(const wxkit::FrameKey& key, bool fromList)
{
    if (key.alt && !key.control) return altKey(key);
    if (!key.plain() || !shown_) return false;
    if (key.code == WXK_ESCAPE && shown_->cancelling) {
        presenter_.giveUp();
        leave();
        return true;
    }
    if (key.code != WXK_RETURN || !(fromList || reason_->HasFocus() || email_->HasFocus())) return false;
    if (!shown_->acts.empty()) presenter_.act(shown_->acts.front().act);
    return true;
}

bool CallsSide::altKey(const wxkit::FrameKey& key)
{
    if (key.digit >= 1 && shown_ && static_cast<std::size_t>(key.digit) <= shown_->starts.size()) {
        presenter_.chooseStart(static_cast<std::size_t>(key.digit) - 1);
        return true;
    }
    if (!shown_) return false;
    for (const auto& act : shown_->acts)
        if (act.enabled && mnemonicOf(act.label) == key.code) {
            presenter_.act(act.act);
            return true;
        }
    return false;
}

void CallsSide::show(const std::optional<CallsState::Details>& details, bool rows)
{
    choose_->Show(!details && rows);
    if (details == shown_ && facts_->IsShown() == details.has_value()) return;
    const bool asks = details && details->cancelling && !(shown_ && shown_->cancelling);
    facts_->Show(details.has_value());
    notice_->Show(details && !details->notice.empty());
    for (wxWindow* one : std::initializer_list<wxWindow*>{reasonLabel_, reason_, reasonNote_})
        one->Show(details && details->cancelling);
    for (wxWindow* one : std::initializer_list<wxWindow*>{emailLabel_, email_})
        one->Show(details && details->asksEmail);
    if (details) fill(*details);
    showActs(details ? details->acts : std::vector<CallsState::Button>());
    const bool other = !shown_ || !details || shown_->key != details->key;
    shown_ = details;
    wrap();
    if (other) facts_->Scroll(0, 0);
    if (asks) {
        reason_->SetFocus();
    }
}

void CallsSide::fill(const CallsState::Details& details)
{
    const Messages& m = speech_.messages();
    why_->set(details.why);
    why_->tone(details.tone);
    reference_->set(details.reference);
    name_->set(details.name);
    what_->set(details.what);
    if (from_wx(phone_->GetValue()) != details.phone) phone_->ChangeValue(to_wx(details.phone));
    wxkit::setAccessible(*phone_, details.phoneSpoken);
    phone_->Show(!details.phone.empty());
    noPhone_->set(details.noPhone);
    noPhone_->Show(details.phone.empty());
    knows_->set(details.knows);
    now_->set(details.now);
    sayTitle_->set(details.sayTitle);
    say_->set(details.say);
    mine_->set(details.sayMine);
    mineTitle_->Show(!details.sayMine.empty());
    mine_->Show(!details.sayMine.empty());
    sayBox_->Show(!details.say.empty());
    startsTitle_->Show(details.offering);
    startsNote_->set(details.startsNote);
    startsNote_->Show(details.offering && !details.startsNote.empty());
    for (std::size_t i = 0; i < starts_.size(); ++i) {
        const bool there = i < details.starts.size();
        starts_[i]->Show(there);
        if (!there) continue;
        starts_[i]->setKey(details.starts[i].label, m.tr("Alt+{0}", i + 1));
        starts_[i]->check(details.starts[i].chosen);
    }
    if (from_wx(email_->GetValue()) != details.email) email_->ChangeValue(to_wx(details.email));
    if (from_wx(reason_->GetValue()) != details.reason) reason_->ChangeValue(to_wx(details.reason));
    reasonNote_->set(details.reasonNote);
    notice_->set(details.notice);
    notice_->tone(details.noticeTone);
}

/// The primary one over the whole width, the others side by side as they fit.
void CallsSide::showActs(const std::vector<CallsState::Button>& acts)
{
    const Messages& m = speech_.messages();
    const wxWindow* focused = FindFocus();
    bool lost = false;
    actRows_->Clear(false);
    for (std::size_t i = 0; i < acts_.size(); ++i) {
        const auto it = std::ranges::find(acts, static_cast<CallAct>(i), &CallsState::Button::act);
        lost |= it == acts.end() && focused == acts_[i];
        acts_[i]->Show(it != acts.end());
    }
    wxSizer* row = nullptr;
    int left = 0;
    const wxWindow* before = nullptr;
    for (const auto& act : acts) {
        KeyButton* button = acts_[static_cast<std::size_t>(act.act)];
        button->setStyle("primary", act.primary);
        button->set(withoutMark(act.label),
                    act.primary ? m.tr("Enter") : m.tr("Alt+{0}", mnemonicOf(act.label)));
        button->SetMinSize(FromDIP(wxSize(-1, act.primary ? 44 : 34)));
        button->Enable(act.enabled);
        if (before) button->MoveAfterInTabOrder(const_cast<wxWindow*>(before));
        before = button;
        const int width = button->GetBestSize().x + FromDIP(8);
        if (!row || width > left) {
            row = new wxBoxSizer(wxHORIZONTAL);
            actRows_->Add(row, wxSizerFlags().Expand().Border(wxBOTTOM, FromDIP(6)));
            left = act.primary ? 0 : FromDIP(sideWidth - 32);
        } else {
            row->AddSpacer(FromDIP(8));
        }
        if (!act.primary) left -= width;
        row->Add(button, wxSizerFlags(1).Expand());
    }
    if (lost) leave();
}

void CallsSide::wrap()
{
    Layout();
    const int width = FromDIP(sideWidth - 32 - 14);
    for (auto* text : {name_, what_, noPhone_, knows_, now_, startsNote_, reasonNote_}) text->wrap(width);
    for (auto* text : {say_, mine_}) text->wrap(width - FromDIP(20));
    notice_->wrap(width + FromDIP(10));
    facts_->FitInside();
    facts_->Layout();
    Layout();
}
} // namespace accueil
