// The frame's part that places things; the upright and the lying screen, the usual and the low reach.
#include "kiosk-app/ui/kiosk_frame.h"

namespace accueil::kiosk
{
namespace
{
constexpr double languagePx = 104, between = 16, scrollPx = 108;
constexpr double halfUpright = 960, halfLying = 540; // below this line is the low reach

double topPx(const Look& look)
{
    return look.pick(34, 24);
}

double footPx(const Look& look)
{
    return look.pick(144, 104);
}

double bottomPx(const Look& look)
{
    return look.pick(44, 32);
}

double gapPx(const Look& look)
{
    return look.pick(28, 16);
}
} // namespace

wxSizer* KioskFrame::townRow(int width)
{
    const int clockWidth = look_.px(look_.larger() ? 220 : 180);
    auto town = look_.strong(36);
    town.weight = wxkit::Weight::medium;
    auto time = look_.strong(50);
    time.align = wxkit::Align::right;
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(new TextView(root_, shown_.frame.town, town, width - clockWidth),
             wxSizerFlags().CentreVertical());
    clock_ = new TextView(root_, shown_.frame.time, time, clockWidth);
    row->Add(clock_, wxSizerFlags().CentreVertical());
    return row;
}

wxSizer* KioskFrame::languageRow(int width)
{
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    const int gap = look_.px(between), each = (width - 3 * gap) / 4;
    for (const auto language : languages) {
        if (language != languages.front()) row->AddSpacer(gap);
        const bool chosen = language == shown_.language;
        row->Add(new TouchButton(root_, look_,
                                 {.title = std::string(ownName(language)),
                                  .text = {},
                                  .icon = chosen ? std::optional(wxkit::Icon::tick) : std::nullopt,
                                  .kind = chosen ? Face::Kind::on : Face::Kind::plain,
                                  .titlePx = 33,
                                  .weight = wxkit::Weight::label,
                                  .iconPx = 26},
                                 each, look_.px(languagePx),
                                 [this, language] { presenter_.chooseLanguage(language); }));
    }
    return row;
}

wxSizer* KioskFrame::aidRow(int width)
{
    const FrameView& frame = shown_.frame;
    const Aids& aids = shown_.aids;
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    const int gap = look_.px(between), count = frame.listen.empty() ? 3 : 4;
    const int back = frame.back.empty() ? 0 : look_.px(look_.pick(198, 240));
    const int each = (width - (back ? back + gap : 0) - (count - 1) * gap) / count;
    const auto add = [&](TouchButton* button) {
        if (!row->IsEmpty()) row->AddSpacer(gap);
        row->Add(button, expand());
        return button;
    };
    const auto kind = [](bool on) { return on ? Face::Kind::on : Face::Kind::plain; };
    if (back)
        add(aidButton(frame.back, wxkit::Icon::arrowLeft, Face::Kind::strong, back,
                      [this] { presenter_.back(); }));
    add(aidButton(frame.lower, aids.lower ? wxkit::Icon::raise : wxkit::Icon::lower, Face::Kind::plain, each,
                  [this] { presenter_.toggle(Aid::lower); }));
    add(aidButton(frame.contrast, wxkit::Icon::contrast, kind(aids.contrast), each,
                  [this] { presenter_.toggle(Aid::contrast); }));
    add(aidButton(frame.larger, wxkit::Icon::larger, kind(aids.larger), each,
                  [this] { presenter_.toggle(Aid::larger); }));
    if (!frame.listen.empty())
        listen_ = add(aidButton(frame.listen, wxkit::Icon::speaker, kind(shown_.listening), each,
                                [this] { presenter_.listen(); }));
    return row;
}

TouchButton* KioskFrame::aidButton(const std::string& label, wxkit::Icon icon, Face::Kind kind, int width,
                                   std::function<void()> press)
{
    return new TouchButton(root_, look_,
                           {.title = label,
                            .text = {},
                            .icon = icon,
                            .kind = kind,
                            .arrange = look_.wide() ? Face::Arrange::centred : Face::Arrange::stack,
                            .titlePx = look_.larger() ? 29.0 : 33.0,
                            .weight = wxkit::Weight::label,
                            .iconPx = 50},
                           width, look_.px(footPx(look_)), std::move(press));
}

wxSizer* KioskFrame::foot(int width)
{
    if (auto* own = page_->foot(root_, width)) return own;
    return aidRow(width);
}

wxSizer* KioskFrame::head(int width)
{
    auto* head = new wxBoxSizer(look_.wide() ? wxHORIZONTAL : wxVERTICAL);
    if (look_.low()) {
        head->Add(townRow(width));
    } else if (look_.wide()) {
        const int languageWidth = look_.px(1000), gap = look_.px(40);
        auto* town = townRow(width - languageWidth - gap);
        head->Add(languageRow(languageWidth));
        head->AddSpacer(gap);
        head->Add(town, wxSizerFlags().CentreVertical());
    } else {
        head->Add(townRow(width));
        head->AddSpacer(look_.px(26));
        head->Add(languageRow(width));
    }
    return head;
}

/// Info and actions below each other.
wxSizer* KioskFrame::bodyBelow(int width, int height)
{
    auto* body = new wxBoxSizer(wxVERTICAL);
    auto* info = page_->info(viewport_->body(), width);
    body->Add(info);
    const int rest = height - info->GetMinSize().y - look_.px(page_->gap());
    if (auto* actions = page_->actions(viewport_->body(), width, rest)) {
        body->AddSpacer(look_.px(page_->gap()));
        body->Add(actions);
    }
    return body;
}

/// Info left, actions right.
wxSizer* KioskFrame::bodyBeside(int width, int height)
{
    const int gap = look_.px(56), half = (width - gap) / 2;
    auto* body = new wxBoxSizer(wxHORIZONTAL);
    auto* actions = page_->actions(viewport_->body(), half, height - look_.px(12));
    body->Add(page_->info(viewport_->body(), actions ? half : width));
    if (actions) {
        body->AddSpacer(gap);
        body->Add(actions, wxSizerFlags().Border(wxTOP, look_.px(12)));
    }
    return body;
}

wxSizer* KioskFrame::scrollRow(int width)
{
    const int gap = look_.px(between);
    const auto button = [&](const std::string& label, wxkit::Icon icon, int direction) {
        return new TouchButton(root_, look_,
                               {.title = label,
                                .text = {},
                                .icon = icon,
                                .kind = Face::Kind::strong,
                                .titlePx = 36,
                                .weight = wxkit::Weight::label,
                                .iconPx = 48},
                               (width - gap) / 2, look_.px(scrollPx), [this, direction] {
                                   presenter_.touched();
                                   viewport_->scroll(direction);
                                   finishScroll();
                               });
    };
    up_ = button(shown_.frame.up, wxkit::Icon::arrowUp, -1);
    down_ = button(shown_.frame.down, wxkit::Icon::arrowDown, 1);
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(up_);
    row->AddSpacer(gap);
    row->Add(down_);
    return row;
}

void KioskFrame::finishScroll()
{
    if (!up_) return;
    for (auto [button, direction] : {std::pair(up_, -1), std::pair(down_, 1)}) {
        button->Enable(viewport_->canScroll(direction));
        button->Refresh();
    }
}

/// The content, or its compact form when `most` is not enough.
void KioskFrame::fillViewport(int most, const std::function<wxSizer*()>& content)
{
    viewport_->setContent(content());
    if (viewport_->naturalHeight() <= most || !page_->compact()) return;
    viewport_->clear();
    viewport_->setContent(content());
}

/// In low reach the page informs above, and all that can be pressed stands below the middle.
/// @param top    where the page begins  @param below  gets what stands outside the viewport and never scrolls
/// away
/// @returns the viewport's height
int KioskFrame::arrangeLow(int top, wxSizer& below)
{
    const int width = look_.contentWidth(), screenHeight = look_.screen().y;
    const int half = look_.px(look_.wide() ? halfLying : halfUpright);
    const int under = look_.px(languagePx + 2 * gapPx(look_) + footPx(look_) + bottomPx(look_));
    if (auto* actions = page_->actions(root_, width, screenHeight - half - under)) {
        below.Add(actions);
        below.AddSpacer(look_.px(gapPx(look_)));
    }
    below.Add(languageRow(width));
    below.AddStretchSpacer();
    below.AddSpacer(look_.px(gapPx(look_)));
    below.Add(foot(width));
    const int most = screenHeight - top - below.GetMinSize().y - look_.px(bottomPx(look_));
    fillViewport(most, [&] { return page_->info(viewport_->body(), width); });
    return std::min(most, std::max(viewport_->naturalHeight() + look_.px(between), half - top));
}

int KioskFrame::arrangeUsual(int top, wxSizer& below)
{
    const int width = look_.contentWidth();
    below.AddSpacer(look_.px(look_.pick(28, 20)));
    below.Add(foot(width));
    const int room = look_.screen().y - top - below.GetMinSize().y - look_.px(bottomPx(look_));
    fillViewport(room, [&] {
        return look_.wide() && !page_->needsWidth() ? bodyBeside(width, room) : bodyBelow(width, room);
    });
    return room;
}

void KioskFrame::buildPage()
{
    page_ = makePage(shown_.page, look_, presenter_);
    auto* headSizer = head(look_.contentWidth());
    const int afterHead = look_.px(look_.low() && look_.wide() ? 10 : look_.pick(38, 24));
    const int top = look_.px(topPx(look_)) + headSizer->GetMinSize().y + afterHead;
    viewport_ = new Viewport(root_, look_.px(10));
    auto* below = new wxBoxSizer(wxVERTICAL);
    int room = look_.low() ? arrangeLow(top, *below) : arrangeUsual(top, *below);

    auto* column = new wxBoxSizer(wxVERTICAL);
    const auto inside = wxSizerFlags().Border(wxLEFT | wxRIGHT, viewport_->rim());
    column->AddSpacer(look_.px(topPx(look_)));
    column->Add(headSizer, inside);
    column->AddSpacer(afterHead);
    column->Add(viewport_);
    if (viewport_->naturalHeight() > room) {
        auto* scroll = scrollRow(look_.contentWidth());
        room -= scroll->GetMinSize().y + look_.px(between);
        column->AddSpacer(look_.px(between));
        column->Add(scroll, inside);
        if (look_.low()) column->AddSpacer(look_.px(between));
    }
    viewport_->setHeight(std::max(room, look_.px(100)), look_.contentWidth());
    column->Add(below, wxSizerFlags(inside).Proportion(1));
    column->AddSpacer(look_.px(bottomPx(look_)));
    auto* margins = new wxBoxSizer(wxHORIZONTAL);
    margins->AddSpacer(look_.margin() - viewport_->rim());
    margins->Add(column, wxSizerFlags(1).Expand());
    root_->SetSizer(margins);
}

/// Instead of the page: who passes by reads nothing of somebody who has left.
void KioskFrame::buildQuestion()
{
    const Question& question = *shown_.question;
    const int width = std::min(look_.contentWidth(), look_.px(1100));
    auto title = look_.title(80);
    auto text = look_.text(46);
    title.align = text.align = wxkit::Align::centre;
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->AddStretchSpacer(look_.low() ? 3 : 2);
    column->Add(new TextView(root_, question.title, title, width));
    if (!question.stay.empty()) {
        questionText_ = new TextView(root_, question.text, text, width);
        column->AddSpacer(look_.px(28));
        column->Add(questionText_);
        column->AddSpacer(look_.px(64));
        column->Add(new TouchButton(root_, look_,
                                    {.title = question.stay, .text = {}, .kind = Face::Kind::primary}, width,
                                    look_.px(216), [this] { presenter_.stay(); }));
        column->AddSpacer(look_.px(28));
        column->Add(new TouchButton(root_, look_, {.title = question.leave, .text = {}}, width, look_.px(160),
                                    [this] { presenter_.done(); }));
    }
    column->AddStretchSpacer(look_.low() ? 1 : 2);
    auto* margins = new wxBoxSizer(wxHORIZONTAL);
    margins->AddStretchSpacer();
    margins->Add(column, expand());
    margins->AddStretchSpacer();
    root_->SetSizer(margins);
}
} // namespace accueil::kiosk
