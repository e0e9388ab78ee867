#include "staff-desktop/ui/key_sheet.h"
#include "core/wxkit/accessible.h"
#include "core/wxkit/text.h"
#include <algorithm>
#include <wx/display.h>

namespace accueil
{
namespace
{
constexpr int width = 980, ofPageWidth = 360, ofProgramWidth = 250;
} // namespace

KeySheet::KeySheet(wxWindow* parent, const Speech& speech)
    : wxDialog(parent, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize,
               wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER),
      speech_(speech)
{
    auto* root = new Box(this);
    wxkit::addClass(*root, "bg");
    list_ = new wxScrolledWindow(root, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL);
    list_->SetScrollRate(0, FromDIP(16));
    list_->SetSizer(new wxBoxSizer(wxHORIZONTAL));
    close_ = new KeyButton(root);
    close_->SetMinSize(FromDIP(wxSize(-1, 40)));
    auto* inner = new wxBoxSizer(wxVERTICAL);
    inner->Add(list_, wxSizerFlags(1).Expand().Border(wxALL, FromDIP(16)));
    inner->Add(close_, wxSizerFlags().Right().Border(wxRIGHT | wxBOTTOM, FromDIP(16)));
    root->SetSizer(inner);
    auto* outer = new wxBoxSizer(wxVERTICAL);
    outer->Add(root, wxSizerFlags(1).Expand());
    SetSizer(outer);
    close_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { Close(); });
    Bind(wxEVT_CLOSE_WINDOW, [this](wxCloseEvent&) { Hide(); });
    Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
        if (event.GetKeyCode() == WXK_ESCAPE || event.GetKeyCode() == WXK_F1)
            Close();
        else
            event.Skip();
    });
}

void KeySheet::addGroup(wxSizer& column, const KeyGroup& group, int wordsWidth)
{
    if (group.keys.empty()) return;
    auto* head = new Text(list_, 17, wxkit::Weight::title);
    head->set(group.title);
    column.Add(head, wxSizerFlags().Border(wxBOTTOM, FromDIP(8)));
    auto* grid = new wxFlexGridSizer(2, FromDIP(6), FromDIP(16));
    for (const auto& [key, does] : group.keys) {
        auto* badge = new Text(list_, 13, wxkit::Weight::label, "key");
        badge->set(key);
        auto* words = new Text(list_);
        words->wrap(wordsWidth);
        words->set(does);
        grid->Add(badge, wxSizerFlags().CenterVertical());
        grid->Add(words, wxSizerFlags().CenterVertical());
    }
    column.Add(grid, wxSizerFlags().Border(wxBOTTOM, FromDIP(16)));
}

void KeySheet::show(const std::vector<KeyGroup>& groups)
{
    const Messages& m = speech_.messages();
    SetTitle(to_wx(m.tr("Keys")));
    close_->set(m.tr("Close"), m.tr("Esc"));
    list_->GetSizer()->Clear(true);
    auto *left = new wxBoxSizer(wxVERTICAL), *right = new wxBoxSizer(wxVERTICAL);
    for (auto* column : {left, right})
        list_->GetSizer()->Add(column, wxSizerFlags().Border(wxRIGHT, FromDIP(24)));
    for (std::size_t i = 0; i < groups.size(); ++i)
        addGroup(i == 0 ? *left : *right, groups[i], FromDIP(i == 0 ? ofPageWidth : ofProgramWidth));
    list_->FitInside();
    list_->Layout();
    const int room = wxDisplay(this).GetClientArea().height - FromDIP(60);
    SetClientSize(FromDIP(width), std::min(room, list_->GetSizer()->GetMinSize().y + FromDIP(100)));
    Layout();
}
} // namespace accueil
