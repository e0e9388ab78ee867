#include "kiosk-app/ui/page_panel.h"
#include "core/wxkit/accessible.h"
#include "core/wxkit/card.h"
#include "kiosk-app/ui/icon_view.h"
#include "kiosk-app/ui/pages.h"
#include <algorithm>

namespace accueil::kiosk
{
std::unique_ptr<PagePanel> makePage(const PageView& view, const Look& look, KioskPresenter& presenter)
{
    struct Make
    {
        const Look& look;
        KioskPresenter& presenter;
        using Made = std::unique_ptr<PagePanel>;
        Made operator()(const HomeView& v) const { return std::make_unique<HomePanel>(look, presenter, v); }
        Made operator()(const BirthDateView& v) const
        {
            return std::make_unique<BirthDatePanel>(look, presenter, v);
        }
        Made operator()(const WhichTimeView& v) const
        {
            return std::make_unique<WhichTimePanel>(look, presenter, v);
        }
        Made operator()(const TicketView& v) const
        {
            return std::make_unique<TicketPanel>(look, presenter, v);
        }
        Made operator()(const FactView& v) const
        {
            return std::make_unique<FactPanelPage>(look, presenter, v);
        }
        Made operator()(const ChoiceView& v) const
        {
            return std::make_unique<ChoicePanel>(look, presenter, v);
        }
        Made operator()(const AwayView& v) const { return std::make_unique<AwayPanel>(look, presenter, v); }
    };
    return std::visit(Make{look, presenter}, view);
}

wxPanel* plainPanel(wxWindow* parent)
{
    auto* panel = new wxPanel(parent);
    panel->SetBackgroundColour(parent->GetBackgroundColour());
    return panel;
}

wxSizerFlags expand()
{
    return wxSizerFlags().Expand();
}

wxSizer* lineRow(wxWindow* parent, const Look& look, const Line& line, int width, double titlePx)
{
    const int iconPx = look.px(68), gap = look.px(38), textWidth = width - iconPx - gap;
    const wxColour& colour = line.sign == Sign::warning ? look.colours().warn : look.colours().primary;
    auto* words = new wxBoxSizer(wxVERTICAL);
    words->Add(new TextView(parent, line.title, look.strong(titlePx), textWidth));
    if (!line.text.empty())
        words->Add(new TextView(parent, line.text, look.text(std::max(titlePx - 8, 34.0)), textWidth));
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(new IconView(parent, iconOf(line.sign), colour, iconPx), wxSizerFlags().CentreVertical());
    row->AddSpacer(gap);
    row->Add(words, wxSizerFlags(1).CentreVertical());
    return row;
}

TextView* titleView(wxWindow* parent, const Look& look, const std::string& title, int width, double px)
{
    return new TextView(parent, title, look.title(px), width, look.px(126));
}

wxWindow* noticeView(wxWindow* parent, const Look& look, const std::string& text, int width, int height)
{
    auto card = wxkit::noticeLook(look.theme(), wxkit::Notice::error);
    card.width = look.px(look.theme() == wxkit::Theme::highContrast ? 8 : 4);
    card.radius = look.px(16);
    card.around = parent->GetBackgroundColour();
    auto* panel = new wxkit::Card(parent, card);
    const auto& colour = wxkit::noticeText(look.theme(), wxkit::Notice::error);
    const int iconPx = look.px(58), inset = look.px(32);
    auto style = look.text(40);
    style.colour = colour;
    style.weight = wxkit::Weight::label;
    style.lineHeight = 1.25;
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(new IconView(panel, wxkit::Icon::warning, colour, iconPx),
             wxSizerFlags().CentreVertical().Border(wxLEFT, inset));
    row->Add(new TextView(panel, text, style, width - 3 * inset - iconPx),
             wxSizerFlags(1).CentreVertical().Border(wxLEFT | wxRIGHT, inset - look.px(8)));
    panel->SetSizer(row);
    panel->SetMinSize(wxSize(width, std::max(height, row->GetMinSize().y + look.px(16))));
    wxkit::setAccessible(*panel, text, {}, wxkit::AccessibleRole::alert);
    return panel;
}
} // namespace accueil::kiosk
