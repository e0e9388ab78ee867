// kiosk-app/ui/page_panel.h - one page's windows; the frame decides where they stand.
#pragma once
#include "kiosk-app/logic/kiosk_presenter.h"
#include "kiosk-app/ui/look.h"
#include "kiosk-app/ui/text_view.h"
#include "kiosk-app/ui/touch_button.h"
#include <memory>
#include <wx/sizer.h>

namespace accueil::kiosk
{
/// Lives as long as its windows. A page is built anew when the language or an aid changes; otherwise it
/// refreshes.
class PagePanel
{
public:
    PagePanel(const Look& look, KioskPresenter& presenter) : look_(look), presenter_(presenter) {}
    virtual ~PagePanel() = default;

    /// What informs. In low reach it fills the upper half, where nothing can be pressed.
    virtual wxSizer* info(wxWindow* parent, int width) = 0;
    /// What can be pressed; null when there is nothing. @param height  room there is, for lists that turn
    /// pages
    virtual wxSizer* actions(wxWindow* parent, int width, int height) = 0;
    /// What stands at the foot instead of the aids; null: the aids.
    virtual wxSizer* foot(wxWindow*, int) { return nullptr; }
    /// On a lying screen: info above the actions, not beside them.
    virtual bool needsWidth() const { return false; }
    /// Between info and actions, design pixels.
    virtual double gap() const { return 44; }
    /// The page is too long for its place: the next info() takes less room. False when it cannot.
    virtual bool compact() { return false; }
    /// A finger or a key, anywhere.
    virtual void touched() {}
    /// The same page with other values.
    virtual void refresh(const PageView&) {}

protected:
    Look look_;
    KioskPresenter& presenter_;
};

std::unique_ptr<PagePanel> makePage(const PageView& view, const Look& look, KioskPresenter& presenter);

/// A window of the same ground as its parent.
wxPanel* plainPanel(wxWindow* parent);
wxSizerFlags expand();
/// Picture, title and text of one sentence.
wxSizer* lineRow(wxWindow* parent, const Look& look, const Line& line, int width, double titlePx = 48);
/// A title in a place that has room for a notice, so that nothing moves when one comes.
TextView* titleView(wxWindow* parent, const Look& look, const std::string& title, int width, double px = 72);
wxWindow* noticeView(wxWindow* parent, const Look& look, const std::string& text, int width, int height);
} // namespace accueil::kiosk
