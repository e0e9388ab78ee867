// staff-desktop/ui/page_view.h - one page of paper on the screen, white in the dark too.
#pragma once
#include "staff-desktop/ui/look.h"
#include "staff-desktop/ui/pdf_pages.h"
#include <wx/bitmap.h>
#include <wx/scrolwin.h>

namespace accueil
{
/// A stop of the Tab key, so that arrows scroll and a screen reader finds it.
class PageView : public wxScrolledCanvas
{
public:
    PageView(wxWindow* parent, Look& look);
    void show(const PdfPages* pages, int page); ///< they outlive this, or until the next call; null: nothing
    void zoom(bool toWidth);                    ///< else the whole page

private:
    void fit();
    void paint();
    void draw();

    Look& look_;
    const PdfPages* pages_ = nullptr;
    int page_ = 0;
    bool toWidth_ = false;
    wxSize paper_;
    wxBitmap bitmap_;
};
} // namespace accueil
