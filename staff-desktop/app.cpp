#include "staff-desktop/app.h"
#include "core/base/describe.h"
#include "core/base/log.h"
#include "core/wxkit/text.h"

namespace accueil
{
namespace
{
constexpr const char* program = "accueil-desk";
constexpr const char* defaultGlobalKey =
    "Super+F9"; // Ctrl+Alt with a function key leaves the desktop of a Linux machine

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
        globalKey_ = config.text("desk.global_key", defaultGlobalKey);
        full_ = full_ || config.flag("desk.full", false);
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
    for (auto* worker : {&worker_, &sheets_, &tickets_})
        *worker = std::make_unique<WorkerThread>(wxkit::postToGui());
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
    if ((frame_ || bar_) && desk_->staff().id == session.staff.id) {
        desk_->renew(session.catalogue);
        desk_->link.heard(nullptr);
        if (bar_) bar_->resume();
        if (frame_) frame_->resume();
        return;
    }
    linked_ = {};
    delete std::exchange(bar_, nullptr); // now, not later: its presenter uses the desk of the one who left
    delete std::exchange(frame_, nullptr);
    feed_.reset();
    desk_ = std::make_unique<Desk>(*worker_, *service_, clock_, *speech_, std::move(session));
    feed_ = std::make_unique<LiveFeed>(*desk_);
    linked_ = desk_->link.onChanged([this] { accountEnded(); });
    if (desk_->staff().role == Role::agent && !full_)
        openBar();
    else
        openFull();
}

void DeskApp::openBar()
{
    bar_ = new BarFrame(*desk_, *feed_, *look_, globalKey_);
    bar_->onClosed = [this] { barClosed(); };
    bar_->onFullDesk = [this] { openFull(); };
    tellWhenUsable(*bar_, "desk.open");
    wxkit::showFrame(*bar_);
}

void DeskApp::openFull()
{
    if (frame_) {
        frame_->Raise(); // asked for, so it may come to the front
        return;
    }
    frame_ = new MainFrame(*desk_, *feed_, *look_, post_, {printers_, *sheets_, *tickets_});
    frame_->leavesCounter = !bar_; // or the bar does
    frame_->onClosed = [this] {
        if (bar_ && bar_->IsShown())
            frame_ = nullptr; // it destroys itself; the bar goes on
        else
            leave();
    };
    tellWhenUsable(*frame_, "desk.open");
    wxkit::showFrame(*frame_);
}

/// Whoever closes the bar goes home; what the whole desk still holds goes back first.
void DeskApp::barClosed()
{
    bar_->Hide();
    if (frame_)
        frame_->Close();
    else
        leave();
}

void DeskApp::accountEnded()
{
    if (desk_->link.health() != Link::Health::closed || loginFrame_->IsShown()) return;
    if (bar_) bar_->Hide();
    if (frame_) frame_->Hide();
    login_->ended(std::make_exception_ptr(AccessDenied("", 0)));
    loginFrame_->begin();
    wxkit::showFrame(*loginFrame_);
}

void DeskApp::leave()
{
    if (loginFrame_) std::exchange(loginFrame_, nullptr)->Destroy();
    if (bar_ && !bar_->IsBeingDeleted()) bar_->Destroy();
    if (frame_ && !frame_->IsBeingDeleted()) frame_->Destroy();
    bar_ = nullptr;
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
