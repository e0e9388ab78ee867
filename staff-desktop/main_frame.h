// staff-desktop/main_frame.h - the window of one log-in: tabs on top, pages, the line that says how fresh it
// all is.
#pragma once
#include "staff-desktop/logic/book_presenter.h"
#include "staff-desktop/logic/calls_presenter.h"
#include "staff-desktop/logic/counter_presenter.h"
#include "staff-desktop/logic/find_presenter.h"
#include "staff-desktop/logic/import_presenter.h"
#include "staff-desktop/logic/live_feed.h"
#include "staff-desktop/logic/print_presenter.h"
#include "staff-desktop/logic/status_line.h"
#include "staff-desktop/logic/supervision_presenter.h"
#include "staff-desktop/logic/today_presenter.h"
#include "staff-desktop/logic/walk_in_presenter.h"
#include "staff-desktop/ui/key_sheet.h"
#include "staff-desktop/ui/page.h"
#include "staff-desktop/ui/walk_in_window.h"
#include "staff-desktop/ui/widgets.h"
#include <wx/choice.h>
#include <wx/frame.h>
#include <wx/timer.h>

namespace accueil
{
/// Owns the presenters of its pages. `desk`, `feed`, `look` and what `printing` names outlive it.
class MainFrame : public wxFrame
{
public:
    MainFrame(Desk& desk, LiveFeed& feed, Look& look, const std::string& post, const PrintRoom& printing);

    /// Somebody logged in again after the account had been closed: everything typed is still there.
    void resume();

    std::function<void()> onClosed; ///< the person closes the window; every held place has gone back
    bool leavesCounter = true;      ///< closing it means going home

private:
    struct Tab
    {
        std::function<Page*()> make;
        Page* page; ///< made when it is first looked at: none slows the start
        Toggle* button;
        Text* key;
        int keyCode;
        bool control; ///< with Ctrl
        std::string keyName;
    };
    void build(const std::string& post);
    void addTab(std::function<Page*()> make, int keyCode, const std::string& keyName, bool control = false);
    Page& page(std::size_t tab);
    void choose(std::size_t tab);
    void relabel();
    void tick();
    void showStatus();
    void openWalkIn();
    void open(AppointmentId visit);
    void showKeys();
    void fillKeys();
    void countCalls();
    void countAlarms();
    void fitBar();
    bool onKey(const wxkit::FrameKey& key);
    void onClose(wxCloseEvent& event);
    void closeWhenReleased();

    Desk& desk_;
    Look& look_;
    LiveFeed& feed_;
    PrintPresenter prints_;
    BookPresenter book_;
    FindPresenter find_;
    TodayPresenter today_;
    CounterPresenter counter_;
    SupervisionPresenter supervision_;
    WalkInPresenter walkIn_;
    CallsPresenter calls_;
    ImportPresenter import_;

    wxPanel *root_ = nullptr, *tabBar_ = nullptr, *pages_ = nullptr, *status_ = nullptr;
    wxSizer* tabSizer_ = nullptr;
    std::vector<Tab> tabs_;
    std::size_t current_ = 0;
    WalkInWindow* walkInWindow_ = nullptr; ///< made when it is first asked for
    KeyButton* walkInButton_ = nullptr;
    std::size_t callsTab_ = 0;
    std::optional<std::size_t> counterTab_, supervisionTab_; ///< of an agent, of a supervisor
    Text *who_ = nullptr, *statusText_ = nullptr, *clock_ = nullptr;
    wxStaticBitmap* statusIcon_ = nullptr;
    wxChoice* language_ = nullptr;
    KeyButton* help_ = nullptr;
    KeySheet* keySheet_ = nullptr; ///< once it was asked for
    StatusLine shownStatus_;
    wxTimer timer_;
    Instant closeBy_;
    bool closing_ = false;
    wxkit::FrameKeys keys_;
    Listening news_, renewed_, booking_, linked_, spoken_, coloured_, wanted_, given_, counted_, alarmed_, helped_;
};
} // namespace accueil
