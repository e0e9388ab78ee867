// bare_window: a label, a field and a button, and nothing of ours behind them: how fast a window can be at all.
#include "core/wxkit/startup.h"
#include <cstdio>
#include <wx/app.h>
#include <wx/button.h>
#include <wx/frame.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

namespace
{
class BareApp : public wxApp
{
public:
    bool OnInit() override
    {
        auto* frame = new wxFrame(nullptr, wxID_ANY, wxS("bare"));
        auto* column = new wxBoxSizer(wxVERTICAL);
        column->Add(new wxStaticText(frame, wxID_ANY, wxS("Account")));
        column->Add(new wxTextCtrl(frame, wxID_ANY));
        column->Add(new wxButton(frame, wxID_ANY, wxS("Log in")));
        frame->SetSizerAndFit(column);
        accueil::wxkit::whenUsable(*frame, [] {
            std::fprintf(stderr, "bare.ready %lld ms\n", static_cast<long long>(accueil::wxkit::sinceProcessStart().count()));
        });
        accueil::wxkit::showFrame(*frame);
        return true;
    }
};
} // namespace

int main(int argc, char** argv)
{
    wxApp::SetInstance(new BareApp);
    return wxEntry(argc, argv);
}
