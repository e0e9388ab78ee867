#include "display-app/display_app.h"
#include "core/base/log.h"
#include "core/wxkit/palette.h"
#include "core/wxkit/startup.h"
#include "core/wxkit/text.h"
#include "display-app/ui/call_panel.h"
#include "display-app/ui/platform/screen_habits.h"
#include <fmt/format.h>
#include <iostream>
#include <wx/cmdline.h>
#include <wx/display.h>
#include <wx/frame.h>
#include <wx/sizer.h>

namespace accueil::display
{
namespace
{
constexpr int tickMs = 250;
} // namespace

void DisplayApp::OnInitCmdLine(wxCmdLineParser& parser)
{
    parser.AddSwitch(L"h", L"help", L"show this help", wxCMD_LINE_OPTION_HELP);
    parser.AddOption(L"", L"config", L"settings (default: /etc/accueil/accueil-display.ini)");
    parser.AddOption(L"", L"window", L"WIDTHxHEIGHT of a window instead of the full screen");
}

bool DisplayApp::OnCmdLineParsed(wxCmdLineParser& parser)
{
    wxString text;
    if (parser.Found(L"config", &text)) configFile_ = from_wx(text);
    if (!parser.Found(L"window", &text)) return true;
    long width = 0, height = 0;
    if (text.BeforeFirst('x').ToLong(&width) && text.AfterFirst('x').ToLong(&height) && width >= 320 && height >= 320) {
        window_ = wxSize(static_cast<int>(width), static_cast<int>(height));
        return true;
    }
    std::cerr << "accueil-display: --window takes WIDTHxHEIGHT, for example 1280x720\n";
    return false;
}

bool DisplayApp::OnInit()
{
    wxkit::prepareLocale();
    if (!wxApp::OnInit()) return false;
    try {
        return start();
    } catch (const ConfigError& e) {
        std::cerr << "accueil-display: " << e.what() << '\n';
        log::error("display.config.unusable", "{}", e.what());
        return false;
    }
}

bool DisplayApp::start()
{
    config_ = Config::fromFile(configFile_);
    log::open("accueil-display", config_.text("log.file", ""));
    const std::string language = config_.text("log.language", "fr");
    Settings settings;
    settings.first = parseLanguage(language).value_or(Language::fr);
    settings.sound = config_.flag("display.sound", true);
    settings.voice = config_.flag("display.voice", true);
    wxkit::checkFonts();

    service_ = std::make_unique<DatabaseDisplayService>(store::DatabaseConfig::from(config_), clock_);
    player_ = std::make_unique<AnnouncementPlayer>(chimeFile());
    worker_ = std::make_unique<WorkerThread>(wxkit::postToGui());
    presenter_ = std::make_unique<DisplayPresenter>(*service_, *worker_, *player_, clock_, settings);
    open();
    ticks_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { presenter_->tick(); });
    ticks_.Start(tickMs);
    presenter_->tick();
    return true;
}

void DisplayApp::open()
{
    const bool full = window_ == wxDefaultSize;
    const wxSize size = full ? wxDisplay().GetGeometry().GetSize() : window_;
    const Messages messages(presenter_->settings().first);
    auto* frame = new wxFrame(nullptr, wxID_ANY, to_wx(messages.tr("Call screen")), wxDefaultPosition, size);
    frame->SetBackgroundColour(wxkit::screenPalette().bg);
    auto* panel = new CallPanel(frame, *presenter_, motionWanted());
    auto* all = new wxBoxSizer(wxVERTICAL);
    all->Add(panel, wxSizerFlags(1).Expand());
    frame->SetSizer(all);
    frame->Layout();
    frame->Bind(wxEVT_CLOSE_WINDOW, [this, frame](wxCloseEvent&) {
        ticks_.Stop();
        frame->Destroy();
    });
    SetTopWindow(frame);
    if (full) wxkit::showFullScreen(*frame);
    else wxkit::showFrame(*frame);
    keepScreenOn();
}

int DisplayApp::OnExit()
{
    ticks_.Stop();
    worker_.reset(); // waits for what has begun
    DeletePendingEvents();
    presenter_.reset();
    player_.reset();
    service_.reset();
    return wxApp::OnExit();
}
} // namespace accueil::display
