// staff-desktop/ui/calls_side.h - one person to call: the number, what to say, what can be done.
#pragma once
#include "core/wxkit/frame_keys.h"
#include "staff-desktop/logic/calls_presenter.h"
#include "staff-desktop/ui/widgets.h"
#include <array>
#include <wx/scrolwin.h>

namespace accueil
{
class CallsSide : public Box
{
public:
    CallsSide(wxWindow* parent, CallsPresenter& presenter, const Speech& speech);

    void relabel();
    /// @param rows  there is something to choose
    void show(const std::optional<CallsState::Details>& details, bool rows);
    bool key(const wxkit::FrameKey& key, bool fromList);

    std::function<void()> onLeft; ///< the caret has nowhere to stay: back to the list

private:
    static constexpr std::size_t actCount = 10, startCount = 5;
    void build();
    void buildFacts();
    wxSizer* makeInput(Text*& label, wxTextCtrl*& input);
    void fill(const CallsState::Details& details);
    void showActs(const std::vector<CallsState::Button>& acts);
    void wrap();
    bool altKey(const wxkit::FrameKey& key);
    void leave()
    {
        if (onLeft) onLeft();
    }

    CallsPresenter& presenter_;
    const Speech& speech_;
    wxPanel* sayBox_ = nullptr;
    wxScrolledWindow* facts_ = nullptr;
    Text *choose_ = nullptr, *why_ = nullptr, *reference_ = nullptr, *name_ = nullptr, *what_ = nullptr,
         *noPhone_ = nullptr, *knowsTitle_ = nullptr, *knows_ = nullptr, *nowTitle_ = nullptr,
         *now_ = nullptr, *sayTitle_ = nullptr, *say_ = nullptr, *mineTitle_ = nullptr, *mine_ = nullptr,
         *emailLabel_ = nullptr, *startsTitle_ = nullptr, *startsNote_ = nullptr, *reasonLabel_ = nullptr,
         *reasonNote_ = nullptr, *notice_ = nullptr;
    wxTextCtrl *phone_ = nullptr, *email_ = nullptr, *reason_ = nullptr;
    std::array<Toggle*, startCount> starts_{};
    std::array<KeyButton*, actCount> acts_{};
    wxSizer* actRows_ = nullptr;
    std::optional<CallsState::Details> shown_;
};
} // namespace accueil
