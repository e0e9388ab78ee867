// display-app/ui/call_panel.h - the whole page of a call screen, drawn by itself.
#pragma once
#include "display-app/logic/display_presenter.h"
#include "display-app/logic/typesetter.h"
#include "display-app/ui/scene_painter.h"
#include "display-app/ui/wx_measure.h"
#include <wx/panel.h>
#include <wx/timer.h>

namespace accueil::display
{
/// Repaints only what has changed. A screen reader finds it as a label that says the newest call and the last
/// ones.
class CallPanel : public wxPanel
{
public:
    /// @param moves  whether a new call may move (the system may ask for less motion)
    CallPanel(wxWindow* parent, DisplayPresenter& presenter, bool moves);

private:
    void changed();
    void layOutIfNeeded();
    void paint();
    void nextFrame();
    std::chrono::milliseconds sinceCall() const;
    void damage(const Box& box);

    DisplayPresenter& presenter_;
    bool moves_;
    WxMeasure letters_;
    RememberedMeasure measure_{letters_};
    ScenePainter painter_;
    Scene scene_;
    wxSize laidOut_; ///< the size for which `scene_` is; empty when the state has changed since
    int attention_ = 0;
    std::chrono::steady_clock::time_point calledAt_{};
    wxTimer frames_;
    Listening changes_; // last: it uses all of the above
};
} // namespace accueil::display
