#include "staff-desktop/main_frame.h"
#include "core/wxkit/accessible.h"
#include "core/wxkit/text.h"
#include "staff-desktop/ui/book_panel.h"
#include "staff-desktop/ui/calls_panel.h"
#include "staff-desktop/ui/counter_panel.h"
#include "staff-desktop/ui/find_panel.h"
#include "staff-desktop/ui/import_panel.h"
#include "staff-desktop/ui/login_frame.h"
#include "staff-desktop/ui/preview_window.h"
#include "staff-desktop/ui/supervision_panel.h"
#include "staff-desktop/ui/today_panel.h"
#include <algorithm>
#include <wx/display.h>
#include <wx/sizer.h>

namespace accueil
{
namespace
{
constexpr int tickMs = 200;
constexpr std::chrono::seconds closePatience{2}; // a hold that cannot be given back ends by itself
} // namespace

MainFrame::MainFrame(Desk& desk, LiveFeed& feed, Look& look, const std::string& post, const PrintRoom& printing)
    : wxFrame(nullptr, wxID_ANY, to_wx(post.empty() ? "Accueil" : "Accueil – " + post)), desk_(desk),
      look_(look), feed_(feed), prints_(desk, printing), book_(desk), find_(desk), today_(desk),
      counter_(desk), supervision_(desk), walkIn_(desk),
      calls_(desk, [this](PrintDocument document) { prints_.document(std::move(document)); }),
      import_(desk, [this](PrintDocument document) { prints_.document(std::move(document)); }),
      keys_(*this, [this](const wxkit::FrameKey& key) { return onKey(key); })
{
    SetFont(wxkit::font(15));
    build(post);
    book_.onPrint = [this](AppointmentId visit) { prints_.visitSheet(visit); };
    book_.onOpen = [this](AppointmentId visit) { open(visit); };
    for (auto* card : {&find_.card(), &today_.card()}) {
        card->printSheet = [this](AppointmentId visit) { prints_.visitSheet(visit); };
        card->printTicket = [this](const IssuedTicket& ticket, Language language) {
            if (prints_.hasTicketPrinter()) prints_.ticket(ticket, language);
        };
        card->printTicketAgain = [this](const IssuedTicket& ticket, Language language) {
            prints_.ticket(ticket, language);
        };
    }
    today_.printList = [this](Day day, ServiceId service) { prints_.dayList(day, service); };
    given_ = walkIn_.onGiven([this] {
        if (prints_.hasTicketPrinter()) prints_.ticket(*walkIn_.ticket(), walkIn_.languageOfTicket());
    });
    news_ = feed_.onNews([this](const News& news) {
        counter_.news(news);
        if (supervisionTab_) supervision_.news(news);
        if (news.agenda) book_.agendaChanged();
        if (news.agenda) calls_.changed();
        find_.changed();
        today_.changed();
    });
    booking_ = today_.onBook([this](ServiceId service, const Offer& at) {
        choose(0);
        book_.startAt(service, at);
    });
    renewed_ = feed_.onRenewed([this] {
        book_.renewed();
        counter_.renewed();
        walkIn_.renewed();
        supervision_.renewed();
        import_.renewed();
    });
    counted_ = calls_.onChanged([this] { countCalls(); });
    if (counterTab_)
        helped_ = counter_.onChanged([this] {
            if (tabs_[*counterTab_].button->set(counter_.tabName())) fitBar();
        });
    supervision_.openCalls = [this] { choose(callsTab_); };
    if (supervisionTab_) alarmed_ = supervision_.onChanged([this] { countAlarms(); });
    linked_ = desk_.link.onChanged([this] { showStatus(); });
    spoken_ = desk_.speech.onChanged([this] { relabel(); });
    coloured_ = look_.onChanged([this] {
        shownStatus_ = {};
        showStatus();
    });
    wanted_ = prints_.onWanted([this] { showPreview(*this, prints_, look_, desk_.speech); });
    Bind(wxEVT_CLOSE_WINDOW, [this](wxCloseEvent& event) { onClose(event); });
    Bind(wxEVT_SYS_COLOUR_CHANGED, [this](wxSysColourChangedEvent& event) {
        event.Skip();
        look_.follow();
    });
    Bind(wxEVT_SHOW, [this](wxShowEvent& event) {
        event.Skip();
        if (!event.IsShown() && walkInWindow_) walkInWindow_->Hide(); // it would stay alone on the screen
    });
    timer_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { tick(); });
    timer_.Start(tickMs);
    relabel();
    const wxRect screen = wxDisplay(this).GetClientArea();
    SetMinSize(FromDIP(wxSize(1100, 640)));
    SetSize(std::min(screen.width, FromDIP(1280)), std::min(screen.height, FromDIP(800)));
    if (screen.width <= FromDIP(1366) || screen.height <= FromDIP(800)) Maximize();
    choose(0);
}

void MainFrame::build(const std::string& post)
{
    root_ = new Box(this);
    wxkit::addClass(*root_, "bg");
    tabBar_ = new Box(root_);
    wxkit::addClass(*tabBar_, "bar");
    tabSizer_ = new wxBoxSizer(wxHORIZONTAL);
    pages_ = new Box(root_);
    pages_->SetSizer(new wxBoxSizer(wxVERTICAL));
    addTab([this] { return new BookPanel(pages_, book_, look_, desk_.speech); }, WXK_F2, "F2");
    addTab([this] { return new FindPanel(pages_, find_, look_, desk_.speech); }, WXK_F3, "F3");
    addTab([this] { return new TodayPanel(pages_, today_, look_, desk_.speech); }, WXK_F4, "F4");
    if (desk_.staff().role >= Role::agent) counterTab_ = tabs_.size();
    if (counterTab_)
        addTab([this] { return new CounterPanel(pages_, counter_, look_, desk_.speech); }, WXK_F5, "F5");
    if (desk_.staff().role >= Role::supervisor) {
        supervisionTab_ = tabs_.size();
        addTab([this] { return new SupervisionPanel(pages_, supervision_, look_, desk_.speech); }, WXK_F6, "F6");
    }
    callsTab_ = tabs_.size();
    addTab([this] { return new CallsPanel(pages_, calls_, look_, desk_.speech); }, WXK_F12, "F12");
    addTab([this] { return new ImportPanel(pages_, import_, look_, desk_.speech); }, 'I', "Ctrl+I", true);
    who_ = new Text(tabBar_, 15, wxkit::Weight::text, "ink2");
    who_->set(desk_.staff().name + (post.empty() ? "" : " · " + post));
    language_ = makeLanguageChoice(tabBar_, desk_.speech);
    auto* bar = new wxBoxSizer(wxHORIZONTAL);
    bar->Add(tabSizer_, wxSizerFlags(1).Expand());
    bar->Add(who_, wxSizerFlags().CenterVertical().Border(wxRIGHT, FromDIP(14)));
    bar->Add(language_, wxSizerFlags().CenterVertical());
    help_ = new KeyButton(tabBar_, "slim");
    help_->SetMinSize(FromDIP(wxSize(-1, 32)));
    help_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { showKeys(); });
    bar->Add(help_, wxSizerFlags().CenterVertical().Border(wxLEFT, FromDIP(12)));
    auto* barEdge = new wxBoxSizer(wxVERTICAL);
    barEdge->Add(bar, wxSizerFlags(1).Expand().Border(wxLEFT | wxRIGHT, FromDIP(16)));
    barEdge->SetMinSize(FromDIP(wxSize(-1, 48)));
    tabBar_->SetSizer(barEdge);
    tabBar_->Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        event.Skip();
        fitBar();
    });

    status_ = new Box(root_);
    auto* line = new wxBoxSizer(wxHORIZONTAL);
    statusIcon_ = new wxStaticBitmap(status_, wxID_ANY, wxBitmapBundle());
    statusText_ = new Text(status_, 13, wxkit::Weight::text);
    walkInButton_ = new KeyButton(status_, "slim");
    walkInButton_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { openWalkIn(); });
    clock_ = new Text(status_, 13, wxkit::Weight::text, "ink2");
    line->Add(statusIcon_, wxSizerFlags().CenterVertical().Border(wxLEFT, FromDIP(16)));
    line->Add(statusText_, wxSizerFlags(1).CenterVertical().Border(wxLEFT, FromDIP(8)));
    line->Add(walkInButton_, wxSizerFlags().CenterVertical().Border(wxRIGHT, FromDIP(16)));
    line->Add(clock_, wxSizerFlags().CenterVertical().Border(wxRIGHT, FromDIP(16)));
    line->SetMinSize(FromDIP(wxSize(-1, 36)));
    status_->SetSizer(line);

    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(tabBar_, wxSizerFlags().Expand());
    column->Add(makeLine(root_, false), wxSizerFlags().Expand());
    column->Add(pages_, wxSizerFlags(1).Expand());
    column->Add(makeLine(root_, false), wxSizerFlags().Expand());
    column->Add(status_, wxSizerFlags().Expand());
    root_->SetSizer(column);
}

void MainFrame::addTab(std::function<Page*()> make, int keyCode, const std::string& keyName, bool control)
{
    const std::size_t at = tabs_.size();
    Tab tab{std::move(make),
            nullptr,
            new Toggle(tabBar_, "tab"),
            new Text(tabBar_, 12, wxkit::Weight::text, "key"),
            keyCode,
            control,
            keyName};
    tab.key->set(keyName);
    tab.button->Bind(wxEVT_TOGGLEBUTTON, [this, at](wxCommandEvent&) { choose(at); });
    tabSizer_->Add(tab.button, wxSizerFlags().Expand());
    tabSizer_->Add(tab.key, wxSizerFlags().CenterVertical().Border(wxRIGHT, FromDIP(14)));
    tabs_.push_back(tab);
}

Page& MainFrame::page(std::size_t at)
{
    Tab& tab = tabs_[at];
    if (!tab.page) {
        tab.page = tab.make();
        tab.page->Hide();
        pages_->GetSizer()->Add(tab.page, wxSizerFlags(1).Expand());
    }
    return *tab.page;
}

void MainFrame::choose(std::size_t at)
{
    Page &before = page(current_), &next = page(at);
    for (std::size_t i = 0; i < tabs_.size(); ++i) tabs_[i].button->check(i == at);
    if (at == current_ && next.IsShown()) {
        next.shown(); // the same key once more: the caret goes back to where work begins
        return;
    }
    if (before.IsShown()) before.hidden();
    before.Hide();
    current_ = at;
    next.Show();
    pages_->Layout();
    next.shown();
    if (keySheet_ && keySheet_->IsShown()) fillKeys();
}

/// One appointment, on the page that acts on it.
void MainFrame::open(AppointmentId visit)
{
    const auto page = std::ranges::find(tabs_, static_cast<int>(WXK_F3), &Tab::keyCode);
    if (page == tabs_.end()) return;
    choose(static_cast<std::size_t>(page - tabs_.begin()));
    find_.choose(visit);
}

/// Beside the work, and of the page in front.
void MainFrame::showKeys()
{
    if (!keySheet_) keySheet_ = new KeySheet(this, desk_.speech);
    if (keySheet_->IsShown()) {
        keySheet_->Hide();
        return;
    }
    fillKeys();
    keySheet_->CentreOnParent();
    keySheet_->Show();
    keySheet_->SetFocus();
}

void MainFrame::fillKeys()
{
    const Messages& m = desk_.messages();
    const Tab& tab = tabs_[current_];
    keySheet_->show(sheetOfPage(m, from_wx(tab.button->GetLabel()), tab.keyName, desk_.staff().role));
}

void MainFrame::relabel()
{
    const Messages& m = desk_.messages();
    std::vector<std::string> names{m.trc("tab", "Book"), m.trc("tab", "Find"), m.trc("tab", "Today")};
    if (counterTab_) names.push_back(counter_.tabName());
    if (supervisionTab_) names.push_back(supervision_.tabName());
    names.push_back(calls_.tabName());
    names.push_back(m.trc("tab", "Import"));
    for (std::size_t i = 0; i < tabs_.size(); ++i) tabs_[i].button->set(names[i]);
    tabs_.back().key->set(m.tr("Ctrl+{0}", "I"));
    help_->set("F1", m.tr("Help"));
    wxkit::setAccessible(*help_, m.tr("Keys"));
    if (keySheet_ && keySheet_->IsShown()) fillKeys();
    wxkit::setAccessible(*language_, m.tr("Language"));
    language_->SetSelection(static_cast<int>(desk_.language()));
    walkInButton_->set(m.tr("Ticket without appointment …"), m.tr("Ctrl+{0}", "T"));
    shownStatus_ = {};
    showStatus();
    fitBar();
    root_->Layout();
}

void MainFrame::tick()
{
    feed_.tick();
    book_.tick();
    find_.tick();
    today_.tick();
    counter_.tick();
    if (supervisionTab_) supervision_.tick();
    calls_.tick();
    import_.tick();
    showStatus();
    if (closing_) closeWhenReleased();
}

void MainFrame::showStatus()
{
    StatusLine line = statusLine(desk_);
    if (const std::string foot = page(current_).foot(); line.good && !foot.empty()) line.text += " · " + foot;
    if (const std::string trouble = prints_.trouble(); line.good && !trouble.empty())
        line = {false, trouble, line.clock};
    if (line == shownStatus_) return;
    const auto& p = look_.palette();
    if (line.good != shownStatus_.good || shownStatus_.text.empty()) {
        statusIcon_->SetBitmap(line.good ? wxkit::icon(wxkit::Icon::tick, p.ok, 16)
                                         : wxkit::icon(wxkit::Icon::warning, p.warn, 18));
        statusText_->tone(line.good ? Tone::plain : Tone::look);
        statusText_->SetFont(
            wxkit::font(line.good ? 13 : 15, line.good ? wxkit::Weight::text : wxkit::Weight::title));
        wxkit::setClass(*status_, "notice-warn", !line.good);
        status_->Refresh();
    }
    shownStatus_ = line;
    statusText_->set(line.text);
    walkInButton_->Show(line.good);
    clock_->Show(line.good); // a long sentence needs the room
    clock_->set(line.clock);
    status_->Layout();
}

/// The figure on the tab.
void MainFrame::countCalls()
{
    if (tabs_[callsTab_].button->set(calls_.tabName())) fitBar();
}

/// The tabs come first: where they need the room, the name steps back.
void MainFrame::fitBar()
{
    const int others = language_->GetBestSize().x + help_->GetBestSize().x + FromDIP(60);
    const int name = who_->GetBestSize().x + FromDIP(14);
    who_->Show(tabSizer_->CalcMin().x + others + name <= tabBar_->GetClientSize().x);
    tabBar_->Layout();
}

void MainFrame::countAlarms()
{
    if (tabs_[*supervisionTab_].button->set(supervision_.tabName())) fitBar();
}

void MainFrame::resume()
{
    wxkit::setAccessible(*language_, desk_.messages().tr("Language"));
    Show();
    page(current_).shown();
}

bool MainFrame::onKey(const wxkit::FrameKey& key)
{
    if (key.plain() && key.code == WXK_F1) {
        showKeys();
        return true;
    }
    for (std::size_t i = 0; !key.alt && !key.shift && i < tabs_.size(); ++i)
        if (key.code == tabs_[i].keyCode && key.control == tabs_[i].control) {
            choose(i);
            return true;
        }
    if (key.control && !key.alt && key.code == 'T') {
        openWalkIn();
        return true;
    }
    return page(current_).key(key);
}

/// Beside the page, not in its place: what is typed there stays in sight.
void MainFrame::openWalkIn()
{
    if (!walkInWindow_) {
        walkInWindow_ = new WalkInWindow(this, walkIn_, prints_, look_, desk_.speech);
        walkInWindow_->onOtherKey = [this](const wxkit::FrameKey& key) { return onKey(key); };
    }
    walkInWindow_->open();
}

/// A place that is still held goes back first; the window is gone at once for the eye.
void MainFrame::onClose(wxCloseEvent& event)
{
    if (closing_ && !event.CanVeto()) {
        event.Skip();
        return;
    }
    if (!closing_) {
        closing_ = true;
        closeBy_ = desk_.clock.now() + closePatience;
        book_.restart();
        if (leavesCounter) counter_.goHome();
        Hide();
    }
    if (event.CanVeto()) event.Veto();
    closeWhenReleased();
}

void MainFrame::closeWhenReleased()
{
    if ((!book_.holdsNothing() || counter_.busy()) && desk_.clock.now() < closeBy_) return;
    timer_.Stop();
    if (onClosed) onClosed();
    Destroy();
}
} // namespace accueil
