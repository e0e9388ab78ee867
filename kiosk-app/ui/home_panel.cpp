#include "core/wxkit/card.h"
#include "kiosk-app/ui/icon_view.h"
#include "kiosk-app/ui/pages.h"
#include "kiosk-app/ui/scan_picture.h"

namespace accueil::kiosk
{
HomePanel::HomePanel(const Look& look, KioskPresenter& presenter, HomeView view)
    : PagePanel(look, presenter), view_(std::move(view))
{
}

/// No button: it shows where the reader is.
wxWindow* HomePanel::scanPanel(wxWindow* parent, int width, int height)
{
    const auto& p = look_.colours();
    auto* card = new wxkit::Card(parent, {.fill = p.surface,
                                          .border = p.primary,
                                          .width = look_.border(),
                                          .radius = look_.px(28),
                                          .around = parent->GetBackgroundColour()});
    const int inset = look_.px(look_.pick(56, 40)),
              pictureWidth = look_.px(look_.wide() && !look_.low() ? 330 : 390);
    const int textWidth = width - 2 * inset - pictureWidth - look_.px(40);
    auto* words = new wxBoxSizer(wxVERTICAL);
    words->Add(new TextView(card, view_.scanTitle, look_.title(60), textWidth));
    words->AddSpacer(look_.px(20));
    words->Add(new TextView(card, view_.scanHow, look_.text(42), textWidth));
    words->AddSpacer(look_.px(20));
    words->Add(new TextView(card, view_.scanWhere, look_.strong(42), textWidth));
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->AddSpacer(inset);
    row->Add(words, wxSizerFlags(1).CentreVertical());
    row->AddSpacer(look_.px(40));
    const int picture = std::max(height, words->GetMinSize().y + look_.px(64)) - look_.px(110);
    picture_ = new ScanPicture(card, look_, presenter_.reader(), wxSize(pictureWidth, picture));
    row->Add(picture_, wxSizerFlags().CentreVertical());
    row->AddSpacer(inset);
    card->SetSizer(row);
    card->SetMinSize(wxSize(width, std::max(height, row->GetMinSize().y + look_.px(64))));
    return card;
}

void HomePanel::touched()
{
    if (picture_) picture_->play();
}

wxSizer* HomePanel::info(wxWindow* parent, int width)
{
    auto* column = new wxBoxSizer(wxVERTICAL);
    if (view_.notice.empty())
        column->Add(titleView(parent, look_, view_.title, width));
    else
        column->Add(noticeView(parent, look_, view_.notice, width, look_.px(126)));
    column->AddSpacer(look_.px(22));
    const double height = look_.wide() ? (look_.low() ? 290 : 580) : look_.low() ? 557 : 638;
    column->Add(scanPanel(parent, width, look_.px(height)));
    if (look_.low() && !look_.wide()) {
        auto* hint = new wxBoxSizer(wxHORIZONTAL);
        const int iconPx = look_.px(48), gap = look_.px(24);
        hint->Add(new IconView(parent, wxkit::Icon::lower, look_.colours().ink2, iconPx),
                  wxSizerFlags().CentreVertical());
        hint->AddSpacer(gap);
        hint->Add(
            new TextView(parent, presenter_.state().frame.allBelow, look_.text(42), width - iconPx - gap));
        column->AddStretchSpacer();
        column->Add(hint, wxSizerFlags().Border(wxTOP | wxBOTTOM, look_.px(26)));
    }
    return column;
}

wxSizer* HomePanel::actions(wxWindow* parent, int width, int)
{
    const bool beside = look_.wide() && look_.low();
    const int gap = look_.px(28), each = beside ? (width - gap) / 2 : width;
    auto* both = new wxBoxSizer(beside ? wxHORIZONTAL : wxVERTICAL);
    const auto add = [&](const Choice& choice, wxkit::Icon icon, Face::Kind kind,
                         std::function<void()> press) {
        both->Add(new TouchButton(parent, look_,
                                  {.title = choice.title,
                                   .text = choice.text,
                                   .icon = icon,
                                   .kind = kind,
                                   .arrange = Face::Arrange::row,
                                   .titlePx = 50,
                                   .iconPx = 84},
                                  each, look_.px(look_.pick(216, 200)), std::move(press)));
    };
    add(view_.birthDate, wxkit::Icon::calendar, Face::Kind::primary, [this] { presenter_.startBirthDate(); });
    both->AddSpacer(gap);
    add(view_.noAppointment, wxkit::Icon::ticket, Face::Kind::plain,
        [this] { presenter_.startWithoutAppointment(); });
    return both;
}
} // namespace accueil::kiosk
