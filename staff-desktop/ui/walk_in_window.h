// staff-desktop/ui/walk_in_window.h - a ticket for somebody without appointment, beside whatever page is
// open.
#pragma once
#include "core/wxkit/frame_keys.h"
#include "staff-desktop/logic/print_presenter.h"
#include "staff-desktop/logic/walk_in_presenter.h"
#include "staff-desktop/ui/table.h"
#include "staff-desktop/ui/widgets.h"
#include <array>
#include <wx/dialog.h>

namespace accueil
{
/// Not modal: a call may go on behind it. Escape hides it; what is on its way goes on.
class WalkInWindow : public wxDialog
{
public:
    /// `presenter`, `prints`, `look` and `speech` outlive it.
    WalkInWindow(wxWindow* parent, WalkInPresenter& presenter, PrintPresenter& prints, Look& look,
                 Speech& speech);

    void open(); ///< to the front, caret in the search

    std::function<bool(const wxkit::FrameKey&)> onOtherKey; ///< the keys that lead to the pages

private:
    void build();
    wxSizer* buildForm();
    wxPanel* buildResult();
    bool key(const wxkit::FrameKey& key);
    void searchKey(wxKeyEvent& event);
    void relabel();
    void refresh();
    void showHits(const WalkInState& state);
    void showResult(const WalkInState& state);
    void print();
    void leave();

    WalkInPresenter& presenter_;
    PrintPresenter& prints_;
    Look& look_;
    Speech& speech_;
    wxPanel *root_ = nullptr, *result_ = nullptr;
    Text *searchLabel_ = nullptr, *nothing_ = nullptr, *languageLabel_ = nullptr, *priorityKey_ = nullptr,
         *notice_ = nullptr, *number_ = nullptr, *area_ = nullptr, *wait_ = nullptr, *what_ = nullptr,
         *empty_ = nullptr, *paper_ = nullptr;
    wxTextCtrl* search_ = nullptr;
    Table* hits_ = nullptr;
    std::array<Toggle*, languages.size()> languages_{};
    Toggle* priority_ = nullptr;
    KeyButton *give_ = nullptr, *giveUp_ = nullptr, *close_ = nullptr, *print_ = nullptr;
    std::vector<WalkInState::Hit> shown_;
    Listening changed_, given_, printed_, spoken_, coloured_;
    wxkit::FrameKeys keys_;
};
} // namespace accueil
