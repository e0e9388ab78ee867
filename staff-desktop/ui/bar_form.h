// staff-desktop/ui/bar_form.h - the small forms of the agent's bar: why a pause, why set aside, where to.
#pragma once
#include "staff-desktop/logic/counter_presenter.h"
#include "staff-desktop/ui/bar_act.h"
#include "staff-desktop/ui/widgets.h"
#include <functional>
#include <wx/checkbox.h>
#include <wx/choice.h>

namespace accueil
{
enum class BarQuestion { none, pause, park, transfer };

/// One question at a time, below the buttons; Escape takes it back. A digit presses the reason with that
/// digit.
class BarForm : public Box
{
public:
    BarForm(wxWindow* parent, CounterPresenter& presenter, Speech& speech);

    BarQuestion asks() const { return asks_; }
    void ask(BarQuestion question);       ///< the same once more: takes it back
    void show(const CounterState& state); ///< a question that no longer fits goes
    bool digit(int number);
    bool enter(); ///< sends the visitor on

    std::function<void()> onSized;

private:
    void build();
    void buildReasons();
    void buildPark();
    void buildTransfer();
    KeyButton* reason(wxSizer& grid, const std::string& words, int number);
    void fillTransfer();
    Transfer wanted() const;
    void send();
    void sendable();

    CounterPresenter& presenter_;
    Speech& speech_;
    BarQuestion asks_ = BarQuestion::none;
    wxPanel* page_ = nullptr;
    wxSizer* column_ = nullptr; ///< of the page
    std::vector<KeyButton*> reasons_;
    wxChoice *back_ = nullptr, *service_ = nullptr, *counter_ = nullptr;
    wxCheckBox* second_ = nullptr;
    KeyButton* send_ = nullptr;
    TransferChoices choices_;
};
} // namespace accueil
