#include "core/wxkit/card.h"
#include "kiosk-app/ui/date_field_view.h"
#include "kiosk-app/ui/pages.h"

namespace accueil::kiosk
{
BirthDatePanel::BirthDatePanel(const Look& look, KioskPresenter& presenter, BirthDateView view)
    : PagePanel(look, presenter), view_(std::move(view))
{
}

wxSizer* BirthDatePanel::info(wxWindow* parent, int width)
{
    const bool short_ = look_.wide() && look_.low(); // the upper half of a landscape screen
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(
        new TextView(parent, view_.title, look_.title(short_ ? 56 : 72), width, look_.px(short_ ? 70 : 122)));
    problemPlace_ = plainPanel(parent);
    auto* place = new wxBoxSizer(wxVERTICAL);
    example_ = new TextView(problemPlace_, view_.example, look_.text(42), width, look_.px(short_ ? 80 : 126));
    place->Add(example_);
    problemPlace_->SetSizer(place);
    column->Add(problemPlace_);
    column->AddSpacer(look_.px(short_ ? 10 : 26));

    auto* row = new wxBoxSizer(wxHORIZONTAL);
    const int gap = look_.px(28), small = (width - 2 * gap) * 252 / 912;
    for (std::size_t i = 0; i < fields_.size(); ++i) {
        if (i) row->AddSpacer(gap);
        const int fieldWidth = i < 2 ? small : width - 2 * gap - 2 * small;
        fields_[i] = new DateFieldView(parent, look_, view_.fields[i], i < 2 ? 2 : 4, fieldWidth);
        row->Add(fields_[i]);
    }
    column->Add(row);
    showProblem();
    return column;
}

/// In the place of the example: the keypad stays where it is.
void BirthDatePanel::showProblem()
{
    if (problem_) {
        problem_->Destroy();
        problem_ = nullptr;
    }
    const wxSize size = example_->GetMinSize();
    if (!view_.problem.empty()) {
        problem_ = noticeView(problemPlace_, look_, view_.problem, size.x, size.y);
        problemPlace_->GetSizer()->Add(problem_);
    }
    example_->Show(view_.problem.empty());
    problemPlace_->SetMinSize(problemPlace_->GetSizer()->GetMinSize());
    problemPlace_->Layout();
}

TouchButton* BirthDatePanel::key(wxWindow* parent, int digit, int width, int height)
{
    return new TouchButton(parent, look_, {.title = std::to_string(digit), .text = {}, .titlePx = 60}, width,
                           height, [this, digit] { presenter_.digit(digit); });
}

TouchButton* BirthDatePanel::wordKey(wxWindow* parent, const std::string& label, wxkit::Icon icon, int width,
                                     int height, std::function<void()> press)
{
    return new TouchButton(parent, look_,
                           {.title = label,
                            .text = {},
                            .icon = icon,
                            .titlePx = 36,
                            .weight = wxkit::Weight::label,
                            .iconPx = 46},
                           width, height, std::move(press));
}

wxSizer* BirthDatePanel::actions(wxWindow* parent, int width, int)
{
    const bool flat = look_.wide() && look_.low(); // two rows of keys with "Continue" at their side
    const bool tight = look_.low() || look_.larger() || look_.wide();
    const int columns = flat ? 6 : 3, gap = look_.px(tight ? 16 : 22);
    const int goWidth = flat ? look_.px(400) : width;
    const int keyWidth = ((flat ? width - goWidth - gap : width) - (columns - 1) * gap) / columns;
    auto* keys = new wxGridSizer(columns, wxSize(gap, gap));
    for (auto* button : keysInOrder(parent, keyWidth, look_.px(tight ? 104 : 148), flat))
        keys->Add(button, expand());
    go_ = new TouchButton(parent, look_,
                          {.title = view_.go,
                           .text = {},
                           .arrow = true,
                           .kind = Face::Kind::primary,
                           .titlePx = flat ? 50.0 : 58.0},
                          goWidth, look_.px(tight ? 120 : 160), [this] { presenter_.searchBirthDate(); });
    go_->Enable(view_.canGo);
    auto* both = new wxBoxSizer(flat ? wxHORIZONTAL : wxVERTICAL);
    both->Add(keys, expand());
    both->AddSpacer(look_.px(tight ? 16 : 34));
    both->Add(go_, expand());
    return both;
}

/// As on a telephone, or in two rows: created in the order in which the keyboard walks through them.
std::vector<TouchButton*> BirthDatePanel::keysInOrder(wxWindow* parent, int width, int height, bool flat)
{
    std::vector<TouchButton*> order;
    const auto digits = [&](int from, int to) {
        for (int digit = from; digit <= to; ++digit) order.push_back(key(parent, digit, width, height));
    };
    const auto clear = [&] {
        order.push_back(wordKey(parent, view_.clear, wxkit::Icon::cross, width, height,
                                [this] { presenter_.clearDate(); }));
    };
    digits(1, flat ? 5 : 9);
    clear();
    if (flat) digits(6, 9);
    digits(0, 0);
    order.push_back(wordKey(parent, view_.correct, wxkit::Icon::backspace, width, height,
                            [this] { presenter_.correct(); }));
    return order;
}

void BirthDatePanel::refresh(const PageView& page)
{
    const auto& next = std::get<BirthDateView>(page);
    const bool otherProblem = next.problem != view_.problem, nowWhole = next.canGo && !view_.canGo;
    view_ = next;
    for (std::size_t i = 0; i < fields_.size(); ++i) fields_[i]->show(view_.fields[i]);
    if (otherProblem) showProblem();
    go_->Enable(view_.canGo);
    go_->Refresh();
    if (nowWhole) go_->SetFocus(); // Enter of a keypad goes on
}
} // namespace accueil::kiosk
