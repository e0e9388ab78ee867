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

void KeySheet::addGroup(wxSizer& column, const std::string& title, const std::vector<KeyHelp>& keys,
                        int wordsWidth)
{
    if (keys.empty()) return;
    auto* head = new Text(list_, 17, wxkit::Weight::title);
    head->set(title);
    column.Add(head, wxSizerFlags().Border(wxBOTTOM, FromDIP(8)));
    auto* grid = new wxFlexGridSizer(2, FromDIP(6), FromDIP(16));
    for (const auto& [key, does] : keys) {
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

void KeySheet::show(const std::string& page, const std::vector<KeyHelp>& ofPage)
{
    const Messages& m = speech_.messages();
    SetTitle(to_wx(m.tr("Keys")));
    close_->set(m.tr("Close"), m.tr("Esc"));
    list_->GetSizer()->Clear(true);
    auto *left = new wxBoxSizer(wxVERTICAL), *right = new wxBoxSizer(wxVERTICAL);
    for (auto* column : {left, right})
        list_->GetSizer()->Add(column, wxSizerFlags().Border(wxRIGHT, FromDIP(24)));
    addGroup(*left, page, ofPage, FromDIP(ofPageWidth));
    addGroup(*right, m.tr("Everywhere"), keysOfProgram(m), FromDIP(ofProgramWidth));
    addGroup(*right, m.tr("Ticket without appointment"), keysOfWalkIn(m), FromDIP(ofProgramWidth));
    addGroup(*right, m.tr("Before printing"), keysOfPreview(m), FromDIP(ofProgramWidth));
    list_->FitInside();
    list_->Layout();
    const int room = wxDisplay(this).GetClientArea().height - FromDIP(60);
    SetClientSize(FromDIP(width), std::min(room, list_->GetSizer()->GetMinSize().y + FromDIP(100)));
    Layout();
}
} // namespace accueil
