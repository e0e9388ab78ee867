// staff-desktop/ui/bar_lines.h - what the agent's bar has to say besides: a sentence, and colleagues who ask
// for help.
#pragma once
#include "staff-desktop/logic/counter_state.h"
#include "staff-desktop/ui/bar_act.h"
#include "staff-desktop/ui/widgets.h"
#include <functional>

namespace accueil
{
class BarLines : public Box
{
public:
    BarLines(wxWindow* parent, double px);
    /// @param also  a sentence of the bar itself, or empty
    void show(const CounterState& state, const std::string& also, int width);

    std::function<void(const CounterState::Help&)> onHelp;

private:
    struct HelpRow
    {
        wxPanel* box;
        Text* text;
        KeyButton* act;
        CounterState::Help shown{};
    };
    HelpRow& row(std::size_t at);

    double px_;
    wxSizer* column_ = nullptr;
    Text *notice_ = nullptr, *also_ = nullptr;
    std::vector<std::unique_ptr<HelpRow>> rows_;
};
} // namespace accueil
