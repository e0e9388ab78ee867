// staff-desktop/ui/preview_window.h - what will come out of the printer, before it does.
#pragma once
#include "staff-desktop/logic/print_presenter.h"
#include "staff-desktop/ui/look.h"

class wxTopLevelWindow;

namespace accueil
{
/// Opens the one preview of `parent`, or brings it to the front. It shows what the presenter has, and closes it with itself;
/// it closes by itself when `parent` hides, for names may stand in it. The presenter outlives `parent`.
void showPreview(wxTopLevelWindow& parent, PrintPresenter& presenter, Look& look, Speech& speech);
} // namespace accueil
