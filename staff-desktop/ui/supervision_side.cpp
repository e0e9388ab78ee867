#include "staff-desktop/ui/supervision_side.h"
#include <algorithm>
#include <wx/sizer.h>

namespace accueil
{
SupervisionSide::SupervisionSide(wxWindow* parent, SupervisionPresenter& presenter, const Look& look,
                                 const Speech& speech)
    : Box(parent), presenter_(presenter), speech_(speech)
{
    SetMinSize(FromDIP(wxSize(supervisionSideWidth, -1)));
    auto* column = new wxBoxSizer(wxVERTICAL);
    devicesTitle_ = new Text(this, 17, wxkit::Weight::title);
    devices_ = new Table(this, look,
                         {{.width = 140, .state = true, .wraps = true},
                          {.width = 150, .grows = true, .wraps = true},
                          {.width = 98, .right = true}},
                         false);
    for (const char* style : {"soft", "tight"}) wxkit::addClass(*devices_, style);
    devices_->SetMinSize(FromDIP(wxSize(-1, 100)));
    messagesTitle_ = new Text(this, 17, wxkit::Weight::title);
    noMessage_ = new Text(this, 15, wxkit::Weight::text, "ink2");
    column->Add(devicesTitle_, wxSizerFlags().Border(wxBOTTOM, FromDIP(4)));
    column->Add(devices_, wxSizerFlags(1).Expand());
    column->Add(messagesTitle_, wxSizerFlags().Border(wxTOP | wxBOTTOM, FromDIP(6)));
    column->Add(noMessage_);
    for (auto& message : messages_) {
        buildMessage(message);
        column->Add(message.box, wxSizerFlags().Expand().Border(wxBOTTOM, FromDIP(4)));
    }
    auto* foot = new wxBoxSizer(wxHORIZONTAL);
    write_ = new KeyButton(this);
    closing_ = new KeyButton(this);
    write_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { presenter_.act(SupervisionAct::message); });
    closing_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { presenter_.act(SupervisionAct::closing); });
    for (auto* button : {write_, closing_}) button->SetMinSize(FromDIP(wxSize(-1, 36)));
    foot->Add(write_);
    foot->AddStretchSpacer();
    foot->Add(closing_);
    column->Add(foot, wxSizerFlags().Expand().Border(wxTOP | wxBOTTOM, FromDIP(8)));
    SetSizer(column);
}

void SupervisionSide::buildMessage(Message& message)
{
    message.box = new Box(this);
    wxkit::addClass(*message.box, "notice-info");
    message.title = new Text(message.box, 13, wxkit::Weight::text, "ink2");
    message.text = new Text(message.box, 15, wxkit::Weight::label);
    message.withdraw = new KeyButton(message.box);
    message.withdraw->SetMinSize(FromDIP(wxSize(-1, 32)));
    message.withdraw->Bind(wxEVT_BUTTON,
                           [this, &message](wxCommandEvent&) { presenter_.withdraw(message.area); });
    auto* words = new wxBoxSizer(wxVERTICAL);
    words->Add(message.title);
    words->Add(message.text);
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(words, wxSizerFlags(1).CenterVertical().Border(wxALL, FromDIP(8)));
    row->Add(message.withdraw, wxSizerFlags().CenterVertical().Border(wxRIGHT, FromDIP(8)));
    message.box->SetSizer(row);
    message.box->Hide();
}

void SupervisionSide::relabel()
{
    const Messages& m = speech_.messages();
    devicesTitle_->set(m.tr("Kiosks, screens and e-mails"));
    devices_->setName(m.tr("Kiosks, screens and e-mails"));
    devices_->setTitles({m.tr("Device"), m.trc("column", "State"), m.tr("Sign of life")});
    messagesTitle_->set(m.tr("On the screens"));
    noMessage_->set(m.tr("No message."));
    shownMessages_.reset();
}

void SupervisionSide::show(const SupervisionState& state)
{
    std::vector<TableRow> rows;
    for (const auto& row : state.devices)
        rows.push_back({static_cast<long long>(rows.size()) + 1,
                        {{.text = row.name, .tone = row.tone, .strong = true},
                         {.text = row.says, .strong = row.tone == Tone::look},
                         {.text = row.ago, .dim = true}},
                        row.tone == Tone::look ? Tone::look : Tone::plain});
    devices_->setRows(std::move(rows));
    showButton(*write_, state, SupervisionAct::message);
    showButton(*closing_, state, SupervisionAct::closing);
    showMessages(state.messages);
}

void SupervisionSide::showMessages(const std::vector<SupervisionState::MessageRow>& rows)
{
    if (shownMessages_ == rows) return;
    shownMessages_ = rows;
    noMessage_->Show(rows.empty());
    for (std::size_t i = 0; i < messages_.size(); ++i) {
        Message& message = messages_[i];
        message.box->Show(i < rows.size());
        if (i >= rows.size()) continue;
        message.area = rows[i].area;
        message.title->set(rows[i].title);
        message.text->set(rows[i].text);
        message.withdraw->set(speech_.messages().trc("supervision", "Withdraw"));
        message.text->wrap(FromDIP(supervisionSideWidth - 32) - message.withdraw->GetBestSize().x);
        message.title->wrap(FromDIP(supervisionSideWidth - 32) - message.withdraw->GetBestSize().x);
    }
    Layout();
    for (auto& message : messages_) message.box->Layout();
}

void SupervisionSide::showButton(KeyButton& button, const SupervisionState& state, SupervisionAct act)
{
    const auto found = std::ranges::find(state.acts, act, &SupervisionState::Button::act);
    if (found == state.acts.end()) return;
    std::string name = found->label;
    std::erase(name, '&');
    if (button.setMarkup(underlined(found->label), name)) Layout();
    button.Enable(found->enabled);
}
} // namespace accueil
