#include "kiosk-app/ui/kiosk_frame.h"
#include "core/wxkit/text.h"
#include <algorithm>
#include <wx/wupdlock.h>

namespace accueil::kiosk
{
namespace
{
constexpr int tickMs = 250, smallest = 320;

template <class Window>
void collect(const wxWindow& below, std::vector<Window*>& found)
{
    for (auto* child : below.GetChildren()) {
        if (auto* one = dynamic_cast<Window*>(child)) found.push_back(one);
        collect(*child, found);
    }
}
} // namespace

KioskFrame::KioskFrame(KioskPresenter& presenter, const wxSize& screen)
    : wxFrame(nullptr, wxID_ANY, to_wx("Accueil"), wxDefaultPosition, screen), presenter_(presenter),
      screen_(screen), root_(new wxPanel(this)), look_(screen, {}), sheet_(look_.styleSheet()),
      keys_([this](const std::string& code) { presenter_.scanned(code); },
            [this](const wxkit::TypedKey& key) { return typed(key); }, [this] { touched(); }),
      changes_(presenter.onChanged([this] { changed(); }))
{
    SetClientSize(screen);
    root_->Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        resized(event.GetSize());
        event.Skip();
    });
    ticks_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { presenter_.tick(); });
    ticks_.Start(tickMs);
    rebuild();
    presenter_.tick();
}

void KioskFrame::resized(const wxSize& size)
{
    // On its way to the full screen the window may pass through the size of a stamp.
    if (size.x < smallest || size.y < smallest || size == screen_) return;
    screen_ = size;
    if (rebuildDue_) return;
    rebuildDue_ = true;
    CallAfter([this] { rebuild(); });
}

void KioskFrame::touched()
{
    presenter_.touched();
    if (page_) page_->touched();
}

bool KioskFrame::typed(const wxkit::TypedKey& key)
{
    using Special = wxkit::TypedKey::Special;
    touched();
    if (key.control || key.alt) return false;
    if (key.character >= U'0' && key.character <= U'9')
        return presenter_.digit(static_cast<int>(key.character - U'0'));
    if (key.special == Special::backspace || key.special == Special::erase) return presenter_.correct();
    if (key.special == Special::escape && !shown_.frame.back.empty()) {
        presenter_.back();
        return true;
    }
    return false;
}

bool KioskFrame::sameWindows(const KioskState& next) const
{
    FrameView frame = next.frame;
    frame.time = shown_.frame.time; // only this changes in place
    return next.serial == shown_.serial && next.language == shown_.language && next.aids == shown_.aids &&
           frame == shown_.frame && next.question.has_value() == shown_.question.has_value();
}

void KioskFrame::changed()
{
    if (rebuildDue_) return;
    const KioskState& next = presenter_.state();
    if (!sameWindows(next)) {
        rebuildDue_ = true; // later: the button that was pressed must not vanish under its own event
        return CallAfter([this] { rebuild(); });
    }
    if (clock_) clock_->setText(next.frame.time);
    if (next.question && questionText_) questionText_->setText(next.question->text);
    if (listen_) listen_->setKind(next.listening ? Face::Kind::on : Face::Kind::plain);
    if (page_ && next.page != shown_.page) page_->refresh(next.page);
    shown_ = next;
}

std::vector<TouchButton*> KioskFrame::buttons() const
{
    std::vector<TouchButton*> found;
    collect(*root_, found);
    return found;
}

void KioskFrame::rebuild()
{
    rebuildDue_ = false;
    const KioskState& next = presenter_.state();
    // Somebody who uses the keyboard stays where he was when only the language or an aid changes.
    const auto before = buttons();
    const auto focused = std::ranges::find_if(before, [](const auto* button) { return button->HasFocus(); });
    const auto place =
        focused == before.end() ? before.size() : static_cast<std::size_t>(focused - before.begin());
    const bool samePage = next.serial == shown_.serial && !next.question && !shown_.question;

    const wxWindowUpdateLocker quiet(this);
    shown_ = next;
    look_ = Look(screen_, next.aids);
    sheet_.replace(look_.styleSheet());
    page_.reset();
    viewport_ = nullptr;
    clock_ = questionText_ = nullptr;
    listen_ = up_ = down_ = nullptr;
    root_->DestroyChildren();
    root_->SetBackgroundColour(look_.colours().bg);
    if (next.question)
        buildQuestion();
    else
        buildPage();
    root_->Layout();
    finishScroll();
    root_->Refresh();
    const auto after = buttons();
    if (samePage && place < after.size()) after[place]->SetFocus();
}
} // namespace accueil::kiosk
