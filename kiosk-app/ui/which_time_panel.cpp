#include "kiosk-app/ui/pages.h"

namespace accueil::kiosk
{
WhichTimePanel::WhichTimePanel(const Look& look, KioskPresenter& presenter, WhichTimeView view)
    : PagePanel(look, presenter), view_(std::move(view))
{
}

wxSizer* WhichTimePanel::info(wxWindow* parent, int width)
{
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->AddSpacer(look_.px(18));
    column->Add(new TextView(parent, view_.title, look_.title(), width));
    column->AddSpacer(look_.px(18));
    column->Add(new TextView(parent, view_.text, look_.text(42), width));
    return column;
}

wxSizer* WhichTimePanel::actions(wxWindow* parent, int width, int)
{
    const bool flat = look_.wide() && look_.low();
    const int count = static_cast<int>(view_.times.size());
    const int columns = flat ? std::max(count, 1) : look_.low() && count > 4 ? 3 : 2;
    const int gap = look_.px(look_.low() ? 20 : 28);
    const int each = (width - (columns - 1) * gap) / columns,
              height = look_.px(flat          ? 116
                                : look_.low() ? 150
                                              : look_.pick(200, 180));
    auto* times = new wxGridSizer(columns, wxSize(gap, gap));
    for (std::size_t i = 0; i < view_.times.size(); ++i)
        times->Add(new TouchButton(parent, look_,
                                   {.title = view_.times[i],
                                    .text = {},
                                    .kind = Face::Kind::time,
                                    .titlePx = look_.low() ? 76.0 : 88.0},
                                   each, height, [this, i] { presenter_.chooseTime(i); }));
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(times, expand());
    column->AddSpacer(look_.px(flat ? 16 : look_.low() ? 28 : 44));
    column->Add(new TouchButton(parent, look_,
                                {.title = view_.forgotten.title,
                                 .text = view_.forgotten.text,
                                 .icon = wxkit::Icon::help,
                                 .arrow = true,
                                 .arrange = Face::Arrange::row,
                                 .titlePx = 48},
                                width,
                                look_.px(flat          ? 120
                                         : look_.low() ? 148
                                                       : 176),
                                [this] { presenter_.forgotTime(); }),
                expand());
    return column;
}
} // namespace accueil::kiosk
