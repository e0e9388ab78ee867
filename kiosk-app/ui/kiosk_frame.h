// kiosk-app/ui/kiosk_frame.h - the one window: what stands on every page, and the page between.
#pragma once
#include "core/wxkit/key_filter.h"
#include "core/wxkit/style.h"
#include "kiosk-app/ui/page_panel.h"
#include "kiosk-app/ui/viewport.h"
#include <wx/frame.h>
#include <wx/timer.h>

namespace accueil::kiosk
{
class KioskFrame : public wxFrame
{
public:
    /// @param presenter  must outlive the frame
    KioskFrame(KioskPresenter& presenter, const wxSize& screen);

private:
    void changed();
    void rebuild();
    void resized(const wxSize& size);
    bool sameWindows(const KioskState& next) const;
    bool typed(const wxkit::TypedKey& key);
    void touched();

    void buildPage();
    int arrangeLow(int top, wxSizer& below);
    int arrangeUsual(int top, wxSizer& below);
    void fillViewport(int most, const std::function<wxSizer*()>& content);
    void buildQuestion();
    wxSizer* townRow(int width);
    wxSizer* head(int width);
    wxSizer* languageRow(int width);
    wxSizer* aidRow(int width);
    TouchButton* aidButton(const std::string& label, wxkit::Icon icon, Face::Kind kind, int width,
                           std::function<void()> press);
    wxSizer* foot(int width);
    wxSizer* bodyBeside(int width, int height);
    wxSizer* bodyBelow(int width, int height);
    wxSizer* scrollRow(int width);
    void finishScroll();
    std::vector<TouchButton*> buttons() const;

    KioskPresenter& presenter_;
    wxSize screen_;
    wxPanel* root_;
    Look look_;
    wxkit::StyleSheet sheet_;
    KioskState shown_;
    std::unique_ptr<PagePanel> page_;
    Viewport* viewport_ = nullptr;
    TextView* clock_ = nullptr;
    TextView* questionText_ = nullptr;
    TouchButton *listen_ = nullptr, *up_ = nullptr, *down_ = nullptr;
    wxTimer ticks_;
    bool rebuildDue_ = false;
    wxkit::KeyFilter keys_;
    Listening changes_;
};
} // namespace accueil::kiosk
