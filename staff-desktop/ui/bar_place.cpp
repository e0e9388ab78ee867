// The bar's size and place, and the menu that changes them.
#include "core/wxkit/text.h"
#include "staff-desktop/ui/bar_frame.h"
#include <wx/display.h>
#include <wx/menu.h>
#include <wx/sizer.h>

namespace accueil
{
namespace
{
constexpr int barWidth = 480, unfoldedHeight = 640;
constexpr Dock docks[] = {Dock::top, Dock::bottom, Dock::free};
enum : int { atTop = wxID_HIGHEST + 1, onTop = atTop + 10, fullDesk, keySheet, leaveCounter, firstLanguage };

wxRect screenOf(const BarSettings& settings)
{
    const int at =
        settings.x < 0 ? wxNOT_FOUND : wxDisplay::GetFromPoint(wxPoint(settings.x, std::max(settings.y, 0)));
    return wxDisplay(at == wxNOT_FOUND ? 0u : static_cast<unsigned>(at)).GetClientArea();
}
} // namespace

/// As high as what it says; nothing moves while that stays the same.
void BarFrame::fit()
{
    edge_ = GetSize() - GetClientSize();
    const wxRect screen = screenOf(settings_);
    int height = root_->GetSizer()->CalcMin().y + edge_.y;
    if (settings_.unfolded) height = std::max(height, FromDIP(unfoldedHeight) + edge_.y);
    const Place to = placeOf(settings_, {screen.x, screen.y, screen.width, screen.height},
                             FromDIP(barWidth) + edge_.x, height);
    const wxRect wanted(to.x, to.y, to.width, to.height);
    if (stillMoving_ == 0 && GetRect() != wanted) SetSize(wanted);
    if (stillMoving_ != 0 && GetSize() != wanted.GetSize()) SetSize(wanted.GetSize());
    root_->SetSize(GetClientSize());
    root_->Layout();
}

/// Moved by hand: a free bar stays there, a docked one slides along its edge.
void BarFrame::settle()
{
    const wxPoint at = GetPosition();
    const wxRect screen = screenOf(settings_);
    const Place now =
        placeOf(settings_, {screen.x, screen.y, screen.width, screen.height}, GetSize().x, GetSize().y);
    if (at == wxPoint(now.x, now.y)) return;
    settings_.x = std::max(at.x, 0);
    settings_.y = std::max(at.y, 0);
    file_.save(settings_);
    fit();
}

void BarFrame::fold(bool unfolded)
{
    settings_.unfolded = unfolded;
    details_->Show(unfolded);
    file_.save(settings_);
    refresh();
}

void BarFrame::dock(Dock dock)
{
    settings_.dock = dock;
    settings_.x = std::max(GetPosition().x, 0);
    settings_.y = std::max(GetPosition().y, 0);
    file_.save(settings_);
    arrange();
    refresh();
}

void BarFrame::showMenu(wxWindow& under)
{
    if (menuOpen_) return; // a second press before it is drawn
    const Messages& m = desk_.messages();
    const std::string places[] = {m.tr("At the top of the screen"), m.tr("At the bottom of the screen"),
                                  m.tr("Where I put it")};
    wxMenu menu;
    for (int i = 0; i < 3; ++i)
        menu.AppendRadioItem(atTop + i, to_wx(places[i]))->Check(settings_.dock == docks[i]);
    menu.AppendSeparator();
    menu.AppendCheckItem(onTop, to_wx(m.tr("Always in front")))->Check(settings_.onTop);
    menu.AppendSeparator();
    for (const Language language : languages)
        menu.AppendRadioItem(firstLanguage + static_cast<int>(language), to_wx(ownName(language)))
            ->Check(language == desk_.language());
    menu.AppendSeparator();
    menu.Append(keySheet, to_wx(m.tr("Keys") + "\tF1"));
    menu.Append(fullDesk, to_wx(m.tr("Open the whole desk")));
    menu.Append(leaveCounter, to_wx(m.tr("Leave the counter")))->Enable(presenter_.state().acts.leave);
    menuOpen_ = true;
    const int chosen = under.GetPopupMenuSelectionFromUser(menu, wxPoint(0, under.GetSize().y));
    menuOpen_ = false;
    if (chosen >= atTop && chosen < atTop + 3) dock(docks[chosen - atTop]);
    if (chosen == onTop) {
        settings_.onTop = !settings_.onTop;
        SetWindowStyleFlag(GetWindowStyleFlag() ^ wxSTAY_ON_TOP);
        file_.save(settings_);
    }
    if (chosen >= firstLanguage && chosen < firstLanguage + static_cast<int>(languages.size()))
        desk_.speech.speak(languages[static_cast<std::size_t>(chosen - firstLanguage)]);
    if (chosen == keySheet) showKeys();
    if (chosen == fullDesk && onFullDesk) onFullDesk();
    if (chosen == leaveCounter) presenter_.leave();
}
} // namespace accueil
