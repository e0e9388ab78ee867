// staff-desktop/ui/visit_move.h - the free starts for an appointment that moves; stands where the page has
// its list.
#pragma once
#include "staff-desktop/logic/visit_presenter.h"
#include "staff-desktop/ui/book_when.h"

namespace accueil
{
class VisitMove : public Box
{
public:
    VisitMove(wxWindow* parent, VisitPresenter& presenter, const Look& look, Speech& speech);
    bool key(const wxkit::FrameKey& key) { return IsShown() && when_->key(key); }

private:
    void relabel();
    void refresh();

    VisitPresenter& presenter_;
    Speech& speech_;
    BookWhen* when_ = nullptr;
    Listening changed_, focus_, spoken_;
};
} // namespace accueil
