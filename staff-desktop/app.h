// staff-desktop/app.h - the program: configuration, log-in, window, and back to the log-in when an account
// ends.
#pragma once
#include "core/wxkit/startup.h"
#include "staff-desktop/main_frame.h"
#include "staff-desktop/service/cups_printers.h"
#include "staff-desktop/service/database_desk.h"
#include "staff-desktop/ui/bar_frame.h"
#include "staff-desktop/ui/login_frame.h"
#include <wx/app.h>

namespace accueil
{
class DeskApp : public wxApp
{
public:
    /// @param full  agents get the whole desk at once, not their bar
    DeskApp(std::string configFile, bool full) : configFile_(std::move(configFile)), full_(full) {}

    bool OnInit() override;
    int OnExit() override;

private:
    void open();
    void loggedIn(DeskSession session);
    void openBar();
    void openFull();
    void barClosed();
    void accountEnded();
    void leave();

    const std::string configFile_;
    ServerClock clock_;
    bool full_;
    std::string post_, globalKey_;
    std::unique_ptr<Look> look_;
    std::unique_ptr<Speech> speech_;
    std::unique_ptr<DatabaseDesk> service_;
    CupsPrinters printers_;
    std::unique_ptr<WorkerThread> worker_, sheets_, tickets_; // end before what their tasks use
    std::unique_ptr<LoginPresenter> login_;
    std::unique_ptr<Desk> desk_;
    std::unique_ptr<LiveFeed> feed_; ///< one for all windows: news are told once
    LoginFrame* loginFrame_ = nullptr;
    MainFrame* frame_ = nullptr; ///< the whole desk, while it is open
    BarFrame* bar_ = nullptr;    ///< of an agent
    Listening in_, linked_;
};
} // namespace accueil
