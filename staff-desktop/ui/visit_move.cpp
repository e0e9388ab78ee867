#include "staff-desktop/ui/visit_move.h"
#include <wx/sizer.h>

namespace accueil
{
namespace
{
constexpr int columnWidth = 470;
}

VisitMove::VisitMove(wxWindow* parent, VisitPresenter& presenter, const Look& look, Speech& speech)
    : Box(parent), presenter_(presenter), speech_(speech)
{
    when_ = new BookWhen(this, presenter_.starts(), look, speech_);
    when_->onChoose = [this](std::size_t line) { presenter_.chooseLine(line); };
    when_->SetMinSize(FromDIP(wxSize(columnWidth, -1)));
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->AddStretchSpacer();
    row->Add(when_, wxSizerFlags().Expand().Border(wxALL, FromDIP(12)));
    row->AddStretchSpacer();
    SetSizer(row);
    changed_ = presenter_.onChanged([this] { refresh(); });
    focus_ = presenter_.onFocus([this](VisitFocus focus) {
        if (focus == VisitFocus::starts) when_->focusStarts();
    });
    spoken_ = speech_.onChanged([this] { relabel(); });
    relabel();
}

void VisitMove::relabel()
{
    when_->relabel();
    refresh();
}

void VisitMove::refresh()
{
    const VisitCard card = presenter_.state();
    if (card.id && card.mode == VisitMode::moving) when_->show(card.moving.when);
}
} // namespace accueil
