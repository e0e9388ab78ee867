#include "core/wxkit/card.h"
#include "kiosk-app/ui/pages.h"
#include <wx/app.h>

namespace accueil::kiosk
{
namespace
{
constexpr double gapPx = 16, turnHeight = 108;
}

ChoicePanel::ChoicePanel(const Look& look, KioskPresenter& presenter, ChoiceView view)
    : PagePanel(look, presenter), view_(std::move(view))
{
}

wxSizer* ChoicePanel::info(wxWindow* parent, int width)
{
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->AddSpacer(look_.px(18));
    column->Add(new TextView(parent, view_.title, look_.title(look_.low() && look_.wide() ? 56 : 72), width));
    column->AddSpacer(look_.px(14));
    column->Add(new TextView(parent, view_.text, look_.text(42), width));
    return column;
}

/// The choices, then "something else", as many as there is room for; the rest on further pages.
wxSizer* ChoicePanel::actions(wxWindow* parent, int width, int height)
{
    columns_ = look_.wide() && look_.low() ? 3 : look_.low() || look_.wide() ? 2 : 1;
    const int gap = look_.px(gapPx);
    width_ = (width - (columns_ - 1) * gap) / columns_;
    rowHeight_ = look_.px(columns_ == 1 ? 136 : 128);
    list_ = plainPanel(parent);
    for (std::size_t i = 0; i <= view_.choices.size(); ++i) { // the tallest button sets the height of all
        auto* probe = choice(i, width_, rowHeight_);
        rowHeight_ = std::max(rowHeight_, probe->GetMinSize().y);
    }
    list_->DestroyChildren();

    const auto total = view_.choices.size() + 1;
    const auto fits = [&](int room) {
        return static_cast<std::size_t>(std::max(1, (room + gap) / (rowHeight_ + gap)) * columns_);
    };
    perPage_ = fits(height);
    if (perPage_ < total) perPage_ = std::max<std::size_t>(fits(height - look_.px(turnHeight) - gap), 2);
    fill();
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(list_, expand());
    return column;
}

TouchButton* ChoicePanel::choice(std::size_t index, int width, int height)
{
    const bool other = index == view_.choices.size();
    const Choice& shown = other ? view_.other : view_.choices[index];
    return new TouchButton(list_, look_,
                           {.title = shown.title,
                            .text = other && columns_ == 1 ? shown.text : "",
                            .arrow = other,
                            .kind = Face::Kind::plain,
                            .arrange = Face::Arrange::row,
                            .titlePx = columns_ == 1 ? 44.0 : 38.0,
                            .weight = wxkit::Weight::label},
                           width, height, [this, index, other] {
                               if (other)
                                   presenter_.otherProcedure();
                               else
                                   presenter_.chooseProcedure(index);
                           });
}

void ChoicePanel::fill()
{
    list_->DestroyChildren();
    const int gap = look_.px(gapPx);
    const auto total = view_.choices.size() + 1;
    auto* grid = new wxGridSizer(columns_, wxSize(gap, gap));
    for (std::size_t i = first_; i < std::min(total, first_ + perPage_); ++i)
        grid->Add(choice(i, width_, rowHeight_), expand());
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(grid, expand());
    if (perPage_ < total) {
        auto* turns = new wxBoxSizer(wxHORIZONTAL);
        const int half = (columns_ * width_ + (columns_ - 2) * gap) / 2;
        const auto add = [&](const std::string& label, wxkit::Icon icon, int pages, bool possible) {
            auto* button = new TouchButton(list_, look_,
                                           {.title = label,
                                            .text = {},
                                            .icon = icon,
                                            .kind = Face::Kind::strong,
                                            .titlePx = 36,
                                            .weight = wxkit::Weight::label,
                                            .iconPx = 48},
                                           half, look_.px(turnHeight), [this, pages] { turn(pages); });
            button->Enable(possible);
            turns->Add(button, wxSizerFlags(1));
        };
        add(view_.earlier, wxkit::Icon::arrowUp, -1, first_ > 0);
        turns->AddSpacer(gap);
        add(view_.later, wxkit::Icon::arrowDown, 1, first_ + perPage_ < total);
        column->AddStretchSpacer();
        column->AddSpacer(gap);
        column->Add(turns, expand());
    }
    list_->SetSizer(column);
    const wxSize needed = column->GetMinSize();
    list_->SetMinSize(
        wxSize(needed.x, std::max(needed.y, list_->GetMinSize().y))); // the turning buttons stay in place
    list_->Layout();
}

void ChoicePanel::turn(int pages)
{
    presenter_.touched();
    first_ = pages < 0 ? first_ - std::min(first_, perPage_) : first_ + perPage_;
    list_->CallAfter([this] { fill(); }); // not inside the press of a button that goes away
}
} // namespace accueil::kiosk
