#include "core/wxkit/card.h"
#include "kiosk-app/ui/icon_view.h"
#include "kiosk-app/ui/pages.h"

namespace accueil::kiosk
{
namespace
{
wxkit::Icon arrowTo(AwayView::Side side)
{
    switch (side) {
    case AwayView::Side::left:
        return wxkit::Icon::arrowLeft;
    case AwayView::Side::behind:
        return wxkit::Icon::arrowDown;
    default:
        return wxkit::Icon::arrowRight;
    }
}

/// Where the reception is, as large as a button, but it is none.
wxWindow* signpost(wxWindow* parent, const Look& look, const AwayView& view, int width)
{
    const auto& p = look.colours();
    auto* card = new wxkit::Card(parent, {.fill = p.primary,
                                          .border = p.primary,
                                          .width = 0,
                                          .radius = look.px(28),
                                          .around = parent->GetBackgroundColour()});
    const int arrow = look.px(150), inset = look.px(70), gap = look.px(64);
    auto words = look.title(60);
    words.colour = p.onPrimary;
    words.lineHeight = 1.2;
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->AddSpacer(inset);
    row->Add(new IconView(card, arrowTo(view.side), p.onPrimary, arrow, 2.4),
             wxSizerFlags().CentreVertical());
    row->AddSpacer(gap);
    row->Add(new TextView(card, view.where, words, width - 2 * inset - arrow - gap),
             wxSizerFlags(1).CentreVertical());
    card->SetSizer(row);
    card->SetMinSize(
        wxSize(width, std::max(look.px(look.wide() ? 220 : 292), row->GetMinSize().y + look.px(64))));
    return card;
}
} // namespace

AwayPanel::AwayPanel(const Look& look, KioskPresenter& presenter, AwayView view)
    : PagePanel(look, presenter), view_(std::move(view))
{
}

wxSizer* AwayPanel::info(wxWindow* parent, int width)
{
    const bool beside = look_.wide();
    const int gap = look_.px(72), half = beside ? (width - gap) / 2 : width;
    auto* own = new wxBoxSizer(wxVERTICAL);
    if (!beside && !look_.larger()) {
        own->AddSpacer(look_.px(64));
        own->Add(new IconView(parent, wxkit::Icon::info, look_.colours().primary, look_.px(150)));
        own->AddSpacer(look_.px(44));
    }
    own->Add(new TextView(parent, view_.title, look_.title(80), half));
    own->AddSpacer(look_.px(28));
    own->Add(new TextView(parent, view_.text, look_.text(46), half));
    if (!view_.where.empty()) {
        own->AddSpacer(look_.px(52));
        own->Add(signpost(parent, look_, view_, half));
    }
    auto* both = new wxBoxSizer(beside ? wxHORIZONTAL : wxVERTICAL);
    both->Add(own);
    both->AddSpacer(beside ? gap : look_.px(60));
    if (!beside) {
        auto* line = new wxPanel(parent);
        line->SetBackgroundColour(look_.colours().line);
        line->SetMinSize(wxSize(width, std::max(look_.px(3), 1)));
        both->Add(line);
        both->AddSpacer(look_.px(40));
    }
    both->Add(translations(parent, half));
    return both;
}

wxSizer* AwayPanel::translations(wxWindow* parent, int width)
{
    const int name = look_.px(look_.larger() ? 130 : 110);
    auto words = look_.text(42);
    words.colour = look_.colours().ink;
    auto code = look_.strong(42);
    code.lineHeight = words.lineHeight;
    auto* column = new wxBoxSizer(wxVERTICAL);
    for (const auto& other : view_.others) {
        auto* row = new wxBoxSizer(wxHORIZONTAL);
        row->Add(new TextView(parent, other.language, code, name));
        row->Add(new TextView(parent, other.text, words, width - name));
        column->Add(row);
        column->AddSpacer(look_.px(24));
    }
    return column;
}

wxSizer* AwayPanel::foot(wxWindow* parent, int width)
{
    const int iconPx = look_.px(44), gap = look_.px(20);
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(new IconView(parent, wxkit::Icon::clock, look_.colours().ink2, iconPx),
             wxSizerFlags().CentreVertical());
    row->AddSpacer(gap);
    row->Add(new TextView(parent, view_.foot, look_.text(38), width - iconPx - gap));
    return row;
}
} // namespace accueil::kiosk
