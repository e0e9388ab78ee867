// staff-desktop/ui/bar_frame.h - the agent's bar: two rows beside the programs in which the work is done.
#pragma once
#include "core/wxkit/frame_keys.h"
#include "core/wxkit/global_key.h"
#include "staff-desktop/logic/counter_presenter.h"
#include "staff-desktop/logic/live_feed.h"
#include "staff-desktop/service/bar_file.h"
#include "staff-desktop/ui/bar_acts.h"
#include "staff-desktop/ui/bar_details.h"
#include "staff-desktop/ui/bar_form.h"
#include "staff-desktop/ui/bar_head.h"
#include "staff-desktop/ui/bar_lines.h"
#include "staff-desktop/ui/key_sheet.h"
#include <memory>
#include <wx/frame.h>
#include <wx/timer.h>

class wxNotificationMessage;

namespace accueil
{
/// Stays where it was put, and never takes the keyboard from another program by itself. `desk`, `feed` and
/// `look` outlive it.
class BarFrame : public wxFrame
{
public:
    /// @param globalKey  calls next while another program has the keyboard; empty: none
    BarFrame(Desk& desk, LiveFeed& feed, Look& look, const std::string& globalKey);
    ~BarFrame() override;

    void resume(); ///< somebody logged in again after the account had been closed

    std::function<void()> onClosed, onFullDesk;

private:
    void build();
    void arrange();
    void listen();
    void relabel();
    void refresh();
    void tick();
    void act(BarAct act);
    void fold(bool unfolded);
    void dock(Dock dock);
    void fit();
    void settle();
    void keepFocus();
    void remember(const CounterState& state);
    void showMenu(wxWindow& under);
    void showKeys();
    void announce(const Arrival& arrival);
    bool onKey(const wxkit::FrameKey& key);
    bool onAct(const wxkit::FrameKey& key);
    std::string ownWords() const;
    int widthInside() const;

    Desk& desk_;
    LiveFeed& feed_;
    Look& look_;
    BarFile file_;
    BarSettings settings_;
    CounterPresenter presenter_;
    wxPanel* root_ = nullptr;
    BarHead* head_ = nullptr;
    BarActs* acts_ = nullptr;
    BarLines* lines_ = nullptr;
    BarForm* form_ = nullptr;
    BarDetails* details_ = nullptr;
    KeySheet* keySheet_ = nullptr;
    std::unique_ptr<wxNotificationMessage> notice_;
    std::optional<CounterPhase> phase_; ///< as shown; none before anything is known
    wxSize edge_;                       ///< what the window manager adds
    int stillMoving_ = 0;               ///< ticks until it has come to rest
    bool menuOpen_ = false, closing_ = false;
    Instant closeBy_;
    wxTimer timer_;
    wxkit::FrameKeys keys_;
    wxkit::GlobalKey globalKey_;
    Listening changed_, arrived_, news_, renewed_, linked_, spoken_, coloured_;
};
} // namespace accueil
