#include "staff-desktop/ui/visit_panel.h"
#include <wx/sizer.h>

namespace accueil
{
namespace
{
constexpr int cardWidth = 372, edge = 16, textWidth = cardWidth - 2 * edge,
              ring = 5; // of the focus, around the buttons

/// With room for the ring of the focus inside the box, which would cut it off.
void addRinged(wxSizer& column, wxWindow& box, wxSizer& inner)
{
    auto* outer = new wxBoxSizer(wxVERTICAL);
    outer->Add(&inner, wxSizerFlags().Expand().Border(wxALL, box.FromDIP(ring)));
    box.SetSizer(outer);
    column.Add(&box, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, box.FromDIP(edge - ring)));
}
} // namespace

void VisitPanel::build()
{
    wxkit::addClass(*this, "bar");
    SetMinSize(FromDIP(wxSize(cardWidth, -1)));
    auto* column = new wxBoxSizer(wxVERTICAL);
    const auto inset = wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(edge));
    nothing_ = new Text(this, 15, wxkit::Weight::text, "ink2");
    nothing_->wrap(FromDIP(textWidth));
    column->Add(nothing_, inset);
    form_ = new VisitForm(this, presenter_, speech_, textWidth);
    column->Add(form_, wxSizerFlags(1).Expand().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(edge)));
    facts_ = new VisitFacts(this, look_, speech_, textWidth - 14);
    column->Add(facts_, wxSizerFlags(1).Expand().Border(wxLEFT | wxTOP, FromDIP(edge)));
    buildConflict(*column);
    notice_ = new Text(this, 15, wxkit::Weight::label);
    notice_->wrap(FromDIP(textWidth));
    column->Add(notice_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(edge)));
    buildCancelling(*column);
    buildConfirm(*column);
    buildActs(*column);
    column->AddSpacer(FromDIP(edge - ring));
    SetSizer(column);
}

void VisitPanel::buildConflict(wxSizer& column)
{
    conflict_ = new Box(this);
    wxkit::addClass(*conflict_, "notice-warn");
    auto* inner = new wxBoxSizer(wxVERTICAL);
    changes_ = new Text(conflict_, 15, wxkit::Weight::label);
    changes_->wrap(FromDIP(textWidth - 20));
    inner->Add(changes_, wxSizerFlags().Expand().Border(wxALL, FromDIP(10)));
    auto* answers = new wxBoxSizer(wxHORIZONTAL);
    mine_ = new KeyButton(conflict_);
    theirs_ = new KeyButton(conflict_);
    for (auto* button : {mine_, theirs_}) button->SetMinSize(FromDIP(wxSize(-1, 36)));
    answers->Add(mine_, wxSizerFlags(1).Border(wxLEFT | wxBOTTOM, FromDIP(10)));
    answers->Add(theirs_, wxSizerFlags(1).Border(wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(10)));
    inner->Add(answers, wxSizerFlags().Expand());
    conflict_->SetSizer(inner);
    column.Add(conflict_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(edge)));
}

void VisitPanel::buildActs(wxSizer& column)
{
    acts_ = new Box(this);
    auto* inner = new wxBoxSizer(wxVERTICAL);
    checkIn_ = new KeyButton(acts_, "primary");
    checkIn_->SetMinSize(FromDIP(wxSize(-1, 48)));
    priority_ = new Toggle(acts_);
    auto* arrival = new wxBoxSizer(wxHORIZONTAL);
    arrival->Add(checkIn_, wxSizerFlags(1).Expand());
    arrival->Add(priority_, wxSizerFlags().Expand().Border(wxLEFT, FromDIP(8)));
    inner->Add(arrival, wxSizerFlags().Expand().Border(wxBOTTOM, FromDIP(8)));
    auto* grid = new wxGridSizer(2, FromDIP(8), FromDIP(8));
    for (KeyButton** button : {&move_, &cancel_, &again_, &print_}) {
        *button = new KeyButton(acts_);
        (*button)->SetMinSize(FromDIP(wxSize(-1, 36)));
        grid->Add(*button, wxSizerFlags().Expand());
    }
    inner->Add(grid, wxSizerFlags().Expand());
    edit_ = new KeyButton(acts_);
    history_ = new Toggle(acts_);
    bringBack_ = new KeyButton(acts_);
    for (wxWindow* button : std::initializer_list<wxWindow*>{edit_, history_, bringBack_})
        button->SetMinSize(FromDIP(wxSize(-1, 36)));
    auto* last = new wxBoxSizer(wxHORIZONTAL);
    last->Add(edit_, wxSizerFlags(1).Expand());
    last->Add(history_, wxSizerFlags().Expand().Border(wxLEFT, FromDIP(8)));
    inner->Add(last, wxSizerFlags().Expand().Border(wxTOP, FromDIP(8)));
    inner->Add(bringBack_, wxSizerFlags().Expand().Border(wxTOP, FromDIP(8)));
    addRinged(column, *acts_, *inner);
}

void VisitPanel::buildCancelling(wxSizer& column)
{
    cancelling_ = new Box(this);
    auto* inner = new wxBoxSizer(wxVERTICAL);
    reasonLabel_ = new Text(cancelling_, 15, wxkit::Weight::label);
    reason_ = new wxTextCtrl(cancelling_, wxID_ANY);
    reason_->SetMinSize(FromDIP(wxSize(-1, 34)));
    reasonProblem_ = new Text(cancelling_, 13, wxkit::Weight::text, "error");
    inner->Add(reasonLabel_);
    inner->Add(reason_, wxSizerFlags().Expand().Border(wxTOP, FromDIP(3)));
    inner->Add(reasonProblem_, wxSizerFlags().Expand());
    for (int i = 0; i < 3; ++i) {
        auto* button = new KeyButton(cancelling_, nullptr, wxBU_LEFT);
        button->SetMinSize(FromDIP(wxSize(-1, 34)));
        button->Bind(wxEVT_BUTTON,
                     [this, i](wxCommandEvent&) { presenter_.giveUsualReason(static_cast<std::size_t>(i)); });
        inner->Add(button, wxSizerFlags().Expand().Border(wxTOP, FromDIP(4)));
        usual_.push_back(button);
    }
    cancelling_->SetSizer(inner);
    column.Add(cancelling_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(edge)));
}

void VisitPanel::buildConfirm(wxSizer& column)
{
    confirming_ = new Box(this);
    auto* inner = new wxBoxSizer(wxVERTICAL);
    sentence_ = new Text(confirming_, 17, wxkit::Weight::title);
    advice_ = new Text(confirming_, 14);
    for (auto* text : {sentence_, advice_}) {
        text->wrap(FromDIP(textWidth));
        inner->Add(text, wxSizerFlags().Expand().Border(wxBOTTOM, FromDIP(6)));
    }
    confirm_ = new KeyButton(confirming_, "primary");
    confirm_->SetMinSize(FromDIP(wxSize(-1, 48)));
    leave_ = new KeyButton(confirming_);
    leave_->SetMinSize(FromDIP(wxSize(-1, 36)));
    buttons_ = new wxBoxSizer(wxVERTICAL);
    buttons_->Add(confirm_, wxSizerFlags(1).Expand());
    buttons_->Add(FromDIP(8), FromDIP(8)); // whichever way they stand
    buttons_->Add(leave_, wxSizerFlags().Expand());
    inner->Add(buttons_, wxSizerFlags().Expand());
    addRinged(column, *confirming_, *inner);
}
} // namespace accueil
