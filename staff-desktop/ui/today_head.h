// staff-desktop/ui/today_head.h - which day, of which service, day or week.
#pragma once
#include "staff-desktop/logic/today_presenter.h"
#include "staff-desktop/ui/widgets.h"

namespace accueil
{
/// One row where there is room; else the services have a row of their own.
class TodayHead : public Box
{
public:
    TodayHead(wxWindow* parent, TodayPresenter& presenter, Speech& speech);

    void relabel();
    void show(const TodayState& state);
    void typeDay(int digit = 0); ///< the title becomes a field; 0: empty
    bool isTyping() const;
    bool enter();  ///< goes to the typed day. false: nothing was being typed
    bool escape(); ///< back to the title
    wxTextCtrl& lookFor() const { return *look_for_; }

    std::function<void()> onDone; ///< what to see is chosen: the grid or the list takes the keyboard

private:
    void build();
    void showServices(const TodayState& state);
    void place();

    TodayPresenter& presenter_;
    Speech& speech_;
    KeyButton *back_ = nullptr, *on_ = nullptr, *title_ = nullptr;
    wxTextCtrl *typed_ = nullptr, *look_for_ = nullptr;
    Text* lookLabel_ = nullptr;
    wxSizer *rows_ = nullptr, *first_ = nullptr, *gap_ = nullptr, *filters_ = nullptr;
    Toggle *day_ = nullptr, *week_ = nullptr;
    KeyButton* print_ = nullptr;
    std::vector<std::pair<ServiceId, Toggle*>> services_;
    bool twoRows_ = false;
};
} // namespace accueil
