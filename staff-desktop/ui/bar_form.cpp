#include "staff-desktop/ui/bar_form.h"
#include "core/base/date_words.h"
#include "core/wxkit/accessible.h"
#include "core/wxkit/text.h"
#include <array>
#include <wx/sizer.h>

namespace accueil
{
namespace
{
constexpr std::array backIn{0, 5, 10, 15, 30}; // minutes
constexpr int height = 34;

bool fits(BarQuestion question, const CounterActs& acts, bool busy)
{
    switch (question) {
    case BarQuestion::none:
        return true;
    case BarQuestion::pause:
        return acts.pause || busy;
    case BarQuestion::park:
        return acts.park || busy;
    case BarQuestion::transfer:
        return acts.transfer || busy;
    }
    return false;
}
} // namespace

BarForm::BarForm(wxWindow* parent, CounterPresenter& presenter, Speech& speech)
    : Box(parent), presenter_(presenter), speech_(speech)
{
    SetSizer(new wxBoxSizer(wxVERTICAL));
    Hide();
}

void BarForm::ask(BarQuestion question)
{
    asks_ = question == asks_ ? BarQuestion::none : question;
    if (page_) {
        page_->Hide();
        page_->CallAfter(
            [page = page_] { page->Destroy(); }); // one of its buttons may be in the middle of its click
        GetSizer()->Detach(page_);
        page_ = nullptr;
    }
    reasons_.clear();
    if (asks_ != BarQuestion::none) build();
    Show(asks_ != BarQuestion::none);
    if (onSized) onSized();
    if (!reasons_.empty()) reasons_.front()->SetFocus();
    if (asks_ == BarQuestion::transfer) service_->SetFocus();
}

void BarForm::show(const CounterState& state)
{
    const bool busy = state.acts == CounterActs{} && !state.stale;
    if (!fits(asks_, state.acts, busy)) ask(BarQuestion::none);
    for (auto* button : reasons_) button->Enable(!busy);
    if (asks_ == BarQuestion::transfer) sendable();
}

void BarForm::build()
{
    const Messages& m = speech_.messages();
    page_ = new Box(this);
    column_ = new wxBoxSizer(wxVERTICAL);
    auto* edge = new wxBoxSizer(wxVERTICAL);
    edge->Add(column_, wxSizerFlags(1).Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(ringRoom)));
    page_->SetSizer(edge);
    auto* head = new wxBoxSizer(wxHORIZONTAL);
    auto* title = new Text(page_, 14.5, wxkit::Weight::label);
    title->set(asks_ == BarQuestion::pause  ? m.tr("Why this pause?")
               : asks_ == BarQuestion::park ? m.tr("Why is the visitor set aside?")
                                            : m.tr("Where does the visitor go on to?"));
    head->Add(title, wxSizerFlags(1).CenterVertical());
    column_->Add(head, wxSizerFlags().Expand().Border(wxTOP | wxBOTTOM, FromDIP(6)));
    if (asks_ == BarQuestion::park) buildPark();
    if (asks_ == BarQuestion::transfer)
        buildTransfer();
    else
        buildReasons();
    auto* back = new KeyButton(page_, "slim"); // last in the order of the keyboard
    back->set(m.tr("Back"), m.tr("Esc"));
    back->SetFont(wxkit::font(13));
    back->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { ask(BarQuestion::none); });
    head->Add(back, wxSizerFlags().CenterVertical());
    GetSizer()->Add(page_, wxSizerFlags().Expand());
}

KeyButton* BarForm::reason(wxSizer& grid, const std::string& words, int number)
{
    auto* button = new KeyButton(page_);
    button->set(capitalised(words), std::to_string(number));
    button->SetFont(wxkit::font(13.5));
    button->SetMinSize(FromDIP(wxSize(-1, height)));
    grid.Add(button, wxSizerFlags().Expand());
    reasons_.push_back(button);
    return button;
}

void BarForm::buildReasons()
{
    const Messages& m = speech_.messages();
    auto* grid = new wxFlexGridSizer(2, FromDIP(6), FromDIP(6)); // German needs one of the columns wider
    grid->AddGrowableCol(0);
    grid->AddGrowableCol(1);
    int number = 0;
    if (asks_ == BarQuestion::pause)
        for (const auto why : pauseReasons())
            reason(*grid, inWords(m, why), ++number)->Bind(wxEVT_BUTTON, [this, why](wxCommandEvent&) {
                presenter_.pause(why);
            });
    else
        for (const auto why : parkReasons())
            reason(*grid, inWords(m, why), ++number)->Bind(wxEVT_BUTTON, [this, why](wxCommandEvent&) {
                const auto at = static_cast<std::size_t>(std::max(0, back_->GetSelection()));
                presenter_.park(why, std::chrono::minutes(backIn[at]));
            });
    column_->Add(grid, wxSizerFlags().Expand());
}

void BarForm::buildPark()
{
    const Messages& m = speech_.messages();
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    auto* label = new Text(page_, 13.5);
    label->set(m.tr("Comes back"));
    back_ = new wxChoice(page_, wxID_ANY);
    back_->SetFont(wxkit::font(13.5));
    for (const int minutes : backIn)
        back_->Append(to_wx(minutes == 0 ? m.trc("comes back", "at an unknown time")
                                         : m.tr("in {0} minutes", minutes)));
    back_->SetSelection(0);
    wxkit::setAccessible(*back_, m.tr("Comes back"));
    row->Add(label, wxSizerFlags().CenterVertical());
    row->Add(back_, wxSizerFlags(1).CenterVertical().Border(wxLEFT, FromDIP(8)));
    column_->Add(row, wxSizerFlags().Expand().Border(wxBOTTOM, FromDIP(6)));
}

void BarForm::buildTransfer()
{
    const Messages& m = speech_.messages();
    auto* grid = new wxFlexGridSizer(2, FromDIP(6), FromDIP(8));
    grid->AddGrowableCol(1);
    const auto choice = [&](const std::string& name) {
        auto* label = new Text(page_, 13.5);
        label->set(name);
        auto* field = new wxChoice(page_, wxID_ANY);
        field->SetFont(wxkit::font(13.5));
        wxkit::setAccessible(*field, name);
        field->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { sendable(); });
        grid->Add(label, wxSizerFlags().CenterVertical());
        grid->Add(field, wxSizerFlags().Expand());
        return field;
    };
    service_ = choice(m.tr("Service"));
    counter_ = choice(m.tr("Counter"));
    column_->Add(grid, wxSizerFlags().Expand());
    second_ = new wxCheckBox(page_, wxID_ANY, to_wx(m.tr("What was to be done here is done")));
    second_->SetFont(wxkit::font(13.5));
    column_->Add(second_, wxSizerFlags().Border(wxTOP, FromDIP(8)));
    send_ = new KeyButton(page_, "primary");
    send_->set(m.trc("visitor", "Transfer"), m.tr("Enter"));
    wxkit::setAccessible(*send_,
                         m.tr("Transfer the visitor")); // the button that opened this form has its label
    send_->SetMinSize(FromDIP(wxSize(-1, height)));
    send_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { send(); });
    column_->Add(send_, wxSizerFlags().Expand().Border(wxTOP, FromDIP(8)));
    fillTransfer();
    sendable();
}

void BarForm::fillTransfer()
{
    choices_ = presenter_.transferChoices();
    for (const auto& one : choices_.services) service_->Append(to_wx(one.name));
    service_->SetSelection(0);
    counter_->Append(to_wx(speech_.messages().tr("Any counter of the service")));
    for (const auto& one : choices_.counters) counter_->Append(to_wx(one.name));
    counter_->SetSelection(0);
}

Transfer BarForm::wanted() const
{
    Transfer to;
    const int service = service_->GetSelection(), counter = counter_->GetSelection();
    if (service >= 0) to.service = choices_.services[static_cast<std::size_t>(service)].service;
    if (counter > 0) to.counter = choices_.counters[static_cast<std::size_t>(counter) - 1].id;
    to.second = second_->GetValue();
    return to;
}

void BarForm::sendable()
{
    send_->Enable(presenter_.canTransfer(wanted()));
}

void BarForm::send()
{
    presenter_.transfer(wanted());
}

bool BarForm::digit(int number)
{
    if (reasons_.empty() || number < 1 || number > static_cast<int>(reasons_.size())) return false;
    auto* button = reasons_[static_cast<std::size_t>(number) - 1];
    if (!button->IsEnabled()) return true;
    wxCommandEvent press(wxEVT_BUTTON, button->GetId());
    button->ProcessWindowEvent(press);
    return true;
}

bool BarForm::enter()
{
    if (asks_ != BarQuestion::transfer || !send_->IsEnabled()) return false;
    send();
    return true;
}
} // namespace accueil
