#include "staff-desktop/app.h"
#include "core/base/describe.h"
#include "core/base/log.h"
#include "core/wxkit/text.h"

namespace accueil
{
namespace
{
constexpr const char* program = "accueil-desk";
CupsPrinters printersOf(const Config& config)
{
    return CupsPrinters({.sheets = config.text("desk.printer", ""),
                         .tickets = config.text("desk.ticket_printer", ""),
                         .server = config.text("desk.cups_server", ""),
                         .rollMm = config.number("desk.paper_mm", 80)});
}

/// For accueil-bench desk, and for whoever wonders where the time goes.
void tellWhenUsable(wxTopLevelWindow& frame, const char* id)
{
    wxkit::whenUsable(frame, [id] {
        log::info(id, "the window can be used; {} ms since the start", wxkit::sinceProcessStart().count());
    });
}
} // namespace

bool DeskApp::OnInit()
{
    wxkit::prepareLocale();
    SetAppName(to_wx(program));
    open();
    wxkit::checkFonts();
    in_ = login_->onLoggedIn([this](DeskSession session) { loggedIn(std::move(session)); });
    tellWhenUsable(*loginFrame_, "desk.ready");
    wxkit::showFrame(*loginFrame_);
    loginFrame_->begin();
    return true;
}

/// A configuration that cannot be used is said in the window: whoever sits there must know whom to ask.
void DeskApp::open()
{
    std::exception_ptr problem;
    Language language = Language::fr;
    store::DatabaseConfig database;
    std::string logFile;
    try {
        const Config config = Config::fromFile(configFile_);
        language = parseLanguage(config.text("log.language", "fr")).value_or(Language::fr);
        logFile = config.text("log.file", "");
        post_ = config.text("desk.post", "");
        database = store::DatabaseConfig::withoutAccount(config);
        printers_ = printersOf(config);
    } catch (const ConfigError& error) {
        problem = std::current_exception();
        log::open(program, logFile);
        log::error("desk.config.unusable", "{}", error.what());
    }
    if (!problem) log::open(program, logFile);
    look_ = std::make_unique<Look>();
    speech_ = std::make_unique<Speech>(language);
    service_ = std::make_unique<DatabaseDesk>(std::move(database), clock_);
    for (auto* worker : {&worker_, &sheets_, &tickets_}) *worker = std::make_unique<WorkerThread>(wxkit::postToGui());
    login_ = std::make_unique<LoginPresenter>(*worker_, *service_, clock_, *speech_);
    loginFrame_ = new LoginFrame(*login_, *speech_, *look_, post_);
    loginFrame_->Bind(wxEVT_CLOSE_WINDOW, [this](wxCloseEvent&) { leave(); });
    if (problem) loginFrame_->refuse(describe(speech_->messages(), problem));
}

void DeskApp::loggedIn(DeskSession session)
{
    loginFrame_->Hide();
    log::info("desk.login", "staff member {} at {}", session.staff.id.value(),
              post_.empty() ? "a post without name" : post_);
    if (frame_ && desk_->staff().id == session.staff.id) {
        desk_->renew(session.catalogue);
        desk_->link.heard(nullptr);
        frame_->resume();
        return;
    }
    linked_ = {};
    delete std::exchange(frame_, nullptr); // now, not later: its presenters use the desk of the one who left
    desk_ = std::make_unique<Desk>(*worker_, *service_, clock_, *speech_, std::move(session));
    frame_ = new MainFrame(*desk_, *look_, post_, {printers_, *sheets_, *tickets_});
    frame_->onClosed = [this] { leave(); };
    linked_ = desk_->link.onChanged([this] { accountEnded(); });
    tellWhenUsable(*frame_, "desk.open");
    wxkit::showFrame(*frame_);
}

void DeskApp::accountEnded()
{
    if (desk_->link.health() != Link::Health::closed || loginFrame_->IsShown()) return;
    frame_->Hide();
    login_->ended(std::make_exception_ptr(AccessDenied("", 0)));
    loginFrame_->begin();
    wxkit::showFrame(*loginFrame_);
}

void DeskApp::leave()
{
    if (loginFrame_) std::exchange(loginFrame_, nullptr)->Destroy();
    if (frame_ && !frame_->IsBeingDeleted()) frame_->Destroy();
    frame_ = nullptr;
    ExitMainLoop();
}

int DeskApp::OnExit()
{
    linked_ = {};
    in_ = {};
    for (auto* worker : {&worker_, &sheets_, &tickets_}) worker->reset();
    DeletePendingEvents();
    return wxApp::OnExit();
}
} // namespace accueil
