// staff-desktop/ui/supervision_side.h - kiosks, screens, mails and their trouble; what the screens say.
#pragma once
#include "staff-desktop/logic/supervision_presenter.h"
#include "staff-desktop/ui/table.h"
#include "staff-desktop/ui/widgets.h"
#include <array>

namespace accueil
{
constexpr int supervisionSideWidth = 440;

class SupervisionSide : public Box
{
public:
    SupervisionSide(wxWindow* parent, SupervisionPresenter& presenter, const Look& look,
                    const Speech& speech);
    void relabel();
    void show(const SupervisionState& state);

private:
    static constexpr std::size_t mostMessages = 3;
    struct Message
    {
        wxPanel* box = nullptr;
        Text *title = nullptr, *text = nullptr;
        KeyButton* withdraw = nullptr;
        WaitingAreaId area{};
    };
    void buildMessage(Message& message);
    void showMessages(const std::vector<SupervisionState::MessageRow>& rows);
    void showButton(KeyButton& button, const SupervisionState& state, SupervisionAct act);

    SupervisionPresenter& presenter_;
    const Speech& speech_;
    Text *devicesTitle_ = nullptr, *messagesTitle_ = nullptr, *noMessage_ = nullptr;
    Table* devices_ = nullptr;
    std::array<Message, mostMessages> messages_;
    KeyButton *write_ = nullptr, *closing_ = nullptr;
    std::optional<std::vector<SupervisionState::MessageRow>> shownMessages_;
};
} // namespace accueil
