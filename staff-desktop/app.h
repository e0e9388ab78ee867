// staff-desktop/app.h - the program: configuration, log-in, window, and back to the log-in when an account
// ends.
#pragma once
#include "core/wxkit/startup.h"
#include "staff-desktop/main_frame.h"
#include "staff-desktop/service/cups_printers.h"
#include "staff-desktop/service/database_desk.h"
#include "staff-desktop/ui/login_frame.h"
#include <wx/app.h>

namespace accueil
{
class DeskApp : public wxApp
{
public:
    explicit DeskApp(std::string configFile) : configFile_(std::move(configFile)) {}

    bool OnInit() override;
    int OnExit() override;

private:
    void open();
    void loggedIn(DeskSession session);
    void accountEnded();
    void leave();

    const std::string configFile_;
    ServerClock clock_;
    std::string post_;
    std::unique_ptr<Look> look_;
    std::unique_ptr<Speech> speech_;
    std::unique_ptr<DatabaseDesk> service_;
    CupsPrinters printers_;
    std::unique_ptr<WorkerThread> worker_, sheets_, tickets_; // end before what their tasks use
    std::unique_ptr<LoginPresenter> login_;
    std::unique_ptr<Desk> desk_;
    LoginFrame* loginFrame_ = nullptr;
    MainFrame* frame_ = nullptr;
    Listening in_, linked_;
};
} // namespace accueil
