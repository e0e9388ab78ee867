// display-app/display_app.h - the call screen's program: reads the settings, opens the page, keeps time.
#pragma once
#include "core/base/config.h"
#include "core/base/task_runner.h"
#include "display-app/logic/display_presenter.h"
#include "display-app/service/database_display_service.h"
#include "display-app/sound/announcement_player.h"
#include <memory>
#include <wx/app.h>
#include <wx/timer.h>

namespace accueil::display
{
class DisplayApp : public wxApp
{
public:
    bool OnInit() override;
    int OnExit() override;
    void OnInitCmdLine(wxCmdLineParser& parser) override;
    bool OnCmdLineParsed(wxCmdLineParser& parser) override;

private:
    bool start();
    void open();

    std::string configFile_ = "/etc/accueil/accueil-display.ini";
    wxSize window_ = wxDefaultSize; ///< full screen unless set
    Config config_;
    ServerClock clock_;
    std::unique_ptr<DatabaseDisplayService> service_;
    std::unique_ptr<AnnouncementPlayer> player_;
    std::unique_ptr<WorkerThread> worker_;
    std::unique_ptr<DisplayPresenter> presenter_;
    wxTimer ticks_;
};
} // namespace accueil::display
