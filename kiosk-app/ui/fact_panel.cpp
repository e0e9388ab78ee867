#include "core/wxkit/card.h"
#include "kiosk-app/ui/icon_view.h"
#include "kiosk-app/ui/pages.h"

namespace accueil::kiosk
{
namespace
{
wxSizer* labelledTime(wxWindow* parent, const Look& look, const std::string& label, const std::string& time,
                      int width)
{
    auto small = look.text(42);
    small.align = wxkit::Align::centre;
    const wxkit::TextStyle large{.px = static_cast<double>(look.px(look.wide() ? 84 : 112)),
                                 .weight = wxkit::Weight::number,
                                 .colour = look.colours().ink,
                                 .align = wxkit::Align::centre,
                                 .lineHeight = 1.2};
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(new TextView(parent, label, small, width));
    column->Add(new TextView(parent, time, large, width));
    return column;
}
} // namespace

FactPanelPage::FactPanelPage(const Look& look, KioskPresenter& presenter, FactView view)
    : PagePanel(look, presenter), view_(std::move(view))
{
}

wxSizer* FactPanelPage::info(wxWindow* parent, int width)
{
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->AddSpacer(look_.px(18));
    column->Add(new TextView(parent, view_.title, look_.title(), width));
    column->AddSpacer(look_.px(18));
    column->Add(new TextView(parent, view_.text, look_.text(42), width));
    if (view_.panel) {
        column->AddSpacer(look_.px(look_.pick(44, 28)));
        column->Add(panel(parent, width));
    }
    for (std::size_t i = 0; i < view_.lines.size(); ++i) {
        column->AddSpacer(look_.px(look_.pick(i == 0 ? 52 : 44, 30)));
        column->Add(lineRow(parent, look_, view_.lines[i], width));
    }
    return column;
}

wxWindow* FactPanelPage::panel(wxWindow* parent, int width)
{
    const auto& p = look_.colours();
    auto* card = new wxkit::Card(parent, {.fill = p.surface,
                                          .border = p.line,
                                          .width = look_.border(),
                                          .radius = look_.px(28),
                                          .around = parent->GetBackgroundColour()});
    const int inset = look_.px(32), inner = width - 2 * inset, border = look_.px(look_.pick(40, 24));
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->AddSpacer(border);
    if (view_.panel->secondLabel.empty()) {
        auto label = look_.text(42), value = look_.title(60);
        label.align = value.align = wxkit::Align::centre;
        column->Add(new TextView(card, view_.panel->label, label, inner),
                    wxSizerFlags().Border(wxLEFT, inset));
        column->AddSpacer(look_.px(8));
        column->Add(new TextView(card, view_.panel->value, value, inner),
                    wxSizerFlags().Border(wxLEFT, inset));
    } else {
        const int arrow = look_.px(68), half = (inner - arrow) / 2;
        auto* row = new wxBoxSizer(wxHORIZONTAL);
        row->AddSpacer(inset);
        row->Add(labelledTime(card, look_, view_.panel->label, view_.panel->value, half),
                 wxSizerFlags().Bottom());
        row->Add(new IconView(card, wxkit::Icon::arrowRight, p.ink2, arrow), wxSizerFlags().CentreVertical());
        row->Add(labelledTime(card, look_, view_.panel->secondLabel, view_.panel->secondValue, half),
                 wxSizerFlags().Bottom());
        column->Add(row);
    }
    column->AddSpacer(border);
    card->SetSizer(column);
    card->SetMinSize(wxSize(width, column->GetMinSize().y));
    return card;
}

wxSizer* FactPanelPage::actions(wxWindow* parent, int width, int)
{
    auto* column = new wxBoxSizer(wxVERTICAL);
    const bool goesOn = view_.actionSign.has_value();
    column->Add(new TouchButton(parent, look_,
                                {.title = view_.action,
                                 .text = {},
                                 .icon = goesOn ? std::optional(iconOf(*view_.actionSign)) : std::nullopt,
                                 .arrow = goesOn,
                                 .kind = Face::Kind::primary,
                                 .arrange = goesOn ? Face::Arrange::row : Face::Arrange::centred,
                                 .iconPx = 84},
                                width,
                                look_.px(look_.wide() && look_.low() ? 112
                                         : look_.low() || !goesOn    ? 160
                                                                     : 190),
                                [this] { presenter_.act(); }));
    if (!view_.footnote.empty()) {
        column->AddSpacer(look_.px(28));
        column->Add(new TextView(parent, view_.footnote, look_.text(40), width));
    }
    return column;
}
} // namespace accueil::kiosk
