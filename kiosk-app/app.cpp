#include "kiosk-app/app.h"
#include "core/base/log.h"
#include "kiosk-app/service/cups_printer.h"
#include "kiosk-app/speech/espeak_voice.h"
#include "kiosk-app/ui/kiosk_frame.h"
#include <csignal>
#include <wx/display.h>

namespace accueil::kiosk
{
namespace
{
Surroundings surroundings(const Config& config)
{
    Surroundings around;
    const std::string reader = config.text("kiosk.reader", "under");
    if (reader == "left")
        around.reader = Surroundings::Reader::left;
    else if (reader == "right")
        around.reader = Surroundings::Reader::right;
    else if (reader != "under")
        throw ConfigError("kiosk.reader is under, left or right");
    const std::string reception = config.text("kiosk.reception", "none");
    if (reception == "left")
        around.reception = AwayView::Side::left;
    else if (reception == "right")
        around.reception = AwayView::Side::right;
    else if (reception == "behind")
        around.reception = AwayView::Side::behind;
    else if (reception != "none")
        throw ConfigError("kiosk.reception is left, right, behind or none");
    return around;
}

printing::PrintQueue printQueue(const Config& config)
{
    printing::PrintQueue::Settings settings;
    settings.queue = config.text("kiosk.printer", "ticket");
    settings.server = config.text("kiosk.cups_server", "");
    return printing::PrintQueue(std::move(settings));
}

Language firstLanguage(const Config& config)
{
    if (const auto language = parseLanguage(config.text("log.language", "fr"))) return *language;
    throw ConfigError("log.language is fr, nl, de or en");
}
} // namespace

/// In the order in which it is needed; ended the other way round.
struct KioskApp::Machine
{
    ServerClock clock;
    SharedCatalogue catalogue;
    DatabaseService service;
    CupsPrinter printer;
    EspeakVoice voice;
    WorkerThread database, printing;
    KioskPresenter presenter;
    KioskFrame* frame;

    explicit Machine(const Config& config)
        : service(store::DatabaseConfig::from(config), clock, catalogue),
          printer(printQueue(config), config.number("kiosk.paper_mm", 80), catalogue),
          voice(wxkit::postToGui()), database(wxkit::postToGui()), printing(wxkit::postToGui()),
          presenter({database, printing, service, printer, voice, clock, surroundings(config),
                     firstLanguage(config)}),
          frame(new KioskFrame(presenter, wxDisplay(0u).GetGeometry().GetSize()))
    {
    }
};

KioskApp::KioskApp(Config config) : config_(std::move(config)) {}
KioskApp::~KioskApp() = default;

bool KioskApp::OnInit()
{
    wxkit::prepareLocale();
    wxkit::logAsserts();
    wxkit::checkFonts();
    try {
        machine_ = std::make_unique<Machine>(config_);
    } catch (const std::exception& e) {
        log::error("kiosk.start.failed", "{}", e.what());
        return false;
    }
    SetSignalHandler(SIGTERM, [](int) { wxTheApp->GetTopWindow()->Close(true); });
    SetTopWindow(machine_->frame);
    wxkit::showFullScreen(*machine_->frame);
    log::info("kiosk.started", "the kiosk is ready");
    return true;
}

int KioskApp::OnExit()
{
    machine_.reset();
    DeletePendingEvents();
    return wxApp::OnExit();
}
} // namespace accueil::kiosk
