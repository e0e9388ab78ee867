#include "staff-desktop/ui/book_notices.h"
#include "core/wxkit/text.h"
#include <algorithm>
#include <wx/sizer.h>

namespace accueil
{
namespace
{
constexpr int roomKept = 112;
constexpr std::size_t mostLines = 3;
} // namespace

BookNotices::BookNotices(wxWindow* parent, BookPresenter& presenter, const Look& look, const Speech& speech)
    : Box(parent), presenter_(presenter), look_(look), speech_(speech)
{
    auto* column = new wxBoxSizer(wxVERTICAL);
    rest_ = new Text(this, 14, wxkit::Weight::text, "ink2");
    column->Add(rest_, wxSizerFlags().Expand().Border(wxTOP, FromDIP(4)));
    known_ = makeNotice("notice-info");
    twin_ = makeNotice("notice-warn");
    for (std::size_t line = 0; line < mostLines; ++line) {
        auto* button = new KeyButton(known_.panel, nullptr, wxBU_LEFT);
        button->Bind(wxEVT_BUTTON, [this, line](wxCommandEvent&) { chooseLine(line); });
        known_.words->Add(button, wxSizerFlags().Expand().Border(wxTOP, FromDIP(3)));
        lines_.push_back(button);
    }
    column->Add(known_.panel, wxSizerFlags().Expand());
    column->Add(twin_.panel, wxSizerFlags().Expand().Border(wxTOP, FromDIP(6)));
    SetSizer(column);
    SetMinSize(FromDIP(wxSize(-1, roomKept)));
    known_.button->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { chooseLine(0); });
    twin_.button->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { presenter_.openTwin(); });
}

BookNotices::Notice BookNotices::makeNotice(const char* style)
{
    Notice notice;
    notice.panel = new Box(this);
    wxkit::addClass(*notice.panel, style);
    notice.icon = new wxStaticBitmap(notice.panel, wxID_ANY, wxBitmapBundle());
    notice.title = new Text(notice.panel, 14, wxkit::Weight::title);
    notice.detail = new Text(notice.panel, 14);
    notice.button = new KeyButton(notice.panel);
    notice.words = new wxBoxSizer(wxVERTICAL);
    notice.words->Add(notice.title);
    notice.words->Add(notice.detail);
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(notice.icon, wxSizerFlags().CenterVertical().Border(wxLEFT | wxRIGHT, FromDIP(10)));
    row->Add(notice.words, wxSizerFlags(1).CenterVertical().Border(wxTOP | wxBOTTOM, FromDIP(6)));
    row->Add(notice.button, wxSizerFlags().CenterVertical().Border(wxALL, FromDIP(8)));
    notice.panel->SetSizer(row);
    return notice;
}

void BookNotices::relabel()
{
    const Messages& m = speech_.messages();
    rest_->set(m.tr("Two fields are enough: a person seen before is proposed here."));
    known_.button->set(m.tr("Take over"), "F8");
    twin_.button->set(m.tr("Open"), m.tr("Ctrl+{0}", "O"));
    known_.icon->SetBitmap(wxkit::icon(wxkit::Icon::person, look_.palette().primary, 22));
    twin_.icon->SetBitmap(wxkit::icon(wxkit::Icon::warning, look_.palette().warn, 22));
    fresh_ = true;
}

bool BookNotices::show(const BookState::Who& state)
{
    const std::string twin = state.twinTitle + '\n' + state.twin;
    if (!fresh_ && state.known == shownKnown_ && twin == shownTwin_ && state.canOpenTwin == shownOpen_)
        return false;
    fresh_ = false;
    shownKnown_ = state.known;
    shownTwin_ = twin;
    shownOpen_ = state.canOpenTwin;
    showKnown(state.known);
    twin_.panel->Show(!state.twin.empty());
    twin_.button->Show(state.canOpenTwin);
    const int width = GetClientSize().x - FromDIP(60);
    twin_.title->set(state.twinTitle);
    twin_.detail->wrap(width - (state.canOpenTwin ? twin_.button->GetBestSize().x + FromDIP(16) : 0));
    twin_.detail->set(state.twin);
    rest_->wrap(GetClientSize().x - FromDIP(4));
    rest_->Show(state.known.empty() && state.twin.empty());
    Layout();
    const int before = GetMinSize().y, needed = std::max(FromDIP(roomKept), GetSizer()->GetMinSize().y);
    SetMinSize(wxSize(-1, needed));
    return needed != before;
}

void BookNotices::fit(const BookState::Who& state)
{
    fresh_ = true;
    show(state);
}

void BookNotices::showKnown(const std::vector<std::string>& known)
{
    const Messages& m = speech_.messages();
    known_.panel->Show(!known.empty());
    known_.title->set(known.size() > 1 ? m.tr("Persons known already: F8, then 1, 2 or 3")
                                       : m.tr("Person known already"));
    known_.detail->Show(known.size() == 1);
    known_.button->Show(known.size() == 1);
    if (known.size() == 1) {
        known_.detail->wrap(GetClientSize().x - FromDIP(76) - known_.button->GetBestSize().x);
        known_.detail->set(known.front());
    }
    for (std::size_t line = 0; line < lines_.size(); ++line) {
        const bool there = known.size() > 1 && line < known.size();
        if (there) lines_[line]->set(std::to_string(line + 1) + "   " + known[line]);
        lines_[line]->Show(there);
    }
}

void BookNotices::choose()
{
    if (shownKnown_.size() > 1)
        lines_.front()->SetFocus();
    else
        presenter_.takeOver(0);
}

bool BookNotices::hasCaret() const
{
    for (const auto* line : lines_)
        if (line->IsShown() && line->HasFocus()) return true;
    return false;
}

bool BookNotices::chooseLine(std::size_t line)
{
    if (line >= shownKnown_.size()) return false;
    if (onDone) onDone(); // first: the button that has the focus goes away
    presenter_.takeOver(line);
    return true;
}
} // namespace accueil
