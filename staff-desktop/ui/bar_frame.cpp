#include "staff-desktop/ui/bar_frame.h"
#include "core/wxkit/accessible.h"
#include "core/wxkit/text.h"
#include <wx/notifmsg.h>
#include <wx/sizer.h>

namespace accueil
{
namespace
{
constexpr int tickMs = 200, width = 480, edge = 10, restTicks = 2;
constexpr std::chrono::seconds closePatience{2}; // without connection the counter is closed by the next morning
// Resizable to GTK, which does not lay out again what appears in a window of fixed size; fit() gives it its
// size.
constexpr long frameStyle =
    wxRESIZE_BORDER | wxCAPTION | wxSYSTEM_MENU | wxCLOSE_BOX | wxMINIMIZE_BOX | wxCLIP_CHILDREN;
} // namespace

BarFrame::BarFrame(Desk& desk, LiveFeed& feed, Look& look, const std::string& globalKey)
    : wxFrame(nullptr, wxID_ANY, wxS("Accueil"), wxDefaultPosition, wxDefaultSize, frameStyle), desk_(desk),
      feed_(feed), look_(look), file_(desk.staff().account), settings_(file_.load()), presenter_(desk),
      keys_(*this, [this](const wxkit::FrameKey& key) { return onKey(key); }),
      globalKey_(globalKey, [this] { presenter_.callNextOrAgain(); })
{
    SetFont(wxkit::font(13));
    if (settings_.onTop) SetWindowStyleFlag(frameStyle | wxSTAY_ON_TOP);
    presenter_.usual(settings_.counter);
    build();
    listen();
    relabel();
    timer_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { tick(); });
    timer_.Start(tickMs);
    presenter_.show(true);
    fit();
}

BarFrame::~BarFrame()
{
    if (notice_) notice_->Close();
}

void BarFrame::build()
{
    root_ = new Box(this);
    wxkit::addClass(*root_, "bg");
    root_->SetSizer(new wxBoxSizer(wxVERTICAL));
    head_ = new BarHead(root_, look_);
    acts_ = new BarActs(root_, look_);
    lines_ = new BarLines(root_, 13);
    form_ = new BarForm(root_, presenter_, desk_.speech);
    details_ = new BarDetails(root_, presenter_, look_, desk_.speech);
    details_->Show(settings_.unfolded);
    arrange();
}

/// The two rows stand at the edge to which the bar is docked; what is said besides grows away from it.
void BarFrame::arrange()
{
    auto* column = root_->GetSizer();
    column->Clear();
    const auto besides = wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT, FromDIP(edge - ringRoom));
    const auto rows = [&] {
        column->AddSpacer(FromDIP(edge));
        column->Add(head_, besides);
        column->Add(acts_, besides);
        column->AddSpacer(FromDIP(edge - ringRoom));
    };
    const bool upwards = settings_.dock == Dock::bottom;
    if (!upwards) rows();
    if (upwards) column->AddSpacer(FromDIP(4));
    std::vector<wxWindow*> parts{lines_, form_};
    if (upwards) parts = {form_, lines_};
    if (upwards) column->Add(details_, wxSizerFlags(besides).Proportion(1));
    for (auto* part : parts) column->Add(part, besides);
    if (!upwards) column->Add(details_, wxSizerFlags(besides).Proportion(1));
    if (!upwards) column->AddSpacer(FromDIP(4));
    if (upwards) rows();
}

void BarFrame::listen()
{
    acts_->onAct = head_->onAct = details_->onAct = [this](BarAct what) { act(what); };
    head_->onPropose = [this](CounterId counter) { presenter_.propose(counter); };
    lines_->onHelp = [this](const CounterState::Help& line) { presenter_.help(line); };
    // Not within the click: a screen reader that presses waits for its end, and the menu lasts.
    details_->onMenu = [this](wxWindow& under) { CallAfter([this, &under] { showMenu(under); }); };
    form_->onSized = [this] { fit(); };
    changed_ = presenter_.onChanged([this] { refresh(); });
    arrived_ = presenter_.onArrival([this](const Arrival& arrival) { announce(arrival); });
    news_ = feed_.onNews([this](const News& news) { presenter_.news(news); });
    renewed_ = feed_.onRenewed([this] { presenter_.renewed(); });
    spoken_ = desk_.speech.onChanged([this] { relabel(); });
    coloured_ = look_.onChanged([this] {
        acts_->recolour();
        relabel();
    });
    Bind(wxEVT_SYS_COLOUR_CHANGED, [this](wxSysColourChangedEvent& event) {
        event.Skip();
        look_.follow();
    });
    Bind(wxEVT_MOVE, [this](wxMoveEvent& event) {
        event.Skip();
        stillMoving_ = restTicks;
    });
    Bind(wxEVT_CLOSE_WINDOW, [this](wxCloseEvent&) {
        if (closing_) return;
        closing_ = true;
        closeBy_ = desk_.clock.now() + closePatience;
        presenter_.goHome();
        Hide();
    });
}

void BarFrame::resume()
{
    Show();
    presenter_.show(true);
}

void BarFrame::relabel()
{
    const Messages& m = desk_.messages();
    head_->relabel(m);
    acts_->relabel(m);
    details_->relabel();
    if (form_->asks() != BarQuestion::none) form_->ask(BarQuestion::none);
    refresh();
}

int BarFrame::widthInside() const
{
    return FromDIP(width - 2 * edge);
}

/// What the bar itself has to say.
std::string BarFrame::ownWords() const
{
    const Messages& m = desk_.messages();
    if (phase_ != CounterPhase::away) return {}; // once is enough
    switch (globalKey_.state()) {
    case wxkit::GlobalKey::State::taken:
        return m.tr("The key that calls from every program belongs to another program here.");
    case wxkit::GlobalKey::State::unreadable:
        return m.tr("The key that calls from every program is not a key of this keyboard.");
    case wxkit::GlobalKey::State::unsupported:
    case wxkit::GlobalKey::State::off:
    case wxkit::GlobalKey::State::ready:
        break;
    }
    return {};
}

void BarFrame::refresh()
{
    const CounterState state = presenter_.state();
    const bool known = !state.counters.empty();
    const bool changedPhase = known && std::exchange(phase_, state.phase) != state.phase;
    remember(state);
    head_->show(state);
    acts_->show(state, settings_.unfolded);
    lines_->show(state, ownWords(), widthInside());
    form_->show(state);
    if (settings_.unfolded) {
        details_->show(state, widthInside());
        details_->showLink(statusLine(desk_));
    }
    if (changedPhase && state.phase != CounterPhase::free && notice_) notice_->Close();
    const std::string title = state.where.empty()    ? "Accueil"
                              : state.number.empty() ? state.where
                                                     : state.number + " · " + state.where;
    if (from_wx(GetTitle()) != title) SetTitle(to_wx(title));
    fit();
    if (changedPhase && state.phase == CounterPhase::away)
        head_->choose();
    else
        keepFocus();
}

void BarFrame::remember(const CounterState& state)
{
    if (state.phase == CounterPhase::away || state.stale || state.proposed == settings_.counter) return;
    settings_.counter = state.proposed;
    presenter_.usual(settings_.counter);
    file_.save(settings_);
}

void BarFrame::tick()
{
    feed_.tick();
    presenter_.tick();
    if (settings_.unfolded) details_->showLink(statusLine(desk_));
    if (GetSize() - GetClientSize() != edge_) fit();
    if (stillMoving_ > 0 && --stillMoving_ == 0) settle();
    if (closing_ && (!presenter_.busy() || desk_.clock.now() >= closeBy_)) {
        timer_.Stop();
        if (onClosed) onClosed();
    }
}

// ---- what is pressed

void BarFrame::act(BarAct what)
{
    switch (what) {
    case BarAct::sit:
        presenter_.sitDown();
        break;
    case BarAct::call:
    case BarAct::recall:
        presenter_.callNextOrAgain();
        break;
    case BarAct::here:
        presenter_.here();
        break;
    case BarAct::finish:
        presenter_.finish();
        break;
    case BarAct::goOn:
        presenter_.goOn();
        break;
    case BarAct::noShow:
        presenter_.noShow();
        break;
    case BarAct::help:
        presenter_.askForHelp();
        break;
    case BarAct::undo:
        presenter_.undo();
        break;
    case BarAct::park:
        form_->ask(BarQuestion::park);
        break;
    case BarAct::transfer:
        form_->ask(BarQuestion::transfer);
        break;
    case BarAct::pause:
        form_->ask(BarQuestion::pause);
        break;
    case BarAct::fold:
        fold(!settings_.unfolded);
        break;
    }
}

bool BarFrame::onAct(const wxkit::FrameKey& key)
{
    const CounterActs can = presenter_.state().acts;
    switch (key.code) {
    case WXK_F4:
        act(BarAct::help);
        return true;
    case WXK_F6:
        if (can.park) act(BarAct::park);
        return true;
    case WXK_F7:
        if (can.transfer) act(BarAct::transfer);
        return true;
    case WXK_F8:
        if (can.goOn)
            act(BarAct::goOn);
        else if (can.pause)
            act(BarAct::pause);
        return true;
    case WXK_F9:
        act(BarAct::call);
        return true;
    case WXK_F10:
        act(BarAct::here);
        return true;
    case WXK_F11:
        act(BarAct::finish);
        return true;
    case WXK_F12:
        act(BarAct::fold);
        return true;
    default:
        return false;
    }
}

bool BarFrame::onKey(const wxkit::FrameKey& key)
{
    if (key.control && !key.alt && key.code == 'Z') {
        act(BarAct::undo);
        return true;
    }
    if (!key.plain()) return false;
    if (key.code >= WXK_F1 && key.code <= WXK_F12 && key.held) return true; // one press, one act
    auto* focused = wxWindow::FindFocus();
    const bool onButton = dynamic_cast<wxButton*>(focused) != nullptr;
    if (key.code == WXK_F1) {
        showKeys();
        return true;
    }
    if (key.code == WXK_ESCAPE && form_->asks() != BarQuestion::none) {
        form_->ask(BarQuestion::none);
        return true;
    }
    if (key.code == WXK_RETURN && phase_ == CounterPhase::away &&
        (!focused || head_->IsDescendant(focused))) {
        act(BarAct::sit);
        return true;
    }
    if (key.code == WXK_RETURN && !onButton && form_->enter()) return true;
    if (key.digit && form_->digit(key.digit)) return true;
    return onAct(key);
}

/// A button that rests or hides hands the keyboard to the fold and never to another act.
void BarFrame::keepFocus()
{
    if (!IsActive()) return;
    auto* focused = wxWindow::FindFocus();
    if (focused && (!IsDescendant(focused) || (focused->IsShownOnScreen() && focused->IsEnabled()))) return;
    acts_->rest();
}

void BarFrame::showKeys()
{
    if (!keySheet_) keySheet_ = new KeySheet(this, desk_.speech);
    if (keySheet_->IsShown()) {
        keySheet_->Hide();
        return;
    }
    keySheet_->show(sheetOfBar(desk_.messages(), globalKey_.state() == wxkit::GlobalKey::State::ready ? globalKey_.name() : ""));
    keySheet_->CentreOnScreen();
    keySheet_->Show();
}

/// Without sound, and gone as soon as somebody is called.
void BarFrame::announce(const Arrival& arrival)
{
    if (notice_) notice_->Close();
    notice_ = std::make_unique<wxNotificationMessage>(to_wx(arrival.title), to_wx(arrival.text), this,
                                                      wxICON_INFORMATION);
    notice_->Show(wxNotificationMessage::Timeout_Auto);
}
} // namespace accueil
