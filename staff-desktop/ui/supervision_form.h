// staff-desktop/ui/supervision_form.h - what is being decided, in place of the devices: one form at a time.
#pragma once
#include "core/wxkit/frame_keys.h"
#include "staff-desktop/logic/supervision_presenter.h"
#include "staff-desktop/ui/table.h"
#include "staff-desktop/ui/widgets.h"
#include <array>
#include <wx/choice.h>
#include <wx/scrolwin.h>

namespace accueil
{
/// Ctrl+Enter does it, as Enter does in a list; Escape leaves without doing anything.
class SupervisionFormPanel : public Box
{
public:
    SupervisionFormPanel(wxWindow* parent, SupervisionPresenter& presenter, const Look& look,
                         const Speech& speech);
    void relabel();
    /// @returns whether another form begins: the caret goes there
    bool show(const SupervisionState::Form& form);
    void begin(); ///< the caret where work begins
    bool key(const wxkit::FrameKey& key);

    std::function<void()> onLeft; ///< the caret goes back to the list

private:
    static constexpr std::size_t mostServices = 8, mostAreas = 6;
    struct PartRow
    {
        wxPanel* box = nullptr;
        Text* name = nullptr;
        std::array<Toggle*, 3> parts{};
        ServiceId service{};
    };
    void build();
    void buildChoices(wxSizer& column);
    void buildParts(wxSizer& column);
    void buildMessage(wxSizer& column);
    void buildLists(wxSizer& column, const Look& look);
    void buildFoot(wxSizer& column);
    void fill(const SupervisionState::Form& form);
    void fillChoices(const SupervisionState::Form& form);
    void fillParts(const SupervisionState::Form& form);
    void fillMessage(const SupervisionState::Form& form);
    void fillLists(const SupervisionState::Form& form);
    void fillOptions(const SupervisionState::Form& form);
    void wrap();
    bool inList() const;

    SupervisionPresenter& presenter_;
    const Look& look_;
    const Speech& speech_;
    Text *title_ = nullptr, *explains_ = nullptr, *note_ = nullptr, *optionsLabel_ = nullptr,
         *readyLabel_ = nullptr;
    wxScrolledWindow* body_ = nullptr;
    wxPanel *toggleRow_ = nullptr, *optionRow_ = nullptr, *readyRow_ = nullptr, *textRows_ = nullptr;
    std::array<Toggle*, mostServices> toggles_{};
    std::array<long long, mostServices> toggled_{};
    std::array<PartRow, mostServices> parts_;
    std::array<Text*, languages.size()> textLabels_{};
    std::array<wxTextCtrl*, languages.size()> texts_{};
    wxChoice *options_ = nullptr, *ready_ = nullptr;
    Table *colleagues_ = nullptr, *stranded_ = nullptr, *left_ = nullptr;
    Toggle* all_ = nullptr;
    KeyButton *calls_ = nullptr, *submit_ = nullptr, *back_ = nullptr;
    std::vector<std::string> shownOptions_, shownReady_;
    std::optional<SupervisionState::Form> shown_;
};
} // namespace accueil
