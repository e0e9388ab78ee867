#include "core/wxkit/card.h"
#include "kiosk-app/ui/pages.h"

namespace accueil::kiosk
{
namespace
{
constexpr double gapPx = 16, turnHeight = 104, smallestRow = 104, otherHeight = 128;
}

ChoicePanel::ChoicePanel(const Look& look, KioskPresenter& presenter, ChoiceView view)
    : PagePanel(look, presenter), view_(std::move(view))
{
}

wxSizer* ChoicePanel::info(wxWindow* parent, int width)
{
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->AddSpacer(look_.px(18));
    column->Add(new TextView(parent, view_.title, look_.title(), width));
    column->AddSpacer(look_.px(14));
    column->Add(new TextView(parent, view_.text, look_.text(42), width));
    return column;
}

/// As many choices as there is room for, the rest on further pages; "something else" stands below on every
/// page.
wxSizer* ChoicePanel::actions(wxWindow* parent, int width, int height)
{
    columns_ = flat() ? 4 : look_.low() || look_.wide() ? 2 : 1;
    const int gap = look_.px(gapPx);
    width_ = (width - (columns_ - 1) * gap) / columns_;
    rowHeight_ = look_.px(smallestRow);
    list_ = plainPanel(parent);
    for (std::size_t i = 0; i < view_.choices.size(); ++i) // the tallest button sets the height of all
        rowHeight_ = std::max(rowHeight_, choice(i)->GetMinSize().y);
    list_->DestroyChildren();
    const int other = flat() ? 0 : look_.px(columns_ == 1 ? otherHeight : smallestRow) + gap;
    const auto fits = [&](int space) {
        return static_cast<std::size_t>(std::max(1, (space + gap) / (rowHeight_ + gap)) * columns_);
    };
    perPage_ = fits(height - other);
    if (perPage_ < view_.choices.size() || flat())
        perPage_ = fits(height - other - look_.px(turnHeight) - gap);
    fill();
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(list_, expand());
    if (!flat()) {
        column->AddSpacer(gap);
        column->Add(otherButton(parent, width), expand());
    }
    return column;
}

TouchButton* ChoicePanel::choice(std::size_t index)
{
    return new TouchButton(list_, look_,
                           {.title = view_.choices[index].title,
                            .text = {},
                            .arrange = Face::Arrange::row,
                            .titlePx = flat() ? 34.0 : 38.0,
                            .weight = wxkit::Weight::label},
                           width_, rowHeight_, [this, index] { presenter_.chooseProcedure(index); });
}

TouchButton* ChoicePanel::otherButton(wxWindow* parent, int width)
{
    return new TouchButton(parent, look_,
                           {.title = view_.other.title,
                            .text = columns_ == 1 ? view_.other.text : "",
                            .icon = wxkit::Icon::help,
                            .arrow = true,
                            .kind = Face::Kind::strong,
                            .arrange = Face::Arrange::row,
                            .titlePx = 40,
                            .iconPx = 56},
                           width, look_.px(columns_ == 1 ? otherHeight : smallestRow),
                           [this] { presenter_.otherProcedure(); });
}

/// The buttons that turn the pages; on a low and short place "something else" stands beside them.
wxSizer* ChoicePanel::lastRow()
{
    const int gap = look_.px(gapPx), buttons = flat() ? 3 : 2;
    const int each = (columns_ * width_ + (columns_ - buttons) * gap) / buttons;
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    const auto add = [&](const std::string& label, wxkit::Icon icon, int pages, bool possible) {
        auto* button = new TouchButton(list_, look_,
                                       {.title = label,
                                        .text = {},
                                        .icon = icon,
                                        .titlePx = 36,
                                        .weight = wxkit::Weight::label,
                                        .iconPx = 48},
                                       each, look_.px(turnHeight), [this, pages] { turn(pages); });
        button->Enable(possible);
        row->Add(button, wxSizerFlags(1));
    };
    if (perPage_ < view_.choices.size()) {
        add(view_.earlier, wxkit::Icon::arrowUp, -1, first_ > 0);
        row->AddSpacer(gap);
        add(view_.later, wxkit::Icon::arrowDown, 1, first_ + perPage_ < view_.choices.size());
    }
    if (flat()) {
        if (!row->IsEmpty()) row->AddSpacer(gap);
        row->Add(otherButton(list_, each), wxSizerFlags(1));
    }
    return row;
}

void ChoicePanel::fill()
{
    list_->DestroyChildren();
    const int gap = look_.px(gapPx);
    auto* grid = new wxGridSizer(columns_, wxSize(gap, gap));
    for (std::size_t i = first_; i < std::min(view_.choices.size(), first_ + perPage_); ++i)
        grid->Add(choice(i), expand());
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(grid, expand());
    if (perPage_ < view_.choices.size() || flat()) {
        column->AddStretchSpacer();
        column->AddSpacer(gap);
        column->Add(lastRow(), expand());
    }
    list_->SetSizer(column);
    const wxSize needed =
        column->GetMinSize(); // the turning buttons stay where they are on a shorter last page
    list_->SetMinSize(wxSize(needed.x, std::max(needed.y, list_->GetMinSize().y)));
    list_->Layout();
}

void ChoicePanel::turn(int pages)
{
    presenter_.touched();
    first_ = pages < 0 ? first_ - std::min(first_, perPage_) : first_ + perPage_;
    list_->CallAfter([this] { fill(); }); // not inside the press of a button that goes away
}
} // namespace accueil::kiosk
