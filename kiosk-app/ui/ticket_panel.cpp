#include "core/wxkit/accessible.h"
#include "core/wxkit/card.h"
#include "kiosk-app/ui/icon_view.h"
#include "kiosk-app/ui/pages.h"
#include <memory>
#include <wx/dcbuffer.h>
#include <wx/graphics.h>

namespace accueil::kiosk
{
using wxkit::Align;
using wxkit::Card;
using wxkit::TextBlock;
using wxkit::Weight;

namespace
{
/// A filled round with a tick: done.
class DoneSign : public wxPanel
{
public:
    DoneSign(wxWindow* parent, const Look& look)
    {
        SetBackgroundStyle(wxBG_STYLE_PAINT);
        Create(parent, wxID_ANY);
        SetCanFocus(false);
        SetMinSize(wxSize(look.px(88), look.px(88)));
        const wxColour fill = look.colours().ok, on = look.colours().surface;
        Bind(wxEVT_PAINT, [this, fill, on](wxPaintEvent&) {
            wxAutoBufferedPaintDC dc(this);
            dc.SetBackground(GetParent()->GetBackgroundColour());
            dc.Clear();
            const std::unique_ptr<wxGraphicsContext> canvas(wxGraphicsContext::Create(dc));
            const int side = GetClientSize().x;
            canvas->SetBrush(fill);
            canvas->DrawEllipse(0, 0, side, side);
            const int tick = side * 3 / 5;
            canvas->DrawBitmap(wxkit::icon(wxkit::Icon::tick, on, tick, 3).GetBitmapFor(this),
                               (side - tick) / 2.0, (side - tick) / 2.0, tick, tick);
        });
    }
};

/// As large as its place allows: "A042", "B1024".
wxkit::TextStyle fitting(const std::string& text, wxkit::TextStyle style, int width)
{
    const int natural = TextBlock(text, style).width();
    if (natural > width) style.px *= static_cast<double>(width) / natural;
    return style;
}

wxSizer* twoLines(wxWindow* parent, const Look& look, wxkit::Icon icon, const std::string& first,
                  const std::string& second, bool firstStrong, int width)
{
    const int iconPx = look.px(56), gap = look.px(24);
    auto strong = look.strong(40);
    auto plain = look.text(40);
    plain.colour = look.colours().ink;
    plain.lineHeight = strong.lineHeight = 1.27;
    auto* words = new wxBoxSizer(wxVERTICAL);
    words->Add(new TextView(parent, first, firstStrong ? strong : plain, width - iconPx - gap));
    words->Add(new TextView(parent, second, firstStrong ? plain : strong, width - iconPx - gap));
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(new IconView(parent, icon, look.colours().ink, iconPx), wxSizerFlags().CentreVertical());
    row->AddSpacer(gap);
    row->Add(words, wxSizerFlags().CentreVertical());
    return row;
}
} // namespace

TicketPanel::TicketPanel(const Look& look, KioskPresenter& presenter, TicketView view)
    : PagePanel(look, presenter), view_(std::move(view))
{
}

wxSizer* TicketPanel::info(wxWindow* parent, int width)
{
    auto* head = new wxBoxSizer(wxHORIZONTAL);
    head->Add(new DoneSign(parent, look_), wxSizerFlags().CentreVertical());
    head->AddSpacer(look_.px(28));
    head->Add(new TextView(parent, view_.title, look_.title(60), width - look_.px(116)),
              wxSizerFlags().CentreVertical());

    auto* steps = new wxBoxSizer(wxVERTICAL);
    const int stepWidth = look_.wide() ? (width - look_.px(56)) / 2 : width;
    printerPlace_ = plainPanel(parent);
    printerPlace_->SetSizer(lineRow(printerPlace_, look_, view_.steps.front(), stepWidth, step()));
    steps->Add(printerPlace_);
    for (std::size_t i = 1; i < view_.steps.size(); ++i) {
        steps->AddSpacer(look_.px(compact_ ? 20 : 32));
        steps->Add(lineRow(parent, look_, view_.steps[i], stepWidth, step()));
    }
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(head);
    column->AddSpacer(look_.px(compact_ ? 24 : 36));
    if (look_.wide()) {
        auto* row = new wxBoxSizer(wxHORIZONTAL);
        row->Add(card(parent, (width - look_.px(56)) / 2), wxSizerFlags().Top());
        row->AddSpacer(look_.px(56));
        row->Add(steps, wxSizerFlags().Top());
        column->Add(row);
    } else {
        column->Add(card(parent, width));
        column->AddSpacer(look_.px(compact_ ? 28 : 44));
        column->Add(steps);
    }
    return column;
}

wxWindow* TicketPanel::card(wxWindow* parent, int width)
{
    const auto& p = look_.colours();
    const int inset = look_.px(50), inner = width - 2 * inset;
    auto* panel = new Card(parent, {.fill = p.surface,
                                    .border = p.ink,
                                    .width = look_.border(),
                                    .radius = look_.px(28),
                                    .around = parent->GetBackgroundColour()});
    auto* line = new wxPanel(panel);
    line->SetBackgroundColour(p.line);
    line->SetMinSize(wxSize(inner, std::max(look_.px(3), 1)));
    auto* column = new wxBoxSizer(wxVERTICAL);
    const auto inside = wxSizerFlags().Border(wxLEFT | wxRIGHT, inset);
    column->AddSpacer(look_.px(compact_ ? 24 : 36));
    column->Add(areaAndNumber(panel, inner), inside);
    column->AddSpacer(look_.px(compact_ ? 24 : 44));
    column->Add(line, inside);
    column->AddSpacer(look_.px(compact_ ? 22 : 32));
    column->Add(aheadAndWait(panel, inner), inside);
    column->AddSpacer(look_.px(compact_ ? 24 : 36));
    panel->SetSizer(column);
    return panel;
}

wxSizer* TicketPanel::areaAndNumber(wxWindow* panel, int width)
{
    const auto& p = look_.colours();
    const int box = look_.px(230), gap = look_.px(44), rest = width - box - gap;
    auto label = look_.strong(42);
    label.weight = Weight::label;
    label.align = Align::centre;
    wxkit::TextStyle figures{.px = static_cast<double>(look_.px(212)),
                             .weight = Weight::number,
                             .colour = p.ink,
                             .align = Align::centre,
                             .lineHeight = 1.05};
    auto letter = figures;
    letter.px = look_.px(200);
    letter.colour = p.surface;
    letter.lineHeight = 1.0;
    auto* area = new Card(
        panel, {.fill = p.ink, .border = p.ink, .width = 0, .radius = look_.px(28), .around = p.surface});
    auto* middle = new wxBoxSizer(wxVERTICAL);
    middle->AddStretchSpacer();
    middle->Add(new TextView(area, view_.area, letter, box - look_.px(20)),
                wxSizerFlags().CentreHorizontal());
    middle->AddStretchSpacer();
    area->SetSizer(middle);
    area->SetMinSize(wxSize(box, box));
    auto* grid = new wxFlexGridSizer(2, wxSize(gap, look_.px(16)));
    grid->Add(new TextView(panel, view_.areaLabel, label, box));
    grid->Add(new TextView(panel, view_.numberLabel, label, rest));
    grid->Add(area);
    grid->Add(new TextView(panel, view_.number, fitting(view_.number, figures, rest), rest, box));
    return grid;
}

wxSizer* TicketPanel::aheadAndWait(wxWindow* panel, int width)
{
    const bool below = look_.larger();
    const int first = below ? width : width * 42 / 100, second = below ? width : width - first;
    auto* facts = new wxBoxSizer(below ? wxVERTICAL : wxHORIZONTAL);
    facts->Add(twoLines(panel, look_, wxkit::Icon::people, view_.ahead, view_.aheadText, true, first));
    if (below) facts->AddSpacer(look_.px(20));
    facts->Add(twoLines(panel, look_, wxkit::Icon::clock, view_.waitText, view_.wait, false, second));
    return facts;
}

wxSizer* TicketPanel::foot(wxWindow* parent, int width)
{
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    const int gap = look_.px(16), height = look_.px(look_.pick(148, 112));
    const auto& listen = presenter_.state().frame.listen;
    int rest = width;
    if (!listen.empty()) {
        const int each = look_.px(look_.larger() ? 340 : 290);
        row->Add(new TouchButton(parent, look_,
                                 {.title = listen,
                                  .text = {},
                                  .icon = wxkit::Icon::speaker,
                                  .titlePx = 42,
                                  .weight = Weight::label,
                                  .iconPx = 56},
                                 each, height, [this] { presenter_.listen(); }));
        row->AddSpacer(gap);
        rest -= each + gap;
    }
    row->Add(new TouchButton(parent, look_,
                             {.title = view_.done, .text = {}, .kind = Face::Kind::primary, .titlePx = 52},
                             rest, height, [this] { presenter_.done(); }));
    auto style = look_.text(36);
    style.align = Align::centre;
    clears_ = new TextView(parent, view_.clears, style, width);
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(row);
    column->AddSpacer(look_.px(20));
    column->Add(clears_);
    return column;
}

void TicketPanel::refresh(const PageView& page)
{
    const auto& next = std::get<TicketView>(page);
    const bool otherPrinter = next.steps.front() != view_.steps.front();
    view_ = next;
    clears_->setText(view_.clears);
    if (!otherPrinter) return;
    const int width = printerPlace_->GetSize().x;
    printerPlace_->DestroyChildren();
    printerPlace_->SetSizer(lineRow(printerPlace_, look_, view_.steps.front(), width, step()));
    printerPlace_->Layout();
}
} // namespace accueil::kiosk
