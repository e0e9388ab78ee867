#include "staff-desktop/ui/today_head.h"
#include "core/wxkit/accessible.h"
#include "core/wxkit/text.h"
#include <algorithm>
#include <wx/sizer.h>

namespace accueil
{
namespace
{
constexpr int buttonHeight = 34, titleWidth = 212;
} // namespace

TodayHead::TodayHead(wxWindow* parent, TodayPresenter& presenter, Speech& speech)
    : Box(parent), presenter_(presenter), speech_(speech)
{
    build();
    back_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { presenter_.turn(-1); });
    on_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { presenter_.turn(1); });
    title_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { typeDay(); });
    typed_->Bind(wxEVT_KILL_FOCUS, [this](wxFocusEvent& event) {
        event.Skip();
        CallAfter([this] { escape(); });
    });
    const auto view = [this](Toggle* toggle, TodayState::View of) {
        toggle->Bind(wxEVT_TOGGLEBUTTON, [this, of](wxCommandEvent&) {
            presenter_.showView(of);
            if (onDone) onDone();
        });
    };
    view(day_, TodayState::View::day);
    view(week_, TodayState::View::week);
    print_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { presenter_.print(); });
    look_for_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { presenter_.look(from_wx(look_for_->GetValue())); });
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        place();
        event.Skip();
    });
}

void TodayHead::build()
{
    const auto size = [this](int width) { return FromDIP(wxSize(width, buttonHeight)); };
    back_ = new KeyButton(this, "slim");
    title_ = new KeyButton(this, "flat");
    title_->SetFont(wxkit::font(17, wxkit::Weight::title));
    typed_ = new wxTextCtrl(this, wxID_ANY);
    typed_->Hide();
    on_ = new KeyButton(this, "slim");
    for (auto* button : {back_, on_}) button->SetMinSize(size(38));
    title_->SetMinSize(size(titleWidth));
    typed_->SetMinSize(size(titleWidth));
    filters_ = new wxBoxSizer(wxHORIZONTAL);
    lookLabel_ = new Text(this, 15, wxkit::Weight::label);
    look_for_ = new wxTextCtrl(this, wxID_ANY);
    look_for_->SetMinSize(size(160));
    day_ = new Toggle(this);
    week_ = new Toggle(this);
    for (auto* toggle : {day_, week_}) toggle->SetMinSize(size(-1));
    print_ = new KeyButton(this);
    print_->SetMinSize(size(-1));

    auto* first = new wxBoxSizer(wxHORIZONTAL);
    first->Add(back_, wxSizerFlags().CenterVertical());
    first->Add(title_, wxSizerFlags().CenterVertical().Border(wxLEFT | wxRIGHT, FromDIP(4)));
    first->Add(typed_, wxSizerFlags().CenterVertical().Border(wxLEFT | wxRIGHT, FromDIP(4)));
    first->Add(on_, wxSizerFlags().CenterVertical().Border(wxRIGHT, FromDIP(12)));
    gap_ = new wxBoxSizer(wxHORIZONTAL);
    gap_->Add(filters_, wxSizerFlags().CenterVertical());
    gap_->AddStretchSpacer();
    first->Add(gap_, wxSizerFlags(1).CenterVertical());
    first->Add(lookLabel_, wxSizerFlags().CenterVertical().Border(wxLEFT | wxRIGHT, FromDIP(8)));
    first->Add(look_for_, wxSizerFlags().CenterVertical().Border(wxRIGHT, FromDIP(8)));
    first->Add(day_, wxSizerFlags().CenterVertical().Border(wxLEFT, FromDIP(6)));
    first->Add(week_, wxSizerFlags().CenterVertical().Border(wxLEFT, FromDIP(6)));
    first->Add(print_, wxSizerFlags().CenterVertical().Border(wxLEFT, FromDIP(6)));
    first_ = first;
    auto* rows = new wxBoxSizer(wxVERTICAL);
    rows->Add(first, wxSizerFlags().Expand().Border(wxALL, FromDIP(10)));
    rows_ = rows;
    auto* edge = new wxBoxSizer(wxHORIZONTAL);
    edge->Add(rows, wxSizerFlags(1).Expand().Border(wxLEFT | wxRIGHT, FromDIP(6)));
    SetSizer(edge);
}

void TodayHead::relabel()
{
    const Messages& m = speech_.messages();
    back_->setMarkup("←", m.tr("Earlier"));
    back_->SetToolTip(to_wx("Alt+←"));
    on_->setMarkup("→", m.tr("Later"));
    on_->SetToolTip(to_wx("Alt+→"));
    title_->SetToolTip(to_wx(m.tr("Type another day. T goes back to today.")));
    typed_->SetHint(to_wx(m.tr("day.month")));
    wxkit::setAccessible(*typed_, m.tr("Go to the day"));
    day_->set(m.trc("view", "Day"));
    week_->set(m.trc("view", "Week"));
    print_->set(m.tr("Day list"));
    print_->SetToolTip(to_wx(m.tr("The day on paper, to tick off by hand.") + " Ctrl+P"));
    lookLabel_->setMnemonic(m.tr("&Find"));
    wxkit::labelFor(*lookLabel_, *look_for_);
    wxkit::setAccessible(*look_for_, m.tr("Name or reference"));
    look_for_->SetHint(to_wx(m.tr("name or reference")));
}

void TodayHead::show(const TodayState& state)
{
    const bool list = state.view == TodayState::View::list;
    bool wider = title_->set(state.title);
    if (wider)
        title_->SetMinSize(
            wxSize(std::max(FromDIP(titleWidth), title_->GetBestSize().x), FromDIP(buttonHeight)));
    day_->check(state.view == TodayState::View::day);
    week_->check(state.view == TodayState::View::week);
    if (look_for_->IsShown() != list) {
        look_for_->Show(list);
        lookLabel_->Show(list);
        wider = true;
    }
    if (const bool oneDay = state.view != TodayState::View::week; print_->IsShown() != oneDay) {
        print_->Show(oneDay);
        wider = true;
    }
    if (from_wx(look_for_->GetValue()) != state.looked) look_for_->ChangeValue(to_wx(state.looked));
    showServices(state);
    if (wider) place();
}

void TodayHead::showServices(const TodayState& state)
{
    bool anew = services_.size() != state.services.size();
    for (std::size_t i = 0; !anew && i < services_.size(); ++i)
        anew = services_[i].first != state.services[i].id;
    if (anew) {
        filters_->Clear(true);
        services_.clear();
        for (const auto& filter : state.services) {
            auto* toggle = new Toggle(this);
            toggle->SetMinSize(FromDIP(wxSize(-1, buttonHeight)));
            toggle->Bind(wxEVT_TOGGLEBUTTON, [this, id = filter.id](wxCommandEvent&) {
                presenter_.filter(id);
                if (onDone) onDone();
            });
            filters_->Add(toggle, wxSizerFlags().Border(wxRIGHT, FromDIP(6)));
            services_.emplace_back(filter.id, toggle);
        }
        for (const auto& [id, toggle] : services_) toggle->MoveBeforeInTabOrder(lookLabel_);
    }
    bool wider = anew;
    for (std::size_t i = 0; i < services_.size(); ++i) {
        wider |= services_[i].second->set(state.services[i].name);
        services_[i].second->check(state.services[i].on);
    }
    if (wider) place();
}

void TodayHead::place()
{
    const bool fits =
        first_->CalcMin().x + (twoRows_ ? filters_->CalcMin().x : 0) + FromDIP(32) <= GetClientSize().x;
    if (fits == twoRows_) {
        twoRows_ = !fits;
        (twoRows_ ? gap_ : rows_)->Detach(filters_);
        if (twoRows_)
            rows_->Add(filters_, wxSizerFlags().Border(wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(10)));
        else
            gap_->Insert(0, filters_, wxSizerFlags().CenterVertical());
        InvalidateBestSize();
        CallAfter([this] { GetParent()->Layout(); });
    }
    Layout();
}

// ---- another day, typed

void TodayHead::typeDay(int digit)
{
    typed_->ChangeValue(digit > 0 ? to_wx(std::to_string(digit)) : wxString());
    title_->Hide();
    typed_->Show();
    Layout();
    typed_->SetFocus();
    typed_->SetInsertionPointEnd();
}

bool TodayHead::isTyping() const
{
    return typed_->IsShown();
}

bool TodayHead::enter()
{
    if (!isTyping()) return false;
    if (!typed_->IsEmpty() && !presenter_.goTo(from_wx(typed_->GetValue()))) {
        wxkit::setClass(*typed_, "wrong", true);
        typed_->SelectAll();
        return true;
    }
    return escape();
}

bool TodayHead::escape()
{
    if (!isTyping()) return false;
    wxkit::setClass(*typed_, "wrong", false);
    if (typed_->HasFocus() && onDone) onDone(); // a field that hides under its own key upsets GTK
    typed_->Hide();
    title_->Show();
    Layout();
    return true;
}
} // namespace accueil
